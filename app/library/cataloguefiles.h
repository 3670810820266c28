#pragma once
// The catalogue's folders and files: which are known, which have changed, which have moved. Write
// lane, within a transaction.

#include "app/library/folderscan.h"

#include <QHash>

class Database;

// What the catalogue knows of a file.
struct KnownFile
{
    qint64 row = 0;
    qint64 folder = 0;
    FoundFile file;
    qint64 reader = 0;    // the version that has read it: see readerNumber()
    bool hasWords = true; // the index has the words of all that is in it

    // Whether there is nothing new to be read in it: it is as it was when this reader read it.
    bool isSettled(const FoundFile &found, qint64 byReader) const
    {
        return file == found && reader == byReader && hasWords;
    }
};

class CatalogueFiles final
{
public:
    explicit CatalogueFiles(Database &catalogue) : m_catalogue(catalogue) { }

    // Makes it known where it is not.
    qint64 folderNumber(const QString &path);
    // It and those below it, of which the catalogue knows.
    QHash<QString, qint64> foldersBelow(const QString &path);
    QHash<QString, qint64> allFolders();

    QList<KnownFile> filesIn(const QString &folderPath, qint64 folder);
    // The same in the order of their names' bytes, one after another. Nothing of this is to be
    // asked from within `file`.
    void eachIn(const QString &folderPath, qint64 folder,
                const std::function<void(const KnownFile &)> &file);
    // Those of `paths` that are known, by path.
    QHash<QString, KnownFile> known(const QStringList &paths);

    // `file` has just been read by this reader. Its row.
    qint64 put(const FoundFile &file, const KnownFile *before, qint64 reader);
    void putProblem(qint64 row, const Outcome &problem);
    // The file is at another place, and the same.
    void move(qint64 row, const QString &newPath);
    void remove(qint64 row); // its articles are gone already
    void forget();           // after a rollback: what was written is not

private:
    Database &m_catalogue;
    QHash<QString, qint64> m_folders;
};

// "/news/2009/a.txt" -> "/news/2009", "a.txt"
QString folderOf(const QString &path);
QString fileNameOf(const QString &path);

// Whether `path` is `folder` or below it.
bool isBelow(const QString &path, const QString &folder);
