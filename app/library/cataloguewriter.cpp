#include "app/library/cataloguewriter.h"

#include "app/library/cataloguetables.h"
#include "app/library/newstime.h"
#include "app/library/statetables.h"

#include <QDir>
#include <QFile>
#include <QTimeZone>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int busyCache = 48'000;   // KiB
constexpr int restingCache = 4'000; // KiB

QString cacheOf(int size)
{
    return u"PRAGMA main.cache_size = -%1"_s.arg(size);
}

} // namespace

QString catalogueFile(const LibraryPlaces &places)
{
    return places.cache + u"/catalogue.sqlite"_s;
}

QString stateFile(const LibraryPlaces &places)
{
    return places.state + u"/reading.sqlite"_s;
}

QString indexFolder(const LibraryPlaces &places)
{
    return places.cache + u"/index"_s;
}

QString lockFile(const LibraryPlaces &places)
{
    return places.cache + u"/lock"_s;
}

CatalogueWriter::CatalogueWriter(const LibraryPlaces &places, const QByteArray &readerVersion)
    : m_places(places)
    , m_readerVersion(readerVersion)
    , m_database(catalogueFile(places), Database::Access::Write)
    , m_articles(m_database)
    , m_state(m_database)
    , m_folders(m_database)
{
}

Outcome CatalogueWriter::open(QList<Error> &notices)
{
    const QString oldCatalogue = m_places.state + u"/library/catalogue.sqlite"_s;
    if (const Outcome failed = prepareState(stateFile(m_places), oldCatalogue, notices))
        return failed;
    if (const Outcome failed = m_database.open())
        return failed;
    // NORMAL: a power cut may cost the catalogue its last batches, which the next scan finds again,
    // and never the file. Of what the reader did nothing may be lost.
    m_database.attach(stateFile(m_places), u"state"_s);
    m_database.runOnce(u"PRAGMA main.synchronous = NORMAL"_s);
    m_database.runOnce(u"PRAGMA state.synchronous = FULL"_s);
    m_database.runOnce(cacheOf(restingCache));
    m_database.runOnce(u"PRAGMA main.wal_autocheckpoint = 8000"_s); // pages
    if (const Outcome failed = m_database.takeFailure())
        return failed;
    const Outcome failed = openTables();
    static_cast<void>(haveOthersWritten()); // not since now
    return failed;
}

Outcome CatalogueWriter::openTables()
{
    m_database.begin();
    m_isNew = !m_database.hasFailed() && !hasTables(m_database);
    if (m_isNew)
        makeTables(m_database);
    m_reader = readerNumber(m_database, m_readerVersion);
    if (!m_state.isReconciled())
        m_state.reconcile();
    followClock();
    return m_database.commit();
}

// Days are those of the reader's clock: where that has gone to another zone, so do the articles
// whose pages printed a moment.
void CatalogueWriter::followClock()
{
    const QString zone = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    const QString before = m_database.value(u"SELECT zone FROM known"_s).toString();
    if (zone == before)
        return;
    m_database.run(u"UPDATE known SET zone = ?"_s, {zone});
    if (before.isEmpty())
        return;
    QList<std::pair<qint64, qint64>> times;
    m_database.each(u"SELECT id, moment FROM article WHERE precision = 3"_s, {},
                    [&](const QSqlQuery &row) {
                        const qint64 moment = row.value(1).toLongLong();
                        const PrintedDate date{
                            QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC), true, true, {}, {}};
                        times.append({row.value(0).toLongLong(), newsTime(date, 0)});
                    });
    for (const auto &[id, time] : std::as_const(times))
        m_database.run(u"UPDATE article SET time = ? WHERE id = ? AND time <> ?"_s,
                       {time, id, time});
    CatalogueCounts::recount(m_database);
}

void CatalogueWriter::setBusy(bool busy)
{
    if (std::exchange(m_isBusy, busy) == busy)
        return;
    m_database.runOnce(cacheOf(busy ? busyCache : restingCache));
    if (!busy)
        m_database.runOnce(u"PRAGMA shrink_memory"_s);
}

void CatalogueWriter::begin()
{
    m_database.begin();
    noteOthersChanges();
}

// Another program may have written since, and rolled back what this one knows to be there.
void CatalogueWriter::noteOthersChanges()
{
    const qint64 version = m_database.number(u"PRAGMA main.data_version"_s);
    if (version != std::exchange(m_version, version))
        m_articles.forget();
}

// https://www.sqlite.org/pragma.html#pragma_data_version: what this connection writes does not
// change it.
bool CatalogueWriter::haveOthersWritten()
{
    const qint64 version = m_database.number(u"PRAGMA main.data_version"_s);
    return version != std::exchange(m_toldVersion, version);
}

Outcome CatalogueWriter::commit()
{
    m_articles.writeCounts();
    const Outcome failed = m_database.commit();
    if (failed)
        m_articles.forget();
    return failed;
}

FolderChanges CatalogueWriter::folderChanges(LibraryChanges &changes)
{
    return {m_database, m_articles, m_reader, changes};
}

void CatalogueWriter::markIndexed(const QList<ArticleId> &ids)
{
    for (const ArticleId id : ids)
        m_database.run(u"UPDATE article SET words = 1 WHERE id = ?"_s, {quint64(id)});
}

void CatalogueWriter::markLostWords(const QList<ArticleId> &left)
{
    m_database.runOnce(u"CREATE TEMP TABLE left (id INTEGER PRIMARY KEY)"_s);
    for (const ArticleId id : left)
        m_database.run(u"INSERT OR IGNORE INTO temp.left VALUES (?)"_s, {quint64(id)});
    m_database.runOnce(u"UPDATE article SET words = 0 WHERE words = 1"
                       " AND id NOT IN (SELECT id FROM temp.left)"_s);
    m_database.runOnce(u"DROP TABLE temp.left"_s);
}

QList<ArticleId> CatalogueWriter::absentOf(const QList<ArticleId> &ids)
{
    QList<ArticleId> absent;
    for (const ArticleId id : ids) {
        if (!m_database.value(u"SELECT 1 FROM article WHERE id = ?"_s, {quint64(id)}).isValid())
            absent.append(id);
    }
    return absent;
}

Outcome CatalogueWriter::backUp()
{
    return backUpState(m_database, stateFile(m_places));
}
