#pragma once
// One connection to an SQLite file, and to others attached to it. It stays on the thread that
// opened it. Only this room talks SQL.
//
// It remembers its first failure: from then on nothing is done and every answer is empty, until
// commit(), rollback() or takeFailure(). So a change is written as if nothing could go wrong, and
// what went wrong is asked once, at its end.

#include "app/base/result.h"

#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <map>

class Database final
{
public:
    enum class Access { Read, Write };
    using Row = std::function<void(const QSqlQuery &row)>;

    Database(const QString &path, Access access);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    Outcome open(); // makes the file when it is opened for writing
    const QString &path() const { return m_path; }
    // Whether another file has taken the place of the one that was opened.
    bool isReplaced() const;
    // Its tables are then `name`.table. The file is made when this one is open for writing.
    void attach(const QString &path, const QString &name);

    void run(const QString &statement, const QVariantList &values = {});
    // For statements made anew each time: not kept.
    void runOnce(const QString &statement, const QVariantList &values = {});
    // The first column of the first row; invalid without a row.
    QVariant value(const QString &statement, const QVariantList &values = {});
    qint64 number(const QString &statement, const QVariantList &values = {});
    // `statement` is not to be asked again from within `row`. Stops early once `cancelled` says so.
    void each(const QString &statement, const QVariantList &values, const Row &row);
    void eachOnce(const QString &statement, const QVariantList &values, const Row &row,
                  const std::function<bool()> &cancelled = {});
    qint64 lastId() const { return m_lastId; }           // of the row last inserted
    qint64 rowsChanged() const { return m_rowsChanged; } // by the last run()

    void begin(); // waits for other writers
    Outcome commit();
    void rollback();
    bool hasFailed() const { return m_failure.has_value(); }
    Outcome takeFailure();

private:
    QSqlQuery *execute(const QString &statement, const QVariantList &values);
    bool execute(QSqlQuery &query, const QVariantList &values);
    void fail(const QSqlQuery &query);
    static Error failure(const QString &path, const class QSqlError &error);

    QString m_path;
    Access m_access;
    QString m_connection;
    std::pair<quint64, quint64> m_file;      // device and inode
    std::map<QString, QSqlQuery> m_prepared; // by their text
    Outcome m_failure;
    bool m_isInTransaction = false;
    qint64 m_lastId = 0;
    qint64 m_rowsChanged = 0;
};
