#include "app/formats/html/relatedlists.h"

#include "app/article/datephrase.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLinks = 20;        // of one list
constexpr qsizetype shortestHeadline = 12; // characters; below are names of sections
constexpr qsizetype longestSection = 48;   // characters

// As publishers in eight languages head them.
const QRegularExpression &heads()
{
    static const QRegularExpression expression(
        u"^\\W*(?:related(?: "
        u"(?:stories|articles|content|links|coverage|topics|news|posts|reading))?|"
        "more on this(?: story)?|more (?:stories|from this story)|see also|read (?:more|also|next)|"
        "also read|further reading|you may also like|recommended(?: for you)?|"
        "mehr zum thema|mehr dazu|lesen sie auch|lesen sie mehr|auch interessant|weitere artikel|"
        "das könnte sie auch interessieren|passend dazu|"
        "(?:à )?lire aussi|à lire également|voir aussi|sur le même sujet|nos articles|"
        "lea también|le puede interesar|te puede interesar|más información|noticias relacionadas|"
        "leggi anche|articoli correlati|potrebbe interessarti|"
        "leia também|leia mais|veja também|notícias relacionadas|"
        "lees ook|lees verder|meer over|læs også|les også|läs (?:också|mer)|lue myös|"
        "czytaj (?:też|także|więcej)|zobacz (?:też|także)|читайте также|baca juga)\\b[\\s:…>»-]*"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

class Lists
{
public:
    Lists(PageFacts &facts, const QUrl &page) : m_facts(facts), m_page(page) { }

    QList<RelatedLink> run();

private:
    void takeLine(int block);
    void takeAfter(int heading);
    void takeLinks(int from, int to);
    void takeWhatStandsBeside(int anchor, RelatedLink &link) const;

    PageFacts &m_facts;
    QUrl m_page;
    QList<RelatedLink> m_links;
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
    for (int i = from; i < to && taken < mostLinks; ++i) {
        const HtmlNode &node = m_facts.node(i);
        if (node.tag != HtmlTag::A)
            continue;
        RelatedLink link;
        link.headline = visibleText(m_facts.document(), i);
        link.headline.remove(heads());
        link.url = m_page.resolved(QUrl(node.attribute("href"_L1).trimmed()));
        const bool isWeb = link.url.scheme() == "http"_L1 || link.url.scheme() == "https"_L1;
        if (!isWeb)
            link.url.clear();
        const bool known = std::ranges::any_of(
            m_links, [&link](const RelatedLink &other) { return other.headline == link.headline; });
        if (link.headline.size() < shortestHeadline || link.headline.size() > 300 || known)
            continue;
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

QList<RelatedLink> Lists::run()
{
    for (int i = 0; i < m_facts.size(); ++i) {
        const HtmlNode &node = m_facts.node(i);
        const bool isLine = node.tag == HtmlTag::P || node.tag == HtmlTag::Div
            || node.tag == HtmlTag::Li || isHeading(node.tag) || node.tag == HtmlTag::Span
            || node.tag == HtmlTag::Strong || node.tag == HtmlTag::B;
        if (!isLine || m_facts.counts(i).letters > 300 || m_facts.counts(i).letters < 4)
            continue;
        const QString text = visibleText(m_facts.document(), i);
        const auto match = heads().match(text);
        if (!match.hasMatch())
            continue;
        if (match.capturedLength() >= text.size())
            takeAfter(i);
        else if (m_facts.counts(i).linkDensity() > 0.5 && isBlock(node.tag))
            takeLine(i);
    }
    return m_links;
}

} // namespace

bool headsRelatedLinks(const QString &text)
{
    const auto match = heads().match(text);
    return match.hasMatch() && match.capturedLength() >= text.size();
}

QList<RelatedLink> takeRelatedLinks(PageFacts &facts, const QUrl &page)
{
    return Lists(facts, page).run();
}
