#include "app/formats/html/pageextent.h"

#include "app/formats/html/classwords.h"
#include "app/formats/html/expression.h"
#include "app/formats/html/namepattern.h"
#include "app/formats/html/paywallwords.h"
#include "app/formats/html/teaserlists.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortStory = 1500;   // characters; what publishers give away ends before
constexpr qsizetype longestStart = 4000; // where the page itself says that it is for subscribers
constexpr qsizetype shortProse = 900;    // characters of a page that is mostly links
constexpr int manyHeadlines = 25;        // links of a headline's length

// The page's own last words.
bool endsWithAsking(const QString &body)
{
    constexpr int lastBlocks = 3;
    const QStringList blocks = body.last(qMin(body.size(), qsizetype(1500)))
                                   .split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = blocks.size() - 1; i >= qMax<qsizetype>(0, blocks.size() - lastBlocks);
         --i) {
        if (asksToSubscribe(blocks[i]) || (i == blocks.size() - 1 && leadsOn(blocks[i])))
            return true;
    }
    return false;
}

// What stands next after the story's last paragraph, but for the names of buttons. It is among what
// was seen and left out: many pages hold the request for everybody, and hide it from most.
bool isFollowedByAsking(const QStringList &lines, const QString &body, const QStringList &trimmings)
{
    constexpr qsizetype nameOfButton = 24; // characters
    constexpr int nextLines = 12;
    const qsizetype start = body.trimmed().lastIndexOf(u'\n') + 1;
    const QString last = tidied(body.trimmed().mid(start)).right(60);
    if (last.isEmpty())
        return false;
    qsizetype at = lines.size() - 1;
    while (at >= 0 && !lines[at].endsWith(last))
        --at;
    if (at < 0)
        return false;
    for (qsizetype i = at + 1; i < lines.size() && i <= at + nextLines; ++i) {
        if (!trimmings.contains(lines[i]))
            continue;
        if (asksToSubscribe(lines[i]))
            return true;
        if (lines[i].size() > nameOfButton)
            break;
    }
    return false;
}

// A box that is called a wall, and says that it is one.
bool hasPaywall(const HtmlDocument &document)
{
    constexpr qsizetype largestBox = 1500; // characters: more is the story behind it
    constexpr int mostNodes = 300;
    static const NamePattern wall(
        u"pay-?wall|reg-?wall|meter-?wall|piano|subscri\\w+-?(?:wall|offer|"
        "prompt)|abo-?(?:wall|box|hinweis)|barrier"_s);
    for (int i = 0; i < int(document.nodes.size()); ++i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (node.tag != HtmlTag::Text && isUnseen(node)) {
            i = node.end - 1;
            continue;
        }
        if (node.tag == HtmlTag::Text || !node.elementName || node.end - i > mostNodes
            || !wall.matches(node))
            continue;
        const QString text = visibleText(document, i);
        if (text.size() <= largestBox && (asksToSubscribe(text.left(250)) || leadsOn(text)))
            return true;
    }
    return false;
}

// Whether what is paid for stands in the story: a subscriber has saved the page.
bool hasPaidPart(const HtmlDocument &document, const QStringList &classes, const QString &body)
{
    constexpr qsizetype sentence = 80; // characters
    int paidEnd = 0;
    for (int i = 0; i < int(document.nodes.size()) && !classes.isEmpty(); ++i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        const QStringList names = node.attribute("class"_L1).split(u' ', Qt::SkipEmptyParts);
        if (std::ranges::any_of(names, [&](const QString &name) { return classes.contains(name); }))
            paidEnd = std::max(paidEnd, node.end);
        const QString text = i < paidEnd ? tidied(node.text.toString()) : QString();
        if (text.size() >= sentence && body.contains(text))
            return true;
    }
    return false;
}

bool isBeginning(const HtmlDocument &document, const QStringList &lines,
                 const ExtentEvidence &evidence, const QStringList &trimmings, const QString &body)
{
    const bool saysSo = evidence.isForSubscribers || evidence.isMetered;
    if (body.size() >= (saysSo ? longestStart : shortStory))
        return false;
    const bool isWhole = evidence.wholeLength > 0 && body.size() * 10 >= evidence.wholeLength * 9;
    if (evidence.isForSubscribers && body.size() < shortStory && !isWhole
        && !hasPaidPart(document, evidence.paidClasses, body))
        return true;
    return endsWithAsking(body) || isFollowedByAsking(lines, body, trimmings)
        || (body.size() < shortStory && hasPaywall(document));
}

// Where a site begins, or a section of it: no page of its own, as one that a query names is.
bool isFrontAddress(const QUrl &url)
{
    static const Expression front(u"^/?(?:index\\.\\w+|home/?|[a-z]{2}/?)?$"_s);
    return !url.isEmpty() && !url.hasQuery() && front.isIn(url.path());
}

} // namespace

ArticleExtent extentOf(const HtmlDocument &document, const QStringList &lines,
                       const ExtentEvidence &evidence, const Article &article,
                       const QList<int> &story, const QString &body)
{
    if (isBeginning(document, lines, evidence, article.trimmings, body))
        return ArticleExtent::Beginning;
    const bool isFront = isFrontAddress(article.url);
    const bool mayBeList = isFront || (evidence.isOfListType && !article.datePublished.isValid());
    if (mayBeList && (isFront || body.size() < shortProse)
        && headlineLinks(document, manyHeadlines) >= manyHeadlines)
        return ArticleExtent::List;
    if (!evidence.isArticle && isMadeOfTeasers(document, story, body.size()))
        return ArticleExtent::List;
    return ArticleExtent::Whole;
}
