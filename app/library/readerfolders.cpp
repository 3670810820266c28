#include "app/library/readerfolders.h"

#include "app/library/cataloguefiles.h"
#include "app/library/database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

QList<ReaderFolder> ReaderFolders::all()
{
    QList<ReaderFolder> folders;
    m_database.each(
        u"SELECT path, name, visited, recursive FROM state.folder"
        " ORDER BY visited, position"_s,
        {}, [&](const QSqlQuery &row) {
            folders.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toBool(),
                            row.value(3).toBool() ? Depth::Recursive : Depth::ThisFolderOnly});
        });
    return folders;
}

// One that was visited until now goes behind those that were added before.
void ReaderFolders::add(const QString &path)
{
    m_database.run(u"INSERT INTO state.folder SELECT ?, '', coalesce(max(position), 0) + 1, 0, 1"
                   " FROM state.folder WHERE true ON CONFLICT (path) DO UPDATE SET visited = 0,"
                   " recursive = 1, position = CASE WHEN visited THEN excluded.position"
                   " ELSE position END"_s,
                   {path});
}

void ReaderFolders::visit(const QString &path, Depth depth)
{
    m_database.run(u"INSERT INTO state.folder SELECT ?, '', coalesce(max(position), 0) + 1, 1, ?"
                   " FROM state.folder WHERE true ON CONFLICT (path) DO UPDATE SET"
                   " recursive = max(recursive, excluded.recursive)"_s,
                   {path, depth == Depth::Recursive});
}

void ReaderFolders::rename(const QString &path, const QString &name)
{
    m_database.run(u"UPDATE state.folder SET name = ? WHERE path = ?"_s, {name, path});
}

void ReaderFolders::remove(const QString &path)
{
    m_database.run(u"DELETE FROM state.folder WHERE path = ?"_s, {path});
}

bool ReaderFolders::hold(const QList<ReaderFolder> &folders, const QString &folder)
{
    return std::ranges::any_of(folders, [&](const ReaderFolder &held) {
        return held.depth == Depth::Recursive ? isBelow(folder, held.path) : folder == held.path;
    });
}
