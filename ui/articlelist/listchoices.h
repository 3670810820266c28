#pragma once
// How the reader likes lists; remembered from one to the next, and from day to day. A value.

#include "app/library/listrequest.h"

struct ListChoices
{
    SortBy sortBy = SortBy::Date;
    SortBy searchSort = SortBy::Relevance; // where words are searched
    bool reversed = false;
    bool unreadOnly = false;

    bool operator==(const ListChoices &other) const = default;
};
