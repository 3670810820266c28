#pragma once
// The tables of the catalogue, and of which version of the program they are. Used by Catalogue, on
// its thread and its connection.

#include <QSqlDatabase>
#include <QString>
#include <QVariant>

class CatalogueTables final
{
public:
    explicit CatalogueTables(const QSqlDatabase &database);

    // Of this schema; nothing is changed.
    bool areThere();
    // Empty, in place of those of another schema; what was read is kept. False: see problem().
    bool make();
    // Only from here on areThere(). When another version of the program read the rows, every file
    // becomes Catalogue::Stage::Unread.
    bool keepVersions(const QByteArray &readerVersion);

    const QString &problem() const { return m_problem; }

private:
    bool run(const QString &statement, const QVariant &value = {});
    bool runTogether(const QStringList &statements, const QVariant &value = {});

    QSqlDatabase m_database;
    QString m_problem;
};
