#pragma once
// Files to the desktop's trash and back. Functions of the disk, which may take their time: called
// by LibrarySession on a thread of its own.

#include "app/base/result.h"

#include <QList>
#include <QStringList>

#include <functional>

struct TrashedFile
{
    QString path;                  // where it was
    QString pathInTrash;           // empty: nobody knows, and it cannot be put back from here
    QList<TrashedFile> companions; // folders with a saved page's pictures, which went with it
};

struct Trashed
{
    QList<TrashedFile> files;
    QList<Error> problems; // one a file that stayed where it was
};

// Takes one file or folder away: where it lies then, or an empty path where it does not learn that.
using TrashWay = std::function<Result<QString>(const QString &path)>;

Result<QString> toOwnTrash(const QString &path);

// A saved page takes the folder of its pictures along, unless another page of that name stays.
Trashed movedToTrash(const QStringList &paths, const TrashWay &way = toOwnTrash);

// Puts back what can be put back; nothing that has come in its place is written over. A problem for
// each file that stays in the trash.
QList<Error> restoredFromTrash(const QList<TrashedFile> &files);
