#pragma once
// The orders of lists, as the catalogue has them. Read lane.

#include "app/library/listrequest.h"

#include <functional>

class Database;
struct ListCondition;

class ListReader final
{
public:
    using Cancelled = std::function<bool()>;

    explicit ListReader(Database &catalogue) : m_catalogue(catalogue) { }

    // Of a query that asks for no words. The first few come quickly, however long the list is.
    ArticleOrder list(const ListRequest &request, qsizetype atMost, const Cancelled &cancelled);
    QList<ArticleId> matching(const SearchQuery &query);
    // Those of `hits` that the library has, each once, in their order, with their days.
    ArticleOrder known(const QList<SearchHit> &hits);
    // The same, sorted by the catalogue.
    ArticleOrder sorted(const QList<ArticleId> &ids, SortBy sortBy, bool reversed);

private:
    struct Walk; // along one index

    void walk(Walk walk, qsizetype atMost, const Cancelled &cancelled, ArticleOrder &order);
    void byPublisher(const ListCondition &condition, bool reversed, qsizetype atMost,
                     const Cancelled &cancelled, ArticleOrder &order);
    void groupByLetter(const ListCondition &condition, bool reversed, ArticleOrder &order);
    qint64 count(const ListCondition &condition);

    Database &m_catalogue;
};
