#include "app/formats/html/markedauthors.h"

#include "app/formats/html/authornames.h"
#include "app/formats/html/classwords.h"
#include "app/formats/html/expression.h"
#include "app/formats/html/namepattern.h"
#include "app/formats/html/pagefacts.h"
#include "app/formats/html/valuepattern.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestByline = 160; // characters
constexpr std::size_t mostFound = 1000;  // marked elements with names in one page
constexpr int inOneByline = 20;          // nodes between two names of it
constexpr int nearHeadline = 100;        // nodes from the headline up; six times as many down

// From the surest on. https://schema.org/author, https://microformats.org/wiki/hcard,
// https://microformats.org/wiki/rel-author; the rest is how generators name their elements.
enum class Mark { Microdata, Card, Name, Byline, AuthorPage, None };

// Of a byline from the headline: with no other heading between, in its neighbourhood, anywhere.
enum class Distance { SameStory, Near, Any };

bool holdsWord(const QString &list, const QString &word)
{
    return !list.isEmpty() && list.split(u' ').contains(word);
}

bool isCard(const HtmlNode &node)
{
    static const NamePattern card(u"(?:^|\\s)(?:author|byline)\\s+vcard|vcard\\s+author"_s);
    return card.matches(node);
}

// Elements that hold a name and nothing else.
bool isName(const HtmlNode &node)
{
    static const NamePattern name(u"(?:author|byline|contributor|writer|autor|auteur)[-_]*(?"
                                  u":info|box|meta)?[-_]*(?:name|link)\\b|"
                                  "\\bbyauthor\\b|\\bauthor-?name\\b|\\bp-author\\b"_s);
    return holdsWord(node.attribute("rel"_L1), u"author"_s) || name.matches(node);
}

bool isByline(const HtmlNode &node)
{
    static const NamePattern byline(
        u"byline|(?<!licen[cs]e[-_]|photo[-_]|image[-_]|picture[-_]|foto[-_]|bild[-_])author"
        "(?!i[sz](?:e|ing|ation)|it(?:y|ies))|writtenby|(?:^|[\\s_-])(?:aut(?:or(?:en|in)?|eur|ore)"
        "|verfasser|redakteur|"
        "reporter|journalist|skribent|forfatter|auteurs|contributor|writer)(?:$|[\\s_-])"_s);
    return byline.matches(node);
}

bool isAuthorPage(const HtmlNode &node)
{
    static const ValuePattern page(
        u"/(?:authors?|autor(?:en|es|in)?|auteurs?|autore|contributors?|journalists?|reporters?|"
        "columnists?|writers?|profiles?|people|users?|skribent|redaktion|newsteam)/[^/?#]{3,}"_s);
    static const Expression elsewhere(
        u"//"
        u"(?:[\\w-]+\\.)*(?:creativecommons|youtube|twitter|"
        u"x|facebook|linkedin|instagram|pinterest|bsky|threads|mastodon|tiktok|"
        "flickr|google)\\.\\w+/"_s);
    return node.tag == HtmlTag::A && page.matches(node.utf8("href"_L1))
        && !elsewhere.isIn(node.attribute("href"_L1));
}

// Far from the headline, the address of an author's page says nothing.
Mark markOf(const HtmlNode &node, bool isNear)
{
    if (node.attributes.empty())
        return Mark::None;
    if (holdsWord(node.attribute("itemprop"_L1), u"author"_s))
        return Mark::Microdata;
    if (isCard(node))
        return Mark::Card;
    if (isName(node))
        return Mark::Name;
    if (isByline(node))
        return Mark::Byline;
    return isNear && isAuthorPage(node) ? Mark::AuthorPage : Mark::None;
}

// Beside a name in a byline: what the person does, when the story appeared, what a screen reader is
// told.
bool isBeside(const HtmlNode &node)
{
    static const NamePattern beside(
        u"(?:^|[\\s_-])(?:role|job|position|title|jobtitle|date|time|bydate|timestamp|published|"
        "updated|bio|biography|description|screen-reader-text|sr-only|visually-hidden|twitter|"
        "email|social|share|follow|comments?|location|source)(?:$|[\\s_-])"_s);
    return node.tag == HtmlTag::Time || node.tag == HtmlTag::Button || isUnseen(node)
        || beside.matches(node);
}

class Finder
{
public:
    Finder(const HtmlDocument &document, int heading, HouseAccounts accounts,
           const NamesTest &isPassedOver)
        : m_document(document)
        , m_heading(heading)
        , m_accounts(accounts)
        , m_isPassedOver(isPassedOver)
    {
    }

    QStringList names();

private:
    struct Found
    {
        int node = 0;
        Mark mark = Mark::None;
        QStringList names;
    };

    const HtmlNode &node(int i) const { return m_document.nodes[std::size_t(i)]; }
    int end(int i) const { return node(i).end; }
    bool isNear(int i) const;
    void collect();
    QStringList namesIn(int i) const;
    bool isElsewhere(int i) const;
    bool isOfMany(int i) const;
    bool isOfHouse(int i) const;
    QStringList innerNames(int i) const;
    QString ownText(int i) const;
    bool isHeadingBetween(int from, int to) const;
    int endOfHeadings(int heading) const;
    QStringList run(std::size_t first) const;
    bool isWithin(const Found &found, Distance distance) const;

    const HtmlDocument &m_document;
    int m_heading; // the headline's node, or -1
    HouseAccounts m_accounts;
    const NamesTest &m_isPassedOver;
    std::vector<Found> m_found;
    int m_headlineEnd = 0; // with its second deck
};

// The text below a node without what stands beside the names in it.
QString Finder::ownText(int i) const
{
    QString text;
    int block = -1;
    for (int at = i; at < end(i);) {
        const HtmlNode &inner = node(at);
        if (isUnread(inner.tag) || (at != i && inner.tag != HtmlTag::Text && isBeside(inner))) {
            at = inner.end;
            text += u'\n';
            continue;
        }
        if (inner.tag == HtmlTag::Text) {
            if (const int here = blockOf(m_document, at); here != block) {
                text += u'\n';
                block = here;
            }
            text += inner.text;
        } else if (inner.tag == HtmlTag::Br) {
            text += u'\n';
        }
        ++at;
    }
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (const QString tidy = tidied(line); !tidy.isEmpty())
            lines.append(tidy);
    }
    return lines.join(u'\n');
}

// The elements in a byline that say of themselves that they are names.
QStringList Finder::innerNames(int i) const
{
    AuthorList names;
    for (int at = i + 1; at < end(i) && !names.isFull(); ++at) {
        const HtmlNode &inner = node(at);
        if (inner.tag == HtmlTag::Text || inner.attributes.empty())
            continue;
        static const NamePattern formattedName(u"(?:^|\\s)(?:fn|n|p-name)(?:$|\\s)"_s);
        const bool isOne = inner.attribute("itemprop"_L1) == "name"_L1 || isName(inner)
            || isAuthorPage(inner) || formattedName.matches(inner);
        if (!isOne)
            continue;
        const QString content = inner.tag == HtmlTag::Meta ? inner.attribute("content"_L1)
                                                           : ownText(at);
        for (const QString &name : authorNames(content))
            names.add(name);
        at = inner.end - 1;
    }
    return names.names();
}

// The site's own name over every page, or a list of stories with a byline each.
bool Finder::isOfMany(int i) const
{
    int headings = node(i).tag == HtmlTag::H1 ? 2 : 0;
    for (int at = i + 1; at < end(i) && headings < 2; ++at)
        headings += isHeading(node(at).tag);
    return headings >= 2;
}

// The only link in it leads to the account that the site was made with.
bool Finder::isOfHouse(int i) const
{
    bool isHouse = false;
    for (int at = i; at < end(i); ++at) {
        if (node(at).tag != HtmlTag::A)
            continue;
        if (!isHouseAccount(node(at).attribute("href"_L1)))
            return false;
        isHouse = true;
    }
    return isHouse;
}

QStringList Finder::namesIn(int i) const
{
    if (isOfMany(i) || (m_accounts == HouseAccounts::PassedOver && isOfHouse(i)))
        return {};
    const QStringList inner = innerNames(i);
    if (!inner.isEmpty())
        return inner;
    if (const QString content = node(i).attribute("content"_L1); !content.isEmpty())
        return authorNames(content);
    const QString text = ownText(i);
    return text.size() > longestByline ? QStringList() : authorNames(text);
}

// An article's own footer says who wrote it, the page's own who owns the site.
// https://html.spec.whatwg.org/multipage/sections.html#the-footer-element
bool Finder::isElsewhere(int i) const
{
    const HtmlNode &candidate = node(i);
    if (candidate.tag == HtmlTag::Footer) {
        int up = candidate.parent;
        while (up >= 0 && node(up).tag != HtmlTag::Article)
            up = node(up).parent;
        return up < 0;
    }
    return candidate.tag == HtmlTag::Form || candidate.tag == HtmlTag::Nav
        || candidate.tag == HtmlTag::Head
        || (candidate.tag != HtmlTag::Text && soundsLikeComments(candidate));
}

void Finder::collect()
{
    int footerEnd = 0; // there are links to the author's other stories, too
    for (int i = 0; i < int(m_document.nodes.size()) && m_found.size() < mostFound;) {
        const HtmlNode &candidate = node(i);
        if (isElsewhere(i)) {
            i = candidate.end;
            continue;
        }
        if (candidate.tag == HtmlTag::Footer)
            footerEnd = candidate.end;
        const Mark mark = candidate.tag == HtmlTag::Text || candidate.tag == HtmlTag::Body
            ? Mark::None
            : markOf(candidate, isNear(i));
        const bool isSure = mark == Mark::Microdata || mark == Mark::Card || i >= footerEnd;
        const QStringList names = mark == Mark::None || !isSure ? QStringList() : namesIn(i);
        if (!names.isEmpty())
            m_found.push_back({i, mark, names});
        i = names.isEmpty() ? i + 1 : candidate.end;
    }
}

// Behind a heading begins another story.
bool Finder::isHeadingBetween(int from, int to) const
{
    for (int i = from; i < to; ++i) {
        if (isHeading(node(i).tag))
            return true;
    }
    return false;
}

// The names of one byline: those of the same mark that follow closely.
QStringList Finder::run(std::size_t first) const
{
    AuthorList names;
    int last = m_found[first].node;
    for (std::size_t i = first; i < m_found.size(); ++i) {
        const Found &found = m_found[i];
        if (found.mark != m_found[first].mark)
            continue;
        if (found.node - last > inOneByline || isHeadingBetween(last, found.node))
            break;
        last = end(found.node);
        for (const QString &name : found.names)
            names.add(name);
    }
    return names.names();
}

// In the neighbourhood of the headline; of a page without one, nothing is.
bool Finder::isNear(int i) const
{
    return m_heading >= 0 && i > m_heading - nearHeadline && i < m_heading + 6 * nearHeadline;
}

bool Finder::isWithin(const Found &found, Distance distance) const
{
    if (distance == Distance::Any || m_heading < 0)
        return distance != Distance::SameStory && found.mark != Mark::AuthorPage;
    return isNear(found.node)
        && (distance == Distance::Near || found.node < m_heading
            || !isHeadingBetween(m_headlineEnd, found.node));
}

// Where a headline ends, with the heading right below it, if there is one: its second deck.
int Finder::endOfHeadings(int heading) const
{
    int at = end(heading);
    while (at < int(m_document.nodes.size()) && !isHeading(node(at).tag)) {
        if (node(at).tag == HtmlTag::Text && !isBlank(node(at)))
            return end(heading);
        ++at;
    }
    return at < int(m_document.nodes.size()) ? end(at) : end(heading);
}

// The first after the headline, or just above it; the surest mark where there are several. Where
// a story names nobody but its publisher, the names of other stories are not its own.
QStringList Finder::names()
{
    collect();
    m_headlineEnd = m_heading < 0 ? 0 : endOfHeadings(m_heading);
    for (const Distance distance : {Distance::SameStory, Distance::Near, Distance::Any}) {
        bool isNobodys = false;
        for (const Mark mark :
             {Mark::Microdata, Mark::Card, Mark::Name, Mark::Byline, Mark::AuthorPage}) {
            for (std::size_t i = 0; i < m_found.size(); ++i) {
                if (m_found[i].mark != mark || !isWithin(m_found[i], distance))
                    continue;
                const QStringList found = run(i);
                if (!m_isPassedOver || !m_isPassedOver(found))
                    return found;
                isNobodys = true;
            }
        }
        if (isNobodys)
            return {};
    }
    return {};
}

} // namespace

QStringList markedAuthors(const HtmlDocument &document, int heading, HouseAccounts accounts,
                          const NamesTest &isPassedOver)
{
    return Finder(document, heading, accounts, isPassedOver).names();
}

QString authorAmongComments(const HtmlDocument &document)
{
    for (const HtmlNode &comment : document.nodes) {
        if (!comment.attribute("class"_L1).contains("bypostauthor"_L1))
            continue;
        const int first = int(&comment - document.nodes.data());
        for (int i = first + 1; i < comment.end; ++i) {
            const QString kind = document.nodes[std::size_t(i)].attribute("class"_L1);
            if (kind.split(u' ').contains(u"fn"_s))
                return visibleText(document, i);
        }
    }
    return {};
}
