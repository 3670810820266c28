#include "app/formats/parttypes.h"

#include <QHash>

using namespace Qt::StringLiterals;

QByteArray typeOfPart(const QString &fileName)
{
    static const QHash<QString, QByteArray> types{
        {u"css"_s, "text/css"},     {u"png"_s, "image/png"},  {u"jpg"_s, "image/jpeg"},
        {u"jpeg"_s, "image/jpeg"},  {u"gif"_s, "image/gif"},  {u"webp"_s, "image/webp"},
        {u"avif"_s, "image/avif"},  {u"bmp"_s, "image/bmp"},  {u"svg"_s, "image/svg+xml"},
        {u"ico"_s, "image/x-icon"}, {u"woff"_s, "font/woff"}, {u"woff2"_s, "font/woff2"},
        {u"ttf"_s, "font/ttf"},     {u"otf"_s, "font/otf"}};
    return types.value(fileName.section(u'.', -1).toLower());
}

QByteArray typeOfPicture(const QByteArray &start)
{
    if (start.startsWith("\x89PNG\r\n\x1A\n"))
        return "image/png";
    if (start.startsWith("\xFF\xD8\xFF"))
        return "image/jpeg";
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a"))
        return "image/gif";
    if (start.startsWith("RIFF") && start.mid(8, 4) == "WEBP")
        return "image/webp";
    if (start.mid(4, 7) == "ftypavi")
        return "image/avif";
    return {};
}
