#pragma once
// What one batch did to the library: one value, one signal. A value; any thread.

#include "app/article/articleid.h"
#include "app/base/result.h"

#include <QList>

struct LibraryChanges
{
    QList<ArticleId> added;
    QList<ArticleId> changed; // summaries to be fetched again; places may have changed
    QList<ArticleId> removed;
    QList<Error> notices; // what the reader should hear of: a catalogue set aside and made again

    bool isEmpty() const { return added.isEmpty() && changed.isEmpty() && removed.isEmpty(); }
};

Q_DECLARE_METATYPE(LibraryChanges)
