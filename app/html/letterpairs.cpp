#include "app/html/letterpairs.h"

namespace {

bool isLetter(char16_t c)
{
    return c >= u'a' && c <= u'z';
}

} // namespace

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
