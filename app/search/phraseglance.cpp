#include "app/search/phraseglance.h"

#include "app/search/wordsplitter.h"

#include <QString>

#include <algorithm>
#include <array>

namespace {

using Match = QueryWord::Match;

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLetter(char c)
{
    return isUpper(c) || (c >= 'a' && c <= 'z');
}

// What foldedWord() makes of Latin letters with accents, wide ones and ligatures: up to three of
// the first 128 characters, or nothing where it makes no such.
class FoldedLetters final
{
public:
    FoldedLetters()
    {
        for (const auto &[first, last] : ranges) {
            for (char16_t c = first; c <= last; ++c) {
                const std::string folded = foldedWord(QString(QChar(c)));
                const bool isAscii = std::ranges::all_of(folded, [](char f) { return f >= 0; });
                m_folded.push_back(isAscii ? folded : std::string());
            }
        }
    }

    const std::string &of(char16_t c) const
    {
        static const std::string none;
        size_t at = 0;
        for (const auto &[first, last] : ranges) {
            if (c >= first && c <= last)
                return m_folded[at + size_t(c - first)];
            at += size_t(last - first) + 1;
        }
        return none;
    }

private:
    static constexpr std::array<std::pair<char16_t, char16_t>, 6> ranges{{{0x00A8, 0x024F},
                                                                          {0x1E00, 0x1EFF},
                                                                          {0x2070, 0x209F},
                                                                          {0x2100, 0x214F},
                                                                          {0xFB00, 0xFB06},
                                                                          {0xFF10, 0xFF5A}}};

    std::vector<std::string> m_folded;
};

bool isLeftOut(char16_t c)
{
    return c == 0x00AD || (c >= 0x0300 && c <= 0x036F); // soft hyphen, accents by themselves
}

bool isBetweenCapitals(std::string_view text, size_t i)
{
    return i > 0 && i + 1 < text.size() && isUpper(text[i - 1]) && isUpper(text[i + 1]);
}

// "A.Smith", "A.B3": whether those are initials depends on more than stands here.
bool isBeforeWord(std::string_view text, size_t i)
{
    if (i + 2 >= text.size())
        return false;
    const char c = text[i + 2];
    return isLetter(c) || isPlain(c) || c < 0;
}

// A word may begin right behind an English ending: "don't3".
bool mayBeginAt(std::string_view text, size_t at)
{
    return at == 0 || !isPlain(text[at - 1])
        || text.substr(at - qMin<size_t>(at, 3), qMin<size_t>(at, 3)).find('\'') != text.npos;
}

bool mayEndAt(std::string_view text, size_t at, const std::string &word)
{
    return at >= text.size() || !isPlain(text[at]) || word.find('\'') != word.npos;
}

} // namespace

PhraseGlance::PhraseGlance(const QueryWords &phrase)
{
    for (const QueryWord &word : phrase.words) {
        const bool isKnown = word.match != Match::Stem && !word.isCharacter
            && isPlain(word.folded.front())
            && std::ranges::all_of(word.folded, [](char c) { return c > 0; });
        if (!isKnown) {
            m_words.clear();
            return;
        }
        m_words.push_back(word.folded);
        m_isOpen = word.match == Match::Beginning;
        if (word.folded.size() > m_words[m_anchor].size())
            m_anchor = m_words.size() - 1;
    }
}

void PhraseGlance::fold(std::string_view text)
{
    static const FoldedLetters letters;
    m_folded.clear();
    m_isUnsure = false;
    m_folded.reserve(text.size());
    size_t initials = 0; // where the last point of initials was left out
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= 0) {
            if (isUpper(c)) {
                m_folded += char(c - 'A' + 'a');
            } else if (c == '.' && isBetweenCapitals(text, i) && endsInInitial(initials)) {
                m_isUnsure = m_isUnsure || isBeforeWord(text, i);
                initials = m_folded.size(); // "U.S." is folded without its points
            } else {
                m_folded += c;
            }
            continue;
        }
        const auto lead = uchar(c);
        const size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
        unsigned code = lead & (0x3Fu >> more);
        for (size_t k = 1; k <= more && i + k < text.size(); ++k)
            code = code << 6 | (uchar(text[i + k]) & 0x3F);
        i += more;
        if (code == 0x2019)
            m_folded += '\'';
        else if (code > 0xFFFF)
            m_folded += '\x7F';
        else if (const std::string &plain = letters.of(char16_t(code)); !plain.empty())
            m_folded += plain;
        else if (!isLeftOut(char16_t(code)))
            m_folded += '\x7F'; // another letter, or what parts words
    }
}

// Whether the capital that has just been folded stands by itself, or behind another initial.
bool PhraseGlance::endsInInitial(size_t initials) const
{
    const size_t size = m_folded.size();
    return size < 2 || !isPlain(m_folded[size - 2]) || (initials > 0 && size == initials + 1);
}

// Whether the words before and behind the anchor that is found there are where they must be, with
// anything between them that is no plain letter.
bool PhraseGlance::isAround(size_t anchor) const
{
    const std::string_view text = m_folded;
    size_t begin = anchor;
    for (size_t i = m_anchor;; --i) {
        if (!mayBeginAt(text, begin))
            return false;
        if (i == 0)
            break;
        while (begin > 0 && !isPlain(text[begin - 1]))
            --begin;
        const std::string &word = m_words[i - 1];
        if (begin < word.size() || text.substr(begin - word.size(), word.size()) != word)
            return false;
        begin -= word.size();
    }
    size_t end = anchor + m_words[m_anchor].size();
    for (size_t i = m_anchor;; ++i) {
        const bool isLast = i + 1 == m_words.size();
        if (!mayEndAt(text, end, m_words[i]) && !(isLast && m_isOpen))
            return false;
        if (isLast)
            return true;
        while (end < text.size() && !isPlain(text[end]))
            ++end;
        const std::string &word = m_words[i + 1];
        if (text.substr(end, word.size()) != word)
            return false;
        end += word.size();
    }
}

bool PhraseGlance::mayBeIn(std::string_view text)
{
    if (m_words.empty())
        return true;
    fold(text);
    if (m_isUnsure)
        return true;
    for (size_t at = m_folded.find(m_words[m_anchor]); at != std::string::npos;
         at = m_folded.find(m_words[m_anchor], at + 1)) {
        if (isAround(at))
            return true;
    }
    return false;
}
