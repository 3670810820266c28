#pragma once
// A library's overview such as the sidebar's tree gets it, for tests only.

#include "app/library/libraryoverview.h"

inline FolderOverview someFolder(const QString &path, qsizetype articles, qsizetype unread = 0)
{
    FolderOverview folder;
    folder.path = path;
    folder.name = path.section(QLatin1Char('/'), -1);
    folder.articles = articles;
    folder.unread = unread;
    return folder;
}

// Two folders of the reader's, one with two inside; a visited one; a tag, a saved search, facets.
inline LibraryOverview someOverview()
{
    LibraryOverview overview;
    overview.articles = 1300;
    overview.unread = 70;
    overview.starred = 3;
    overview.opened = 40;
    overview.folders = {someFolder(QStringLiteral("/news/harbour"), 1200, 60),
                        someFolder(QStringLiteral("/news/islands"), 80),
                        someFolder(QStringLiteral("/tmp/today"), 20, 10)};
    overview.folders.first().folders = {someFolder(QStringLiteral("/news/harbour/2030"), 700, 20),
                                        someFolder(QStringLiteral("/news/harbour/2031"), 500, 40)};
    overview.folders.last().isVisited = true;
    overview.tags = {{QStringLiteral("budget"), 4}};
    overview.searches = {{QStringLiteral("Ferries"), QStringLiteral("ferry OR ferries")}};
    for (int number = 0; number < 30; ++number)
        overview.facets.publishers.append({QStringLiteral("Post %1").arg(number), 100 - number});
    overview.facets.sections = {{QStringLiteral("World"), 600}, {QStringLiteral("Sport"), 90}};
    return overview;
}
