#include "app/formats/html/standfirst.h"

#include "app/article/datephrase.h"
#include "app/formats/html/bylines.h"
#include "app/formats/html/classwords.h"
#include "app/formats/html/consentdialogs.h"
#include "app/formats/html/expression.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int shortest = 30; // letters
constexpr int longest = 900;
constexpr int prose = 100;       // letters of a paragraph that can only be the story's
constexpr int nodesBelow = 400;  // the headline: pages put buttons and pictures between
constexpr qsizetype enough = 40; // letters of a description that must be found again

// Whether one begins with the other, whole or cut off by an ellipsis.
bool saySame(const QString &description, const QString &text)
{
    const QString a = foldedLetters(description);
    const QString b = foldedLetters(text);
    return qMin(a.size(), b.size()) >= enough && (a.startsWith(b) || b.startsWith(a));
}

// As publishers and their systems name it, in the languages we met.
bool isNamed(const HtmlNode &node)
{
    static const Expression name(
        u"(?:(?<![A-Za-z])(?:lead|lede|standfirst|intro|summary|teaser|deck|dek|subtitle|subhead|"
        "sub-?headline|chapo|chapeau|abstract|excerpt|preface|vorspann|anleser|einleitung|bajada|"
        "entradilla|sottotitolo|occhiello|catenaccio|sommario|perex|ingress|zajawka|manchet)|"
        "(?:Lead|Lede|Standfirst|Intro|Summary|Teaser|Deck|Subtitle|Subhead|Excerpt|Abstract))"
        "(?![a-z]{4,})"_s);
    const QString names = node.attribute("class"_L1) + u' ' + node.attribute("id"_L1);
    const QString property = node.attribute("itemprop"_L1);
    return (names.size() > 1 && name.isIn(names)) || property == "description"_L1
        || property == "alternativeHeadline"_L1;
}

bool endsSentence(const QString &text)
{
    static const Expression end(u"[.!?…。！？»”\"]$"_s);
    return end.isIn(text);
}

// Words about a picture or the site, which stand in the same place.
bool isOther(const QString &text)
{
    static const Expression beginning(
        u"^\\W*(?:copyright|©|all rights reserved|image|photo|foto|bild|picture|video|source|"
        "quelle|add us|follow us|subscribe|sign up|listen|share|advertisement|anzeige|werbung)\\b|^\\W*©"_s,
        Expression::Case::Insensitive);
    return beginning.isIn(text);
}

class Standfirst
{
public:
    Standfirst(PageFacts &facts, const QList<int> &story, int heading, Article &article)
        : m_facts(facts), m_story(story), m_heading(heading), m_article(article)
    {
    }

    void take();

private:
    bool isElsewhere(int node) const;
    bool hasName(int line, const QString &text) const;
    bool isProse(int line, const QString &text) const;
    bool isOne(int line, const QString &text) const;
    QList<int> found() const;
    void dropRepeated();

    PageFacts &m_facts;
    const QList<int> &m_story;
    int m_heading;
    Article &m_article;
};

bool Standfirst::isElsewhere(int i) const
{
    const HtmlNode &node = m_facts.node(i);
    if (node.tag == HtmlTag::Text)
        return false;
    return isUnread(node.tag) || node.tag == HtmlTag::Nav || node.tag == HtmlTag::Aside
        || node.tag == HtmlTag::Footer || node.tag == HtmlTag::Form || node.tag == HtmlTag::Figure
        || node.tag == HtmlTag::Ul || node.tag == HtmlTag::Ol || node.tag == HtmlTag::Table
        || node.tag == HtmlTag::Time || node.tag == HtmlTag::Button || isUnseen(node)
        || soundsLikeSharing(node) || soundsLikeByline(node) || soundsLikeCaption(node)
        || soundsLikeComments(node);
}

// Its own name, or that of what holds little more.
bool Standfirst::hasName(int line, const QString &text) const
{
    int up = line;
    for (int level = 0; level < 4 && up > 0; ++level, up = m_facts.node(up).parent) {
        if (m_facts.isWithin(m_heading, up))
            return false;
        if (isNamed(m_facts.node(up)))
            return visibleText(m_facts.document(), up).size() <= text.size() * 2 + 200;
    }
    return false;
}

bool Standfirst::isOne(int i, const QString &text) const
{
    const HtmlTag tag = m_facts.node(i).tag;
    if (hasName(i, text))
        return true;
    // A plain paragraph of the story that the metadata repeat is the story's all the same.
    const bool isRepeated = saySame(m_article.description, text);
    if (isInStory(m_facts, m_story, i))
        return tag != HtmlTag::P && (isRepeated || (tag == HtmlTag::H2 && text.size() > prose));
    return isRepeated
        || ((tag == HtmlTag::P || tag == HtmlTag::H2 || tag == HtmlTag::Div)
            && text.size() >= 2 * shortest && endsSentence(text));
}

// Words of its own, and neither a date line nor a byline.
bool Standfirst::isProse(int i, const QString &text) const
{
    if (text.size() < shortest || text.size() > longest || isOther(text) || asksForConsent(text)
        || foldedLetters(text).contains(foldedLetters(m_article.headline)))
        return false;
    qsizetype linked = 0;
    for (int inner = i + 1; inner < m_facts.node(i).end; ++inner) {
        if (m_facts.node(inner).tag == HtmlTag::A)
            linked += visibleText(m_facts.document(), inner).size();
    }
    if (linked * 10 > text.size() * 3)
        return false;
    return text.size() > 120
        || (dateLine(text, m_article.inLanguage).isEmpty() && bylineNames({text}).isEmpty());
}

QList<int> Standfirst::found() const
{
    QList<int> lines;
    const int last = qMin(m_facts.size(), m_facts.node(m_heading).end + nodesBelow);
    for (int i = m_facts.node(m_heading).end; i < last;) {
        const HtmlNode &node = m_facts.node(i);
        if (isElsewhere(i)) {
            i = node.end;
            continue;
        }
        if (!isLine(m_facts, i)) {
            ++i;
            continue;
        }
        const QString text = visibleText(m_facts.document(), i);
        const bool isNext = !lines.isEmpty() && node.parent == m_facts.node(lines.last()).parent;
        const bool mayFollow = lines.isEmpty() || (isNext && endsSentence(text));
        if (mayFollow && isProse(i, text) && isOne(i, text))
            lines.append(i);
        else if (!lines.isEmpty() || node.tag == HtmlTag::H1
                 || (text.size() > prose && isInStory(m_facts, m_story, i)))
            break;
        i = node.end;
    }
    return lines;
}

// What the metadata say and the story's first words say again is not shown twice.
void Standfirst::dropRepeated()
{
    int seen = 0;
    for (const int root : m_story) {
        for (int i = root; i < m_facts.node(root).end && seen < 3;) {
            if (m_facts.isLeftOut(i) || !isLine(m_facts, i)
                || m_facts.counts(i).letters < shortest) {
                i = m_facts.isLeftOut(i) ? m_facts.node(i).end : i + 1;
                continue;
            }
            ++seen;
            if (saySame(m_article.description, visibleText(m_facts.document(), i))) {
                m_article.description.clear();
                m_article.provenance.remove(u"description"_s);
                return;
            }
            i = m_facts.node(i).end;
        }
    }
}

void Standfirst::take()
{
    const QList<int> lines = m_heading < 0 ? QList<int>() : found();
    if (lines.isEmpty())
        return dropRepeated();
    QStringList texts;
    for (const int line : lines) {
        texts.append(visibleText(m_facts.document(), line));
        m_facts.leaveOut(line);
    }
    m_article.description = texts.join(u' ');
    m_article.isStandfirstPrinted = true;
    m_article.provenance.insert(u"description"_s, u"the page's standfirst"_s);
}

} // namespace

void takeStandfirst(PageFacts &facts, const QList<int> &story, int heading, Article &article)
{
    Standfirst(facts, story, heading, article).take();
}
