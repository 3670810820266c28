#pragma once
// Where a tag and its attributes stand in markup. Pure; any thread.
// https://html.spec.whatwg.org/#tag-open-state and on

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>

#include <gumbo.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

// An object, which algorithms take in.
inline constexpr auto isSpace = [](char c) {
    return uchar(c) <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
};

inline bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

inline bool startsWithFolded(const char *at, const char *end, QByteArrayView lowerCase)
{
    return end - at >= lowerCase.size()
        && std::equal(lowerCase.begin(), lowerCase.end(), at,
                      [](char wanted, char found) { return wanted == lower(found); });
}

// One start or end tag, as far as the scan needs it.
struct Tag
{
    GumboTag id = GUMBO_TAG_UNKNOWN;
    QByteArrayView name;
    const char *nameEnd = nullptr;
    const char *end = nullptr; // after '>'; null when the file ends first
};

struct TagAttribute
{
    QLatin1StringView name; // as it is kept, see keptattributes.h
    const char *from = nullptr;
    const char *to = nullptr; // after its value
    QByteArrayView value;     // character references and all; without its quotation marks
};

// Reads the tag whose name begins at `name`. `attributes` becomes those that somebody reads (see
// keptattributes.h), the first of each name, at most as many as a page needs; null when nobody
// asks.
Tag tagAt(const char *name, const char *end, std::vector<TagAttribute> *attributes = nullptr);

// https://amp.dev/documentation/components/amp-img: it is an img whatever stands inside.
bool isAcceleratedPicture(const Tag &tag);
