#include "app/formats/zippedpage/zipparts.h"

#include "app/formats/parttypes.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <zip.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype endLength = 22;         // bytes of the directory's end, at the least
constexpr qsizetype longestTail = 65'535;   // bytes that may follow it
constexpr zip_int64_t mostEntries = 20'000; // looked at

struct Discard
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

struct Close
{
    void operator()(zip_file_t *entry) const { zip_fclose(entry); }
};

// The bytes must stay.
Archive archiveOf(QByteArrayView bytes)
{
    zip_source_t *source = zip_source_buffer_create(bytes.data(), zip_uint64_t(bytes.size()), 0,
                                                    nullptr);
    if (!source)
        return nullptr;
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (!archive)
        zip_source_free(source);
    return Archive(archive);
}

struct Entry
{
    zip_uint64_t number = 0;
    QString name;
    bool isLocked = false;
};

QList<Entry> entriesOf(zip_t *archive)
{
    QList<Entry> entries;
    const zip_int64_t count = std::min(zip_get_num_entries(archive, 0), mostEntries);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t status;
        if (zip_stat_index(archive, zip_uint64_t(i), 0, &status) != 0
            || (status.valid & ZIP_STAT_NAME) == 0)
            continue;
        const bool isLocked = (status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0
            && status.encryption_method != ZIP_EM_NONE;
        entries.append({zip_uint64_t(i), QString::fromUtf8(status.name), isLocked});
    }
    return entries;
}

// What an entry's own header says of its length is not believed: `room` is what there is for it,
// and less afterwards, so that all entries together cost no more than a file. Nothing, when it does
// not suffice, or the entry is locked or damaged.
std::optional<QByteArray> unpacked(zip_t *archive, const Entry &entry, qsizetype &room)
{
    const std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(archive, entry.number, 0));
    if (!file || entry.isLocked)
        return std::nullopt;
    QByteArray bytes;
    QByteArray piece(256 * 1024, Qt::Uninitialized);
    for (;;) {
        const zip_int64_t length = zip_fread(file.get(), piece.data(), zip_uint64_t(piece.size()));
        if (length <= 0)
            return length == 0 ? std::optional(bytes) : std::nullopt;
        room -= qsizetype(length);
        if (room < 0)
            return std::nullopt;
        bytes.append(piece.constData(), qsizetype(length));
    }
}

// A page's frames are pages too, in folders within its own.
const Entry *pageAmong(const QList<Entry> &entries)
{
    const Entry *page = nullptr;
    for (const Entry &entry : entries) {
        if (entry.name.section(u'/', -1) != "index.html"_L1)
            continue;
        if (!page || entry.name.count(u'/') < page->name.count(u'/'))
            page = &entry;
    }
    return page;
}

// What SingleFile writes down of the page: where it was, and when it was saved.
void readManifest(zip_t *archive, const QList<Entry> &entries, const QString &folder,
                  qsizetype &room, MimeMessage &message)
{
    const auto manifest = std::ranges::find(entries, folder + u"manifest.json"_s, &Entry::name);
    if (manifest == entries.end())
        return;
    const auto json = unpacked(archive, *manifest, room);
    const QJsonObject said = QJsonDocument::fromJson(json.value_or(QByteArray())).object();
    message.location = said["originalUrl"_L1].toString();
    message.saved = said["archiveTime"_L1].toString();
}

} // namespace

bool isZippedPage(const QByteArray &bytes)
{
    const bool isArchive = bytes.startsWith("PK\x03\x04");
    const bool isFront = bytes.startsWith('<') || bytes.startsWith("\xEF\xBB\xBF<")
        || bytes.startsWith("\x89PNG");
    if (!isArchive && !isFront)
        return false;
    // Asked of every web page there is: the standard library's search is the faster one here.
    const std::string_view whole(bytes.constData(), std::size_t(bytes.size()));
    const std::string_view tail = whole.substr(
        whole.size() - std::min(whole.size(), std::size_t(longestTail + endLength)));
    return tail.find("PK\x05\x06") != std::string_view::npos
        && whole.find("index.html") != std::string_view::npos;
}

Result<MimeMessage> zippedParts(const SourceFile &file)
{
    const auto malformed = [&](const QString &why) {
        return Error{Error::Kind::Malformed, file.path, why};
    };
    Archive archive = archiveOf(file.bytes);
    // Its directory counts from the file's first byte, or from its own.
    if (const qsizetype own = file.bytes.indexOf("PK\x03\x04"); !archive && own > 0)
        archive = archiveOf(QByteArrayView(file.bytes).sliced(own));
    if (!archive)
        return malformed(u"its archive cannot be unpacked"_s);
    const QList<Entry> entries = entriesOf(archive.get());
    const Entry *index = pageAmong(entries);
    if (!index)
        return malformed(u"there is no page in it"_s);
    if (index->isLocked)
        return malformed(u"it is locked with a password"_s);
    qsizetype room = maximumFileSize;
    const auto page = unpacked(archive.get(), *index, room);
    if (!page)
        return malformed(u"its page cannot be unpacked"_s);

    const QString folder = index->name.chopped(u"index.html"_s.size());
    MimeMessage message;
    readManifest(archive.get(), entries, folder, room, message);
    message.parts.append({"text/html", {}, {}, {}, *page});
    for (const Entry &entry : entries) {
        const QByteArray type = typeOfPart(entry.name);
        if (type.isEmpty() || !entry.name.startsWith(folder) || room < 0)
            continue;
        const auto contents = unpacked(archive.get(), entry, room);
        if (contents && !contents->isEmpty())
            message.parts.append({type, {}, entry.name.mid(folder.size()), {}, *contents});
    }
    return message;
}
