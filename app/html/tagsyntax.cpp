#include "app/html/tagsyntax.h"

#include "app/html/keptattributes.h"

#include <cstring>

namespace {

constexpr int maximumAttributes = 128; // looked up one by one for each new one

// https://html.spec.whatwg.org/#before-attribute-name-state and on
const char *pastAttribute(const char *at, const char *end, const char *&nameEnd)
{
    ++at; // a leading '=' belongs to the name
    while (at < end && !isSpace(*at) && *at != '/' && *at != '>' && *at != '=')
        ++at;
    nameEnd = at;
    while (at < end && isSpace(*at))
        ++at;
    if (at >= end || *at != '=')
        return nameEnd;
    ++at;
    while (at < end && isSpace(*at))
        ++at;
    if (at < end && (*at == '"' || *at == '\'')) {
        const void *quote = std::memchr(at + 1, *at, std::size_t(end - at - 1));
        return quote ? static_cast<const char *>(quote) + 1 : end;
    }
    while (at < end && !isSpace(*at) && *at != '>')
        ++at;
    return at;
}

} // namespace

Tag tagAt(const char *name, const char *end, std::vector<Span> *attributes)
{
    Tag tag;
    const char *at = name;
    while (at < end && !isSpace(*at) && *at != '/' && *at != '>')
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
        at = pastAttribute(at, end, nameEnd);
        if (attributes && count < maximumAttributes
            && !keptAttribute(QLatin1StringView(from, nameEnd - from)).isEmpty())
            attributes->emplace_back(from, at);
    }
    return tag;
}

bool isFileAddress(const Span &attribute)
{
    QByteArrayView text(attribute.first, attribute.second - attribute.first);
    if (!startsWithFolded(attribute.first, attribute.second, "src")
        || startsWithFolded(attribute.first, attribute.second, "srcset") || !text.contains('='))
        return false;
    text = text.sliced(text.indexOf('=') + 1).trimmed();
    if (!text.isEmpty() && (text.front() == '"' || text.front() == '\''))
        text = text.sliced(1);
    const QByteArrayView folder = text.first(std::max<qsizetype>(0, text.indexOf('/')));
    return !folder.isEmpty() && !folder.contains(':') && text.front() != '.';
}
