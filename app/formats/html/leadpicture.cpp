#include "app/formats/html/leadpicture.h"

#include "app/formats/html/classwords.h"
#include "app/formats/html/namepattern.h"
#include "app/formats/html/pictureaddresses.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int sentence = 40;          // letters; shorter ones are of the page's furniture
constexpr int wordsAbove = 300;       // letters between a picture and the headline below it
constexpr int nodesAbove = 300;       // looked at for one
constexpr int nodesBelow = 1500;      // the headline
constexpr qsizetype mostPictures = 8; // that are offered

bool isApart(HtmlTag tag)
{
    return tag == HtmlTag::Nav || tag == HtmlTag::Aside || tag == HtmlTag::Footer
        || tag == HtmlTag::Form || tag == HtmlTag::Li;
}

class Lead
{
public:
    Lead(const PageFacts &facts, const QList<int> &story, int heading, const QUrl &page)
        : m_facts(facts), m_story(story), m_heading(heading), m_page(page)
    {
    }

    QList<int> pictures();

private:
    int firstWords() const;
    int scope() const;
    bool mayLead(int picture, int scope) const;
    bool leadsElsewhere(int anchor) const;
    bool isBesideHeading(int picture) const;
    void addBelow(int from, int scope);
    void addAbove(int scope);

    const PageFacts &m_facts;
    const QList<int> &m_story;
    int m_heading;
    QUrl m_page;
    QList<int> m_found;
};

// Where the story's prose begins.
int Lead::firstWords() const
{
    for (const int root : m_story) {
        for (int i = root; i < m_facts.node(root).end;) {
            if (m_facts.isLeftOut(i) || i == m_heading) {
                i = m_facts.node(i).end;
                continue;
            }
            if (m_facts.node(i).tag == HtmlTag::Text && m_facts.counts(i).letters >= sentence
                && i > m_heading && m_facts.ancestor(i, HtmlTag::Figcaption) < 0)
                return i;
            ++i;
        }
    }
    return -1;
}

// The element that the headline and the story share, or what stands for the article.
int Lead::scope() const
{
    const int inside = m_heading >= 0 ? m_heading : m_story.first();
    for (int up = m_facts.node(inside).parent; up > 0; up = m_facts.node(up).parent) {
        const HtmlTag tag = m_facts.node(up).tag;
        if (tag == HtmlTag::Body)
            return up;
        const bool holdsStory = m_facts.isWithin(m_story.first(), up);
        if (holdsStory && (tag == HtmlTag::Article || tag == HtmlTag::Main || m_heading >= 0))
            return up;
    }
    return -1;
}

// A link to this page, to a picture or nowhere is that of a larger picture.
bool Lead::leadsElsewhere(int anchor) const
{
    const QString link = m_facts.node(anchor).attribute("href"_L1).trimmed();
    if (link.isEmpty() || link.startsWith(u'#') || isPictureAddress(link))
        return false;
    const QUrl url = m_page.resolved(QUrl(link));
    return (url.isRelative() || url.scheme().startsWith("http"_L1))
        && url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment)
        != m_page.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
}

bool Lead::mayLead(int picture, int scope) const
{
    if (isOfOthers(m_facts.node(picture)))
        return false;
    const bool hasCaption = m_facts.ancestor(picture, HtmlTag::Figure) >= 0
        && m_facts.document().first(HtmlTag::Figcaption, m_facts.ancestor(picture, HtmlTag::Figure))
            >= 0;
    for (int up = m_facts.node(picture).parent; up > 0; up = m_facts.node(up).parent) {
        const HtmlNode &node = m_facts.node(up);
        if (up == scope || m_facts.isWithin(m_heading, up))
            return true;
        if (isApart(node.tag) || isUnseen(node) || isOfOthers(node) || soundsLikeByline(node)
            || (node.tag == HtmlTag::A && !hasCaption && leadsElsewhere(up)))
            return false;
    }
    return true;
}

void Lead::addBelow(int from, int scope)
{
    const int words = firstWords();
    const int end = std::min(words < 0 ? m_facts.node(scope).end : words, from + nodesBelow);
    for (int i = from; i < end && m_found.size() < mostPictures; ++i) {
        if (m_facts.node(i).tag != HtmlTag::Img)
            continue;
        if (mayLead(i, scope))
            m_found.append(i);
    }
}

// Whether less than the whole page holds both.
bool Lead::isBesideHeading(int picture) const
{
    int up = m_facts.node(picture).parent;
    while (up > 0 && !m_facts.isWithin(m_heading, up))
        up = m_facts.node(up).parent;
    return up > 0 && m_facts.node(up).tag != HtmlTag::Body;
}

// The nearest comes first; no more than a few words may part it from the headline.
void Lead::addAbove(int scope)
{
    int letters = 0;
    const int first = std::max(scope, m_heading - nodesAbove);
    for (int i = m_heading - 1; i > first && letters < wordsAbove; --i) {
        const HtmlNode &node = m_facts.node(i);
        if (node.tag == HtmlTag::Text)
            letters += int(node.text.size());
        else if (node.tag == HtmlTag::Img && isBesideHeading(i) && mayLead(i, scope))
            m_found.append(i);
    }
}

QList<int> Lead::pictures()
{
    if (m_story.isEmpty())
        return {};
    const int scope = this->scope();
    if (scope < 0)
        return {};
    addBelow(m_heading >= 0 ? m_heading : scope, scope);
    if (m_heading >= 0)
        addAbove(scope);
    return m_found;
}

} // namespace

bool isOfOthers(const HtmlNode &element)
{
    static const NamePattern name(
        u"(?:^|[\\s_-])(?:author\\w*|byline|avatar|portrait|profile|writer|contributor|logo|icons?|"
        "emoji|share|sharing|social|related|recirc\\w*|recommend\\w*|teasers?|promo\\w*|sidebar|"
        "aside|most-?(?:read|popular)|trending|newsletters?|subscribe|subscription|comments?|"
        "advert\\w*|sponsor\\w*|banner-ad|cookie|consent|breadcrumbs?|menu|nav|navigation|"
        "podcasts?|footer)(?:$|[\\s_-])|(?:^|\\s)ads?(?:$|\\s)"_s);
    return name.matches(element);
}

QList<int> leadPictures(const PageFacts &facts, const QList<int> &story, int heading,
                        const QUrl &page)
{
    return Lead(facts, story, heading, page).pictures();
}
