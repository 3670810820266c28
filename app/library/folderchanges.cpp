#include "app/library/folderchanges.h"

#include "app/library/cataloguearticles.h"
#include "app/library/database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

FolderChanges::FolderChanges(Database &catalogue, CatalogueArticles &articles, qint64 reader,
                             LibraryChanges &changes)
    : m_catalogue(catalogue), m_articles(articles), m_reader(reader), m_changes(changes)
{
}

bool FolderChanges::isToBeRead(const FoundFile &found, const KnownFile &known) const
{
    return known.file != found || known.reader != m_reader || !known.hasWords;
}

// One folder against what is known of it.
void FolderChanges::compare(const QString &folder, const QList<const FoundFile *> &files)
{
    QHash<QString, const FoundFile *> found;
    for (const FoundFile *file : files)
        found.insert(file->path, file);
    const qint64 number = m_articles.files().folderNumber(folder);
    const QList<KnownFile> knownFiles = m_articles.files().filesIn(folder, number);
    for (const KnownFile &known : knownFiles) {
        const FoundFile *file = found.take(known.file.path);
        if (!file)
            m_vanished.append(known);
        else if (isToBeRead(*file, known))
            m_changed.insert(file->path);
    }
    m_appeared.insert(found);
}

// A file that vanished and one that appeared, with the same inode, size and time, are one.
void FolderChanges::findMoves()
{
    if (m_vanished.isEmpty() || m_appeared.isEmpty())
        return;
    QHash<quint64, const FoundFile *> byInode;
    for (const FoundFile *file : std::as_const(m_appeared)) {
        if (file->inode != 0)
            byInode.insert(file->inode, file);
    }
    m_vanished.removeIf([&](const KnownFile &known) {
        const FoundFile *file = byInode.value(known.file.inode);
        if (!file || file->size != known.file.size || file->modified != known.file.modified)
            return false;
        m_articles.move(known.row, file->path, m_changes);
        m_appeared.remove(file->path);
        if (known.reader != m_reader || !known.hasWords)
            m_changed.insert(file->path);
        return true;
    });
}

void FolderChanges::removeVanished()
{
    for (const KnownFile &known : std::as_const(m_vanished))
        m_articles.remove(known.row, m_changes);
    m_vanished.clear();
}

void FolderChanges::takeToRead(const QList<FoundFile> &files, QList<FoundFile> &toRead)
{
    toRead.clear();
    for (const FoundFile &file : files) {
        if (m_appeared.contains(file.path) || m_changed.contains(file.path))
            toRead.append(file);
    }
}

void FolderChanges::setFolder(const FolderScan &scan, QList<FoundFile> &toRead)
{
    if (scan.folder.isEmpty()) {
        lookAgain(scan.files, toRead);
        return pick(scan.files);
    }
    QHash<QString, QList<const FoundFile *>> found;
    for (const FoundFile &file : scan.files)
        found[folderOf(file.path)].append(&file);
    QHash<QString, qint64> known = m_articles.files().foldersBelow(scan.folder);
    if (scan.depth == Depth::ThisFolderOnly)
        known.removeIf([&](auto folder) { return folder.key() != scan.folder; });

    const auto isAway = [&](const QString &folder) {
        return std::ranges::any_of(scan.away,
                                   [&](const QString &away) { return isBelow(folder, away); });
    };
    for (const auto &[path, number] : known.asKeyValueRange()) {
        setAway(number, isAway(path));
        if (!isAway(path) && !found.contains(path))
            compare(path, {});
    }
    for (const auto &[path, files] : found.asKeyValueRange())
        compare(path, files);
    findMoves();
    removeVanished();
    takeToRead(scan.files, toRead);
}

void FolderChanges::setAll(const QList<FoundFile> &files, QList<FoundFile> &toRead)
{
    setFolder({u"/"_s, Depth::Recursive, files, {}}, toRead);
}

void FolderChanges::lookAgain(const QList<FoundFile> &files, QList<FoundFile> &toRead)
{
    QStringList paths;
    for (const FoundFile &file : files)
        paths.append(file.path);
    const QHash<QString, KnownFile> known = m_articles.files().known(paths);
    for (const FoundFile &file : files) {
        const auto before = known.constFind(file.path);
        if (before == known.constEnd() || isToBeRead(file, *before))
            m_changed.insert(file.path);
    }
    takeToRead(files, toRead);
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
