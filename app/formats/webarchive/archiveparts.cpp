#include "app/formats/webarchive/archiveparts.h"

#include "app/formats/webarchive/propertylist.h"

#include <optional>

namespace {

std::optional<MimePart> partOf(const PropertyList &list, PropertyList::Object resource)
{
    MimePart part;
    part.contents = list.dataOf(list.valueOf(resource, "WebResourceData"));
    if (part.contents.isEmpty())
        return std::nullopt;
    part.type = list.textOf(list.valueOf(resource, "WebResourceMIMEType")).toLower().toLatin1();
    part.charset = list.textOf(list.valueOf(resource, "WebResourceTextEncodingName")).toLatin1();
    part.location = list.textOf(list.valueOf(resource, "WebResourceURL"));
    return part;
}

} // namespace

bool isWebArchive(const QByteArray &bytes)
{
    return PropertyList::isOne(bytes) && bytes.contains("WebMainResource");
}

MimeMessage webArchiveParts(const QByteArray &bytes)
{
    MimeMessage message;
    const PropertyList list(bytes);
    const auto page = partOf(list, list.valueOf(list.top(), "WebMainResource"));
    if (!page)
        return message;
    message.location = page->location;
    message.parts.append(*page);
    // A picture, or an address, may be named a thousand times and is there once: all in all no more
    // than the file holds.
    qsizetype room = bytes.size();
    for (const auto resource : list.itemsOf(list.valueOf(list.top(), "WebSubresources"))) {
        const auto part = partOf(list, resource);
        if (!part)
            continue;
        room -= part->contents.size() + part->location.size();
        if (room < 0)
            break;
        message.parts.append(*part);
    }
    return message;
}
