#include "app/html/encoding.h"

#include "app/html/charsetlabels.h"
#include "app/html/utf8text.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <optional>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lookedAt = 4096;           // bytes that tell text from other things
constexpr qsizetype detectedFrom = 256 * 1024; // bytes: more does not change the detector's mind

struct Mark
{
    QByteArrayView bytes;
    const char *label;
};

// UTF-32LE begins as UTF-16LE does: the longer first.
constexpr Mark marks[] = {{{"\xFF\xFE\0\0", 4}, "utf-32le"},    {{"\0\0\xFE\xFF", 4}, "utf-32be"},
                          {{"\x84\x31\x95\x33", 4}, "gb18030"}, {{"\xEF\xBB\xBF", 3}, "utf-8"},
                          {{"\xFF\xFE", 2}, "utf-16le"},        {{"\xFE\xFF", 2}, "utf-16be"}};

void countAndReplace(const void *context, UConverterToUnicodeArgs *arguments, const char *, int32_t,
                     UConverterCallbackReason reason, UErrorCode *error)
{
    if (reason > UCNV_IRREGULAR) // not about bytes: the converter is reset or closed
        return;
    ++*static_cast<qsizetype *>(const_cast<void *>(context));
    static constexpr UChar replacement = 0xFFFD; // ICU's own choice is 0x1A for some encodings
    *error = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, error);
}

DecodedText converted(QByteArrayView bytes, const Charset &charset, const QString &foundBy)
{
    DecodedText decoded{{}, QString::fromLatin1(charset.name), foundBy, 0};
    if (decoded.charset == "UTF-8"_L1) {
        Utf8Text utf8 = decodedUtf8(bytes);
        decoded.text = std::move(utf8.text);
        decoded.wrongBytes = utf8.wrongPlaces;
        return decoded;
    }
    UErrorCode error = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset.icu, &error);
    if (U_FAILURE(error)) { // a build of ICU without this table
        decoded.text = QString::fromLatin1(bytes);
        decoded.wrongBytes = bytes.size();
        return decoded;
    }
    ucnv_setToUCallBack(converter, countAndReplace, &decoded.wrongBytes, nullptr, nullptr, &error);
    decoded.text.resize(bytes.size() * 2 + 16);
    auto *out = reinterpret_cast<UChar *>(decoded.text.data());
    UChar *const begin = out;
    const char *in = bytes.data();
    error = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &out, begin + decoded.text.size(), &in, in + bytes.size(), nullptr,
                   true, &error);
    ucnv_close(converter);
    decoded.text.truncate(out - begin);
    return decoded;
}

char16_t unitAt(QByteArrayView bytes, qsizetype at, bool bigEndian)
{
    const auto first = uchar(bytes[at]);
    const auto second = uchar(bytes[at + 1]);
    return bigEndian ? char16_t(first << 8 | second) : char16_t(second << 8 | first);
}

// Whether the bytes read as text in UTF-16: no unassigned code points, no lone surrogates, and the
// blanks and stops that every script's text has.
bool readsAsUtf16(QByteArrayView bytes, bool bigEndian)
{
    qsizetype blanks = 0;
    qsizetype wrong = 0;
    const qsizetype units = bytes.size() / 2;
    for (qsizetype i = 0; i < units; ++i) {
        const QChar c = unitAt(bytes, i * 2, bigEndian);
        if (c.isSpace() || c == u'.' || c == u',' || c == u'\u3002' || c == u'\u3001')
            ++blanks;
        else if (c.isSurrogate())
            wrong += c.isHighSurrogate() && i + 1 < units
                && !QChar(unitAt(bytes, i * 2 + 2, bigEndian)).isLowSurrogate();
        else if (c.category() == QChar::Other_NotAssigned || c.category() == QChar::Other_Control
                 || c.category() == QChar::Other_PrivateUse)
            ++wrong;
    }
    return units > 1 && blanks > 0 && wrong * 100 <= units;
}

// The label of a UTF-16 or UTF-32 without a mark, or empty. Their ASCII has NULs, which no other
// encoding of text has.
QByteArray wideWithoutMark(QByteArrayView bytes)
{
    const QByteArrayView head = bytes.first(qMin(bytes.size(), lookedAt) & ~qsizetype(3));
    if (!bytes.first(qMin(bytes.size(), lookedAt)).contains('\0'))
        return {};
    qsizetype zeros[4] = {};
    for (qsizetype i = 0; i < head.size(); ++i)
        zeros[i % 4] += head[i] == '\0';
    const qsizetype quarter = head.size() / 4;
    if (quarter > 1 && zeros[0] == quarter && zeros[1] > quarter * 9 / 10 && zeros[3] == 0)
        return "utf-32be";
    if (quarter > 1 && zeros[3] == quarter && zeros[2] > quarter * 9 / 10 && zeros[0] == 0)
        return "utf-32le";
    const QByteArrayView pairs = bytes.first(qMin(bytes.size(), lookedAt) & ~qsizetype(1));
    const bool little = readsAsUtf16(pairs, false);
    const bool big = readsAsUtf16(pairs, true);
    if (little && big) // short: ASCII has its NULs where the high byte is
        return zeros[1] + zeros[3] >= zeros[0] + zeros[2] ? "utf-16le" : "utf-16be";
    return little ? "utf-16le" : big ? "utf-16be" : "";
}

bool isStateful(QByteArrayView bytes)
{
    // One letter is looked for faster than two, and hardly any text has it.
    return bytes.contains('\x1B') && (bytes.contains("\x1B$") || bytes.contains("\x1B(J"));
}

QByteArray detectedLabel(QByteArrayView bytes)
{
    uchardet_t detector = uchardet_new();
    const QByteArrayView head = bytes.first(qMin(bytes.size(), detectedFrom));
    uchardet_handle_data(detector, head.data(), std::size_t(head.size()));
    uchardet_data_end(detector);
    const QByteArray label = uchardet_get_charset(detector);
    uchardet_delete(detector);
    return label;
}

qsizetype highBytes(QByteArrayView bytes)
{
    return std::ranges::count_if(bytes, [](char c) { return uchar(c) >= 0x80; });
}

// Windows encodings hold what their ISO sisters do, and letters and quotation marks where those
// have control characters that no text uses.
const Charset *withMarks(const Charset *guess, QByteArrayView bytes)
{
    static constexpr std::pair<const char *, const char *> sisters[] = {
        {"ISO-8859-2", "windows-1250"},
        {"ISO-8859-7", "windows-1253"},
        {"ISO-8859-8", "windows-1255"},
        {"ISO-8859-13", "windows-1257"}};
    const bool hasMarks = std::ranges::any_of(
        bytes, [](char c) { return uchar(c) >= 0x80 && uchar(c) <= 0x9F; });
    for (const auto &[iso, windows] : sisters) {
        if (hasMarks && guess == charsetOf(iso))
            return charsetOf(windows);
    }
    return guess;
}

DecodedText detected(QByteArrayView bytes)
{
    const QString foundBy = u"detection"_s;
    const Charset &western = *charsetOf("windows-1252");
    const bool isShort = highBytes(bytes) < 6 && !isStateful(bytes);
    const Charset *guess = isShort ? nullptr : charsetOf(detectedLabel(bytes));
    if (!guess)
        return converted(bytes, western, foundBy);
    DecodedText decoded = converted(bytes, *withMarks(guess, bytes), foundBy);
    if (decoded.wrongBytes * 20 > highBytes(bytes) && !isStateful(bytes))
        return converted(bytes, western, foundBy);
    return decoded;
}

// Whether bytes that say they are something else are UTF-8 all the same: by accident, a text in
// another encoding hardly ever makes several whole sequences and next to no broken one.
bool isPlainlyUtf8(const Utf8Census &census)
{
    return census.sequences >= 3 && census.wrongPlaces * 4 <= census.sequences;
}

// Whether what a document says of itself is borne out by its bytes.
bool bearsOut(const DecodedText &decoded, QByteArrayView bytes)
{
    return decoded.wrongBytes == 0 || decoded.wrongBytes * 20 <= highBytes(bytes)
        || (decoded.wrongBytes <= 3 && decoded.charset != "UTF-8"_L1);
}

// Control characters that stand in no text.
constexpr auto noText = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < ' '; ++c)
        table[c] = c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B;
    table[0x7F] = true;
    return table;
}();

// In which encoding bytes are to be read, and what told so; or, where only reading them tells,
// their text and nothing else.
struct Reading
{
    const Charset *charset = nullptr;
    QString foundBy;
    qsizetype from = 0;  // after a byte order mark
    bool isUtf8 = false; // without a wrong byte
    std::optional<DecodedText> text;
};

Reading readingWithoutMark(QByteArrayView bytes, const QByteArray &declared)
{
    const Charset *believed = charsetOf(declared);
    const bool declaresWide = believed && QByteArrayView(believed->name).startsWith("UTF-");
    if (declaresWide) // a declaration that can be read byte by byte is not in UTF-16
        believed = charsetOf("utf-8");
    const QString foundBy = believed ? u"declaration"_s : u"detection"_s;
    const Utf8Census census = utf8Census(bytes);
    const bool isUtf8 = census.wrongPlaces == 0;
    if (isUtf8 && census.sequences == 0 && !isStateful(bytes))
        return {charsetOf("utf-8"), foundBy, 0, true, {}};
    if (isPlainlyUtf8(census) || (isUtf8 && census.sequences > 0 && !believed))
        return {charsetOf("utf-8"), declaresWide ? foundBy : u"detection"_s, 0, isUtf8, {}};
    if (believed) {
        DecodedText decoded = converted(bytes, *believed, foundBy);
        if (bearsOut(decoded, bytes))
            return {nullptr, {}, 0, false, std::move(decoded)};
    }
    return {nullptr, {}, 0, false, detected(bytes)};
}

Reading readingOf(const QByteArray &bytes, const QByteArray &declared)
{
    for (const Mark &mark : marks) {
        if (!bytes.startsWith(mark.bytes))
            continue;
        const Charset *charset = charsetOf(mark.label);
        const qsizetype from = mark.bytes.size();
        const bool isUtf8 = charset == charsetOf("utf-8")
            && QByteArrayView(bytes).sliced(from).isValidUtf8();
        return {charset, u"byte order mark"_s, from, isUtf8, {}};
    }
    const QByteArray wide = wideWithoutMark(bytes);
    if (!wide.isEmpty())
        return {charsetOf(wide), u"detection"_s, 0, false, {}};
    return readingWithoutMark(bytes, declared);
}

DecodedText textOf(const QByteArray &bytes, Reading &&reading)
{
    const QByteArrayView rest = QByteArrayView(bytes).sliced(reading.from);
    if (reading.isUtf8)
        return {QString::fromUtf8(rest), u"UTF-8"_s, reading.foundBy, 0};
    return reading.text ? *std::move(reading.text)
                        : converted(rest, *reading.charset, reading.foundBy);
}

} // namespace

DecodedText decoded(const QByteArray &bytes, const QByteArray &declared)
{
    return textOf(bytes, readingOf(bytes, declared));
}

DecodedUtf8 decodedToUtf8(const QByteArray &bytes, const QByteArray &declared)
{
    Reading reading = readingOf(bytes, declared);
    if (reading.isUtf8)
        return {reading.from > 0 ? bytes.sliced(reading.from) : bytes, u"UTF-8"_s, reading.foundBy,
                0};
    const DecodedText text = textOf(bytes, std::move(reading));
    return {text.text.toUtf8(), text.charset, text.foundBy, text.wrongBytes};
}

bool looksBinary(const QByteArray &bytes)
{
    static constexpr QByteArrayView magic[] = {"\x89PNG",
                                               "\177ELF",
                                               "PK\x03\x04",
                                               "PK\x05\x06",
                                               "\x1F\x8B",
                                               "%PDF-",
                                               "GIF8",
                                               "\xFF\xD8\xFF",
                                               "BZh9",
                                               "\3757zXZ",
                                               "7z\xBC\xAF",
                                               "Rar!\x1A",
                                               "\x28\xB5\x2F\xFD",
                                               "SQLite format 3",
                                               "\xD0\xCF\x11\xE0",
                                               "OggS",
                                               "ID3\x03",
                                               "ID3\x04"};
    for (const QByteArrayView start : magic) {
        if (bytes.startsWith(start))
            return true;
    }
    for (const Mark &mark : marks) {
        if (bytes.startsWith(mark.bytes))
            return false;
    }
    if (!wideWithoutMark(bytes).isEmpty())
        return false;
    const QByteArrayView head = QByteArrayView(bytes).first(qMin(bytes.size(), lookedAt));
    const qsizetype zeros = head.count('\0');
    qsizetype controls = 0;
    for (const char c : head)
        controls += noText[uchar(c)];
    if (isStateful(head)) // ISO-2022 shifts with SO and SI
        controls -= head.count('\x0E') + head.count('\x0F');
    return zeros * 200 > head.size() || controls * 33 > head.size();
}
