#pragma once
// What a list of the window shows, and in which order. Values; any thread.

#include "app/search/searchhit.h"
#include "app/search/searchquery.h"

enum class SortBy {
    Date,      // newest first
    Headline,  // by the reader's alphabet
    Publisher, // then newest first
    Relevance, // best first; as Date where nothing is searched
    Opened,    // last opened first
};

struct ListRequest
{
    SearchQuery query;
    SortBy sortBy = SortBy::Date;
    bool reversed = false;

    bool operator==(const ListRequest &other) const = default;
};

// The articles of a list, in its order. At a million of them: 12 MB, and no summaries.
struct ArticleOrder
{
    QList<ArticleId> ids;
    QList<qint32> days;  // of each: QDate::toJulianDay() when it was news, on the reader's clock
    qsizetype total = 0; // of the whole list; ids are its beginning, or all of it
    QString suggestion;  // see SearchAnswer

    bool isWhole() const { return ids.size() == total; }
};
