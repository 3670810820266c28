#include "app/html/stash.h"

#include "app/html/characterreference.h"
#include "app/html/tagsyntax.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

// A mark is one character of the two planes for private use: its number is which one. Where a text
// has such a character itself, it goes behind a mark.
// https://www.unicode.org/versions/latest/core-spec/chapter-23/, private-use characters
constexpr char32_t firstMark = 0xF0000;
constexpr char32_t lastMark = 0x10FFFD;
constexpr std::size_t inPlane = 0xFFFE; // the last two of a plane are no characters
constexpr std::size_t mostMarks = 2 * inPlane;
constexpr qsizetype markLength = 4;       // bytes
constexpr qsizetype shortest = 2;         // bytes of words that are worth a mark
constexpr std::size_t blockSize = 512;    // attributes
constexpr qsizetype roomSize = 32 * 1024; // characters

std::array<char, markLength> markOf(std::size_t number)
{
    const char32_t c = firstMark + char32_t(number % inPlane) + (number < inPlane ? 0 : 0x10000);
    return {char(0xF0 | c >> 18), char(0x80 | (c >> 12 & 0x3F)), char(0x80 | (c >> 6 & 0x3F)),
            char(0x80 | (c & 0x3F))};
}

// The number of the mark that `text` begins with.
std::optional<std::size_t> numberOf(QByteArrayView text)
{
    if (text.size() < markLength || (uchar(text[0]) & 0xF8) != 0xF0)
        return std::nullopt;
    char32_t c = uchar(text[0]) & 7;
    for (int i = 1; i < markLength; ++i)
        c = c << 6 | (uchar(text[i]) & 0x3F);
    if (c < firstMark || c > lastMark)
        return std::nullopt;
    return (c - firstMark) % 0x10000 + (c < firstMark + 0x10000 ? 0 : inPlane);
}

// Where the next one begins; -1 when there is none.
qsizetype nextMark(QByteArrayView text)
{
    const auto *found = std::ranges::find_if(text, [](char c) { return uchar(c) >= 0xF3; });
    while (found != text.end() && !numberOf(text.sliced(found - text.begin())))
        found = std::find_if(found + 1, text.end(), [](char c) { return uchar(c) >= 0xF3; });
    return found == text.end() ? -1 : found - text.begin();
}

// Both shorten the words where they stand, and return their new end.
QChar *joinBlanks(QChar *begin, QChar *end)
{
    const auto isBlank = [](QChar c) {
        return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
    };
    return std::unique(begin, end, [&](QChar a, QChar b) { return isBlank(a) && isBlank(b); });
}

// https://html.spec.whatwg.org/#preprocessing-the-input-stream
QChar *plainLines(QChar *begin, QChar *end)
{
    end = std::unique(begin, end, [](QChar a, QChar b) { return a == u'\r' && b == u'\n'; });
    std::replace(begin, end, QChar(u'\r'), QChar(u'\n'));
    return end;
}

// "&#983040;" would be a mark.
bool isMarkReference(QByteArrayView reference)
{
    const std::optional<NumericReference> numeric = numericReferenceAt(reference);
    return numeric && numeric->number >= firstMark && numeric->number <= lastMark;
}

// The length of a character reference and of every letter that might belong to it.
qsizetype referenceLength(QByteArrayView text)
{
    qsizetype length = 1;
    while (length < text.size()
           && (isLetter(text[length]) || isDigit(text[length]) || text[length] == '#'))
        ++length;
    return length + (length < text.size() && text[length] == ';');
}

} // namespace

QChar *Stash::roomFor(qsizetype characters)
{
    if (characters > m_roomLeft) {
        m_roomLeft = std::max(characters, roomSize);
        auto &block = m_source.words.emplace_back(
            std::make_unique_for_overwrite<char16_t[]>(std::size_t(m_roomLeft)));
        m_room = reinterpret_cast<QChar *>(block.get());
    }
    return m_room;
}

QStringView Stash::decoded(QByteArrayView utf8, Space space)
{
    QChar *begin = roomFor(m_decoder.requiredSpace(utf8.size()));
    QChar *end = m_decoder.appendToBuffer(begin, utf8);
    end = space == Space::Joined ? joinBlanks(begin, end) : plainLines(begin, end);
    m_room = end;
    m_roomLeft -= end - begin;
    return {begin, end};
}

QStringView Stash::kept(QStringView words)
{
    QChar *begin = roomFor(words.size());
    m_room = std::ranges::copy(words, begin).out;
    m_roomLeft -= words.size();
    return {begin, words.size()};
}

void Stash::putMark(QStringView words, std::string &out)
{
    const auto mark = markOf(m_texts.size());
    out.append(mark.data(), markLength);
    m_texts.push_back(words);
}

// White space stays for the tree builder, to whom it is no text everywhere.
void Stash::putWords(QByteArrayView words, Space space, std::string &out)
{
    const bool hasMark = nextMark(words) >= 0;
    if (std::ranges::all_of(words, isSpace)) {
        out.append(
            words.data(),
            std::size_t(space == Space::Kept ? words.size() : qMin<qsizetype>(words.size(), 1)));
    } else if (m_texts.size() < mostMarks && (hasMark || words.size() >= shortest)) {
        putMark(decoded(words, space), out);
    } else if (!hasMark) { // a page of a hundred thousand texts loses what is nobody's character
        out.append(words.data(), std::size_t(words.size()));
    }
}

void Stash::putText(QByteArrayView words, Space space, std::string &out)
{
    while (!words.isEmpty()) {
        const qsizetype reference = words.indexOf('&');
        putWords(words.first(reference < 0 ? words.size() : reference), space, out);
        if (reference < 0)
            return;
        words = words.sliced(reference);
        const qsizetype length = referenceLength(words);
        if (!isMarkReference(words.first(length)))
            out.append(words.data(), std::size_t(length));
        words = words.sliced(length);
    }
}

void Stash::putRawText(QByteArrayView words, std::string &out)
{
    if (m_texts.size() < mostMarks)
        putMark(decoded(words, Space::Kept), out);
}

// In blocks, which stay where they are.
void Stash::putAttributes(std::size_t place, std::span<const HtmlAttribute> attributes)
{
    auto &blocks = m_source.attributes;
    if (blocks.empty() || blocks.back().capacity() - blocks.back().size() < attributes.size())
        blocks.emplace_back().reserve(std::max(attributes.size(), blockSize));
    std::vector<HtmlAttribute> &block = blocks.back();
    block.insert(block.end(), attributes.begin(), attributes.end());
    m_attributes.push_back({place, std::span(block).last(attributes.size())});
}

QByteArrayView Stash::kept(QByteArray &&value)
{
    return m_source.values.emplace_back(std::move(value));
}

std::span<const HtmlAttribute> Stash::kept(std::vector<HtmlAttribute> &&attributes)
{
    return m_source.attributes.emplace_front(std::move(attributes)); // the last is being filled
}

QStringView Stash::text(QByteArrayView marked)
{
    if (marked == " ")
        return u" "; // as between two links
    const std::optional<std::size_t> only = marked.size() == markLength ? numberOf(marked)
                                                                        : std::nullopt;
    if (only)
        return *only < m_texts.size() ? m_texts[*only] : QStringView();
    QString text;
    while (!marked.isEmpty()) {
        const qsizetype mark = nextMark(marked);
        text += QString::fromUtf8(marked.first(mark < 0 ? marked.size() : mark));
        if (mark < 0)
            break;
        const std::optional<std::size_t> number = numberOf(marked.sliced(mark));
        marked = marked.sliced(mark + markLength);
        if (*number < m_texts.size())
            text += m_texts[*number];
    }
    return kept(text);
}

std::span<const HtmlAttribute> Stash::attributes(std::size_t place)
{
    if (m_next >= m_attributes.size() || m_attributes[m_next].place != place) {
        const auto found = std::ranges::lower_bound(m_attributes, place, {}, &TagAttributes::place);
        if (found == m_attributes.end() || found->place != place)
            return {};
        m_next = std::size_t(found - m_attributes.begin());
    }
    return m_attributes[m_next++].attributes;
}
