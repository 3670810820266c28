#pragma once
// Whether a library is whole, and how its rebuildable half is thrown away. For callers without
// lanes; while these run, nobody else writes.

#include "app/library/libraryplaces.h"

#include "app/base/result.h"

#include <QStringList>

struct LibraryCheck
{
    QStringList findings; // one a line, in words for a log; none: all is well
    qsizetype articles = 0;
    qsizetype withWords = 0;
    qsizetype shards = 0;
};

// Reads everything; changes nothing. Errors: those of opening what is there.
Result<LibraryCheck> checkLibrary(const LibraryPlaces &places);

// Removes catalogue and index. What the reader did stays, and so do the reader's folders: a scan of
// them brings everything back.
Outcome discardCache(const LibraryPlaces &places);
