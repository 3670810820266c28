#include "app/library/catalogue.h"

#include "app/library/articlerow.h"
#include "app/library/cataloguetables.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

using namespace Qt::StringLiterals;

Catalogue::Catalogue(const QString &path, Access access)
    : m_path(path)
    , m_access(access)
    , m_connection(u"catalogue-"_s + QUuid::createUuid().toString(QUuid::Id128))
{
}

Catalogue::~Catalogue()
{
    m_prepared.clear(); // a connection is not to be removed under its statements
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
}

Error Catalogue::failure(const QString &detail) const
{
    // SQLITE_FULL is 13, SQLITE_IOERR_… may mean the same: https://www.sqlite.org/rescode.html
    const auto kind = detail.contains(u"disk is full") ? Error::Kind::DiskFull
                                                       : Error::Kind::Damaged;
    return {kind, m_path, detail};
}

Outcome Catalogue::open()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_path);
    database.setConnectOptions(m_access == Access::Read
                                   ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                   : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return failure(database.lastError().text());
    if (m_access == Access::Read)
        return run(u"PRAGMA query_only = ON"_s);

    // WAL: the list is read while a scan writes. NORMAL: a power cut may cost the last batches,
    // which the next scan finds again, and never the file.
    for (const QString &pragma :
         {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s}) {
        if (const Outcome failed = run(pragma))
            return failed;
    }
    CatalogueTables tables(database);
    m_isNew = !tables.areThere();
    if (m_isNew && !tables.make())
        return failure(tables.problem());
    return {};
}

Outcome Catalogue::keepVersions(const QByteArray &readerVersion)
{
    CatalogueTables tables(QSqlDatabase::database(m_connection, false));
    if (!tables.keepVersions(readerVersion))
        return failure(tables.problem());
    m_isNew = false;
    return {};
}

QSqlQuery &Catalogue::prepared(const QString &statement)
{
    if (m_hasFailed) // one that could not be prepared yet may work now
        m_prepared.clear();
    m_hasFailed = false;
    const auto known = m_prepared.find(statement);
    if (known != m_prepared.end())
        return known->second;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.prepare(statement); // what is wrong with it shows when it runs
    return m_prepared.emplace(statement, std::move(query)).first->second;
}

Outcome Catalogue::run(QSqlQuery &query)
{
    if (query.exec())
        return {};
    m_hasFailed = true;
    return failure(query.lastError().text());
}

Outcome Catalogue::run(const QString &statement)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (query.exec(statement))
        return {};
    return failure(query.lastError().text());
}

Outcome Catalogue::begin()
{
    return run(u"BEGIN IMMEDIATE"_s);
}

Outcome Catalogue::commit()
{
    return run(u"COMMIT"_s);
}

void Catalogue::rollback()
{
    // Nothing to say where SQLite has rolled back by itself.
    static_cast<void>(run(u"ROLLBACK"_s));
}

// Whether the file is known, and as it is now.
Result<bool> Catalogue::holds(const FoundFile &file)
{
    QSqlQuery &same = prepared(u"SELECT 1 FROM file WHERE path = ? AND size = ?"
                               " AND modified = ?"_s);
    same.addBindValue(file.path);
    same.addBindValue(file.size);
    same.addBindValue(file.modified);
    if (const Outcome failed = run(same))
        return *failed;
    const bool found = same.next();
    same.finish();
    return found;
}

Result<qint64> Catalogue::putFile(const ParsedFile &parsed)
{
    QSqlQuery &query = prepared(u"INSERT INTO file (path, size, modified, stage)"
                                " VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET"
                                " size = excluded.size, modified = excluded.modified,"
                                " stage = excluded.stage RETURNING id"_s);
    query.addBindValue(parsed.file.path);
    query.addBindValue(parsed.file.size);
    query.addBindValue(parsed.file.modified);
    query.addBindValue(int(parsed.articles.isEmpty() ? Stage::Indexed : Stage::Listed));
    if (const Outcome failed = run(query))
        return *failed;
    const qint64 row = query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    return row;
}

Result<QList<Catalogue::PutArticle>> Catalogue::put(const ParsedFile &parsed,
                                                    QList<ArticleId> &gone)
{
    const auto isReadAgain = holds(parsed.file);
    if (!isReadAgain.has_value())
        return isReadAgain.error();
    const auto file = putFile(parsed);
    if (!file.has_value())
        return file.error();
    const qint64 fileRow = file.value();

    QHash<QString, qint64> known;
    QSqlQuery &parts = prepared(u"SELECT part, id FROM article WHERE file = ?"_s);
    parts.addBindValue(fileRow);
    if (const Outcome failed = run(parts))
        return *failed;
    while (parts.next())
        known.insert(parts.value(0).toString(), parts.value(1).toLongLong());
    parts.finish();

    QList<PutArticle> articles;
    for (const ParsedArticle &article : parsed.articles) {
        if (isReadAgain.value()) {
            if (const Outcome failed = carryReading(known.value(article.summary.part),
                                                    article.digest))
                return *failed;
        }
        const auto put = putArticle(fileRow, parsed, article, known);
        if (!put.has_value())
            return put.error();
        known.remove(article.summary.part);
        articles.append(put.value());
    }
    for (const qint64 row : std::as_const(known)) {
        if (const Outcome failed = removeArticle(row))
            return *failed;
        gone.append(ArticleId(row));
    }
    return articles;
}

// A file that is as it was, and is read again by another version of the program, may get new
// digests for the same stories: they stay read.
Outcome Catalogue::carryReading(qint64 article, const QByteArray &digest)
{
    QSqlQuery &query = prepared(u"INSERT OR IGNORE INTO reading SELECT ? FROM article"
                                " JOIN reading ON reading.digest = article.digest"
                                " WHERE article.id = ?"_s);
    query.addBindValue(digest);
    query.addBindValue(article);
    return run(query);
}

Result<Catalogue::PutArticle> Catalogue::putArticle(qint64 fileRow, const ParsedFile &file,
                                                    const ParsedArticle &article,
                                                    const QHash<QString, qint64> &known)
{
    const PrintedDate &date = article.summary.date;
    const qint64 time = date.isValid() ? date.moment.toMSecsSinceEpoch()
                                       : file.file.modified / 1'000'000;
    qint64 row = known.value(article.summary.part);
    const bool isNew = row == 0;
    QSqlQuery &query = isNew
        ? prepared(u"INSERT INTO article (file, part, headline, source, section, firstwords, time,"
                   " moment, offset, precision, zone, alsoprinted, folded, url, digest)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
        : prepared(u"UPDATE article SET file = ?, part = ?, headline = ?, source = ?, section = ?,"
                   " firstwords = ?, time = ?, moment = ?, offset = ?, precision = ?, zone = ?,"
                   " alsoprinted = ?, folded = ?, url = ?, digest = ? WHERE id = ?"_s);
    bindArticle(query, fileRow, article, time);
    if (!isNew)
        query.addBindValue(row);
    if (const Outcome failed = run(query))
        return *failed;
    if (isNew)
        row = query.lastInsertId().toLongLong();
    query.finish();
    if (const Outcome failed = putLinks(row, article.relatedLinks))
        return *failed;
    return PutArticle{{time, ArticleId(row)}, isNew};
}

Outcome Catalogue::putLinks(qint64 article, const QList<RelatedLink> &links)
{
    QSqlQuery &old = prepared(u"DELETE FROM link WHERE article = ?"_s);
    old.addBindValue(article);
    if (const Outcome failed = run(old))
        return failed;
    for (qsizetype i = 0; i < links.size(); ++i) {
        const RelatedLink &link = links.at(i);
        QSqlQuery &query = prepared(u"INSERT INTO link VALUES (?, ?, ?, ?, ?, ?)"_s);
        query.addBindValue(article);
        query.addBindValue(i);
        query.addBindValue(orEmpty(link.headline));
        query.addBindValue(orEmpty(link.datePublished.toIso()));
        query.addBindValue(orEmpty(link.articleSection));
        query.addBindValue(orEmpty(link.url.toString(QUrl::FullyEncoded)));
        if (const Outcome failed = run(query))
            return failed;
    }
    return {};
}

Outcome Catalogue::removeArticle(qint64 row)
{
    QSqlQuery &links = prepared(u"DELETE FROM link WHERE article = ?"_s);
    links.addBindValue(row);
    if (const Outcome failed = run(links))
        return failed;
    QSqlQuery &article = prepared(u"DELETE FROM article WHERE id = ?"_s);
    article.addBindValue(row);
    return run(article);
}

Result<QList<ArticleId>> Catalogue::remove(const KnownFile &file)
{
    QList<ArticleId> gone;
    QSqlQuery &articles = prepared(u"SELECT id FROM article WHERE file = ?"_s);
    articles.addBindValue(file.row);
    if (const Outcome failed = run(articles))
        return *failed;
    while (articles.next())
        gone.append(ArticleId{articles.value(0).toULongLong()});
    articles.finish();
    for (const ArticleId id : std::as_const(gone)) {
        if (const Outcome failed = removeArticle(qint64(id)))
            return *failed;
    }
    QSqlQuery &row = prepared(u"DELETE FROM file WHERE id = ?"_s);
    row.addBindValue(file.row);
    if (const Outcome failed = run(row))
        return *failed;
    return gone;
}

Outcome Catalogue::markIndexed(const QList<FoundFile> &files)
{
    if (const Outcome failed = begin())
        return failed;
    for (const FoundFile &file : files) {
        QSqlQuery &query = prepared(u"UPDATE file SET stage = ? WHERE path = ? AND size = ?"
                                    " AND modified = ?"_s);
        query.addBindValue(int(Stage::Indexed));
        query.addBindValue(file.path);
        query.addBindValue(file.size);
        query.addBindValue(file.modified);
        if (const Outcome failed = run(query)) {
            rollback();
            return failed;
        }
    }
    return commit();
}

Outcome Catalogue::markUnread()
{
    return run(u"UPDATE file SET stage = %1"_s.arg(int(Stage::Unread)));
}

Outcome Catalogue::setRead(ArticleId id, bool read)
{
    QSqlQuery &query = read
        ? prepared(u"INSERT OR IGNORE INTO reading SELECT digest FROM article WHERE id = ?"_s)
        : prepared(u"DELETE FROM reading WHERE digest ="
                   " (SELECT digest FROM article WHERE id = ?)"_s);
    query.addBindValue(quint64(id));
    return run(query);
}

Result<QList<Catalogue::Place>> Catalogue::places()
{
    QList<Place> places;
    QSqlQuery &query = prepared(u"SELECT time, id FROM article"_s);
    if (const Outcome failed = run(query))
        return *failed;
    while (query.next())
        places.append({query.value(0).toLongLong(), ArticleId{query.value(1).toULongLong()}});
    query.finish();
    return places;
}

Result<QHash<QString, Catalogue::KnownFile>> Catalogue::files()
{
    QHash<QString, KnownFile> files;
    QSqlQuery &query = prepared(u"SELECT id, path, size, modified, stage FROM file"_s);
    if (const Outcome failed = run(query))
        return *failed;
    while (query.next()) {
        const FoundFile file{query.value(1).toString(), query.value(2).toLongLong(),
                             query.value(3).toLongLong()};
        const Stage stage{query.value(4).toInt()};
        files.insert(file.path, {query.value(0).toLongLong(), file, stage});
    }
    query.finish();
    return files;
}

Result<QList<FoundFile>> Catalogue::withoutWords()
{
    QList<FoundFile> files;
    QSqlQuery &query = prepared(u"SELECT path, size, modified FROM file WHERE stage = ?"
                                " ORDER BY modified DESC"_s);
    query.addBindValue(int(Stage::Listed));
    if (const Outcome failed = run(query))
        return *failed;
    while (query.next())
        files.append(
            {query.value(0).toString(), query.value(1).toLongLong(), query.value(2).toLongLong()});
    query.finish();
    return files;
}

Result<QHash<QString, ArticleId>> Catalogue::articlesOf(const FoundFile &file)
{
    QHash<QString, ArticleId> articles;
    QSqlQuery &query = prepared(u"SELECT part, article.id FROM article"
                                " JOIN file ON file.id = article.file"
                                " WHERE path = ? AND size = ? AND modified = ?"_s);
    query.addBindValue(file.path);
    query.addBindValue(file.size);
    query.addBindValue(file.modified);
    if (const Outcome failed = run(query))
        return *failed;
    while (query.next())
        articles.insert(query.value(0).toString(), ArticleId{query.value(1).toULongLong()});
    query.finish();
    return articles;
}

Result<QList<ArticleId>> Catalogue::absentOf(const QList<ArticleId> &ids)
{
    QList<ArticleId> absent;
    for (const ArticleId id : ids) {
        QSqlQuery &query = prepared(u"SELECT 1 FROM article WHERE id = ?"_s);
        query.addBindValue(quint64(id));
        if (const Outcome failed = run(query))
            return *failed;
        if (!query.next())
            absent.append(id);
        query.finish();
    }
    return absent;
}

Result<qsizetype> Catalogue::count()
{
    QSqlQuery &query = prepared(u"SELECT count(*) FROM article"_s);
    if (const Outcome failed = run(query))
        return *failed;
    const qsizetype count = query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    return count;
}

Result<QList<ArticleSummary>> Catalogue::matching(const QString &condition, const QVariant &value)
{
    QSqlQuery &query = prepared(summaryColumns() + condition);
    query.addBindValue(value);
    if (const Outcome failed = run(query))
        return *failed;
    QList<ArticleSummary> summaries;
    while (query.next())
        summaries.append(summaryFrom(query));
    query.finish();
    return summaries;
}

Result<QList<ArticleSummary>> Catalogue::summaries(const QList<ArticleId> &ids)
{
    QList<ArticleSummary> summaries;
    summaries.reserve(ids.size());
    for (const ArticleId id : ids) {
        const auto found = matching(u"WHERE article.id = ?"_s, quint64(id));
        if (!found.has_value())
            return found;
        summaries.append(found.value());
    }
    return summaries;
}

// The limits below: a folder of copies must not make one look-up long.

Result<QList<ArticleSummary>> Catalogue::withHeadline(const QString &foldedHeadline)
{
    return matching(u"WHERE folded = ? ORDER BY time DESC LIMIT 200"_s, foldedHeadline);
}

Result<QList<ArticleSummary>> Catalogue::withUrl(const QString &foldedUrl)
{
    return matching(u"WHERE url = ? AND url <> '' ORDER BY time DESC LIMIT 200"_s, foldedUrl);
}

Result<QList<ArticleSummary>> Catalogue::withDigest(const QByteArray &digest)
{
    return matching(u"WHERE digest = ? LIMIT 1000"_s, digest);
}

Result<QList<ArticleSummary>> Catalogue::inFile(const QString &path)
{
    return matching(u"WHERE file.path = ?"_s, path);
}
