#include "app/formats/html/relatedlists.h"

#include "app/article/datephrase.h"
#include "app/formats/html/refrainphrases.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLinks = 20;        // of one list
constexpr qsizetype shortestHeadline = 12; // characters; below are names of sections
constexpr qsizetype longestSection = 48;   // characters

constexpr qsizetype mostOfPage = 500; // links of all its lists

// As publishers head them, in the languages we met.
const QString headings = //
    u"related|related stories|related articles|related content|related links|related coverage|"
    "related topics|related news|related posts|related reading|more on this|more on this story|"
    "more stories|more from this story|see also|read more|read also|read next|also read|"
    "further reading|you may also like|recommended|recommended for you|"
    "mehr zum thema|mehr dazu|lesen sie auch|lesen sie mehr|auch interessant|weitere artikel|"
    "das könnte sie auch interessieren|passend dazu|"
    "lire aussi|à lire aussi|à lire également|voir aussi|sur le même sujet|nos articles|"
    "lea también|le puede interesar|te puede interesar|más información|noticias relacionadas|"
    "leggi anche|articoli correlati|potrebbe interessarti|"
    "leia também|leia mais|veja também|notícias relacionadas|"
    "lees ook|lees verder|meer over|læs også|relaterede artikler|les også|relaterte artikler|"
    "relaterte saker|läs också|läs mer|läs även|relaterade artiklar|lue myös|aiheesta lisää|"
    "czytaj też|czytaj także|czytaj więcej|czytaj również|zobacz też|zobacz także|"
    "čtěte také|čtěte též|přečtěte si také|související články|"
    "читайте также|читайте ещё|читайте еще|по теме|материалы по теме|ещё по теме|еще по теме|"
    "читайте також|по темі|за темою|матеріали за темою|baca juga|"
    "ilgili haberler|İlgili haberler|ayrıca okuyun|bunlar da ilginizi çekebilir|"
    "kapcsolódó cikkek|olvassa el ezt is|citește și|citeşte şi|citiți și|pe aceeași temă|"
    "διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα|δείτε επίσης|σχετικά άρθρα|"
    "اقرأ أيضا|اقرأ ايضا|اقرأ كذلك|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|"
    "קראו גם|קראו עוד|כתבות נוספות|כתבות קשורות|עוד בנושא|"
    "関連記事|関連ニュース|関連リンク|あわせて読みたい|"
    "相关新闻|相关阅读|相关报道|相关文章|相關新聞|相關報導|相關文章|延伸阅读|延伸閱讀|"
    "관련기사|관련 기사|관련뉴스|관련 뉴스"_s;

const HeadingPhrases &known()
{
    static const HeadingPhrases known(headings);
    return known;
}

// How much of a text is such a heading at its beginning, the colon behind it too; 0 when none is.
qsizetype headingLength(const QString &text)
{
    static const QString parting = u":：…>»-–|"_s;
    if (!known().mayBegin(text))
        return 0;
    qsizetype length = 0;
    int words = 0;
    for (qsizetype i = 1; i <= text.size() && words < 8; ++i) {
        const bool isInWord = i < text.size() && (text[i].isLetter() || text[i].isMark());
        const bool ends = !isInWord && (text[i - 1].isLetter() || text[i - 1].isMark());
        words += ends;
        if (ends && known().holds(foldedWords(QStringView(text).left(i))))
            length = i;
    }
    while (length > 0 && length < text.size()
           && (text[length].isSpace() || parting.contains(text[length])))
        ++length;
    return length;
}

class Lists
{
public:
    Lists(PageFacts &facts, const QUrl &page) : m_facts(facts), m_page(page) { }

    QList<RelatedLink> run();

private:
    bool mayBegin(int line);
    void takeLine(int block);
    void takeAfter(int heading);
    void takeLinks(int from, int to);
    void takeWhatStandsBeside(int anchor, RelatedLink &link) const;

    PageFacts &m_facts;
    QUrl m_page;
    QList<RelatedLink> m_links;
    QSet<QString> m_known; // their headlines
    int m_asked = -1;      // the last text that mayBegin() met, and what was true of it
    bool m_mayBegin = false;
};

// "<li><a>The other story</a> 13 April 2011 | Regional": as the page dates and files it.
void Lists::takeWhatStandsBeside(int anchor, RelatedLink &link) const
{
    const int item = m_facts.ancestor(anchor, HtmlTag::Li, 4);
    if (item < 0 || m_facts.counts(item).linked != m_facts.counts(anchor).linked)
        return;
    QString beside = visibleText(m_facts.document(), item);
    beside.remove(visibleText(m_facts.document(), anchor));
    QString section;
    for (const QString &part : beside.split(u'|', Qt::SkipEmptyParts)) {
        if (const std::optional<PrintedDate> date = datePhrase(part.trimmed()))
            link.datePublished = *date;
        else if (section.isEmpty() && part.size() <= longestSection)
            section = part.trimmed();
    }
    if (link.datePublished.isValid())
        link.articleSection = section;
}

void Lists::takeLinks(int from, int to)
{
    qsizetype taken = 0;
    for (int i = from; i < to && taken < mostLinks && m_links.size() < mostOfPage; ++i) {
        const HtmlNode &node = m_facts.node(i);
        if (node.tag != HtmlTag::A)
            continue;
        RelatedLink link;
        link.headline = visibleText(m_facts.document(), i);
        link.headline.remove(0, headingLength(link.headline));
        link.url = m_page.resolved(QUrl(node.attribute("href"_L1).trimmed()));
        const bool isWeb = link.url.scheme() == "http"_L1 || link.url.scheme() == "https"_L1;
        if (!isWeb)
            link.url.clear();
        if (link.headline.size() < shortestHeadline || link.headline.size() > 300
            || m_known.contains(link.headline))
            continue;
        m_known.insert(link.headline);
        takeWhatStandsBeside(i, link);
        m_links.append(link);
        ++taken;
    }
}

// "Read more: <a>The other story</a>", a paragraph of its own.
void Lists::takeLine(int block)
{
    takeLinks(block, m_facts.node(block).end);
    m_facts.leaveOut(block);
}

// A heading, and what follows it beside it: a list, or elements that are mostly links.
void Lists::takeAfter(int heading)
{
    int from = heading;
    // Out of wrappers that hold nothing but the heading.
    while (m_facts.node(from).parent > 0
           && m_facts.counts(m_facts.node(from).parent).letters == m_facts.counts(heading).letters)
        from = m_facts.node(from).parent;
    const int parent = m_facts.node(from).parent;
    bool found = false;
    for (int i = m_facts.node(from).end; parent >= 0 && i < m_facts.node(parent).end;
         i = m_facts.node(i).end) {
        const Counts counts = m_facts.counts(i);
        if (counts.letters == 0)
            continue;
        if (counts.linkDensity() < 0.4 || counts.letters > 3000)
            break;
        takeLinks(i, m_facts.node(i).end);
        m_facts.leaveOut(i);
        found = true;
    }
    if (found)
        m_facts.leaveOut(from);
}

// Asked before the words of a line are put together: a page has many lines, one within another.
bool Lists::mayBegin(int line)
{
    const int end = m_facts.node(line).end;
    for (int i = line; i < end;) {
        const HtmlNode &node = m_facts.node(i);
        if (isUnread(node.tag)) {
            i = node.end;
            continue;
        }
        if (i == m_asked)
            return m_mayBegin;
        if (std::ranges::any_of(node.text, [](QChar c) { return c.isLetter(); })) {
            m_asked = i;
            m_mayBegin = known().mayBegin(node.text);
            return m_mayBegin;
        }
        ++i;
    }
    return false;
}

QList<RelatedLink> Lists::run()
{
    for (int i = 0; i < m_facts.size(); i = m_facts.isLeftOut(i) ? m_facts.node(i).end : i + 1) {
        const HtmlNode &node = m_facts.node(i);
        const bool isLine = node.tag == HtmlTag::P || node.tag == HtmlTag::Div
            || node.tag == HtmlTag::Li || isHeading(node.tag) || node.tag == HtmlTag::Span
            || node.tag == HtmlTag::Strong || node.tag == HtmlTag::B;
        if (!isLine || m_facts.isLeftOut(i) || m_facts.counts(i).letters > 300
            || m_facts.counts(i).letters < 4 || !mayBegin(i))
            continue;
        const QString text = visibleText(m_facts.document(), i);
        const qsizetype length = headingLength(text);
        if (length == 0)
            continue;
        if (length >= text.size())
            takeAfter(i);
        else if (m_facts.counts(i).linkDensity() > 0.5 && isBlock(node.tag))
            takeLine(i);
    }
    return m_links;
}

} // namespace

QList<RelatedLink> takeRelatedLinks(PageFacts &facts, const QUrl &page)
{
    return Lists(facts, page).run();
}
