#include "app/library/cataloguetables.h"

#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace {

// Raised when a table other than `reading` changes: an older catalogue is then made again from the
// files. (One made before there were versions has 0.)
constexpr int schemaVersion = 1;

const QStringList tablesMadeAgain{u"file"_s, u"article"_s, u"link"_s, u"reader"_s};

// `reading` is keyed by content: what was read stays read when its file is renamed, moved, or
// leaves the library and comes back. `reader` has one row. file.stage is Catalogue::Stage.
const QStringList schema{
    u"CREATE TABLE file ("
    "id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,"
    "modified INTEGER NOT NULL, stage INTEGER NOT NULL)"_s,
    u"CREATE TABLE article ("
    "id INTEGER PRIMARY KEY AUTOINCREMENT," // AUTOINCREMENT: an id is never given twice
    "file INTEGER NOT NULL, part TEXT NOT NULL, headline TEXT NOT NULL, source TEXT NOT NULL,"
    "section TEXT NOT NULL, firstwords TEXT NOT NULL, time INTEGER NOT NULL,"
    "moment INTEGER, offset INTEGER, precision INTEGER NOT NULL, zone TEXT NOT NULL,"
    "alsoprinted TEXT NOT NULL, folded TEXT NOT NULL, url TEXT NOT NULL, digest BLOB NOT NULL)"_s,
    u"CREATE INDEX article_file ON article(file)"_s,
    u"CREATE INDEX article_folded ON article(folded)"_s,
    u"CREATE INDEX article_url ON article(url) WHERE url <> ''"_s,
    u"CREATE INDEX article_digest ON article(digest)"_s,
    u"CREATE TABLE link ("
    "article INTEGER NOT NULL, position INTEGER NOT NULL, headline TEXT NOT NULL,"
    "date TEXT NOT NULL, section TEXT NOT NULL, url TEXT NOT NULL,"
    "PRIMARY KEY (article, position)) WITHOUT ROWID"_s,
    u"CREATE TABLE IF NOT EXISTS reading (digest BLOB PRIMARY KEY) WITHOUT ROWID"_s,
    u"CREATE TABLE reader (version BLOB NOT NULL)"_s,
};

} // namespace

CatalogueTables::CatalogueTables(const QSqlDatabase &database) : m_database(database) { }

bool CatalogueTables::run(const QString &statement, const QVariant &value)
{
    QSqlQuery query(m_database);
    bool hasRun = query.prepare(statement);
    if (value.isValid())
        query.addBindValue(value);
    hasRun = hasRun && query.exec();
    if (!hasRun)
        m_problem = query.lastError().text();
    return hasRun;
}

// All of them or none.
bool CatalogueTables::runTogether(const QStringList &statements, const QVariant &value)
{
    if (!run(u"BEGIN IMMEDIATE"_s))
        return false;
    for (const QString &statement : statements) {
        if (!run(statement, statement.contains(u'?') ? value : QVariant())) {
            QSqlQuery(m_database).exec(u"ROLLBACK"_s);
            return false;
        }
    }
    return run(u"COMMIT"_s);
}

bool CatalogueTables::areThere()
{
    QSqlQuery version(u"PRAGMA user_version"_s, m_database);
    return version.next() && version.value(0).toInt() == schemaVersion;
}

bool CatalogueTables::make()
{
    QStringList statements;
    for (const QString &table : tablesMadeAgain)
        statements += u"DROP TABLE IF EXISTS "_s + table;
    return runTogether(statements + schema);
}

bool CatalogueTables::keepVersions(const QByteArray &readerVersion)
{
    QSqlQuery kept(u"SELECT version FROM reader"_s, m_database);
    const bool isSame = kept.next() && kept.value(0).toByteArray() == readerVersion;
    kept.finish();
    if (isSame && areThere())
        return true;
    return runTogether({u"UPDATE file SET stage = 0"_s, u"DELETE FROM reader"_s,
                        u"INSERT INTO reader VALUES (?)"_s,
                        u"PRAGMA user_version = %1"_s.arg(schemaVersion)},
                       readerVersion);
}
