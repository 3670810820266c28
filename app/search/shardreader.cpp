#include "app/search/shardreader.h"

#include "app/search/shardmanifest.h"

#include <QFile>

#include <string_view>

using namespace Qt::StringLiterals;

namespace {

constexpr int attempts = 5; // a commit or two while a question is asked are usual, not five

} // namespace

ShardReader::ShardReader(const QString &indexDirectory) : m_directory(indexDirectory) { }

void ShardReader::close()
{
    m_database.reset();
    m_manifest.clear();
}

Outcome ShardReader::open()
{
    const Result<QByteArray> bytes = manifestBytes(m_directory);
    if (!bytes.has_value())
        return bytes.error();
    if (m_database && bytes.value() == m_manifest) {
        m_database->reopen();
        return {};
    }
    const auto manifest = ShardManifest::fromBytes(bytes.value());
    if (!manifest)
        return Error{Error::Kind::Damaged, m_directory, u"the list of shards is unreadable"_s};
    m_manifest = bytes.value();
    Xapian::Database all;
    if (manifest->shards.isEmpty()) // one without any cannot be asked
        all = Xapian::WritableDatabase(std::string(), Xapian::DB_BACKEND_INMEMORY);
    for (const ShardManifest::Shard &shard : manifest->shards) {
        const QString path = m_directory + u'/' + shard.name;
        all.add_database(Xapian::Database(QFile::encodeName(path).toStdString()));
    }
    m_database = all;
    return {};
}

Outcome ShardReader::ask(const std::function<void(const Xapian::Database &)> &question)
{
    for (int attempt = 1;; ++attempt) {
        try {
            if (const Outcome failed = open())
                return failed;
            question(*m_database);
            return {};
        } catch (const Xapian::DatabaseModifiedError &error) {
            if (attempt == attempts)
                return indexError(m_directory, error);
        } catch (const Xapian::Error &error) {
            // A shard that was merged away meanwhile is no damage: the manifest names others now.
            const QByteArray asked = m_manifest;
            close();
            const Result<QByteArray> now = manifestBytes(m_directory);
            if (attempt == attempts || !now.has_value() || now.value() == asked)
                return indexError(m_directory, error);
        }
    }
}

std::optional<indexformat::StoredText> storedText(const Xapian::Document &document)
{
    return indexformat::unpacked(document.get_value(indexformat::TextSlot));
}

Error indexError(const QString &subject, const Xapian::Error &error)
{
    const char *reason = error.get_error_string();
    const bool isFull = reason
        && std::string_view(reason).find("No space") != std::string_view::npos;
    return {isFull ? Error::Kind::DiskFull : Error::Kind::Damaged, subject,
            QString::fromStdString(error.get_description())};
}
