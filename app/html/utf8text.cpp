#include "app/html/utf8text.h"

#include <array>
#include <cstring>

namespace {

// One step: a whole character, or the longest piece that might have become one.
struct Step
{
    int length = 1;
    bool isWhole = true;
};

bool isContinuation(uchar byte, uchar from = 0x80, uchar to = 0xBF)
{
    return byte >= from && byte <= to;
}

// Unicode standard, table 3-7: well-formed byte sequences.
Step stepAt(QByteArrayView bytes, qsizetype at)
{
    const auto lead = uchar(bytes[at]);
    if (lead < 0x80)
        return {};
    if (lead < 0xC2 || lead > 0xF4)
        return {1, false};
    const int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const uchar from = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const uchar to = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (int i = 1; i < length; ++i) {
        const bool fits = at + i < bytes.size()
            && (i == 1 ? isContinuation(uchar(bytes[at + i]), from, to)
                       : isContinuation(uchar(bytes[at + i])));
        if (!fits)
            return {i, false};
    }
    return {length, true};
}

// The first byte from `at` on that is not ASCII, or the end; many at a time.
qsizetype pastAscii(QByteArrayView bytes, qsizetype at)
{
    constexpr qsizetype many = 32;
    for (; at + many <= bytes.size(); at += many) {
        std::array<quint64, many / sizeof(quint64)> words;
        std::memcpy(words.data(), bytes.data() + at, many);
        if ((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080u)
            break;
    }
    while (at < bytes.size() && uchar(bytes[at]) < 0x80)
        ++at;
    return at;
}

// https://encoding.spec.whatwg.org/#windows-1252, 0x80 to 0x9F; 0: no character.
constexpr char16_t western[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char16_t repaired(QByteArrayView bytes, qsizetype at)
{
    const auto isAscii = [&bytes](qsizetype i) {
        return i < 0 || i >= bytes.size() || uchar(bytes[i]) < 0x80;
    };
    const auto byte = uchar(bytes[at]);
    // C2 to DF begin most sequences of European letters: one that was cut off is likelier.
    if (!isAscii(at - 1) || !isAscii(at + 1) || (byte >= 0xC0 && byte <= 0xDF))
        return 0;
    return byte < 0xA0 ? western[byte - 0x80] : byte;
}

} // namespace

Utf8Census utf8Census(QByteArrayView bytes)
{
    Utf8Census census;
    for (qsizetype at = pastAscii(bytes, 0); at < bytes.size(); at = pastAscii(bytes, at)) {
        const Step step = stepAt(bytes, at);
        ++(step.isWhole ? census.sequences : census.wrongPlaces);
        at += step.length;
    }
    return census;
}

Utf8Text decodedUtf8(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return {QString::fromUtf8(bytes), 0};
    Utf8Text decoded;
    decoded.text.reserve(bytes.size());
    qsizetype good = 0; // where the bytes begin that are not yet decoded
    for (qsizetype at = 0; at < bytes.size();) {
        const Step step = stepAt(bytes, at);
        if (!step.isWhole) {
            decoded.text += QString::fromUtf8(bytes.sliced(good, at - good));
            const char16_t character = step.length == 1 ? repaired(bytes, at) : u'\0';
            decoded.text += character ? QChar(character) : QChar(QChar::ReplacementCharacter);
            ++decoded.wrongPlaces;
            good = at + step.length;
        }
        at += step.length;
    }
    decoded.text += QString::fromUtf8(bytes.sliced(good));
    return decoded;
}
