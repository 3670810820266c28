#pragma once
// What the sidebar's tree shows: the library's folders, tags, saved searches and counts. A value;
// any thread.

#include "app/search/searchhit.h"

#include <QList>
#include <QString>

struct FolderOverview
{
    QString path;           // absolute
    QString name;           // what the reader calls it, else the folder's own name
    qsizetype articles = 0; // in it and below it
    qsizetype unread = 0;
    bool isVisited = false;        // only here because a file in it was opened
    bool isAway = false;           // cannot be reached now; its articles stay listed
    QList<FolderOverview> folders; // those with articles, by name

    bool operator==(const FolderOverview &other) const = default;
};

struct SavedSearch
{
    QString name;
    QString query; // as SearchQuery::written()

    bool operator==(const SavedSearch &other) const = default;
};

struct LibraryOverview
{
    qsizetype articles = 0; // one with several places counts once
    qsizetype unread = 0;
    qsizetype starred = 0;
    qsizetype opened = 0;
    QList<FolderOverview> folders; // the reader's, in the order they were added; then visited ones
    QList<FacetCount> tags;        // by name
    SearchFacets facets; // of the whole library; publishers, sections, authors: the first 200
    QList<SavedSearch> searches; // by name

    bool operator==(const LibraryOverview &other) const = default;
};
