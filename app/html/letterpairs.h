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

    static constexpr std::size_t count = 26 * 26;

    // Of letters a to z.
    static std::size_t numberOf(char first, char second)
    {
        return std::size_t(first - 'a') * 26 + std::size_t(second - 'a');
    }

    // False when it was there already.
    bool add(std::size_t number)
    {
        const bool isNew = !m_pairs[number];
        m_pairs.set(number);
        return isNew;
    }

    bool has(char first, char second) const { return m_pairs[numberOf(first, second)]; }
    bool has(std::size_t number) const { return m_pairs[number]; }

private:
    std::bitset<count> m_pairs;
};
