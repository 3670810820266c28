#pragma once
// What a look through folders, or word from the system, changes in the catalogue. Write lane,
// within a transaction.

#include "app/library/folderscan.h"
#include "app/library/librarychanges.h"
#include "app/library/readerfolders.h"

#include <vector>

class CatalogueArticles;
class Database;
struct KnownFile;

class FolderChanges final
{
public:
    FolderChanges(Database &catalogue, CatalogueArticles &articles, qint64 reader,
                  LibraryChanges &changes);

    // See Library.
    void setFolder(const FolderScan &scan, FileTable &toRead);
    void lookAgain(const QList<FoundFile> &files, FileTable &toRead);
    void forget(const QStringList &paths);
    void moved(const QString &from, const QString &to);
    void setAway(const QString &path, bool away);
    // What is in none of `folders`, and was not picked by itself, leaves: all of it, or of what is
    // at `path` and below.
    void letGo(const QList<ReaderFolder> &folders, const QString &path);

private:
    using Rows = std::vector<qsizetype>; // of a table

    void compareAll(const FolderScan &scan);
    void compare(const QString &folder, const FileTable &files, Rows rows);
    void findMoves(const FileTable &files);
    void removeVanished();
    void pick(const QList<FoundFile> &files);
    void moveFile(qint64 row, const QString &from, const QString &to);
    void setAway(qint64 folder, bool away);

    Database &m_catalogue;
    CatalogueArticles &m_articles;
    qint64 m_reader;
    LibraryChanges &m_changes;
    Rows m_appeared;
    std::vector<bool> m_isToBeRead; // of the rows
    QList<KnownFile> m_vanished;
};
