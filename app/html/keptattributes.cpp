#include "app/html/keptattributes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// Sorted.
constexpr QLatin1StringView kept[] = {
    "alt"_L1,
    "aria-describedby"_L1,
    "aria-hidden"_L1,
    "aria-label"_L1,
    "class"_L1,
    "colspan"_L1,
    "content"_L1,
    "data-component"_L1,
    "data-date"_L1,
    "data-datetime"_L1,
    "data-hi-res-src"_L1,
    "data-image"_L1,
    "data-lazy-src"_L1,
    "data-lazy-srcset"_L1,
    "data-lazyload"_L1,
    "data-noscript"_L1,
    "data-original"_L1,
    "data-original-src"_L1,
    "data-src"_L1,
    "data-srcset"_L1,
    "data-testid"_L1,
    "data-time"_L1,
    "data-timestamp"_L1,
    "data-url"_L1,
    "datetime"_L1,
    "dir"_L1,
    "height"_L1,
    "hidden"_L1,
    "href"_L1,
    "http-equiv"_L1,
    "id"_L1,
    "itemprop"_L1,
    "itemscope"_L1,
    "itemtype"_L1,
    "lang"_L1,
    "name"_L1,
    "poster"_L1,
    "property"_L1,
    "rel"_L1,
    "role"_L1,
    "rowspan"_L1,
    "src"_L1,
    "srcset"_L1,
    "start"_L1,
    "style"_L1,
    "title"_L1,
    "type"_L1,
    "typeof"_L1,
    "width"_L1,
    "xml:lang"_L1,
};

constexpr qsizetype longest = 17;

static_assert(std::ranges::all_of(kept,
                                  [](QLatin1StringView name) { return name.size() <= longest; }));

// The first letters that a name of each length may have, a bit for each: nearly all attributes that
// nobody reads are told by it.
constexpr auto firstLetters = [] {
    std::array<quint32, longest + 1> letters{};
    for (const QLatin1StringView name : kept)
        letters[std::size_t(name.size())] |= quint32(1) << (name.front().toLatin1() & 31);
    return letters;
}();

} // namespace

QLatin1StringView keptAttribute(QLatin1StringView name)
{
    if (name.isEmpty() || name.size() > longest
        || !(firstLetters[std::size_t(name.size())] >> (name.front().toLatin1() & 31) & 1))
        return {};
    std::array<char, longest> lower;
    std::transform(name.latin1(), name.latin1() + name.size(), lower.begin(),
                   [](char byte) { return byte >= 'A' && byte <= 'Z' ? char(byte + 32) : byte; });
    const QLatin1StringView wanted(lower.data(), name.size());
    const auto *found = std::ranges::lower_bound(kept, wanted);
    return found != std::end(kept) && *found == wanted ? *found : QLatin1StringView();
}
