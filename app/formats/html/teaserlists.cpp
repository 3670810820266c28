#include "app/formats/html/teaserlists.h"

#include "app/formats/html/pagefacts.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headlineLength = 25; // characters
constexpr qsizetype noStory = 250;       // characters: less is a caption, or a site's own motto
constexpr int fewestTeasers = 8;
constexpr qsizetype shortestStory = 150; // letters
constexpr qsizetype longestTeaser = 500; // letters between two headlines
constexpr qsizetype usualTeaser = 220;

bool isHeadlineLink(const HtmlDocument &document, int i)
{
    const HtmlNode &node = document.nodes[std::size_t(i)];
    return node.tag == HtmlTag::A && node.has("href"_L1)
        && visibleText(document, i).size() >= headlineLength;
}

qsizetype lettersIn(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return !c.isSpace(); });
}

class TeaserCount final
{
public:
    explicit TeaserCount(const HtmlDocument &document) : m_document(document) { }

    void count(int from)
    {
        const int end = m_document.nodes[std::size_t(from)].end;
        for (int i = from; i < end;) {
            const HtmlNode &node = m_document.nodes[std::size_t(i)];
            const bool isAside = isUnread(node.tag) || node.tag == HtmlTag::Nav
                || node.tag == HtmlTag::Footer || node.tag == HtmlTag::Noscript || isTableOfData(i);
            if (isAside) {
                i = node.end;
                continue;
            }
            if (isHeadlineLink(m_document, i) && standsAlone(blockOf(m_document, i))) {
                ++m_headlines;
                m_run = 0;
                i = node.end;
                continue;
            }
            // Links beside headlines are buttons, sections and names.
            const bool isButton = node.tag == HtmlTag::A && standsAlone(blockOf(m_document, i));
            if (node.tag == HtmlTag::Text) {
                const qsizetype letters = lettersIn(node.text);
                m_prose += letters;
                m_run += letters;
                m_longestRun = std::max(m_longestRun, m_run);
            }
            i = isButton ? node.end : i + 1;
        }
    }

    // What is said between two of many headlines is much the same each time; one piece of prose
    // that is longer than the others by far is a short story among links.
    bool isList() const
    {
        if (m_headlines < fewestTeasers)
            return false;
        const bool hasStory = m_longestRun > shortestStory
            && m_longestRun * m_headlines > m_prose * 3;
        return !hasStory && m_longestRun < longestTeaser && m_prose < m_headlines * usualTeaser;
    }

private:
    // Its columns have names.
    bool isTableOfData(int i) const
    {
        return m_document.nodes[std::size_t(i)].tag == HtmlTag::Table
            && m_document.first(HtmlTag::Th, i) >= 0;
    }

    // A block that is mostly links; a sentence with a link in it is none.
    bool standsAlone(int block)
    {
        if (const auto known = m_alone.constFind(block); known != m_alone.constEnd())
            return *known;
        qsizetype all = 0;
        qsizetype linked = 0;
        int linkEnd = 0;
        for (int i = block; i < m_document.nodes[std::size_t(block)].end; ++i) {
            const HtmlNode &node = m_document.nodes[std::size_t(i)];
            if (node.tag == HtmlTag::A)
                linkEnd = std::max(linkEnd, node.end);
            if (node.tag != HtmlTag::Text)
                continue;
            const qsizetype letters = lettersIn(node.text);
            all += letters;
            linked += i < linkEnd ? letters : 0;
        }
        return *m_alone.insert(block, linked * 10 >= all * 6);
    }

    const HtmlDocument &m_document;
    QHash<int, bool> m_alone;
    qsizetype m_headlines = 0;
    qsizetype m_prose = 0; // letters
    qsizetype m_run = 0;   // letters since the last headline
    qsizetype m_longestRun = 0;
};

} // namespace

int headlineLinks(const HtmlDocument &document, int enough)
{
    int links = 0;
    for (int i = 0; i < int(document.nodes.size()) && links < enough; ++i)
        links += isHeadlineLink(document, i);
    return links;
}

bool isMadeOfTeasers(const HtmlDocument &document, const QList<int> &story, qsizetype length)
{
    TeaserCount teasers(document);
    const int body = document.first(HtmlTag::Body);
    if (length < noStory && body >= 0)
        teasers.count(body);
    else
        std::ranges::for_each(story, [&](int node) { teasers.count(node); });
    return teasers.isList();
}
