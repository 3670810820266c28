#include "app/formats/html/captions.h"

#include "app/formats/html/classwords.h"
#include "app/formats/html/leadpicture.h"
#include "app/formats/html/pictureaddresses.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestCaption = 800; // letters; longer is a story
constexpr int largestBox = 400;     // nodes of it that are looked at
constexpr int quotation = 25;       // letters in a figure without a picture that are of the story
constexpr int levelsUp = 5;         // from a picture: picture, a and a few wrappers
constexpr int levelsAround = 6;     // from a box, to a teaser that holds it
constexpr int emptyBeside = 6;      // buttons and layers between a picture and its caption

bool isRead(const PageFacts &facts, int node)
{
    return !facts.isLeftOut(node) && !isUnread(facts.node(node).tag) && !isUnseen(facts.node(node));
}

bool holdsPicture(const PageFacts &facts, int element)
{
    const int end = std::min(facts.node(element).end, element + largestBox);
    for (int i = element; i < end; ++i) {
        if (facts.node(i).tag == HtmlTag::Img)
            return true;
    }
    return false;
}

// What there is to see in an element, and how much of it is no caption.
struct Look
{
    int pictures = 0; // a second one for those without scripts counts only where it is alone
    int letters = 0;  // no more are counted than a caption has
    int others = 0;   // letters that stand in no caption
    int paragraphs = 0;
    bool hasFigure = false;
    bool hasStory = false; // a table, a list, a quotation with words outside captions
};

bool isBlockOfStory(HtmlTag tag)
{
    return tag == HtmlTag::Table || tag == HtmlTag::Pre || tag == HtmlTag::Blockquote
        || tag == HtmlTag::Ul || tag == HtmlTag::Ol || isHeading(tag);
}

// Stops when there are more pictures than somebody wants.
Look look(const PageFacts &facts, int root, int mostPictures = largestBox)
{
    Look found;
    int second = 0;
    int captionEnd = 0;
    int blockEnd = 0;
    const int end = std::min(facts.node(root).end, root + largestBox);
    for (int i = root;
         i < end && found.letters <= longestCaption && found.pictures <= mostPictures;) {
        const HtmlNode &node = facts.node(i);
        if (i != root && node.tag != HtmlTag::Text && !isRead(facts, i)) {
            i = node.end;
            continue;
        }
        const bool isInCaption = i < captionEnd;
        if (node.tag == HtmlTag::Text) {
            const auto letters = int(
                std::ranges::count_if(node.text, [](QChar c) { return c.isLetterOrNumber(); }));
            found.letters += letters;
            found.others += isInCaption ? 0 : letters;
            found.hasStory = found.hasStory || (letters > 0 && !isInCaption && i < blockEnd);
        } else if (!isInCaption && i != root && soundsLikeCaption(node)
                   && !holdsPicture(facts, i)) {
            captionEnd = node.end;
        } else if (!isInCaption) {
            const bool isSecond = isNoscriptPicture(node);
            found.pictures += node.tag == HtmlTag::Img && !isSecond;
            second += isSecond;
            found.paragraphs += node.tag == HtmlTag::P;
            found.hasFigure = found.hasFigure || (node.tag == HtmlTag::Figure && i != root);
            blockEnd = isBlockOfStory(node.tag) ? std::max(blockEnd, node.end) : blockEnd;
        }
        ++i;
    }
    found.pictures = std::max(found.pictures, std::min(second, 1));
    found.hasStory = found.hasStory || found.letters > longestCaption || end < facts.node(root).end;
    return found;
}

bool isPictureFigure(const Look &figure)
{
    const bool isQuotation = figure.pictures == 0 && figure.paragraphs > 0
        && figure.others >= quotation;
    return !figure.hasFigure && !figure.hasStory && figure.paragraphs <= 1 && !isQuotation;
}

} // namespace

Captions::Captions(const PageFacts &facts) : m_facts(facts)
{
    for (int i = 0; i < facts.size(); ++i) {
        const HtmlTag tag = facts.node(i).tag;
        if (tag == HtmlTag::Figure)
            readFigure(i);
        else if (tag == HtmlTag::Img && !m_words.contains(i))
            readPicture(i);
    }
}

void Captions::readFigure(int figure)
{
    const Look inside = look(m_facts, figure);
    if (!isPictureFigure(inside))
        return;
    m_figures.insert(figure);
    int caption = m_facts.document().first(HtmlTag::Figcaption, figure);
    const int end = m_facts.node(figure).end;
    for (int i = figure + 1; i < end && caption < 0; ++i) {
        if (m_facts.node(i).tag != HtmlTag::Text && soundsLikeCaption(m_facts.node(i))
            && !holdsPicture(m_facts, i))
            caption = i;
    }
    if (caption >= 0)
        m_captions.insert(caption);
    for (int i = figure + 1; i < end; ++i) {
        if (m_facts.node(i).tag == HtmlTag::Img && (caption >= 0 || inside.letters > 0))
            m_words.insert(i, caption >= 0 ? caption : figure);
    }
}

// What stands right after an element, where it is a caption by its name.
int Captions::captionAfter(int element) const
{
    const int end = m_facts.node(m_facts.node(element).parent).end;
    int steps = 0;
    for (int i = m_facts.node(element).end; i < end && steps < emptyBeside;
         i = m_facts.node(i).end, ++steps) {
        const HtmlNode &node = m_facts.node(i);
        if (isBlank(node) || isNoscriptPicture(node) || node.tag == HtmlTag::Br
            || (node.tag != HtmlTag::Text && !isRead(m_facts, i)))
            continue;
        const Look here = look(m_facts, i);
        if (here.pictures > 0 || here.hasStory || node.tag == HtmlTag::Text)
            return -1;
        if (here.letters > 0)
            return here.others == 0 || soundsLikeCaption(node) ? i : -1;
    }
    return -1;
}

// https://www.w3.org/TR/wai-aria/#aria-describedby
int Captions::described(int picture)
{
    const QString id = m_facts.node(picture).attribute("aria-describedby"_L1).trimmed();
    if (id.isEmpty())
        return -1;
    for (int i = 0; i < m_facts.size() && !m_areIdsRead; ++i) {
        if (const QString own = m_facts.node(i).attribute("id"_L1); !own.isEmpty())
            m_ids.insert(own, i);
    }
    m_areIdsRead = true;
    const int element = m_ids.value(id, -1);
    if (element < 0 || m_facts.isWithin(picture, element))
        return -1;
    const Look words = look(m_facts, element);
    return words.letters > 0 && words.pictures == 0 && !words.hasStory ? element : -1;
}

// Up from a picture, as long as there is nothing but it, to the words below it.
void Captions::readPicture(int picture)
{
    const int named = described(picture);
    int caption = named;
    int wrapper = picture;
    for (int level = 0; level < levelsUp; ++level) {
        const int up = m_facts.node(wrapper).parent;
        if (up <= 0 || m_facts.node(up).tag == HtmlTag::Body)
            break;
        caption = named < 0 ? captionAfter(wrapper) : named;
        const Counts counts = m_facts.counts(up);
        if (caption < 0 && (counts.letters > longestCaption || counts.pictures > 1))
            break;
        const Look all = look(m_facts, up, 1);
        if (m_facts.isWithin(caption, up) && all.pictures == 1 && all.others == 0
            && !all.hasStory) {
            m_figures.insert(up);
            m_captions.insert(caption);
            m_words.insert(picture, up);
            return;
        }
        if ((caption >= 0 && named < 0) || all.letters > 0 || all.pictures > 1)
            break;
        wrapper = up;
    }
    if (caption < 0 || m_facts.ancestor(caption, HtmlTag::Figcaption) >= 0)
        return;
    if (wrapper == picture)
        m_bare.insert(picture);
    else
        m_figures.insert(wrapper);
    m_words.insert(picture, caption);
    m_apart.insert(picture, caption);
}

QString Captions::textOf(int picture) const
{
    const int element = elementOf(picture);
    return element < 0 ? QString() : visibleText(m_facts.document(), element);
}

bool isPictureBox(const PageFacts &facts, int element)
{
    if (isBackgroundPicture(facts, element))
        return true;
    const Look box = look(facts, element);
    if (box.pictures == 0 || box.others > 0 || box.hasStory)
        return false;
    const auto leadsElsewhere = [&](int anchor) {
        const QString link = facts.node(anchor).attribute("href"_L1).trimmed();
        return !link.isEmpty() && !link.startsWith(u'#') && !isPictureAddress(link);
    };
    int level = 0;
    for (int up = element; up > 0 && level < levelsAround; up = facts.node(up).parent, ++level) {
        if (isOfOthers(facts.node(up)) || (facts.node(up).tag == HtmlTag::A && leadsElsewhere(up)))
            return false; // of a teaser
    }
    for (int i = element; i < facts.node(element).end; ++i) {
        const bool isWay = facts.node(i).tag == HtmlTag::A && leadsElsewhere(i)
            && holdsPicture(facts, i);
        if (isWay || isOfOthers(facts.node(i)))
            return false;
    }
    return true;
}

bool isPictureButton(const PageFacts &facts, int element)
{
    return facts.node(element).tag == HtmlTag::Button && facts.counts(element).letters == 0
        && holdsPicture(facts, element) && facts.ancestor(element, HtmlTag::Figure, levelsUp) >= 0;
}
