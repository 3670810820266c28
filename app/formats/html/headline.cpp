#include "app/formats/html/headline.h"

#include "app/formats/html/classwords.h"
#include "app/formats/html/pagefacts.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString folded(const QString &text)
{
    static const QRegularExpression others(u"[^\\p{L}\\p{N}]+"_s);
    return text.toCaseFolded().replace(others, u" "_s).trimmed();
}

double likeness(const QStringList &words, const QStringList &others)
{
    const auto same = std::ranges::count_if(
        words, [&others](const QString &word) { return others.contains(word); });
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

// "Built for wind" in "Built for wind - why a yard sold three ferries : The Harbour Review".
bool isBeginningOf(const QString &text, const QString &title)
{
    static const QRegularExpression border(u"^\\s*(?:[|•·»›:]|[–—-]\\s)"_s);
    return text.count(u' ') >= 2 && title.startsWith(text, Qt::CaseInsensitive)
        && border.match(title.mid(text.size())).hasMatch();
}

// The site's own name over every page: a link to where the site begins.
bool isSiteHeading(const HtmlDocument &document, int heading, const QString &text)
{
    const int link = document.first(HtmlTag::A, heading);
    if (link < 0 || link >= document.nodes[std::size_t(heading)].end)
        return false;
    static const QRegularExpression home(
        u"^(?:https?:)?(?://[^/]+)?/?(?:index\\.\\w+|home/?)?$|^https?://web\\.archive\\.org/web/"
        "[^/]+/https?://[^/]+/?$"_s);
    return home.match(document.nodes[std::size_t(link)].attribute("href"_L1).trimmed()).hasMatch()
        && tidied(document.text(link)).size() * 2 > text.size();
}

} // namespace

double likeness(const QString &a, const QString &b)
{
    return likeness(folded(a).split(u' ', Qt::SkipEmptyParts),
                    folded(b).split(u' ', Qt::SkipEmptyParts));
}

QString withoutSiteName(const QString &title, const QString &publisher)
{
    static const QRegularExpression mark(u"\\s+[|\\-–—\\\\/>»›•·:]\\s+|\\s*[|»]\\s*|:\\s+"_s);
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

QString withoutDateBefore(const QString &headline)
{
    static const QRegularExpression date(
        u"^\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\s*[-–—:|]\\s+(?=\\S{2})"_s);
    QString rest = headline;
    return rest.remove(date);
}

bool shareWords(const QString &a, const QString &b)
{
    return likeness(a, b) > 0.15;
}

PrintedHeadline printedHeadline(const HtmlDocument &document, const QStringList &titles)
{
    PrintedHeadline best;
    double most = 0;
    QList<QStringList> titleWords;
    for (const QString &title : titles)
        titleWords.append(folded(title).split(u' ', Qt::SkipEmptyParts));
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
        const QStringList words = folded(text).split(u' ', Qt::SkipEmptyParts);
        for (qsizetype title = 0; title < titles.size(); ++title)
            points = std::max({points, likeness(words, titleWords[title]),
                               isBeginningOf(text, titles[title]) ? 0.7 : 0});
        if (points < (node.tag == HtmlTag::H1 && !isTitled ? 0 : 0.3))
            continue;
        points += node.tag == HtmlTag::H1 ? 0.25 : 0;
        const bool isNamed = isNamedHeadline(node);
        points += isNamed ? 0.2 : 0;
        points -= isSiteHeading(document, i, text) ? 0.5 : 0;
        if (points > most) {
            most = points;
            best = {text, i, isNamed && node.tag == HtmlTag::H1};
        }
    }
    return best;
}

QString headlineOf(const QString &shared, const PrintedHeadline &heading, const QString &title)
{
    const QString &printed = heading.text;
    if (shared.isEmpty() || printed.isEmpty())
        return shared.isEmpty() ? printed : shared;
    const QString a = folded(shared);
    const QString b = folded(printed);
    // A kicker before the headline; a section or the site's name behind it.
    static const QRegularExpression kicker(u"[^:|]+(?::\\s|\\s[–-]\\s)"_s);
    static const QRegularExpression behind(u"^\\s*(?:[|•·»›]|[–—-]\\s)"_s);
    if (a.contains(b)) {
        const bool isBehind = shared.endsWith(printed)
            && kicker.match(shared.chopped(printed.size()).trimmed() + u' ').hasMatch();
        const bool isBefore = shared.startsWith(printed)
            && behind.match(shared.mid(printed.size())).hasMatch();
        const bool isGlued = heading.isNamed && shared.startsWith(printed);
        return (isBehind || isBefore || isGlued) && b.contains(u' ') ? printed : shared;
    }
    // A kicker that belongs to the line has its colon; one that stands over it has none.
    static const QRegularExpression ownKicker(u"\\S:\\s*$"_s);
    if (b.endsWith(a))
        return ownKicker.match(printed.chopped(qMin(shared.size(), printed.size()))).hasMatch()
            ? printed
            : shared;
    if (b.startsWith(a)) {
        const QString more = printed.mid(shared.size());
        static const QRegularExpression label(u"\\d{4}|\\||•"_s);
        return label.match(more).hasMatch() ? shared : printed;
    }
    const bool isOtherPage = !shareWords(shared, title) && shareWords(printed, title);
    if (heading.isNamed && shareWords(printed, shared))
        return printed;
    return isOtherPage || likeness(shared, printed) >= 0.4 ? printed : shared;
}
