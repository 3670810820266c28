#include "app/html/tagsyntax.h"

#include "app/html/keptattributes.h"

#include <array>
#include <cstring>

namespace {

constexpr int maximumAttributes = 128;        // looked up one by one for each new one
constexpr qsizetype longestValue = 64 * 1024; // bytes; only pictures in a page are longer

// What the name of an attribute ends at; that of a tag does not at "=".
constexpr auto endsName = [] {
    std::array<bool, 256> table{};
    for (const char c : {' ', '\n', '\t', '\r', '\f', '/', '>', '='})
        table[std::size_t(c)] = true;
    return table;
}();

// https://html.spec.whatwg.org/#before-attribute-name-state and on
const char *pastAttribute(const char *at, const char *end, const char *&nameEnd,
                          QByteArrayView &value)
{
    ++at; // a leading '=' belongs to the name
    while (at < end && !endsName[uchar(*at)])
        ++at;
    nameEnd = at;
    value = {};
    while (at < end && isSpace(*at))
        ++at;
    if (at >= end || *at != '=')
        return nameEnd;
    ++at;
    while (at < end && isSpace(*at))
        ++at;
    if (at < end && (*at == '"' || *at == '\'')) {
        const void *quote = std::memchr(at + 1, *at, std::size_t(end - at - 1));
        const char *valueEnd = quote ? static_cast<const char *>(quote) : end;
        value = {at + 1, valueEnd - at - 1};
        return quote ? valueEnd + 1 : end;
    }
    const char *from = at;
    while (at < end && !isSpace(*at) && *at != '>')
        ++at;
    value = {from, at - from};
    return at;
}

bool isPicture(QByteArrayView value)
{
    return startsWithFolded(value.begin(), value.end(), "data:image/");
}

// The same name twice is an error, and the first one counts.
bool has(const std::vector<TagAttribute> &attributes, QLatin1StringView name)
{
    return std::ranges::any_of(attributes, [name](const TagAttribute &attribute) {
        return attribute.name.data() == name.data();
    });
}

} // namespace

Tag tagAt(const char *name, const char *end, std::vector<TagAttribute> *attributes)
{
    Tag tag;
    const char *at = name;
    while (at < end && (!endsName[uchar(*at)] || *at == '='))
        ++at;
    tag.nameEnd = at;
    tag.name = QByteArrayView(name, at - name);
    tag.id = gumbo_tagn_enum(name, unsigned(std::min<qsizetype>(at - name, 64)));
    for (int count = 0; at < end; ++count) {
        while (at < end && (isSpace(*at) || *at == '/'))
            ++at;
        if (at >= end)
            break;
        if (*at == '>') {
            tag.end = at + 1;
            break;
        }
        const char *from = at;
        const char *nameEnd = at;
        QByteArrayView value;
        at = pastAttribute(at, end, nameEnd, value);
        if (!attributes || count >= maximumAttributes)
            continue;
        const QLatin1StringView kept = keptAttribute(QLatin1StringView(from, nameEnd - from));
        if (value.size() > longestValue && !isPicture(value))
            continue;
        if (!kept.isEmpty() && !has(*attributes, kept))
            attributes->push_back({kept, from, at, value});
    }
    return tag;
}

bool isAcceleratedPicture(const Tag &tag)
{
    return tag.id == GUMBO_TAG_UNKNOWN && tag.name.size() == 7
        && tag.name.compare(QByteArrayView("amp-img"), Qt::CaseInsensitive) == 0;
}
