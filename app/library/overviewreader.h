#pragma once
// The tree, the counts and the facets, as the catalogue keeps them. Read lane.

#include "app/library/libraryoverview.h"
#include "app/search/searchquery.h"

#include <QHash>
#include <QMap>

#include <functional>

class Database;

class OverviewReader final
{
public:
    explicit OverviewReader(Database &catalogue) : m_catalogue(catalogue) { }

    LibraryOverview overview();
    // How the articles of a query divide that asks for no words.
    SearchFacets facets(const SearchQuery &query, const std::function<bool()> &cancelled);

private:
    struct Known // of a folder
    {
        qsizetype articles = 0;
        qsizetype unread = 0;
        bool isAway = false;
    };

    void readFolders(LibraryOverview &overview);
    void readOtherPlaces(QMap<QString, Known> &known, const QStringList &roots);
    FolderOverview tree(const QString &path, const QMap<QString, Known> &known);
    SearchFacets countedFacets();
    QList<FacetCount> counted(int kind);

    Database &m_catalogue;
};
