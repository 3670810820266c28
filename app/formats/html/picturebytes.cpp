#include "app/formats/html/picturebytes.h"

#include <QtEndian>

namespace {

template <typename Number>
int big(QByteArrayView bytes, qsizetype at)
{
    return int(qFromBigEndian<Number>(bytes.data() + at));
}

int little(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.data() + at);
}

// https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1: marker, length, and in a frame's header
//   FF Cn | length 2 | precision 1 | height 2 | width 2
QSize jpegSize(QByteArrayView bytes)
{
    for (qsizetype at = 2; at + 9 <= bytes.size() && bytes[at] == '\xFF';) {
        const auto marker = quint8(bytes[at + 1]);
        const bool isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8
            && marker != 0xCC;
        if (isFrame)
            return {big<quint16>(bytes, at + 7), big<quint16>(bytes, at + 5)};
        at += 2 + big<quint16>(bytes, at + 2);
    }
    return {};
}

} // namespace

bool isPicture(QByteArrayView bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1A\n") || bytes.startsWith("\xFF\xD8\xFF")
        || bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")
        || (bytes.startsWith("RIFF") && bytes.size() > 12 && bytes.sliced(8).startsWith("WEBP"))
        || (bytes.size() > 12 && bytes.sliced(4).startsWith("ftypavi"));
}

QSize pictureSize(QByteArrayView bytes)
{
    if (bytes.startsWith("\x89PNG") && bytes.size() >= 24)
        return {big<quint32>(bytes, 16), big<quint32>(bytes, 20)};
    if (bytes.startsWith("GIF8") && bytes.size() >= 10)
        return {little(bytes, 6), little(bytes, 8)};
    if (bytes.startsWith("\xFF\xD8"))
        return jpegSize(bytes);
    return {};
}
