#pragma once
// What a search answers: articles, the words around their hits, and how the hits divide. Values;
// any thread.

#include "app/article/articleid.h"

#include <QList>
#include <QString>

struct SearchHit
{
    ArticleId id{};
    double score = 0; // greater is better; comparable within one search only
    int day = 0;      // QDate::toJulianDay() of when it was news, on the reader's clock
};

struct SearchAnswer
{
    QList<SearchHit> hits; // in the order asked for; not more than asked for
    qsizetype atLeast = 0; // articles that match; exact when isExact
    bool isExact = true;
    QString suggestion; // the query as it may have been meant; empty when nothing better
};

// The words around a hit. `marks` are the hits in `text`: position and length, in order.
struct Snippet
{
    ArticleId id{};
    QString text; // one line
    QList<std::pair<int, int>> marks;
};

// How many articles there are of each; most first.
struct FacetCount
{
    QString value;
    qsizetype articles = 0;

    bool operator==(const FacetCount &other) const = default;
};

struct MonthCount
{
    int year = 0;
    int month = 0; // 1 to 12
    qsizetype articles = 0;

    bool operator==(const MonthCount &other) const = default;
};

struct SearchFacets
{
    QList<FacetCount> publishers;
    QList<FacetCount> sections;
    QList<FacetCount> authors;
    QList<MonthCount> months; // in order of time, only those with articles

    bool operator==(const SearchFacets &other) const = default;
};
