#pragma once
// The catalogue and the reading state, open for reading: sees what has been committed, and waits
// for nobody. Read lane.

#include "app/article/articlesummary.h"
#include "app/library/database.h"
#include "app/library/libraryoverview.h"
#include "app/library/libraryplaces.h"
#include "app/library/listreader.h"
#include "app/library/readingstate.h"
#include "app/library/storyreader.h"
#include "app/search/idset.h"

class CatalogueReader final
{
public:
    explicit CatalogueReader(const LibraryPlaces &places);

    Outcome open();
    // Whether a writer has been through with making both: until then there is nothing to ask.
    bool isMade();
    bool isReplaced() const { return m_database.isReplaced(); }
    // What went wrong in the questions since it was last asked.
    Outcome takeFailure() { return m_database.takeFailure(); }

    ListReader lists() { return ListReader(m_database); }
    StoryReader stories() { return StoryReader(m_database); }
    IdSet idsOf(const SearchQuery &leaf);
    LibraryOverview overview();
    // Of a query that asks for no words.
    SearchFacets facets(const SearchQuery &query, const std::function<bool()> &cancelled);
    ReadingState readingState(ArticleId id);
    QList<Error> problems();
    qsizetype count();
    QList<ArticleSummary> summaries(const QList<ArticleId> &ids); // absent ones left out

private:
    QList<ArticleSummary> matching(const QString &condition, const QVariantList &values);

    LibraryPlaces m_places;
    Database m_database;
};
