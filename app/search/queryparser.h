#pragma once
// The grammar of searchquery.h: pieces in, a tree out. Pure; any thread.

#include "app/search/querytokens.h"
#include "app/search/searchquery.h"

// OR binds closer than standing side by side, as in Recoll: "budget 2009 OR 2010" is about one of
// both years' budgets. NOT and "-" bind closest. A field before a parenthesis is every word's in
// it.
SearchQuery parsedTokens(const QList<QueryToken> &tokens, const QDate &today);

// The parts as one: without those that ask nothing, and flat where they are of the same kind.
SearchQuery joined(SearchQuery::Kind allOrAny, const QList<SearchQuery> &parts);
