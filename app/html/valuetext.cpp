#include "app/html/valuetext.h"

#include "app/html/characterreference.h"
#include "app/html/tagsyntax.h"

#include <QString>

#include <algorithm>
#include <iterator>

namespace {

struct Reference
{
    char32_t character;
    qsizetype length; // bytes
};

// Of numbers that stand for the character of that number.
// https://html.spec.whatwg.org/#numeric-character-reference-end-state
bool standsForItself(char32_t number)
{
    const bool isAscii = number >= ' ' && number < 0x7F;
    return isAscii
        || (number >= 0xA0 && number < 0xFFFE && !QChar::isSurrogate(number)
            && !QChar::isNonCharacter(number));
}

// At the "&" that `text` begins with, which may be one that stands for itself.
std::optional<Reference> referenceAt(QByteArrayView text)
{
    static constexpr std::pair<QByteArrayView, char> usual[] = {
        {"&amp;", '&'}, {"&quot;", '"'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&apos;", '\''}};
    const auto *known = std::ranges::find_if(
        usual, [text](const auto &one) { return text.startsWith(one.first); });
    if (known != std::end(usual))
        return Reference{char32_t(known->second), known->first.size()};
    if (text.startsWith("&#")) {
        const std::optional<NumericReference> numeric = numericReferenceAt(text);
        return numeric && numeric->isClosed && standsForItself(numeric->number)
            ? std::optional(Reference{numeric->number, numeric->length})
            : std::nullopt;
    }
    // https://html.spec.whatwg.org/#named-character-reference-state: addresses have "&copy=1".
    const auto *end = std::find_if_not(text.begin() + 1, text.end(),
                                       [](char c) { return isLetter(c) || isDigit(c); });
    const bool isNone = end == text.begin() + 1 || (end != text.end() && *end == '=');
    return isNone ? std::optional(Reference{U'&', 1}) : std::nullopt;
}

} // namespace

std::optional<QByteArrayView> plainValue(QByteArrayView value, QByteArray &room)
{
    if (!value.contains('&'))
        return value;
    room.reserve(value.size());
    while (!value.isEmpty()) {
        const qsizetype at = value.indexOf('&');
        room.append(value.first(at < 0 ? value.size() : at));
        if (at < 0)
            break;
        value = value.sliced(at);
        const std::optional<Reference> reference = referenceAt(value);
        if (!reference)
            return std::nullopt;
        if (reference->character < 0x80)
            room += char(reference->character);
        else
            room += QString::fromUcs4(&reference->character, 1).toUtf8();
        value = value.sliced(reference->length);
    }
    return room;
}
