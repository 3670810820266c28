#include "app/html/stash.h"

#include "app/html/tagsyntax.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

// A mark is a character of nobody's alphabet, and a number. Where a text has that character itself,
// it goes behind a mark. The digits are neither white space nor what begins a tag or a character
// reference.
constexpr char32_t markCharacter = 0xE5CA; // for private use
constexpr QByteArrayView markBegin("\xEE\x97\x8A");
constexpr int digits = 4;
constexpr char firstDigit = '@';
constexpr std::size_t base = 60;
constexpr std::size_t mostMarks = base * base * base * base;
constexpr qsizetype shortest = 8; // bytes of words that are worth a mark

std::array<char, digits> digitsOf(std::size_t number)
{
    std::array<char, digits> written;
    for (char &digit : written) {
        digit = char(firstDigit + char(number % base));
        number /= base;
    }
    return written;
}

std::optional<std::size_t> numberOf(QByteArrayView mark)
{
    if (mark.size() < digits)
        return std::nullopt;
    std::size_t number = 0;
    for (int i = digits; i-- > 0;) {
        const auto digit = std::size_t(uchar(mark[i]) - uchar(firstDigit));
        if (digit >= base)
            return std::nullopt;
        number = number * base + digit;
    }
    return number;
}

bool holdsMark(QByteArrayView words)
{
    // One byte is looked for faster than three, and hardly any text has it.
    return words.contains(markBegin.front()) && words.contains(markBegin);
}

QString withSingleBlanks(QByteArrayView words)
{
    QString text = QString::fromUtf8(words);
    const auto isBlank = [](QChar c) {
        return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
    };
    const auto end = std::unique(text.begin(), text.end(),
                                 [&](QChar a, QChar b) { return isBlank(a) && isBlank(b); });
    text.truncate(end - text.begin());
    return text;
}

// "&#58826;" would be the beginning of a mark.
bool isMarkReference(QByteArrayView reference)
{
    if (!reference.startsWith("&#"))
        return false;
    QByteArrayView number = reference.sliced(2);
    const int radix = !number.isEmpty() && lower(number.front()) == 'x' ? 16 : 10;
    if (radix == 16)
        number = number.sliced(1);
    char32_t character = 0;
    for (const char c : number) {
        const int digit = isDigit(c) ? c - '0' : isLetter(c) ? lower(c) - 'a' + 10 : radix;
        if (digit >= radix || character > 0x10FFFF)
            break;
        character = character * char32_t(radix) + char32_t(digit);
    }
    return character == markCharacter;
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

// False when there are more than marks can be made for: a page of gigabytes.
bool Stash::putMark(QString &&words, QByteArray &out)
{
    if (m_texts.size() >= mostMarks)
        return false;
    out.append(markBegin);
    const auto number = digitsOf(m_texts.size());
    out.append(number.data(), digits);
    m_texts.push_back(std::move(words));
    return true;
}

void Stash::putWords(QByteArrayView words, QByteArray &out)
{
    const bool isBlank = std::ranges::all_of(words, isSpace);
    const bool mustGo = holdsMark(words);
    if (!mustGo && (isBlank || words.size() < shortest)) {
        const auto *kept = words.begin();
        for (const auto *at = words.begin(); at != words.end(); ++at) {
            if (at != words.begin() && isSpace(*at) && isSpace(at[-1])) {
                out.append(kept, at - kept);
                kept = at + 1;
            }
        }
        out.append(kept, words.end() - kept);
        return;
    }
    if (!putMark(withSingleBlanks(words), out) && !mustGo)
        out.append(words);
}

void Stash::putText(QByteArrayView words, QByteArray &out)
{
    while (!words.isEmpty()) {
        const qsizetype reference = words.indexOf('&');
        putWords(words.first(reference < 0 ? words.size() : reference), out);
        if (reference < 0)
            return;
        words = words.sliced(reference);
        const qsizetype length = referenceLength(words);
        if (!isMarkReference(words.first(length)))
            out.append(words.first(length));
        words = words.sliced(length);
    }
}

void Stash::putRawText(QByteArrayView words, QByteArray &out)
{
    if (words.size() < shortest && !holdsMark(words))
        out.append(words);
    else
        putMark(QString::fromUtf8(words), out);
}

void Stash::putAttributes(QList<HtmlAttribute> attributes, QByteArray &out)
{
    if (attributes.isEmpty() || m_attributes.size() >= mostMarks)
        return;
    const auto number = digitsOf(m_attributes.size());
    out.append(' ').append(attributesName.data(), attributesName.size()).append("=\"");
    out.append(number.data(), digits).append('"');
    m_attributes.push_back(std::move(attributes));
}

QString Stash::text(QByteArrayView marked) const
{
    QString text;
    while (!marked.isEmpty()) {
        const qsizetype mark = marked.indexOf(markBegin);
        if (mark != 0)
            text += QString::fromUtf8(marked.first(mark < 0 ? marked.size() : mark));
        if (mark < 0)
            break;
        marked = marked.sliced(mark + markBegin.size());
        const std::optional<std::size_t> number = numberOf(marked);
        if (!number || *number >= m_texts.size())
            continue;
        marked = marked.sliced(digits);
        if (text.isEmpty())
            text = m_texts[*number]; // shared, where there is nothing else
        else
            text += m_texts[*number];
    }
    return text;
}

QList<HtmlAttribute> Stash::attributes(QByteArrayView mark) const
{
    const std::optional<std::size_t> number = numberOf(mark);
    return number && *number < m_attributes.size() ? m_attributes[*number] : QList<HtmlAttribute>();
}
