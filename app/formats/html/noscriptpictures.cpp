#include "app/formats/html/noscriptpictures.h"

#include "app/formats/html/pictureaddresses.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int largestFigure = 200; // nodes of it that are looked at

bool isFrame(const HtmlNode &node)
{
    return node.tag == HtmlTag::Img && !isNoscriptPicture(node);
}

// The only img element of its own in an element without words; the element may be one itself.
int lonePictureIn(const PageFacts &facts, int element)
{
    int found = -1;
    for (int i = element; i < facts.node(element).end; ++i) {
        const HtmlNode &node = facts.node(i);
        const bool isWord = node.tag == HtmlTag::Text && !isBlank(node);
        if (isWord || (isFrame(node) && found >= 0))
            return -1;
        if (isFrame(node))
            found = i;
    }
    return found;
}

// -1 when there is none, but for white space.
int siblingBefore(const PageFacts &facts, int node)
{
    const int parent = facts.node(node).parent;
    int sibling = node;
    do {
        --sibling; // the last that is in it
        while (sibling > parent && facts.node(sibling).parent != parent)
            sibling = facts.node(sibling).parent;
    } while (sibling > parent && isBlank(facts.node(sibling)));
    return sibling > parent ? sibling : -1;
}

int siblingAfter(const PageFacts &facts, int node)
{
    const int end = facts.node(facts.node(node).parent).end;
    int sibling = facts.node(node).end;
    while (sibling < end && isBlank(facts.node(sibling)))
        sibling = facts.node(sibling).end;
    return sibling < end ? sibling : -1;
}

} // namespace

NoscriptPictures::NoscriptPictures(const PageFacts &facts)
{
    for (int i = 0; i < facts.size(); ++i) {
        if (!isNoscriptPicture(facts.node(i)))
            continue;
        const int frame = pictureOf(facts, i);
        if (frame < 0)
            continue;
        m_addresses[frame] += pictureAddresses(facts, i);
        m_repeated.insert(i);
    }
}

// What stands right before it, else right after it; within a figure it may stand further off.
int NoscriptPictures::pictureOf(const PageFacts &facts, int noscript) const
{
    for (const int neighbour : {siblingBefore(facts, noscript), siblingAfter(facts, noscript)}) {
        const int picture = neighbour < 0 ? -1 : lonePictureIn(facts, neighbour);
        if (picture >= 0 && !m_addresses.contains(picture))
            return picture;
    }
    const int figure = facts.ancestor(noscript, HtmlTag::Figure);
    const int end = figure < 0 ? -1 : std::min(facts.node(figure).end, figure + largestFigure);
    for (int i = figure; i < end; ++i) {
        if (isFrame(facts.node(i)))
            return i;
    }
    return -1;
}
