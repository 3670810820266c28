#pragma once
// What the search field offers below itself: earlier searches and the fields there are while it is
// empty, the values of a field while one is being typed. Pure.

#include "app/library/libraryoverview.h"

#include <QStringList>

struct SearchHint
{
    QString words;  // what it is
    QString detail; // beside it, quietly
    QString text;   // the whole field's, once it is taken

    bool operator==(const SearchHint &other) const = default;
};

// `text` is what stands before the cursor. Nothing for plain words: the list answers those.
QList<SearchHint> searchHints(const QString &text, const LibraryOverview &overview,
                              const QStringList &recent);

// The rest of a field's name that has been begun: "thor:" for "au". Empty when none has.
QString fieldCompletion(const QString &text);
