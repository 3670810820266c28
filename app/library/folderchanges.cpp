#include "app/library/folderchanges.h"

#include "app/library/cataloguearticles.h"
#include "app/library/cataloguetables.h"
#include "app/library/database.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

FolderChanges::FolderChanges(Database &catalogue, CatalogueArticles &articles, qint64 reader,
                             LibraryChanges &changes)
    : m_catalogue(catalogue), m_articles(articles), m_reader(reader), m_changes(changes)
{
}

// One folder against what is known of it, both in the order of their names.
void FolderChanges::compare(const QString &folder, const FileTable &files, Rows rows)
{
    files.sortByName(rows);
    auto row = rows.cbegin();
    const auto appear = [&] {
        m_appeared.push_back(*row);
        m_isToBeRead[std::size_t(*row)] = true;
        ++row;
    };
    const qint64 number = m_articles.files().folderNumber(folder);
    m_articles.files().eachIn(folder, number, [&](const KnownFile &known) {
        const QByteArray name = fileNameOf(known.file.path).toUtf8();
        while (row != rows.cend() && files.nameOf(*row).compare(name) < 0)
            appear();
        if (row == rows.cend() || files.nameOf(*row) != name) {
            m_vanished.append(known);
            return;
        }
        m_isToBeRead[std::size_t(*row)] = !known.isSettled(files.at(*row), m_reader);
        ++row;
    });
    while (row != rows.cend())
        appear();
}

// A file that vanished and one that appeared, with the same inode, size and time, are one.
void FolderChanges::findMoves(const FileTable &files)
{
    if (m_vanished.isEmpty() || m_appeared.empty())
        return;
    QHash<quint64, qsizetype> byInode;
    for (const qsizetype row : m_appeared) {
        if (const quint64 inode = files.at(row).inode; inode != 0)
            byInode.insert(inode, row);
    }
    m_vanished.removeIf([&](const KnownFile &known) {
        const qsizetype row = byInode.value(known.file.inode, -1);
        if (row < 0)
            return false;
        const FoundFile file = files.at(row);
        if (file.size != known.file.size || file.modified != known.file.modified)
            return false;
        m_articles.move(known.row, file.path, m_changes);
        m_isToBeRead[std::size_t(row)] = known.reader != m_reader || !known.hasWords;
        byInode.remove(known.file.inode); // another name of it is another file
        return true;
    });
}

void FolderChanges::removeVanished()
{
    for (const KnownFile &known : std::as_const(m_vanished))
        m_articles.remove(known.row, m_changes);
    m_vanished.clear();
}

void FolderChanges::compareAll(const FolderScan &scan)
{
    QHash<QString, qint64> known = m_articles.files().foldersBelow(scan.folder);
    if (scan.depth == Depth::ThisFolderOnly)
        known.removeIf([&](auto folder) { return folder.key() != scan.folder; });
    const auto isAway = [&](const QString &folder) {
        return std::ranges::any_of(scan.away,
                                   [&](const QString &away) { return isBelow(folder, away); });
    };
    const QStringList &folders = scan.files.folders();
    std::vector<Rows> rows(std::size_t(folders.size()));
    for (qsizetype row = 0; row < scan.files.size(); ++row)
        rows[std::size_t(scan.files.folderOf(row))].push_back(row);
    for (qsizetype i = 0; i < folders.size(); ++i) {
        const QString path = folders.at(i).isEmpty() ? u"/"_s : folders.at(i);
        compare(path, scan.files, std::move(rows[std::size_t(i)]));
        if (const auto same = known.constFind(path); same != known.constEnd()) {
            setAway(*same, isAway(path));
            known.erase(same);
        }
    }
    for (const auto &[path, number] : known.asKeyValueRange()) {
        setAway(number, isAway(path));
        if (!isAway(path) && !scan.settled.contains(number))
            compare(path, scan.files, {});
    }
}

void FolderChanges::setFolder(const FolderScan &scan, FileTable &toRead)
{
    if (scan.folder.isEmpty()) {
        const QList<FoundFile> files = scan.files.list();
        lookAgain(files, toRead);
        return pick(files);
    }
    const bool isOfThis = scan.settled.isEmpty() || scan.catalogue == catalogueMark(m_catalogue);
    if (!isOfThis) { // it has been made anew meanwhile
        const FolderFiles found = filesIn(scan.folder, scan.depth, WalkCompanion());
        return setFolder({scan.folder, scan.depth, found.files, scan.away}, toRead);
    }
    const FileTable &files = scan.files;
    m_isToBeRead.assign(std::size_t(files.size()), false);
    compareAll(scan);
    findMoves(files);
    removeVanished();
    toRead = {};
    for (qsizetype row = 0; row < files.size(); ++row) {
        if (m_isToBeRead[std::size_t(row)])
            toRead.append(files.at(row));
    }
}

void FolderChanges::lookAgain(const QList<FoundFile> &files, FileTable &toRead)
{
    QStringList paths;
    for (const FoundFile &file : files)
        paths.append(file.path);
    const QHash<QString, KnownFile> known = m_articles.files().known(paths);
    toRead = {};
    for (const FoundFile &file : files) {
        const auto before = known.constFind(file.path);
        if (before == known.constEnd() || !before->isSettled(file, m_reader))
            toRead.append(file);
    }
}

// Those opened together are in the library for as long as they are the last ones.
void FolderChanges::pick(const QList<FoundFile> &files)
{
    QSet<QString> picked;
    for (const FoundFile &file : files) {
        picked.insert(file.path);
        const qint64 folder = m_articles.files().folderNumber(folderOf(file.path));
        m_catalogue.run(u"INSERT INTO file (folder, name, size, modified, inode, reader, picked)"
                        " VALUES (?, ?, 0, 0, 0, 0, 1)"
                        " ON CONFLICT (folder, name) DO UPDATE SET picked = 1"_s,
                        {folder, fileNameOf(file.path)});
    }
    QList<std::pair<qint64, QString>> earlier;
    m_catalogue.each(u"SELECT file.id, rtrim(path, '/') || '/' || name FROM file"
                     " JOIN folder ON folder.id = folder WHERE picked = 1"_s,
                     {}, [&](const QSqlQuery &row) {
                         earlier.append({row.value(0).toLongLong(), row.value(1).toString()});
                     });
    for (const auto &[row, path] : std::as_const(earlier)) {
        if (!picked.contains(path))
            m_catalogue.run(u"UPDATE file SET picked = 0 WHERE id = ?"_s, {row});
    }
}

void FolderChanges::forget(const QStringList &paths)
{
    const QHash<QString, KnownFile> files = m_articles.files().known(paths);
    for (const KnownFile &known : files)
        m_articles.remove(known.row, m_changes);
    for (const QString &path : paths) {
        const QHash<QString, qint64> folders = m_articles.files().foldersBelow(path);
        for (const auto &[folder, number] : folders.asKeyValueRange())
            m_vanished += m_articles.files().filesIn(folder, number);
    }
    removeVanished();
}

// What stood at the new place has been overwritten.
void FolderChanges::moveFile(qint64 row, const QString &from, const QString &to)
{
    if (from == to)
        return;
    const QHash<QString, KnownFile> before = m_articles.files().known({to});
    for (const KnownFile &known : before)
        m_articles.remove(known.row, m_changes);
    m_articles.move(row, to, m_changes);
}

void FolderChanges::moved(const QString &from, const QString &to)
{
    const QHash<QString, KnownFile> file = m_articles.files().known({from});
    for (const KnownFile &known : file)
        moveFile(known.row, from, to);
    const QHash<QString, qint64> folders = m_articles.files().foldersBelow(from);
    for (const auto &[path, number] : folders.asKeyValueRange()) {
        const QList<KnownFile> files = m_articles.files().filesIn(path, number);
        for (const KnownFile &known : files)
            moveFile(known.row, known.file.path, to + known.file.path.mid(from.size()));
    }
}

void FolderChanges::setAway(qint64 folder, bool away)
{
    m_catalogue.run(u"UPDATE folder SET away = ? WHERE id = ? AND away <> ?"_s,
                    {away, folder, away});
    if (m_catalogue.rowsChanged() == 0)
        return;
    m_catalogue.each(u"SELECT id FROM article WHERE folder = ?"_s, {folder},
                     [&](const QSqlQuery &row) {
                         m_changes.changed.append(ArticleId{row.value(0).toULongLong()});
                     });
}

void FolderChanges::setAway(const QString &path, bool away)
{
    const QHash<QString, qint64> folders = m_articles.files().foldersBelow(path);
    for (const qint64 folder : folders)
        setAway(folder, away);
}

void FolderChanges::letGo(const QList<ReaderFolder> &folders, const QString &path)
{
    const QHash<QString, qint64> known = m_articles.files().foldersBelow(path);
    for (const auto &[folder, number] : known.asKeyValueRange()) {
        if (ReaderFolders::hold(folders, folder))
            continue;
        QList<qint64> rows;
        m_catalogue.each(u"SELECT id FROM file WHERE folder = ? AND picked = 0"_s, {number},
                         [&](const QSqlQuery &row) { rows.append(row.value(0).toLongLong()); });
        for (const qint64 row : std::as_const(rows))
            m_articles.remove(row, m_changes);
    }
}
