#include "app/formats/html/picturebytes.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace {

constexpr qsizetype svgHead = 2048; // bytes in which its root must begin
constexpr double drawingWidth = 150;
constexpr double drawingHeight = 80;
// What placeholders have none of.
constexpr std::array shapes{"<path", "<text", "<circle", "<poly", "<line", "<ellipse", "<use"};

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

// The number in ` name="640px"`, or 0.
double numberIn(QByteArrayView tag, QByteArrayView name)
{
    const qsizetype at = tag.indexOf(name);
    if (at < 0)
        return 0;
    qsizetype from = at + name.size();
    while (from < tag.size() && (tag[from] == '"' || tag[from] == '\''))
        ++from;
    qsizetype to = from;
    while (to < tag.size() && ((tag[to] >= '0' && tag[to] <= '9') || tag[to] == '.'))
        ++to;
    const bool isShare = to < tag.size() && tag[to] == '%';
    return isShare ? 0 : tag.sliced(from, to - from).toDouble();
}

} // namespace

bool isPicture(QByteArrayView bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1A\n") || bytes.startsWith("\xFF\xD8\xFF")
        || bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")
        || (bytes.startsWith("RIFF") && bytes.size() > 12 && bytes.sliced(8).startsWith("WEBP"))
        || (bytes.size() > 12 && bytes.sliced(4).startsWith("ftypavi"));
}

bool isDrawing(QByteArrayView bytes)
{
    const QByteArrayView head = bytes.first(std::min(bytes.size(), svgHead)).trimmed();
    const qsizetype start = head.indexOf("<svg");
    const bool isXml = head.startsWith("<svg") || head.startsWith("<?xml") || head.startsWith("<!");
    if (start < 0 || !isXml)
        return false;
    const qsizetype end = head.indexOf('>', start);
    const QByteArrayView tag = head.sliced(start, (end < 0 ? head.size() : end) - start);
    const bool hasSize = numberIn(tag, " width=") >= drawingWidth
        && numberIn(tag, " height=") >= drawingHeight;
    const bool hasNoSize = numberIn(tag, " width=") == 0 && numberIn(tag, " height=") == 0;
    const auto draws = [bytes](const char *element) { return bytes.contains(element); };
    if (bytes.contains("feGaussianBlur"))
        return false; // a picture to come, out of focus
    return (hasSize && std::ranges::any_of(shapes, draws))
        || (hasNoSize && tag.contains("viewBox") && bytes.contains("<text"));
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
