#include "app/formats/html/storyfinder.h"

#include "app/formats/html/articletext.h"
#include "app/formats/html/authornotes.h"
#include "app/formats/html/classwords.h"
#include "app/formats/html/consentdialogs.h"
#include "app/formats/html/readercomments.h"
#include "app/formats/html/storycleaning.h"
#include "app/formats/html/storyparts.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int shortestParagraph = 25; // letters
constexpr int sentence = 40;          // letters of the shortest run that counts as prose
constexpr int enoughText = 500;       // letters of a story: with fewer, less evidence is believed

double tagScore(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Div:
    case HtmlTag::Article:
        return 5;
    case HtmlTag::Pre:
    case HtmlTag::Td:
    case HtmlTag::Blockquote:
        return 3;
    case HtmlTag::Address:
    case HtmlTag::Ol:
    case HtmlTag::Ul:
    case HtmlTag::Dl:
    case HtmlTag::Dd:
    case HtmlTag::Dt:
    case HtmlTag::Li:
    case HtmlTag::Form:
        return -3;
    case HtmlTag::H1:
    case HtmlTag::H2:
    case HtmlTag::H3:
    case HtmlTag::H4:
    case HtmlTag::H5:
    case HtmlTag::H6:
    case HtmlTag::Th:
        return -5;
    default:
        return 0;
    }
}

// Blocks whose words count as a paragraph of the story when they stand in them directly.
bool countsAsParagraph(HtmlTag tag)
{
    return tag == HtmlTag::P || tag == HtmlTag::Td || tag == HtmlTag::Pre || tag == HtmlTag::Section
        || tag == HtmlTag::Div || tag == HtmlTag::Article || tag == HtmlTag::Main
        || tag == HtmlTag::Body || tag == HtmlTag::Center || tag == HtmlTag::Dd
        || (isHeading(tag) && tag != HtmlTag::H1);
}

class Search
{
public:
    Search(PageFacts &facts, const KeptParts &kept, const Strictness &strictness, int heading)
        : m_facts(facts)
        , m_kept(kept)
        , m_strictness(strictness)
        , m_heading(heading)
        , m_scores(std::size_t(facts.size()), 0)
        , m_scored(std::size_t(facts.size()), false)
    {
    }

    QList<int> run();

private:
    int scope() const;
    void scoreParagraphs();
    void scoreRun(int block, int letters, int commas);
    void add(int node, double score);
    double score(int node) const { return m_scores[std::size_t(node)]; }
    int best();
    int higher(int top) const;
    int commonAncestor(const QList<int> &tops, int top) const;
    QList<int> withSiblings(int top) const;
    bool belongs(int sibling, int top) const;

    PageFacts &m_facts;
    const KeptParts &m_kept;
    Strictness m_strictness;
    int m_heading; // the headline's node, or -1
    std::vector<double> m_scores;
    std::vector<bool> m_scored;
};

void Search::add(int node, double points)
{
    if (!m_scored[std::size_t(node)]) {
        m_scored[std::size_t(node)] = true;
        m_scores[std::size_t(node)] = tagScore(m_facts.node(node).tag)
            + (m_strictness.byNameWeights ? nameWeight(m_facts.node(node)) : 0);
    }
    m_scores[std::size_t(node)] += points;
}

// A run of words between two block borders gives its points to the elements around it, the nearer
// the more.
void Search::scoreRun(int block, int letters, int commas)
{
    if (letters < shortestParagraph || !countsAsParagraph(m_facts.node(block).tag))
        return;
    const double points = 1 + commas + qMin(letters / 100, 3);
    const HtmlNode &node = m_facts.node(block);
    // A div of words only is a paragraph; with other blocks in it, it is a container.
    bool isContainer = node.tag == HtmlTag::Body || node.tag == HtmlTag::Article
        || node.tag == HtmlTag::Main;
    for (int i = block + 1; i < node.end && node.tag != HtmlTag::P && !isContainer; ++i)
        isContainer = isBlock(m_facts.node(i).tag);
    int level = 0;
    for (int up = isContainer ? block : node.parent; up > 0 && level < 5;
         up = m_facts.node(up).parent, ++level)
        add(up, points / (level == 0 ? 1 : level == 1 ? 2 : level * 3));
}

// The page's own main or article element, when there is one that can be the story; else the page.
int Search::scope() const
{
    int scope = 0;
    for (int i = 0; i < m_facts.size(); ++i) {
        const Counts counts = m_facts.counts(i);
        if (m_facts.node(i).utf8("itemprop"_L1).contains("articleBody")
            && counts.letters - counts.linked > 400 && !m_facts.isLeftOut(i))
            return m_facts.node(i).parent;
    }
    // Among several articles, one below the other, the headline's is the one that was saved.
    if (const int article = m_heading < 0 ? -1 : m_facts.ancestor(m_heading, HtmlTag::Article);
        article >= 0) {
        const Counts counts = m_facts.counts(article);
        if (counts.letters - counts.linked > 600)
            return article;
    }
    for (const HtmlTag tag : {HtmlTag::Main, HtmlTag::Article}) {
        int only = -1;
        int found = 0;
        for (int i = scope; i < m_facts.node(scope).end; ++i) {
            if (m_facts.node(i).tag != tag || m_facts.isLeftOut(i))
                continue;
            ++found;
            only = i;
            i = m_facts.node(i).end - 1;
        }
        if (found != 1)
            continue;
        const Counts inside = m_facts.counts(only);
        const Counts outside = m_facts.counts(scope);
        const int prose = inside.letters - inside.linked;
        if (prose > 600 && prose * 10 > (outside.letters - outside.linked) * 3)
            scope = only;
    }
    return scope;
}

void Search::scoreParagraphs()
{
    const int scope = this->scope();
    int block = 0;
    int letters = 0;
    int commas = 0;
    std::vector<int> blocks{0};
    const auto flush = [&] {
        if (m_facts.isWithin(block, scope))
            scoreRun(block, letters, commas);
        letters = commas = 0;
    };
    for (int i = 0; i < m_facts.size();) {
        while (blocks.size() > 1 && i >= m_facts.node(blocks.back()).end) {
            flush();
            blocks.pop_back();
            block = blocks.back();
        }
        const HtmlNode &node = m_facts.node(i);
        if (m_facts.isLeftOut(i)) {
            i = node.end;
            continue;
        }
        if (isBlock(node.tag)) {
            flush();
            blocks.push_back(i);
            block = i;
        } else if (node.tag == HtmlTag::Text) {
            const Counts counts = m_facts.counts(i);
            letters += counts.letters;
            commas += counts.commas;
        }
        ++i;
    }
    flush();
}

// The nearest element that holds at least three of the best, when they are about as good as the
// best of all: a story in several columns or pages.
int Search::commonAncestor(const QList<int> &tops, int top) const
{
    QList<int> rivals;
    for (const int candidate : tops) {
        if (candidate != top && score(candidate) >= score(top) * 0.75)
            rivals.append(candidate);
    }
    if (rivals.size() < 3)
        return top;
    for (int up = m_facts.node(top).parent; up > 0; up = m_facts.node(up).parent) {
        const auto held = std::ranges::count_if(
            rivals, [&](int rival) { return m_facts.isWithin(rival, up); });
        if (held >= 3)
            return up;
    }
    return top;
}

// Up while the score grows, or while there is nothing beside it.
int Search::higher(int top) const
{
    double last = score(top);
    const double threshold = last / 3;
    int best = top;
    for (int up = m_facts.node(top).parent; up > 0 && m_facts.node(up).tag != HtmlTag::Body;
         up = m_facts.node(up).parent) {
        if (!m_scored[std::size_t(up)])
            continue;
        if (score(up) < threshold)
            break;
        if (score(up) > last) {
            best = up;
            break;
        }
        last = score(up);
    }
    for (int up = m_facts.node(best).parent; up > 0 && m_facts.node(up).tag != HtmlTag::Body;
         up = m_facts.node(up).parent) {
        if (m_facts.counts(up).letters != m_facts.counts(best).letters)
            break;
        best = up;
    }
    return best;
}

int Search::best()
{
    QList<int> tops;
    for (int i = 0; i < m_facts.size(); ++i) {
        if (!m_scored[std::size_t(i)])
            continue;
        m_scores[std::size_t(i)] *= 1 - m_facts.counts(i).linkDensity();
        const auto place = std::ranges::find_if(tops,
                                                [&](int top) { return score(i) > score(top); });
        tops.insert(place - tops.begin(), i);
        if (tops.size() > 5)
            tops.removeLast();
    }
    if (tops.isEmpty())
        return m_facts.document().first(HtmlTag::Body);
    return higher(commonAncestor(tops, tops.first()));
}

bool Search::belongs(int sibling, int top) const
{
    const HtmlNode &node = m_facts.node(sibling);
    if (node.tag == HtmlTag::Text || m_facts.isLeftOut(sibling))
        return false;
    const QString name = node.attribute("class"_L1);
    const double bonus = !name.isEmpty() && name == m_facts.node(top).attribute("class"_L1)
        ? score(top) * 0.2
        : 0;
    if (m_scored[std::size_t(sibling)] && score(sibling) + bonus >= qMax(10.0, score(top) * 0.2))
        return true;
    if (node.tag != HtmlTag::P)
        return false;
    const Counts counts = m_facts.counts(sibling);
    if (counts.letters > 80)
        return counts.linkDensity() < 0.25;
    const QString text = visibleText(m_facts.document(), sibling);
    return counts.letters > 0 && counts.linked == 0
        && (text.endsWith(u'.') || text.contains(u". "_s));
}

QList<int> Search::withSiblings(int top) const
{
    const int parent = m_facts.node(top).parent;
    if (parent < 0 || m_facts.node(top).tag == HtmlTag::Body)
        return {top};
    QList<int> nodes;
    for (int i = parent + 1; i < m_facts.node(parent).end; i = m_facts.node(i).end) {
        if (i == top || belongs(i, top))
            nodes.append(i);
    }
    return nodes;
}

QList<int> Search::run()
{
    leaveOutUnread(m_facts, m_strictness, m_kept, m_heading);
    m_facts.countAgain();
    scoreParagraphs();
    QList<int> nodes = withSiblings(best());
    nodes += m_kept.notesAfter(m_facts, m_facts.node(nodes.last()).end);
    cleanStory(m_facts, nodes, m_strictness, m_kept);
    m_facts.countAgain();
    return nodes;
}

int lettersIn(const PageFacts &facts, const QList<int> &nodes)
{
    int letters = 0;
    for (const int node : nodes)
        letters += facts.isLeftOut(node) ? 0 : facts.counts(node).letters;
    return letters;
}

// Letters in runs long enough to be sentences, outside links: forms and menus have none.
int proseIn(const PageFacts &facts, const QList<int> &nodes)
{
    int prose = 0;
    for (const int root : nodes) {
        for (int i = root; i < facts.node(root).end;) {
            if (facts.isLeftOut(i)) {
                i = facts.node(i).end;
                continue;
            }
            const Counts counts = facts.counts(i);
            if (facts.node(i).tag == HtmlTag::Text && counts.letters >= sentence)
                prose += counts.letters - counts.linked;
            ++i;
        }
    }
    return prose;
}

// As the story, whatever its elements are called.
void takeContainer(PageFacts &facts, const KeptParts &kept, int container, int heading)
{
    leaveOutUnread(facts, {true, true, true, false}, kept, heading);
    facts.takeBackAround(container);
    facts.countAgain();
    cleanStory(facts, {container}, {true, false, true, true}, kept);
    facts.countAgain();
}

} // namespace

QList<int> storyNodes(PageFacts &facts, const QString &articleBody, int heading)
{
    static constexpr Strictness attempts[] = {{true, true, true, true},
                                              {false, true, true, true},
                                              {false, false, true, true},
                                              {false, false, false, true},
                                              {false, false, false, false}};
    const ArticleText known(articleBody);
    const KeptParts kept(facts);
    const bool asked = leaveOutConsent(facts, heading);
    if (leaveOutAnswered(facts, kept, heading) || asked)
        facts.countAgain();
    QList<int> longest;
    std::optional<PageFacts> best;
    double most = -1;
    double shareOfBest = 1;
    for (const Strictness &strictness : attempts) {
        PageFacts tried = facts;
        const QList<int> nodes = Search(tried, kept, strictness, heading).run();
        const int letters = lettersIn(tried, nodes);
        const double worth = proseIn(tried, nodes) + letters / 8.0;
        const double share = known.isEmpty() ? 1 : known.shareIn(tried, nodes);
        if (worth * share > most * (strictness.skipsUnseen ? 1 : 3)) {
            most = worth * share;
            longest = nodes;
            shareOfBest = share;
            best.emplace(std::move(tried));
        }
        if (letters >= enoughText && share > 0.6)
            break;
    }
    if (shareOfBest < 0.6) {
        if (const int container = known.container(facts); container >= 0) {
            takeContainer(facts, kept, container, heading);
            leaveOutLastHeadings(facts, {container});
            return {container};
        }
    }
    facts.takeOver(std::move(*best));
    leaveOutAuthorNote(facts, longest);
    leaveOutLastHeadings(facts, longest);
    return longest;
}
