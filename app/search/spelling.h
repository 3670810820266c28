#pragma once
// What the reader may have meant to type. Only app/search; throws what Xapian throws.

#include "app/search/searchquery.h"

#include <xapian.h>

#include <optional>

// The query with other words where the library has none of those; nothing when it knows no better.
std::optional<SearchQuery> respelt(const SearchQuery &query, const Xapian::Database &database);
