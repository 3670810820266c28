#include "app/formats/mhtml/mimepage.h"

#include "app/formats/html/savedpage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

std::optional<MimePage> pageOf(const MimeMessage &message)
{
    const auto part = std::ranges::find_if(message.parts, &MimePart::isPage);
    if (part == message.parts.end())
        return std::nullopt;
    const QByteArray charset = part->charset.isEmpty() ? declaredCharset(part->contents)
                                                       : part->charset;
    const QUrl own(part->location);
    const bool hasOwn = own.isValid() && !own.isRelative() && own.scheme() != "cid"_L1;
    return MimePage{decoded(part->contents, charset), hasOwn ? own : QUrl(message.location),
                    hasOwn ? u"Content-Location"_s : u"Snapshot-Content-Location"_s};
}

Result<QList<Article>> readContainer(const MimeMessage &message, const QString &path,
                                     const QString &encodingFormat, const QString &locationFrom)
{
    const std::optional<MimePage> page = pageOf(message);
    if (!page)
        return Error{Error::Kind::Malformed, path, u"there is no page in it"_s};
    SavedPage saved{path,
                    page->text,
                    encodingFormat,
                    page->location,
                    locationFrom.isEmpty() ? page->locationFrom : locationFrom,
                    {}};
    for (const MimePart &part : message.parts) {
        if (!part.type.startsWith("image/") && part.type != "application/octet-stream")
            continue;
        for (const QString &address : addressesOf(part, page->location))
            saved.parts.insert(address, part.contents);
    }
    return readSavedPage(saved);
}

QStringList addressesOf(const MimePart &part, const QUrl &page)
{
    QStringList addresses;
    if (!part.location.isEmpty())
        addresses.append(page.resolved(QUrl(part.location)).toString());
    if (!part.id.isEmpty())
        addresses.append(u"cid:"_s + part.id);
    return addresses;
}
