#pragma once
// One look through one of the reader's folders, as the library wants to hear of it. A value; any
// thread.

#include "app/library/folderfiles.h"

#include <QSet>
#include <QStringList>

struct FolderScan
{
    QString folder; // absolute; empty: no folder, but files opened together
    Depth depth = Depth::Recursive;
    FileTable files;  // all that are there now, in the order to be read
    QStringList away; // folders in it, or itself, that could not be read: what was there stays
    // Folders, by their number in that catalogue (see catalogueMark()), in which all is as it was:
    // their files are not among these.
    QSet<qint64> settled = {};
    qint64 catalogue = 0;
};
