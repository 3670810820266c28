#include "app/formats/html/pagefacts.h"

#include "app/html/tagscan.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

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

Counts difference(const Counts &a, const Counts &b)
{
    return {a.letters - b.letters,         a.linked - b.linked,
            a.commas - b.commas,           a.paragraphs - b.paragraphs,
            a.pictures - b.pictures,       a.items - b.items,
            a.itemLetters - b.itemLetters, a.inputs - b.inputs,
            a.embeds - b.embeds,           a.headingLetters - b.headingLetters,
            a.textish - b.textish};
}

bool isComma(QChar c)
{
    // The commas of the world's scripts.
    if (c.unicode() < 0x80)
        return c == u',';
    return c == u'\u060C' || c == u'\uFE50' || c == u'\uFE10' || c == u'\uFE11' || c == u'\u2E41'
        || c == u'\u2E34' || c == u'\u2E32' || c == u'\uFF0C' || c == u'\u3001';
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

// Latin, Cyrillic and East Asian letters, and marks, but for those that become several: "ß".
// https://www.unicode.org/Public/UCD/latest/ucd/CaseFolding.txt
bool isFoldedToOne(QChar character)
{
    const char16_t c = character.unicode();
    return c < 0xDF || (c > 0xDF && c < 0x130) || (c > 0x149 && c < 0x1F0)
        || (c >= 0x400 && c < 0x530) || (c >= 0x2010 && c < 0x2070) || (c >= 0x3000 && c < 0xA000)
        || (c >= 0xAC00 && c < 0xD7A4);
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
    bool isBlank = false;
    int gaps = 0; // between words
    for (const QChar c : text) {
        const bool wasBlank = std::exchange(isBlank, c.isSpace());
        words.letters += !isBlank;
        gaps += wasBlank && !isBlank && words.letters > 1;
        words.commas += isComma(c);
    }
    words.letters += gaps;
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

void PageFacts::addOwn(int i, const Around &around, Counts &total) const
{
    switch (node(i).tag) {
    case HtmlTag::Text: {
        const Words &own = (*m_words)[std::size_t(i)];
        total.letters += own.letters;
        total.commas += own.commas;
        total.linked += i < around.linkEnd ? int(own.letters * around.linkShare) : 0;
        total.headingLetters += i < around.headingEnd ? own.letters : 0;
        total.itemLetters += i < around.itemEnd ? own.letters : 0;
        total.textish += i < around.textishEnd ? own.letters : 0;
        break;
    }
    case HtmlTag::P:
        ++total.paragraphs;
        break;
    case HtmlTag::Img:
        total.pictures += isSecondOfOne(i) ? 0 : 1;
        break;
    case HtmlTag::Li:
        ++total.items;
        break;
    case HtmlTag::Input:
        ++total.inputs;
        break;
    case HtmlTag::Object:
    case HtmlTag::Embed:
        ++total.embeds;
        break;
    default:
        break;
    }
}

void PageFacts::countAgain()
{
    Around around;
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
        if (here.tag == HtmlTag::A && i >= around.linkEnd) {
            around.linkEnd = here.end;
            around.linkShare = here.utf8("href"_L1).startsWith('#') ? 0.3 : 1;
        }
        if (isHeading(here.tag))
            around.headingEnd = qMax(around.headingEnd, here.end);
        if (here.tag == HtmlTag::Ul || here.tag == HtmlTag::Ol)
            around.itemEnd = qMax(around.itemEnd, here.end);
        if (isTextish(here.tag))
            around.textishEnd = qMax(around.textishEnd, here.end);
        addOwn(i, around, total);
        ++i;
    }
    m_before.back() = total;
}

Counts PageFacts::counts(int i) const
{
    return difference(m_before[std::size_t(node(i).end)], m_before[std::size_t(i)]);
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
    bool isBlank = true;
    const auto isUntidy = [&isBlank](QChar c) {
        const bool wasBlank = std::exchange(isBlank, c == u' ');
        const bool isLetter = c > u' ' && c.unicode() < 0x80; // or a mark
        return !isLetter && (isBlank ? wasBlank : c.isSpace());
    };
    const auto untidy = std::ranges::find_if(text, isUntidy);
    if (untidy == text.end() && (!isBlank || text.isEmpty()))
        return text; // as most of them are
    QString tidy(text.size(), Qt::Uninitialized);
    QChar *out = std::copy(text.begin(), untidy, tidy.data());
    for (const QChar c : std::ranges::subrange(untidy, text.end())) {
        if (!c.isSpace())
            *out++ = c;
        else if (out != tidy.constData() && out[-1] != u' ')
            *out++ = u' ';
    }
    tidy.truncate(out - tidy.constData());
    if (tidy.endsWith(u' '))
        tidy.chop(1);
    return tidy;
}

QString caseFolded(const QString &text)
{
    if (!std::ranges::all_of(text, isFoldedToOne))
        return text.toCaseFolded();
    QString folded = text;
    for (QChar &c : folded) {
        if (c.unicode() >= 0x80)
            c = c.toCaseFolded();
        else if (c >= u'A' && c <= u'Z')
            c = QChar(c.unicode() + 32);
    }
    return folded;
}

QString foldedLetters(const QString &text)
{
    QString folded = caseFolded(text);
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
    const auto part = [](QString &words) {
        if (!words.isEmpty() && words.back() != u' ')
            words += u' ';
    };
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
                part(text);
            block = here;
            text += node.text;
        } else if (node.tag == HtmlTag::Br || isBlock(node.tag)) {
            part(text);
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
