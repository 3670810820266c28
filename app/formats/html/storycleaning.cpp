#include "app/formats/html/storycleaning.h"

#include "app/formats/html/captions.h"
#include "app/formats/html/classwords.h"
#include "app/formats/html/readercomments.h"
#include "app/formats/html/refrains.h"
#include "app/formats/html/storyfinder.h"
#include "app/formats/html/storyparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostInserted = 2500; // letters of a box inside a story
constexpr int longestName = 30;    // letters; links of more are headlines

bool mayBeUnlikely(HtmlTag tag)
{
    return tag != HtmlTag::Html && tag != HtmlTag::Body && tag != HtmlTag::A
        && tag != HtmlTag::Article && tag != HtmlTag::Main;
}

bool isCodeOrTable(const PageFacts &facts, int node)
{
    return facts.ancestor(node, HtmlTag::Table, 3) >= 0
        || facts.ancestor(node, HtmlTag::Code, 3) >= 0;
}

// Headings that only repeat the headline, or stand over something else.
bool isStrayHeading(const PageFacts &facts, int node)
{
    const HtmlTag tag = facts.node(node).tag;
    return (tag == HtmlTag::H1 || tag == HtmlTag::H2) && nameWeight(facts.node(node)) < 0;
}

// In every row a cell with a number and no link: names that are links, and how many votes each got.
bool holdsFigures(const PageFacts &facts, int table)
{
    int rows = 0;
    int withFigure = 0;
    bool counted = true;
    for (int i = table + 1; i < facts.node(table).end; ++i) {
        const Counts counts = facts.counts(i);
        if (facts.node(i).tag == HtmlTag::Tr) {
            ++rows;
            counted = false;
        } else if (facts.node(i).tag == HtmlTag::Td && !counted && counts.linked == 0
                   && counts.letters > 0 && counts.letters < 30) {
            const QString text = visibleText(facts.document(), i);
            counted = std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
            withFigure += counted;
        }
    }
    return withFigure == rows && facts.counts(table).linked < rows * longestName;
}

// A table of facts, and not of layout.
bool isDataTable(const PageFacts &facts, int table)
{
    const HtmlNode &node = facts.node(table);
    if (node.attribute("role"_L1) == "presentation"_L1)
        return false;
    int rows = 0;
    int cells = 0;
    for (int i = table + 1; i < node.end; ++i) {
        const HtmlTag tag = facts.node(i).tag;
        if (tag == HtmlTag::Table)
            return false;
        if (tag == HtmlTag::Caption || tag == HtmlTag::Th || tag == HtmlTag::Thead)
            return true;
        rows += tag == HtmlTag::Tr;
        cells += tag == HtmlTag::Td;
    }
    const int columns = rows ? cells / rows : 0;
    if (rows > 1 && columns > 1 && columns * rows == cells && holdsFigures(facts, table))
        return true;
    return (rows >= 10 || columns > 4 || rows * columns > 10) && columns > 1;
}

// https://github.com/mozilla/readability, _cleanConditionally: its rules and its numbers.
bool isDoubtful(const PageFacts &facts, int i, const Strictness &strictness)
{
    const HtmlNode &node = facts.node(i);
    const Counts counts = facts.counts(i);
    const int weight = strictness.byNameWeights ? nameWeight(node) : 0;
    if (weight < 0)
        return !isProseApart(facts, i);
    if (counts.commas >= 10)
        return false;
    const bool inFigure = facts.ancestor(i, HtmlTag::Figure, 3) >= 0;
    const bool isList = node.tag == HtmlTag::Ul || node.tag == HtmlTag::Ol
        || (counts.letters > 0 && double(counts.itemLetters) / counts.letters > 0.9);
    const double headings = counts.letters ? double(counts.headingLetters) / counts.letters : 0;
    const double links = counts.linkDensity();
    if (isList && counts.pictures > 1 && counts.pictures == counts.items)
        return false;
    return (counts.pictures > 1 && double(counts.paragraphs) / counts.pictures < 0.5 && !inFigure)
        || (!isList && counts.items - 100 > counts.paragraphs)
        || counts.inputs > counts.paragraphs / 3
        || (!isList && headings < 0.9 && counts.letters < 25
            && (counts.pictures == 0 || counts.pictures > 2) && links > 0 && !inFigure)
        || (!isList && weight < 25 && links > 0.2) || (weight >= 25 && links > 0.5)
        || (counts.embeds == 1 && counts.letters < 75) || counts.embeds > 1
        || (counts.pictures == 0 && counts.textish == 0);
}

// A list of nothing but links is a way to other pages.
bool isLinkList(const PageFacts &facts, int i)
{
    const HtmlTag tag = facts.node(i).tag;
    const Counts counts = facts.counts(i);
    return (tag == HtmlTag::Ul || tag == HtmlTag::Ol) && counts.items > 0 && counts.letters > 0
        && counts.linkDensity() > 0.7;
}

// Headlines have no full stop.
bool isSentence(const PageFacts &facts, int i)
{
    const HtmlNode &node = facts.node(i);
    if (node.tag != HtmlTag::P || node.end != i + 3 || facts.node(i + 1).tag != HtmlTag::A)
        return false;
    const QStringView text = facts.node(i + 2).text.trimmed();
    return text.size() > 60 && (text.endsWith(u'.') || text.endsWith(u'。'))
        && !text.endsWith("..."_L1) && text.front().isUpper();
}

// A line that is a link and nothing else, between paragraphs: the way to another story.
bool isPointer(const PageFacts &facts, int i)
{
    const HtmlTag tag = facts.node(i).tag;
    const Counts counts = facts.counts(i);
    return (tag == HtmlTag::P || tag == HtmlTag::Blockquote || tag == HtmlTag::Div
            || isHeading(tag))
        && counts.letters > 20 && counts.letters < 250 && counts.pictures == 0
        && counts.linkDensity() > 0.9 && !isSentence(facts, i);
}

bool isConditional(HtmlTag tag)
{
    return tag == HtmlTag::Form || tag == HtmlTag::Fieldset || tag == HtmlTag::Table
        || tag == HtmlTag::Ul || tag == HtmlTag::Ol || tag == HtmlTag::Div
        || tag == HtmlTag::Section;
}

bool goes(const PageFacts &facts, int i, const Strictness &strictness)
{
    const HtmlNode &node = facts.node(i);
    if (isRefrain(facts, i))
        return true;
    if (isFactBox(facts, i))
        return false;
    if (node.tag == HtmlTag::Footer || node.tag == HtmlTag::Aside || node.tag == HtmlTag::Nav)
        return true;
    if (soundsLikeSharing(node) && facts.counts(i).letters < 500)
        return true;
    if (isStrayHeading(facts, i) || isLinkList(facts, i) || isPointer(facts, i))
        return true;
    if (node.tag != HtmlTag::P && soundsLikeInsertion(node)
        && facts.counts(i).letters < mostInserted)
        return !isProseApart(facts, i);
    if (!strictness.cleansConditionally || !isConditional(node.tag))
        return false;
    if (node.tag == HtmlTag::Table && isDataTable(facts, i))
        return false;
    return !isCodeOrTable(facts, i) && isDoubtful(facts, i, strictness) && !isPictureBox(facts, i);
}

// A dateline before the first sentence is a byline by its name, and the story's by its place.
bool isBylineApart(const PageFacts &facts, int i)
{
    const int letters = facts.counts(i).letters;
    if (letters == 0 || letters >= 100 || !soundsLikeByline(facts.node(i)))
        return false;
    const int paragraph = facts.ancestor(i, HtmlTag::P, 3);
    return paragraph < 0 || facts.counts(paragraph).letters < letters * 2 + 40;
}

// The names of an element and what it holds, put together.
bool isBesideThePoint(const PageFacts &facts, int i, const Strictness &strictness, int heading,
                      bool isMuch)
{
    const HtmlNode &node = facts.node(i);
    if (isFactBox(facts, i))
        return false;
    if ((isUnread(node.tag) && !isPictureButton(facts, i)) || node.tag == HtmlTag::Nav
        || ((node.tag == HtmlTag::Footer || node.tag == HtmlTag::Aside) && !isMuch)
        || (strictness.skipsUnseen && isUnseen(node)))
        return true;
    if (strictness.byUnlikelyNames) {
        if (holdsComments(facts, i, heading))
            return true;
        if (mayBeUnlikely(node.tag) && soundsUnlikely(node) && !isCodeOrTable(facts, i))
            return !isProseApart(facts, i);
        if (node.tag != HtmlTag::P && !isMuch && soundsLikeInsertion(node)
            && facts.counts(i).letters < mostInserted)
            return !isProseApart(facts, i);
    }
    return (node.tag == HtmlTag::Form && facts.counts(i).inputs > 0 && !isMuch)
        || isBylineApart(facts, i);
}

} // namespace

void leaveOutUnread(PageFacts &facts, const Strictness &strictness, const KeptParts &kept,
                    int heading)
{
    const Counts page = facts.counts(0);
    // What holds much of the page's prose is not beside the point, whatever its name.
    const auto isMuch = [&](int i) {
        const Counts counts = facts.counts(i);
        return (counts.letters - counts.linked) * 10 > (page.letters - page.linked) * 6
            && !soundsLikeComments(facts.node(i));
    };
    for (int i = 0; i < facts.size();) {
        const HtmlNode &node = facts.node(i);
        const bool out = node.tag != HtmlTag::Text
            && isBesideThePoint(facts, i, strictness, heading, isMuch(i));
        const bool isHidden = out
            && (isUnread(node.tag) || isUnseen(node) || soundsLikeComments(node));
        if (out && !isHidden && kept.areIn(facts, i))
            kept.leaveOutAround(facts, i);
        else if (out && (isHidden || !kept.holds(i)))
            facts.leaveOut(i);
        i = out ? node.end : i + 1;
    }
}

// From the inside out: what is left of an element when its parts are gone is what counts.
void cleanStory(PageFacts &facts, const QList<int> &story, const Strictness &strictness,
                const KeptParts &kept)
{
    for (const int line : repeatedLines(facts, story))
        facts.leaveOut(line);
    int prose = 0;
    for (const int root : story)
        prose += facts.counts(root).letters - facts.counts(root).linked;
    for (const int root : story) {
        for (int i = root + 1; i < facts.node(root).end;) {
            const HtmlNode &node = facts.node(i);
            if (facts.isLeftOut(i)) {
                i = node.end;
                continue;
            }
            const Counts counts = facts.counts(i);
            const bool isMost = node.tag == HtmlTag::Text
                || (counts.letters - counts.linked) * 2 > prose;
            const bool out = !isMost
                && (kept.holds(i) ? isRefrain(facts, i) || isLinkOverPost(facts, i)
                                  : goes(facts, i, strictness));
            if (!out) {
                ++i;
                continue;
            }
            if (kept.areIn(facts, i) && !kept.holds(i)) {
                kept.leaveOutAround(facts, i);
                ++i;
            } else {
                facts.leaveOut(i);
                i = node.end;
            }
        }
    }
}

void leaveOutLastHeadings(PageFacts &facts, const QList<int> &story)
{
    QList<int> headings; // since the last words or picture
    bool isBegun = false;
    for (const int root : story) {
        for (int i = root; i < facts.node(root).end;) {
            const HtmlNode &node = facts.node(i);
            const bool isOut = facts.isLeftOut(i);
            if (!isOut && isHeading(node.tag) && facts.counts(i).pictures == 0) {
                headings.append(i);
            } else if (!isOut && (node.tag == HtmlTag::Img || facts.counts(i).letters > 0)) {
                if (node.tag == HtmlTag::Img || node.tag == HtmlTag::Text) {
                    isBegun = true;
                    headings.clear();
                }
                ++i;
                continue;
            }
            i = isOut || isHeading(node.tag) ? node.end : i + 1;
        }
    }
    for (const int heading : headings) {
        if (isBegun)
            facts.leaveOut(heading);
    }
}
