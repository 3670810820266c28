#include "app/html/keptattributes.h"

#include "app/html/tagsyntax.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

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

// Where to look for a name: few of those that are kept share a place.
constexpr std::size_t places = 128;
constexpr std::size_t placeOf(QLatin1StringView name)
{
    const auto size = std::size_t(name.size());
    return (size * 13 + uchar(lower(name.data()[0])) * 3 + uchar(lower(name.data()[size - 1])) * 7)
        % places;
}

constexpr auto byPlace = [] {
    auto sorted = std::to_array(kept);
    std::ranges::sort(sorted, {}, placeOf);
    return sorted;
}();

// Where in byPlace the names of each place begin.
constexpr auto firstOfPlace = [] {
    std::array<std::size_t, places + 1> first{};
    for (std::size_t place = 0; place < first.size(); ++place)
        first[place] = std::size_t(std::ranges::count_if(
            kept, [place](QLatin1StringView name) { return placeOf(name) < place; }));
    return first;
}();

} // namespace

QLatin1StringView keptAttribute(QLatin1StringView name)
{
    if (name.isEmpty() || name.size() > longest)
        return {};
    const std::size_t place = placeOf(name);
    for (std::size_t i = firstOfPlace[place]; i < firstOfPlace[place + 1]; ++i) {
        const QLatin1StringView known = byPlace[i];
        if (known.size() == name.size()
            && std::equal(known.begin(), known.end(), name.begin(),
                          [](char wanted, char found) { return wanted == lower(found); }))
            return known;
    }
    return {};
}
