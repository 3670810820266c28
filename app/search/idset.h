#pragma once
// Sets of articles that the index does not know by itself, and who tells them: those with a tag, in
// a folder, unread. Values; any thread.

#include "app/article/articleid.h"
#include "app/base/result.h"
#include "app/search/searchquery.h"

#include <QList>

#include <functional>

struct IdSet
{
    QList<ArticleId> ids;      // in any order
    bool isComplement = false; // all articles but those: give the smaller of both
};

// The articles of a leaf that only the catalogue and the reading state answer: Tag, Folder, Ids,
// Read, Unread, Starred, Opened, Away.
using IdsOf = std::function<Result<IdSet>(const SearchQuery &leaf)>;
