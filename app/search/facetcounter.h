#pragma once
// How the articles of a query divide: by publisher, section, author and month. Only app/search;
// throws what Xapian throws.

#include "app/base/result.h"
#include "app/search/idset.h"
#include "app/search/searchhit.h"

#include <xapian.h>

// The most frequent 200 of each kind. Empty when cancelled.
Result<SearchFacets> countedFacets(const Xapian::Database &database, const SearchQuery &query,
                                   const IdsOf &idsOf, const std::function<bool()> &cancelled);
