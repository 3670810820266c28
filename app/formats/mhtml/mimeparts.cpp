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

QString snapshotLocation(GMimeMessage *message)
{
    return message
        ? unfolded(g_mime_object_get_header(GMIME_OBJECT(message), "Snapshot-Content-Location"))
        : QString();
}

// Of a page that "<Saved by Blink>" or another browser sent to nobody; a letter's date says when it
// was sent.
QString savedDate(GMimeObject *message)
{
    const QString sender = QString::fromUtf8(g_mime_object_get_header(message, "From"));
    return sender.contains("saved by"_L1, Qt::CaseInsensitive)
        ? QString::fromUtf8(g_mime_object_get_header(message, "Date")).trimmed()
        : QString();
}

// Every leaf below an object, without recursion. A message within it says where it was, too.
void takeLeaves(GMimeObject *root, MimeMessage &message)
{
    const auto takeLocation = [&message](GMimeObject *object) {
        if (GMIME_IS_MESSAGE_PART(object) && message.location.isEmpty())
            message.location = snapshotLocation(
                g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)));
    };
    takeLocation(root); // which the walk passes over
    GMimePartIter *place = g_mime_part_iter_new(root);
    do {
        GMimeObject *object = g_mime_part_iter_get_current(place);
        if (object && GMIME_IS_PART(object))
            message.parts.append(partOf(object));
        else if (object)
            takeLocation(object);
    } while (message.parts.size() < mostParts && g_mime_part_iter_next(place));
    g_mime_part_iter_free(place);
}

bool hasPage(const MimeMessage &message)
{
    return std::ranges::any_of(message.parts, [](const MimePart &part) {
        return part.isPage() && !part.contents.trimmed().isEmpty();
    });
}

// The page before the frames in it: the part that the message calls its start, or which was where
// the message was.
void putPageFirst(const QString &start, MimeMessage &message)
{
    const auto isWanted = [&](const MimePart &part) {
        return part.isPage() && !start.isEmpty() && part.id == start;
    };
    auto page = std::ranges::find_if(message.parts, isWanted);
    if (page == message.parts.end() && !message.location.isEmpty())
        page = std::ranges::find_if(message.parts, [&](const MimePart &part) {
            return part.isPage() && part.location == message.location;
        });
    if (page != message.parts.end())
        std::rotate(message.parts.begin(), page, page + 1);
}

MimeMessage takenApart(const QByteArray &bytes)
{
    MimeMessage message;
    const Owned<GMimeParser> parser = parserOver(bytes);
    const Owned<GMimeMessage> whole(g_mime_parser_construct_message(parser.get(), nullptr));
    GMimeObject *root = whole ? g_mime_message_get_mime_part(whole.get()) : nullptr;
    if (!root)
        return message;
    message.location = snapshotLocation(whole.get());
    message.subject = QString::fromUtf8(g_mime_message_get_subject(whole.get()));
    message.saved = savedDate(GMIME_OBJECT(whole.get()));
    takeLeaves(root, message);
    QString start = QString::fromUtf8(g_mime_object_get_content_type_parameter(root, "start"));
    putPageFirst(start.remove(u'<').remove(u'>'), message);
    return message;
}

// The same message under the boundary that stands in it, where its header names another or none:
// the first line "--…" with a part's header below it. Empty without one.
QByteArray withItsOwnBoundary(const QByteArray &bytes)
{
    constexpr qsizetype longest = 200; // the standard allows 70
    for (qsizetype at = bytes.indexOf("\n--"); at >= 0; at = bytes.indexOf("\n--", at + 1)) {
        const qsizetype end = bytes.indexOf('\n', at + 1);
        if (end < 0)
            break;
        QByteArray boundary = bytes.mid(at + 3, qMin(end - at - 3, longest)).trimmed();
        const bool isHeader = bytes.mid(end + 1, 8).compare("Content-", Qt::CaseInsensitive) == 0;
        if (boundary.isEmpty() || !isHeader)
            continue;
        boundary.replace('\\', "\\\\").replace('"', "\\\"");
        return "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"" + boundary + "\"\n"
            + bytes.mid(at);
    }
    return {};
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
    message = takenApart(bytes);
    if (hasPage(message))
        return message;
    MimeMessage other = message;
    other.parts = takenApart(withItsOwnBoundary(bytes)).parts;
    putPageFirst({}, other);
    if (!hasPage(other))
        other.parts = lostPage(bytes);
    return other.parts.isEmpty() ? message : other;
}
