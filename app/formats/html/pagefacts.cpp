#include "app/formats/html/pagefacts.h"

#include "app/html/tagscan.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr auto blocks = [] {
    std::array<bool, std::size_t(HtmlTag::Wbr) + 1> table{};
    for (const HtmlTag tag :
         {HtmlTag::Address,  HtmlTag::Article,    HtmlTag::Aside,  HtmlTag::Blockquote,
          HtmlTag::Body,     HtmlTag::Caption,    HtmlTag::Center, HtmlTag::Dd,
          HtmlTag::Details,  HtmlTag::Div,        HtmlTag::Dl,     HtmlTag::Dt,
          HtmlTag::Fieldset, HtmlTag::Figcaption, HtmlTag::Figure, HtmlTag::Footer,
          HtmlTag::Form,     HtmlTag::Header,     HtmlTag::Hgroup, HtmlTag::Hr,
          HtmlTag::Html,     HtmlTag::Li,         HtmlTag::Main,   HtmlTag::Menu,
          HtmlTag::Nav,      HtmlTag::Ol,         HtmlTag::P,      HtmlTag::Pre,
          HtmlTag::Section,  HtmlTag::Summary,    HtmlTag::Table,  HtmlTag::Tbody,
          HtmlTag::Td,       HtmlTag::Tfoot,      HtmlTag::Th,     HtmlTag::Thead,
          HtmlTag::Tr,       HtmlTag::Ul,         HtmlTag::H1,     HtmlTag::H2,
          HtmlTag::H3,       HtmlTag::H4,         HtmlTag::H5,     HtmlTag::H6})
        table[std::size_t(tag)] = true;
    return table;
}();

Counts sum(const Counts &a, const Counts &b, int sign)
{
    return {a.letters + sign * b.letters,         a.linked + sign * b.linked,
            a.commas + sign * b.commas,           a.paragraphs + sign * b.paragraphs,
            a.pictures + sign * b.pictures,       a.items + sign * b.items,
            a.itemLetters + sign * b.itemLetters, a.inputs + sign * b.inputs,
            a.embeds + sign * b.embeds,           a.headingLetters + sign * b.headingLetters,
            a.textish + sign * b.textish};
}

bool isComma(QChar c)
{
    // The commas of the world's scripts.
    return c == u',' || c == u'\u060C' || c == u'\uFE50' || c == u'\uFE10' || c == u'\uFE11'
        || c == u'\u2E41' || c == u'\u2E34' || c == u'\u2E32' || c == u'\uFF0C' || c == u'\u3001';
}

bool isTextish(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Span:
    case HtmlTag::Li:
    case HtmlTag::Td:
    case HtmlTag::Blockquote:
    case HtmlTag::Dl:
    case HtmlTag::Div:
    case HtmlTag::Ol:
    case HtmlTag::P:
    case HtmlTag::Pre:
    case HtmlTag::Table:
    case HtmlTag::Ul:
        return true;
    default:
        return false;
    }
}

} // namespace

bool isBlank(const HtmlNode &node)
{
    return node.tag == HtmlTag::Text && node.text.trimmed().isEmpty();
}

bool isNoscriptPicture(const HtmlNode &node)
{
    return node.tag == HtmlTag::Img && node.has(noscriptMark);
}

bool isHeading(HtmlTag tag)
{
    return tag >= HtmlTag::H1 && tag <= HtmlTag::H6;
}

bool isBlock(HtmlTag tag)
{
    return blocks[std::size_t(tag)];
}

PageFacts::PageFacts(const HtmlDocument &document)
    : m_document(document), m_out(document.nodes.size(), false), m_before(document.nodes.size() + 1)
{
    std::vector<Words> words(document.nodes.size());
    std::ranges::transform(document.nodes, words.begin(),
                           [](const HtmlNode &node) { return wordsIn(node.text); });
    m_words = std::make_shared<const std::vector<Words>>(std::move(words));
    countAgain();
}

PageFacts::Words PageFacts::wordsIn(QStringView text)
{
    Words words;
    bool space = true;
    for (const QChar c : text) {
        if (c.isSpace()) {
            space = true;
            continue;
        }
        words.letters += space && words.letters > 0 ? 2 : 1;
        space = false;
        words.commas += isComma(c);
    }
    return words;
}

// A picture for those without scripts, beside that for those with them.
bool PageFacts::isSecondOfOne(int i) const
{
    if (!isNoscriptPicture(node(i)))
        return false;
    const int parent = node(i).parent;
    for (int other = parent + 1; other < node(parent).end; ++other) {
        if (node(other).tag == HtmlTag::Img && other != i)
            return true;
    }
    return false;
}

Counts PageFacts::ownCounts(int i, bool inLink, double linkShare, bool inHeading, bool inItem,
                            bool inTextish) const
{
    Counts own;
    switch (node(i).tag) {
    case HtmlTag::Text:
        own.letters = (*m_words)[std::size_t(i)].letters;
        own.commas = (*m_words)[std::size_t(i)].commas;
        own.linked = inLink ? int(own.letters * linkShare) : 0;
        own.headingLetters = inHeading ? own.letters : 0;
        own.itemLetters = inItem ? own.letters : 0;
        own.textish = inTextish ? own.letters : 0;
        break;
    case HtmlTag::P:
        own.paragraphs = 1;
        break;
    case HtmlTag::Img:
        own.pictures = isSecondOfOne(i) ? 0 : 1;
        break;
    case HtmlTag::Li:
        own.items = 1;
        break;
    case HtmlTag::Input:
        own.inputs = 1;
        break;
    case HtmlTag::Object:
    case HtmlTag::Embed:
        own.embeds = 1;
        break;
    default:
        break;
    }
    return own;
}

void PageFacts::countAgain()
{
    int linkEnd = 0;
    int headingEnd = 0;
    int itemEnd = 0;
    int textishEnd = 0;
    double linkShare = 1;
    Counts total;
    for (int i = 0; i < size();) {
        m_before[std::size_t(i)] = total;
        if (m_out[std::size_t(i)]) {
            for (int skipped = i; skipped < node(i).end; ++skipped)
                m_before[std::size_t(skipped)] = total;
            i = node(i).end;
            continue;
        }
        const HtmlNode &here = node(i);
        if (here.tag == HtmlTag::A && i >= linkEnd) {
            linkEnd = here.end;
            linkShare = here.attribute("href"_L1).startsWith(u'#') ? 0.3 : 1;
        }
        if (isHeading(here.tag))
            headingEnd = qMax(headingEnd, here.end);
        if (here.tag == HtmlTag::Ul || here.tag == HtmlTag::Ol)
            itemEnd = qMax(itemEnd, here.end);
        if (isTextish(here.tag))
            textishEnd = qMax(textishEnd, here.end);
        total = sum(
            total,
            ownCounts(i, i < linkEnd, linkShare, i < headingEnd, i < itemEnd, i < textishEnd), 1);
        ++i;
    }
    m_before.back() = total;
}

Counts PageFacts::counts(int i) const
{
    return sum(m_before[std::size_t(node(i).end)], m_before[std::size_t(i)], -1);
}

int PageFacts::ancestor(int i, HtmlTag tag, int levels) const
{
    for (int up = node(i).parent; up >= 0 && levels-- > 0; up = node(up).parent) {
        if (node(up).tag == tag)
            return up;
    }
    return -1;
}

bool PageFacts::isWithin(int i, int ancestor) const
{
    return ancestor >= 0 && i >= ancestor && i < node(ancestor).end;
}

void PageFacts::takeBackAround(int i)
{
    for (; i >= 0; i = node(i).parent)
        m_out[std::size_t(i)] = false;
}

void PageFacts::takeOver(PageFacts &&other)
{
    m_out = std::move(other.m_out);
    m_before = std::move(other.m_before);
}

QString tidied(const QString &text)
{
    return text.simplified();
}

QString foldedLetters(const QString &text)
{
    QString folded = text.toCaseFolded();
    erase_if(folded, [](QChar c) { return !c.isLetterOrNumber(); });
    return folded;
}

int blockOf(const HtmlDocument &document, int node)
{
    int up = document.nodes[std::size_t(node)].parent;
    while (up >= 0 && !isBlock(document.nodes[std::size_t(up)].tag))
        up = document.nodes[std::size_t(up)].parent;
    return up;
}

QString visibleText(const HtmlDocument &document, int root)
{
    QString text;
    int block = -1;
    const int end = document.nodes[std::size_t(root)].end;
    for (int i = root; i < end;) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (node.tag == HtmlTag::Script || node.tag == HtmlTag::Style
            || node.tag == HtmlTag::Noscript || node.tag == HtmlTag::Button) {
            i = node.end;
            continue;
        }
        if (node.tag == HtmlTag::Text) {
            const int here = blockOf(document, i);
            if (here != block)
                text += u' ';
            block = here;
            text += node.text;
        } else if (node.tag == HtmlTag::Br || isBlock(node.tag)) {
            text += u' ';
        }
        ++i;
    }
    return tidied(text);
}

bool isLine(const PageFacts &facts, int node)
{
    if (!isBlock(facts.node(node).tag))
        return false;
    for (int inner = node + 1; inner < facts.node(node).end; ++inner) {
        if (isBlock(facts.node(inner).tag))
            return false;
    }
    return true;
}

bool isInStory(const PageFacts &facts, const QList<int> &story, int node)
{
    for (int up = node; up >= 0 && !facts.isLeftOut(up); up = facts.node(up).parent) {
        if (story.contains(up))
            return true;
    }
    return false;
}
