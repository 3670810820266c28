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

// Where rows of one letter or one publisher begin in a list that is sorted by it.
struct OrderGroup
{
    qsizetype firstRow = 0;
    QString name; // the capital letter, or the publisher; empty when they have none

    bool operator==(const OrderGroup &other) const = default;
};

// The articles of a list, in its order. At a million of them: 12 MB, and no summaries.
struct ArticleOrder
{
    QList<ArticleId> ids;
    QList<qint32> days; // of each: QDate::toJulianDay() when it was news, on the reader's clock
    // In the order of rows: of Headline and Publisher, empty of the others (they have `days`).
    QList<OrderGroup> groups;
    qsizetype total = 0; // of the whole list; ids are its beginning, or all of it
    QString suggestion;  // see SearchAnswer
    // Not every text was looked into that may have the phrase: to ask for all rows does that.
    bool mayBeMore = false;

    bool isWhole() const { return ids.size() == total && !mayBeMore; }
};
