#include "app/formats/html/headline.h"

#include "app/formats/html/classwords.h"
#include "app/formats/html/expression.h"
#include "app/formats/html/pagefacts.h"
#include "app/formats/html/valuepattern.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kickerLength = 80;   // characters, at most
constexpr qsizetype longestTitle = 2000; // characters of it that headings are compared with

QString folded(const QString &text)
{
    const QString one = caseFolded(text);
    QString words(one.size(), Qt::Uninitialized); // a blank stands for a character at least
    QChar *out = words.data();
    bool isParted = false;
    for (qsizetype i = 0, length = 1; i < one.size(); i += length) {
        const bool isPair = one[i].isHighSurrogate() && i + 1 < one.size();
        length = isPair ? 2 : 1;
        if (isPair ? !QChar::isLetterOrNumber(QChar::surrogateToUcs4(one[i], one[i + 1]))
                   : !one[i].isLetterOrNumber()) {
            isParted = out != words.constData();
            continue;
        }
        if (isParted)
            *out++ = u' ';
        isParted = false;
        out = std::copy_n(one.begin() + i, length, out);
    }
    words.truncate(out - words.constData());
    return words;
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
    static const ValuePattern name(
        u"(?:entry|post|article|story|main|page|node)[-_]*(?:title|head(?:line|ing)?)\\b|\\bheadline\\b"_s);
    return node.utf8("itemprop"_L1) == "headline" || name.matches(node.utf8("class"_L1));
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
    static const Expression border(u"^\\s*(?:[|•·»›:]|[–—-]\\s)"_s);
    return text.count(u' ') >= 2 && title.startsWith(text, Qt::CaseInsensitive)
        && border.isIn(title.mid(text.size()));
}

// The site's own name over every page: a link to where the site begins.
bool isSiteHeading(const HtmlDocument &document, int heading, const QString &text)
{
    const int link = document.first(HtmlTag::A, heading);
    if (link < 0 || link >= document.nodes[std::size_t(heading)].end)
        return false;
    static const Expression home(
        u"^(?:https?:)?(?://[^/]+)?/?(?:index\\.\\w+|home/?)?$|^https?://web\\.archive\\.org/web/"
        "[^/]+/https?://[^/]+/?$"_s);
    return home.isIn(document.nodes[std::size_t(link)].attribute("href"_L1).trimmed())
        && tidied(document.text(link)).size() * 2 > text.size();
}

// "渡轮回港_社会_海港网", "渡轮回港--社会--海港网": Chinese and Japanese sites put sections and
// name there.
QString withoutHanSections(const QString &title)
{
    static const Expression section(
        u"^(.*\\p{Lo}.{6,}?)\\s*(?:_|--|｜|\\s[|-]\\s)\\s*[^\\s_|｜-]*\\p{Lo}[^\\s_|｜-]{0,9}\\s*$"_s);
    QString kept = title;
    for (auto match = section.firstIn(kept); match.isFound(); match = section.firstIn(kept))
        kept = match.text(1);
    return kept;
}

// A word that is none of those that stand in every sentence.
bool shareLongWord(const QString &a, const QString &b)
{
    const QStringList others = folded(b).split(u' ', Qt::SkipEmptyParts);
    return std::ranges::any_of(folded(a).split(u' ', Qt::SkipEmptyParts), [&](const QString &word) {
        return word.size() >= 5 && others.contains(word);
    });
}

// Hardly a word in common: then neither title is to be relied on.
bool areAtOdds(const QString &a, const QString &b)
{
    return !a.isEmpty() && !b.isEmpty() && ::likeness(a, b) < 0.3;
}

} // namespace

double likeness(const QString &a, const QString &b)
{
    return likeness(folded(a).split(u' ', Qt::SkipEmptyParts),
                    folded(b).split(u' ', Qt::SkipEmptyParts));
}

QString withoutSiteName(const QString &title, const QString &publisher)
{
    static const Expression mark(u"\\s+[|\\-–—\\\\/>»›•·:]\\s+|\\s*[|»]\\s*|:\\s+"_s);
    QString kept = title.simplified();
    // From the end, and then from the start: what names the publisher goes; else one short last
    // part.
    bool isFirst = true;
    while (true) {
        qsizetype at = -1;
        qsizetype length = 0;
        for (const ExpressionMatch &next : mark.allIn(kept)) {
            if (next.text().startsWith(u':'))
                continue;
            at = next.start();
            length = next.length();
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
    const auto first = mark.firstIn(kept);
    if (first.isFound() && namesSite(kept.left(first.start()), publisher)
        && kept.size() - first.end() > 15)
        kept = kept.mid(first.end());
    return withoutHanSections(kept);
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
    static const Expression date(u"^\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\s*[-–—:|]\\s+(?=\\S{2})"_s);
    return date.removedFrom(headline);
}

bool shareWords(const QString &a, const QString &b)
{
    return likeness(a, b) > 0.15;
}

bool hasAsPart(const PrintedHeadline &heading, const QString &title)
{
    return heading.parts.contains(folded(title));
}

bool isOfLivePage(const QString &headline)
{
    static const Expression mark(
        u"\\b(?:LIVE|[Ll]ive-?(?:[Bb]log|[Tt]icker)|[Ee]n (?:direct|vivo)|EN (?:DIRECT|VIVO)|"
        "DIRETTA)\\s*:"_s);
    return mark.isIn(headline);
}

bool decides(const QString &printed, const QString &shared, const QString &title)
{
    return printed.count(u' ') >= 3 && areAtOdds(shared, title) && areAtOdds(printed, shared)
        && areAtOdds(printed, title)
        && (shareLongWord(printed, shared) || shareLongWord(printed, title));
}

namespace {

// Without the mark of a link to the heading itself, which generators of manuals put behind it.
QString headingText(const HtmlDocument &document, int heading)
{
    static const Expression permalink(u"\\s*(?:¶|§|#|🔗)$"_s);
    const QString text = visibleText(document, heading);
    const bool endsInWord = text.isEmpty() || text.back().isLetterOrNumber();
    return endsInWord ? text : permalink.removedFrom(text);
}

// One word is a headline when a title begins with it, and a crosshead when none does: "Videos".
bool isCrosshead(const QString &text, const QStringList &titles)
{
    return !text.contains(u' ') && std::ranges::none_of(titles, [&](const QString &title) {
        return title.startsWith(text, Qt::CaseInsensitive);
    });
}

// How much a heading speaks for being the headline; 0 when it is not.
double headlinePoints(const HtmlDocument &document, int heading, const QString &text,
                      const QStringList &titles, const QList<QStringList> &titleWords)
{
    const HtmlNode &node = document.nodes[std::size_t(heading)];
    const bool isTitled = std::ranges::any_of(
        titles, [](const QString &title) { return title.count(u' ') >= 2; });
    const bool isNamed = isNamedHeadline(node);
    double points = 0;
    const QStringList words = folded(text).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype title = 0; title < titles.size(); ++title)
        points = std::max({points, likeness(words, titleWords[title]),
                           isBeginningOf(text, titles[title]) ? 0.7 : 0});
    const bool isSure = node.tag == HtmlTag::H1
        && (isNamed || !isTitled || areAtOdds(titles.value(1), titles.value(2)));
    if (points < (isSure ? 0 : 0.3) || isCrosshead(text, titles))
        return 0;
    points += node.tag == HtmlTag::H1 ? 0.25 : 0;
    points += isNamed ? 0.2 : 0;
    points -= isSiteHeading(document, heading, text) ? 1 : 0;
    return points;
}

// Whether a line's words stand in another one in the same order, with or without others between.
bool isPartOf(const QString &line, const QString &whole)
{
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    qsizetype at = 0;
    for (const QString &word : whole.split(u' ', Qt::SkipEmptyParts))
        at += at < words.size() && words[at] == word ? 1 : 0;
    return at == words.size();
}

// Some print a line made for search engines as the h1, and the headline that they share below it.
void takeSecondDeck(const HtmlDocument &document, const QStringList &titles, PrintedHeadline &best)
{
    const int size = int(document.nodes.size());
    int next = document.nodes[std::size_t(best.node)].end;
    qsizetype between = 0;
    while (next < size && !isHeading(document.nodes[std::size_t(next)].tag)) {
        const HtmlNode &node = document.nodes[std::size_t(next)];
        between += tidied(node.text.toString()).size();
        next = isUnread(node.tag) ? node.end : next + 1;
    }
    if (next == size || between > kickerLength
        || document.nodes[std::size_t(best.node)].tag != HtmlTag::H1)
        return;
    const QString text = headingText(document, next);
    const QString deck = folded(text);
    for (const QString &title : titles) {
        const QString whole = folded(title);
        const bool isIt = whole.count(u' ') >= 3
            && (deck == whole || deck.endsWith(u' ' + whole)); // behind a kicker
        if ((isIt && !isPartOf(whole, folded(best.text))) || isBeginningOf(text, title)) {
            best = {isIt ? title : text, next, best.isNamed};
            return;
        }
    }
}

} // namespace

PrintedHeadline printedHeadline(const HtmlDocument &document, const QStringList &allTitles)
{
    QStringList titles = allTitles;
    for (QString &title : titles)
        title.truncate(longestTitle);
    PrintedHeadline best;
    double most = 0;
    QList<QStringList> titleWords;
    for (const QString &title : titles)
        titleWords.append(folded(title).split(u' ', Qt::SkipEmptyParts));
    for (int i = 0; i < int(document.nodes.size()); ++i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (node.tag != HtmlTag::H1 && node.tag != HtmlTag::H2 && node.tag != HtmlTag::H3)
            continue;
        const QString text = headingText(document, i);
        if (text.size() < 4 || text.size() > 400)
            continue;
        const double points = headlinePoints(document, i, text, titles, titleWords);
        if (points > most) {
            most = points;
            best = {text, i, isNamedHeadline(node) && node.tag == HtmlTag::H1};
        }
    }
    if (best.node < 0)
        return best;
    takeSecondDeck(document, titles, best);
    for (int i = best.node + 1; i < document.nodes[std::size_t(best.node)].end; ++i) {
        if (document.nodes[std::size_t(i)].tag != HtmlTag::Text)
            best.parts.append(folded(headingText(document, i)));
    }
    return best;
}

PrintedHeadline onlyHeading(const HtmlDocument &document)
{
    PrintedHeadline only;
    for (int i = 0; i < int(document.nodes.size()); ++i) {
        if (!isHeading(document.nodes[std::size_t(i)].tag))
            continue;
        const QString text = headingText(document, i);
        if (text.isEmpty())
            continue;
        if (only.node >= 0)
            return {};
        only = {text, i, false};
    }
    return only.text.count(u' ') >= 2 ? only : PrintedHeadline();
}

QString headlineOf(const QString &shared, const PrintedHeadline &heading, const QString &title)
{
    const QString &printed = heading.text;
    if (shared.isEmpty() || printed.isEmpty())
        return shared.isEmpty() ? printed : shared;
    const QString a = folded(shared);
    const QString b = folded(printed);
    // A kicker before the headline; a section or the site's name behind it.
    static const Expression kicker(u"[^:|]+(?::\\s|\\s[–-]\\s)"_s);
    static const Expression behind(u"^\\s*(?:[|•·»›]|[–—-]\\s)"_s);
    if (a.contains(b)) {
        const bool isBehind = shared.endsWith(printed)
            && kicker.isIn(shared.chopped(printed.size()).trimmed() + u' ');
        const bool isBefore = shared.startsWith(printed) && behind.isIn(shared.mid(printed.size()));
        const bool isGlued = heading.isNamed && shared.startsWith(printed);
        return (isBehind || isBefore || isGlued) && b.contains(u' ') ? printed : shared;
    }
    // A kicker that belongs to the line has its colon; one that stands over it has none.
    static const Expression ownKicker(u"\\S:\\s*$"_s);
    if (b.endsWith(a))
        return !hasAsPart(heading, shared)
                && ownKicker.isIn(printed.chopped(qMin(shared.size(), printed.size())))
            ? printed
            : shared;
    if (b.startsWith(a)) {
        const QString more = printed.mid(shared.size());
        static const Expression label(u"\\d{4}|\\||•"_s);
        return label.isIn(more) ? shared : printed;
    }
    const bool isOtherPage = !shareWords(shared, title) && shareWords(printed, title);
    if (heading.isNamed && shareWords(printed, shared))
        return printed;
    return isOtherPage || likeness(shared, printed) > 0.4 ? printed : shared;
}
