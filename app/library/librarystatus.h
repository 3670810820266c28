#pragma once
// What a library holds and what it takes on the disk. For callers without lanes; nobody waits for
// these, and they wait for nobody.

#include "app/library/libraryoverview.h"
#include "app/library/libraryplaces.h"

#include "app/base/result.h"

#include <QByteArray>

#include <optional>

struct LibraryStatus
{
    LibraryOverview overview;
    QList<Error> problems;   // one a file that could not be read
    qsizetype withWords = 0; // articles that a search finds
    qint64 stateBytes = 0;
    qint64 catalogueBytes = 0;
    qint64 indexBytes = 0;
    std::optional<qsizetype> indexShards; // nothing: the list of them is damaged
    qint64 stateVersion = 0;              // of the tables; 0: not made yet
    qint64 catalogueVersion = 0;
};

Result<LibraryStatus> libraryStatus(const LibraryPlaces &places);

// The folders that the reader chose, in the order they were added. They are known even where the
// catalogue is damaged or gone.
Result<QStringList> chosenFolders(const LibraryPlaces &places);
