#include "app/search/wordsplitter.h"

#include <QString>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t typographicApostrophe = u'\u2019';
constexpr char16_t softHyphen = u'\u00AD';

// Scripts written without blanks between words. Korean has blanks, but its words carry endings that
// no stemmer here knows.
constexpr std::pair<char32_t, char32_t> unparted[] = {
    {0x0E00, 0x0EFF},                                                        // Thai, Lao
    {0x1000, 0x109F},                                                        // Burmese
    {0x1100, 0x11FF},                                                        // Hangul letters
    {0x1780, 0x17FF},                                                        // Khmer
    {0x2E80, 0x2FDF},                                                        // radicals
    {0x3005, 0x3007}, {0x3021, 0x3029}, {0x3031, 0x3035},  {0x3041, 0x318F}, // kana, Hangul
    {0x31A0, 0x31BF}, {0x31F0, 0x31FF}, {0x3400, 0x4DBF},  {0x4E00, 0x9FFF}, // Han
    {0xA960, 0xA97F}, {0xAC00, 0xD7FF},                                      // Hangul
    {0xF900, 0xFAFF}, {0xFF66, 0xFFDC}, {0x20000, 0x3FFFF}};

bool isUnparted(char32_t c)
{
    return c >= 0x0E00 && std::ranges::any_of(unparted, [c](const auto &range) {
               return c >= range.first && c <= range.second;
           });
}

enum class Part : uchar { No, Letter, Digit };

// For the first 128, which most texts are made of.
constexpr std::array<Part, 128> asciiParts = [] {
    std::array<Part, 128> parts{};
    for (char c = '0'; c <= '9'; ++c)
        parts[size_t(c)] = Part::Digit;
    for (char c = 'a'; c <= 'z'; ++c)
        parts[size_t(c)] = parts[size_t(c - 'a' + 'A')] = Part::Letter;
    return parts;
}();

Part partOf(char32_t c)
{
    if (c < 128)
        return asciiParts[c];
    if (QChar::isDigit(c))
        return Part::Digit;
    // A soft hyphen and the marks that join or part letters stand inside words.
    const bool isInside = QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == softHyphen
        || c == 0x200C || c == 0x200D;
    return isInside ? Part::Letter : Part::No;
}

struct Point
{
    char32_t code = 0;
    int length = 1;
};

Point pointAt(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(c, text[at + 1]), 2};
    return {c.unicode(), 1};
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == typographicApostrophe;
}

qsizetype endOfLetters(QStringView text, qsizetype at)
{
    while (at < text.size() && partOf(text[at].unicode()) == Part::Letter)
        ++at;
    return at;
}

// Past "'s" of "China's": what follows an apostrophe is an English ending, whole.
qsizetype endOfEnding(QStringView text, qsizetype apostrophe)
{
    static constexpr QStringView endings[] = {u"s", u"t", u"d", u"m", u"ll", u"re", u"ve"};
    const qsizetype from = apostrophe + 1;
    const qsizetype end = endOfLetters(text, qMin(from, text.size()));
    const QStringView ending = text.sliced(qMin(from, text.size()), end - qMin(from, text.size()));
    if (ending.isEmpty() || ending.size() > 2)
        return apostrophe;
    for (const QStringView known : endings) {
        if (ending.compare(known, Qt::CaseInsensitive) == 0)
            return end;
    }
    return apostrophe;
}

bool isDigitAt(QStringView text, qsizetype at)
{
    return at < text.size() && partOf(text[at].unicode()) == Part::Digit;
}

} // namespace

// "U.S", "J.R.R": capitals with a point between each two.
bool WordSplitter::takeInitials(SplitWord &word) const
{
    qsizetype end = word.at;
    while (end + 2 < m_text.size() && m_text[end].isUpper() && m_text[end + 1] == u'.'
           && m_text[end + 2].isUpper())
        end += 2;
    if (end == word.at || endOfLetters(m_text, end) > end + 1) // "A.Smith"
        return false;
    word.length = end + 1 - word.at;
    return true;
}

// From its first letter to where it ends.
void WordSplitter::finish(SplitWord &word) const
{
    if (takeInitials(word))
        return;
    qsizetype at = word.at;
    while (at < m_text.size()) {
        const QChar c = m_text[at];
        const Point point = pointAt(m_text, at);
        if (partOf(point.code) != Part::No && !isUnparted(point.code)) {
            at += point.length;
        } else if (isApostrophe(c)) {
            at = endOfEnding(m_text, at);
            break;
        } else if ((c == u'.' || c == u',') && isDigitAt(m_text, at - 1)
                   && isDigitAt(m_text, at + 1)) {
            ++at;
        } else if (c == u'&' && at + 1 < m_text.size()
                   && partOf(m_text[at + 1].unicode()) == Part::Letter) {
            ++at;
        } else {
            break;
        }
    }
    word.length = at - word.at;
}

bool WordSplitter::next(SplitWord &word)
{
    while (m_at < m_text.size()) {
        const Point point = pointAt(m_text, m_at);
        if (partOf(point.code) == Part::No) {
            m_at += point.length;
            continue;
        }
        word = {m_at, point.length, isUnparted(point.code), false};
        if (word.isCharacter) {
            word.joins = m_characterEnd == m_at;
            m_characterEnd = word.end();
        } else {
            finish(word);
        }
        m_at = word.end();
        return true;
    }
    return false;
}

QString loweredWord(QStringView word)
{
    QString lower;
    lower.reserve(word.size());
    bool isPlain = true;
    for (const QChar c : word) {
        if (c == typographicApostrophe)
            lower += u'\'';
        else if (c != softHyphen)
            lower += c;
        isPlain = isPlain && c.unicode() < 128;
    }
    if (!isPlain) // wide letters, ligatures
        lower = lower.normalized(QString::NormalizationForm_KC);
    lower = std::move(lower).toLower();
    if (lower.contains(u'.') && lower.front().isLetter()) // initials
        lower.remove(u'.');
    return lower;
}

QString withoutAccents(const QString &word)
{
    if (std::ranges::all_of(word, [](QChar c) { return c.unicode() < 128; }))
        return word;
    QString bare;
    for (const QChar c : word.normalized(QString::NormalizationForm_D)) {
        if (c == u'ß')
            bare += u"ss";
        else if (c < QChar(0x0300) || c > QChar(0x036F))
            bare += c;
    }
    return bare.normalized(QString::NormalizationForm_C);
}

std::string foldedWord(QStringView word)
{
    return withoutAccents(loweredWord(word)).toStdString();
}
