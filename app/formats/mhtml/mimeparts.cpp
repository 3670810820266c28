#include "app/formats/mhtml/mimeparts.h"

#include <QRegularExpression>

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostParts = 20'000;

struct Unref
{
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

struct Free
{
    void operator()(char *text) const { g_free(text); }
};

void startLibraryOnce()
{
    static const bool started = (g_mime_init(), true);
    Q_UNUSED(started)
}

Owned<GMimeParser> parserOver(const QByteArray &bytes)
{
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(bytes.constData(), std::size_t(bytes.size())));
    return Owned<GMimeParser>(g_mime_parser_new_with_stream(stream.get()));
}

QByteArray contentsOf(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return {};
    const Owned<GMimeStream> decoded(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, decoded.get());
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(decoded.get()));
    return QByteArray(reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len));
}

// Addresses are folded over several lines when they are long.
QString unfolded(const char *text)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    return QString::fromUtf8(text).remove(blanks);
}

MimePart partOf(GMimeObject *object)
{
    MimePart part;
    GMimeContentType *type = g_mime_object_get_content_type(object);
    const std::unique_ptr<char, Free> name(g_mime_content_type_get_mime_type(type));
    part.type = QByteArray(name.get()).toLower();
    part.charset = g_mime_content_type_get_parameter(type, "charset");
    part.id = unfolded(g_mime_object_get_content_id(object));
    part.location = unfolded(g_mime_part_get_content_location(GMIME_PART(object)));
    part.contents = contentsOf(GMIME_PART(object));
    return part;
}

// Every leaf below an object, without recursion.
QList<MimePart> leavesOf(GMimeObject *root)
{
    QList<MimePart> parts;
    GMimePartIter *place = g_mime_part_iter_new(root);
    do {
        GMimeObject *object = g_mime_part_iter_get_current(place);
        if (object && GMIME_IS_PART(object))
            parts.append(partOf(object));
    } while (parts.size() < mostParts && g_mime_part_iter_next(place));
    g_mime_part_iter_free(place);
    return parts;
}

// The part that begins with the first header of a page, where the message around it is broken.
QList<MimePart> lostPage(const QByteArray &bytes)
{
    static const QRegularExpression header(
        u"^(?:Content-[\\w-]+:.*\\R(?:[ \\t].*\\R)*)*Content-Type:[ \\t]*text/html"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    const auto match = header.match(QString::fromLatin1(bytes));
    if (!match.hasMatch())
        return {};
    const Owned<GMimeParser> parser = parserOver(bytes.mid(match.capturedStart()));
    const Owned<GMimeObject> object(g_mime_parser_construct_part(parser.get(), nullptr));
    return object && GMIME_IS_PART(object.get()) ? QList{partOf(object.get())} : QList<MimePart>();
}

} // namespace

bool MimePart::isPage() const
{
    return type == "text/html" || type == "application/xhtml+xml";
}

MimeMessage mimeMessage(const QByteArray &bytes)
{
    startLibraryOnce();
    MimeMessage message;
    // Only who means harm has more: each costs kilobytes, wherever the boundaries are nested.
    if (bytes.count("\n--") > mostParts) {
        message.parts = lostPage(bytes);
        return message;
    }
    const Owned<GMimeParser> parser = parserOver(bytes);
    const Owned<GMimeMessage> whole(g_mime_parser_construct_message(parser.get(), nullptr));
    GMimeObject *root = whole ? g_mime_message_get_mime_part(whole.get()) : nullptr;
    if (root) {
        message.location = unfolded(
            g_mime_object_get_header(GMIME_OBJECT(whole.get()), "Snapshot-Content-Location"));
        message.parts = leavesOf(root);
        QString start = QString::fromUtf8(g_mime_object_get_content_type_parameter(root, "start"));
        start.remove(u'<').remove(u'>');
        const auto first = std::ranges::find_if(message.parts, [&](const MimePart &part) {
            return !start.isEmpty() && part.id == start && part.isPage();
        });
        if (first != message.parts.end())
            std::rotate(message.parts.begin(), first, first + 1);
    }
    const bool hasPage = std::ranges::any_of(message.parts, [](const MimePart &part) {
        return part.isPage() && !part.contents.trimmed().isEmpty();
    });
    if (!hasPage)
        message.parts = lostPage(bytes);
    return message;
}
