#include "app/html/characterreference.h"

#include "app/html/tagsyntax.h"

std::optional<NumericReference> numericReferenceAt(QByteArrayView text)
{
    if (!text.startsWith("&#"))
        return std::nullopt;
    const bool isHexadecimal = text.size() > 2 && lower(text[2]) == 'x';
    const int radix = isHexadecimal ? 16 : 10;
    const qsizetype from = isHexadecimal ? 3 : 2;
    NumericReference reference{0, from, false};
    for (; reference.length < text.size(); ++reference.length) {
        const char c = lower(text[reference.length]);
        const int digit = isDigit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : radix;
        if (digit >= radix)
            break;
        if (reference.number <= 0x10FFFF)
            reference.number = reference.number * char32_t(radix) + char32_t(digit);
    }
    if (reference.length == from)
        return std::nullopt;
    reference.isClosed = reference.length < text.size() && text[reference.length] == ';';
    reference.length += reference.isClosed;
    return reference;
}
