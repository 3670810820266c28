#include "app/formats/html/letterpairs.h"

#include "app/formats/html/neededwords.h"

#include <algorithm>

namespace {

bool isLetter(char16_t c)
{
    return c >= u'a' && c <= u'z';
}

} // namespace

LetterPairs::LetterPairs(QStringView lowerCase)
{
    char16_t before = 0;
    for (const QChar character : lowerCase) {
        const char16_t c = character.unicode();
        if (isLetter(before) && isLetter(c))
            m_pairs.set(numberOf(char(before), char(c)));
        before = c;
    }
}

LetterPairs::LetterPairs(QByteArrayView text)
{
    char16_t before = 0;
    for (const char character : text) {
        const char16_t c = uchar(character) | 0x20; // no letter becomes another
        if (isLetter(before) && isLetter(c))
            m_pairs.set(numberOf(char(before), char(c)));
        before = c;
    }
}

std::vector<NeededWord> neededWordsIn(QByteArrayView expression)
{
    std::vector<NeededWord> needed;
    for (const QByteArray &word : neededWords(expression)) {
        NeededWord &added = needed.emplace_back(NeededWord{word, {}});
        for (std::size_t i = 0; i < added.pairs.size(); ++i) {
            const qsizetype at = std::min(qsizetype(i), word.size() - 2);
            added.pairs[i] = quint16(LetterPairs::numberOf(word[at], word[at + 1]));
        }
    }
    return needed;
}
