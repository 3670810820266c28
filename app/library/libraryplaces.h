#pragma once
// Where a library is on the disk. A value; any thread.

#include <QString>

struct LibraryPlaces
{
    QString state; // what the reader did: must never be lost
    QString cache; // what can be made again from the articles: may be deleted at any time

    // The reader's own library, the same for every program of Broadsheet.
    static LibraryPlaces ofReader();
    // Another one, whole below `directory`: portable, or for a test.
    static LibraryPlaces below(const QString &directory);

    bool operator==(const LibraryPlaces &other) const = default;
};
