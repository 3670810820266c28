#include "app/formats/html/headline.h"

#include "app/formats/html/classwords.h"
#include "app/formats/html/pagefacts.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

QString folded(const QString &text)
{
    static const QRegularExpression others(u"[^\\p{L}\\p{N}]+"_s);
    return text.toCaseFolded().replace(others, u" "_s).trimmed();
}

// The share of the words of `a` that `b` has too.
double shared(const QString &a, const QString &b)
{
    const QStringList words = folded(a).split(u' ', Qt::SkipEmptyParts);
    const QStringList others = folded(b).split(u' ', Qt::SkipEmptyParts);
    const QSet<QString> set(others.begin(), others.end());
    qsizetype same = 0;
    for (const QString &word : words)
        same += set.contains(word);
    return words.isEmpty() ? 0 : double(same) / double(words.size());
}

bool namesSite(const QString &part, const QString &publisher)
{
    const QString a = folded(part).remove(u' ');
    const QString b = folded(publisher).remove(u' ');
    return !a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a));
}

} // namespace

QString withoutSiteName(const QString &title, const QString &publisher)
{
    static const QRegularExpression mark(u"\\s+[|\\-–—\\\\/>»•·:]\\s+|\\s*[|»]\\s*|:\\s+"_s);
    QString kept = title.simplified();
    // From the end, and then from the start: what names the publisher goes; else one short last
    // part.
    bool isFirst = true;
    while (true) {
        qsizetype at = -1;
        qsizetype length = 0;
        for (auto match = mark.globalMatch(kept); match.hasNext();) {
            const auto next = match.next();
            if (next.captured(0).startsWith(u':'))
                continue;
            at = next.capturedStart();
            length = next.capturedLength();
        }
        if (at <= 0)
            break;
        const QString last = kept.mid(at + length);
        const QString rest = kept.left(at).trimmed();
        const bool isName = namesSite(last, publisher);
        const bool isShort = publisher.isEmpty() && last.count(u' ') <= 3 && rest.count(u' ') >= 3;
        if (!isName && !(isFirst && isShort))
            break;
        kept = rest;
        isFirst = false;
    }
    const auto first = mark.match(kept);
    if (first.hasMatch() && namesSite(kept.left(first.capturedStart()), publisher)
        && kept.size() - first.capturedEnd() > 15)
        kept = kept.mid(first.capturedEnd());
    return kept;
}

QString printedHeadline(const HtmlDocument &document, const QStringList &titles)
{
    QString best;
    double most = 0;
    for (int i = 0; i < int(document.nodes.size()); ++i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        const bool isNamed = node.attribute("itemprop"_L1) == "headline"_L1;
        if (node.tag != HtmlTag::H1 && !(isNamed && isHeading(node.tag)))
            continue;
        const QString text = visibleText(document, i);
        if (text.size() < 4 || text.size() > 400)
            continue;
        double likeness = 0.01;
        for (const QString &title : titles)
            likeness = qMax(likeness, qMin(shared(text, title), 1.0));
        if (node.tag == HtmlTag::H1)
            likeness += 0.1;
        likeness += isNamed ? 0.2 : 0;
        likeness -= folded(text).count(u' ') < 2 ? 0.3 : 0;
        if (likeness > most) {
            most = likeness;
            best = text;
        }
    }
    return best;
}
