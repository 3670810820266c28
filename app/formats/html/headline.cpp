#include "app/formats/html/headline.h"

#include "app/formats/html/classwords.h"
#include "app/formats/html/pagefacts.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString folded(const QString &text)
{
    static const QRegularExpression others(u"[^\\p{L}\\p{N}]+"_s);
    return text.toCaseFolded().replace(others, u" "_s).trimmed();
}

// How many words two texts share, of all they have: 0 to 1.
double likeness(const QString &a, const QString &b)
{
    const QStringList words = folded(a).split(u' ', Qt::SkipEmptyParts);
    const QStringList others = folded(b).split(u' ', Qt::SkipEmptyParts);
    const QSet<QString> set(others.begin(), others.end());
    qsizetype same = 0;
    for (const QString &word : words)
        same += set.contains(word);
    const qsizetype all = words.size() + others.size();
    return all == 0 ? 0 : 2.0 * double(same) / double(all);
}

bool isNamedHeadline(const HtmlNode &node)
{
    static const QRegularExpression name(
        u"(?:entry|post|article|story|main|page|node)[-_]*(?:title|head(?:line|ing)?)\\b|\\bheadline\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return node.attribute("itemprop"_L1) == "headline"_L1
        || name.match(node.attribute("class"_L1)).hasMatch();
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

bool beginsWithHeadline(const QString &title, const QString &headline)
{
    const QString whole = folded(title);
    const QString part = folded(headline);
    return part.size() >= 8 && whole != part && whole.startsWith(part + u' ')
        && whole.size() - part.size() < 60;
}

bool shareWords(const QString &a, const QString &b)
{
    return likeness(a, b) > 0.15;
}

QString printedHeadline(const HtmlDocument &document, const QStringList &titles)
{
    QString best;
    double most = 0;
    const bool isTitled = std::ranges::any_of(
        titles, [](const QString &title) { return title.count(u' ') >= 2; });
    for (int i = 0; i < int(document.nodes.size()); ++i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (node.tag != HtmlTag::H1 && node.tag != HtmlTag::H2 && node.tag != HtmlTag::H3)
            continue;
        const QString text = visibleText(document, i);
        if (text.size() < 4 || text.size() > 400)
            continue;
        double points = 0;
        for (const QString &title : titles)
            points = qMax(points, likeness(text, title));
        if (points < (node.tag == HtmlTag::H1 && !isTitled ? 0 : 0.3))
            continue;
        points += node.tag == HtmlTag::H1 ? 0.25 : 0;
        points += isNamedHeadline(node) ? 0.2 : 0;
        if (points > most) {
            most = points;
            best = text;
        }
    }
    return best;
}
