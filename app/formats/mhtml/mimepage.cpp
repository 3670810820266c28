#include "app/formats/mhtml/mimepage.h"

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

QStringList addressesOf(const MimePart &part, const QUrl &page)
{
    QStringList addresses;
    if (!part.location.isEmpty())
        addresses.append(page.resolved(QUrl(part.location)).toString());
    if (!part.id.isEmpty())
        addresses.append(u"cid:"_s + part.id);
    return addresses;
}
