#include "app/library/database.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int cancelledEvery = 1024; // rows

std::pair<quint64, quint64> identityOf(const QString &path)
{
    struct stat status;
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {0, 0};
    return {quint64(status.st_dev), quint64(status.st_ino)};
}

} // namespace

Database::Database(const QString &path, Access access)
    : m_path(path)
    , m_access(access)
    , m_connection(u"library-"_s + QUuid::createUuid().toString(QUuid::Id128))
{
}

Database::~Database()
{
    m_prepared.clear(); // a connection is not to be removed under its statements
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
}

// https://www.sqlite.org/rescode.html; extended codes have the primary one in their low byte.
Error Database::failure(const QString &path, const QSqlError &error)
{
    const QString detail = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return {Error::Kind::Damaged, path, detail};
    case 13: // SQLITE_FULL
        return {Error::Kind::DiskFull, path, detail};
    case 8:  // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 14: // SQLITE_CANTOPEN
        return {Error::Kind::Unreadable, path, detail};
    default:
        return {Error::Kind::Failed, path, detail};
    }
}

Outcome Database::open()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_path);
    database.setConnectOptions(m_access == Access::Read
                                   ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=10000"_s
                                   : u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!database.open())
        return failure(m_path, database.lastError());
    m_file = identityOf(m_path);
    if (m_access == Access::Read)
        run(u"PRAGMA query_only = ON"_s);
    else
        run(u"PRAGMA journal_mode = WAL"_s); // lists are read while a scan writes
    return takeFailure();
}

bool Database::isReplaced() const
{
    return identityOf(m_path) != m_file;
}

void Database::attach(const QString &path, const QString &name)
{
    runOnce(u"ATTACH DATABASE ? AS "_s + name, {path});
    if (m_access == Access::Write)
        runOnce(u"PRAGMA %1.journal_mode = WAL"_s.arg(name));
}

void Database::fail(const QSqlQuery &query)
{
    m_failure = failure(m_path, query.lastError());
}

bool Database::execute(QSqlQuery &query, const QVariantList &values)
{
    // Qt binds a null string as NULL, which is not what an absent word is here; bytes likewise.
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QVariant &value = values.at(i);
        if (value.typeId() == QMetaType::QString && value.toString().isNull())
            query.bindValue(int(i), u""_s);
        else if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
            query.bindValue(int(i), QByteArray(""));
        else
            query.bindValue(int(i), value);
    }
    if (query.exec())
        return true;
    fail(query);
    return false;
}

QSqlQuery *Database::execute(const QString &statement, const QVariantList &values)
{
    if (m_failure)
        return nullptr;
    auto known = m_prepared.find(statement);
    if (known == m_prepared.end()) {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        query.setForwardOnly(true);
        if (!query.prepare(statement)) {
            fail(query);
            return nullptr;
        }
        known = m_prepared.emplace(statement, std::move(query)).first;
    }
    return execute(known->second, values) ? &known->second : nullptr;
}

void Database::run(const QString &statement, const QVariantList &values)
{
    QSqlQuery *query = execute(statement, values);
    if (!query)
        return;
    m_lastId = query->lastInsertId().toLongLong();
    m_rowsChanged = query->numRowsAffected();
    query->finish();
}

void Database::runOnce(const QString &statement, const QVariantList &values)
{
    eachOnce(statement, values, [](const QSqlQuery &) {});
}

QVariant Database::value(const QString &statement, const QVariantList &values)
{
    QSqlQuery *query = execute(statement, values);
    if (!query)
        return {};
    const QVariant value = query->next() ? query->value(0) : QVariant();
    query->finish();
    return value;
}

qint64 Database::number(const QString &statement, const QVariantList &values)
{
    return value(statement, values).toLongLong();
}

void Database::each(const QString &statement, const QVariantList &values, const Row &row)
{
    QSqlQuery *query = execute(statement, values);
    if (!query)
        return;
    while (query->next())
        row(*query);
    if (query->lastError().isValid())
        fail(*query);
    query->finish();
}

void Database::eachOnce(const QString &statement, const QVariantList &values, const Row &row,
                        const std::function<bool()> &cancelled)
{
    if (m_failure)
        return;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return fail(query);
    if (!execute(query, values))
        return;
    for (int read = 1; query.next(); ++read) {
        row(query);
        if (cancelled && read % cancelledEvery == 0 && cancelled())
            return;
    }
    if (query.lastError().isValid())
        fail(query);
}

void Database::begin()
{
    run(u"BEGIN IMMEDIATE"_s);
    m_isInTransaction = !m_failure;
}

Outcome Database::commit()
{
    run(u"COMMIT"_s);
    if (m_failure)
        rollback();
    else
        m_isInTransaction = false;
    return takeFailure();
}

// What went wrong stays to be asked for. Nothing to say where SQLite has rolled back by itself.
void Database::rollback()
{
    if (!m_isInTransaction)
        return;
    m_isInTransaction = false;
    m_prepared.clear(); // one that could not be prepared, or is half done, starts anew
    QSqlQuery(QSqlDatabase::database(m_connection, false)).exec(u"ROLLBACK"_s);
}

Outcome Database::takeFailure()
{
    return std::exchange(m_failure, std::nullopt);
}
