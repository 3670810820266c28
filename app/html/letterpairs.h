#pragma once
// Which two letters a to z stand side by side in a text: most texts have none of the pairs that a
// word is made of, and a look at them is much cheaper than looking for the word. Pure; any thread.

#include <QByteArrayView>

#include <bitset>

class LetterPairs final
{
public:
    LetterPairs() = default;
    explicit LetterPairs(QByteArrayView text); // in any case

    static constexpr std::size_t count = 32 * 32;

    // Of letters a to z; whatever else a character is, is one more letter that no word has.
    static constexpr std::size_t numberOf(char16_t first, char16_t second)
    {
        return letterOf(first) * 32 + letterOf(second);
    }

    void add(std::size_t number) { m_pairs.set(number); }
    bool has(char16_t first, char16_t second) const { return m_pairs[numberOf(first, second)]; }
    bool has(std::size_t number) const { return m_pairs[number]; }

private:
    static constexpr std::size_t letterOf(char16_t c)
    {
        return c >= u'a' && c <= u'z' ? std::size_t(c - u'a') : 31;
    }

    std::bitset<count> m_pairs;
};
