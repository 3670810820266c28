#pragma once
// A file that may be an article, as the disk tells of it. A value; any thread.

#include <QString>

struct FoundFile
{
    QString path;
    qint64 size = 0;     // bytes
    qint64 modified = 0; // nanoseconds since 1970, UTC
    quint64 inode = 0;   // 0: not known. What a file keeps when it is renamed.

    // Of the inode nothing is said: some network file systems give another one every time.
    bool operator==(const FoundFile &other) const
    {
        return path == other.path && size == other.size && modified == other.modified;
    }
};
