#include "app/formats/webarchive/archiveparts.h"

#include "app/formats/webarchive/propertylist.h"
#include "app/formats/webarchive/xmlpropertylist.h"

#include <optional>

namespace {

constexpr int deepest = 8; // frames in frames

// Takes an archive's parts out of a list of either kind.
template <typename List>
class Taking final
{
public:
    // A picture, an address or a frame may be named a thousand times and is there once: all in all
    // no more than the file holds.
    Taking(const List &list, qsizetype room) : m_list(list), m_room(room) { }

    MimeMessage run()
    {
        takeArchive(m_list.top(), 0);
        if (m_message.parts.isEmpty())
            return {};
        m_message.location = m_message.parts.first().location;
        return m_message;
    }

private:
    // Whether there is one, and room for it.
    bool takePart(typename List::Object resource)
    {
        MimePart part;
        part.contents = m_list.dataOf(m_list.valueOf(resource, "WebResourceData"));
        if (part.contents.isEmpty())
            return false;
        const auto text = [&](const char *key) {
            return m_list.textOf(m_list.valueOf(resource, key));
        };
        part.type = text("WebResourceMIMEType").toLower().toLatin1();
        part.charset = text("WebResourceTextEncodingName").toLatin1();
        part.location = text("WebResourceURL");
        m_room -= m_message.parts.isEmpty() ? 0 : part.contents.size() + part.location.size();
        if (m_room >= 0)
            m_message.parts.append(part);
        return m_room >= 0;
    }

    void takeArchive(typename List::Object archive, int depth)
    {
        if (!takePart(m_list.valueOf(archive, "WebMainResource")) || depth > deepest)
            return;
        for (const auto resource : m_list.itemsOf(m_list.valueOf(archive, "WebSubresources"))) {
            takePart(resource);
            if (m_room < 0)
                return;
        }
        for (const auto frame : m_list.itemsOf(m_list.valueOf(archive, "WebSubframeArchives"))) {
            takeArchive(frame, depth + 1);
            if (m_room < 0)
                return;
        }
    }

    const List &m_list;
    qsizetype m_room;
    MimeMessage m_message;
};

} // namespace

bool isWebArchive(const QByteArray &bytes)
{
    return (PropertyList::isOne(bytes) || XmlPropertyList::isOne(bytes))
        && bytes.contains("WebMainResource");
}

MimeMessage webArchiveParts(const QByteArray &bytes)
{
    if (XmlPropertyList::isOne(bytes))
        return Taking(XmlPropertyList(bytes), bytes.size()).run();
    return Taking(PropertyList(bytes), bytes.size()).run();
}
