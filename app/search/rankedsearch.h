#pragma once
// Asking the index: which articles match a query, in which order. Only app/search; throws what
// Xapian throws.

#include "app/base/result.h"
#include "app/search/idset.h"
#include "app/search/searchhit.h"
#include "app/search/searchoptions.h"

#include <xapian.h>

Result<SearchAnswer> rankedSearch(const Xapian::Database &database, const SearchQuery &query,
                                  const SearchOptions &options, const IdsOf &idsOf,
                                  const std::function<bool()> &cancelled);
