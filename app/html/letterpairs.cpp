#include "app/html/letterpairs.h"

LetterPairs::LetterPairs(QByteArrayView text)
{
    char16_t before = 0;
    for (const char character : text) {
        const char16_t c = uchar(character) | 0x20; // no letter becomes another
        m_pairs.set(numberOf(before, c));
        before = c;
    }
}
