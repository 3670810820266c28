#pragma once
// A SearchQuery in SQL, for queries that no words are asked in. Whatever the reader typed is bound
// or resolved to numbers: nothing of it becomes SQL. Read lane.

#include "app/search/searchquery.h"

#include <QVariant>

class Database;

struct ListCondition
{
    QString sql; // over a row of `article`
    QVariantList values;
    // At most so many articles fulfil it, as far as that is known without looking.
    qint64 atMost = 0;
    bool isExact = false; // just so many do
    // What must hold in any case; so an index may be walked that has no others.
    bool isUnread = false;
    bool isRead = false;
    bool isStarred = false;
    bool isOpened = false;
    bool asksMore = false; // than that, folder and date
};

// Words, phrases and prefixes hold for no article here: the index answers those.
ListCondition listCondition(Database &catalogue, const SearchQuery &query);
