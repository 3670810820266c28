#pragma once
// Files to the desktop's trash and back. Functions of the disk, which may take their time: called
// by LibrarySession on a thread of its own.

#include "app/base/result.h"

#include <QList>
#include <QStringList>

struct TrashedFile
{
    QString path; // where it was
    QString pathInTrash;
    QList<TrashedFile> companions; // folders with a saved page's pictures, which went with it
};

struct Trashed
{
    QList<TrashedFile> files;
    QList<Error> problems; // one a file that stayed where it was
};

// A saved page takes the folder of its pictures along, unless another page of that name stays.
Trashed movedToTrash(const QStringList &paths);

// Puts back what can be put back; nothing that has come in its place is written over. A problem for
// each file that stays in the trash.
QList<Error> restoredFromTrash(const QList<TrashedFile> &files);
