#pragma once
// A query of the reader as a query of Xapian's. Only app/search; throws what Xapian throws.

#include "app/search/articlesource.h"
#include "app/search/idset.h"
#include "app/search/querywords.h"

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

// The terms that a word stands under in the index, in all of its languages: what its printed form
// is known to have become there; for a form that nobody has printed, what the languages of the
// library would make of it. Never empty.
std::vector<std::string> termsOf(const QueryWord &word, const Xapian::Database &database);

// The articles of these days, both included; an invalid one does not bound.
Xapian::Query dayRange(const QDate &first, const QDate &last);

class QueryCompiler final
{
public:
    // Phrases and the like need the texts of articles. Inside: the query finds just what is asked,
    // reading texts as it goes. Afterwards: where it can, it finds more, and what it finds is to be
    // checked against `toVerify`, so that only the best need be.
    enum class Verify { Inside, Afterwards };

    QueryCompiler(const Xapian::Database &database, const IdsOf &idsOf, TextBudget &budget,
                  Verify verify);

    Xapian::Query compiled(const SearchQuery &query);

    // Every one of these must be in the text too.
    const QList<QueryWords> &toVerify() const { return m_toVerify; }
    const std::optional<Error> &problem() const { return m_problem; }
    // Whether a beginning has more endings than could be looked for.
    bool isCut() const { return m_isCut; }

private:
    Xapian::Query parts(const SearchQuery &query, bool mustHold);
    Xapian::Query part(const SearchQuery &query, bool mustHold);
    Xapian::Query barred(const SearchQuery &query);
    Xapian::Query words(const QueryWords &leaf, bool mustHold);
    Xapian::Query allTerms(const QueryWords &leaf);
    Xapian::Query terms(const QueryWord &word, SearchQuery::Where where);
    std::vector<std::string> termsBeginning(const QueryWord &word);
    Xapian::Query names(char prefix, const QString &text);
    Xapian::Query articles(const SearchQuery &leaf);

    const Xapian::Database &m_database;
    const IdsOf &m_idsOf;
    TextBudget &m_budget;
    Verify m_verify;
    QList<QueryWords> m_toVerify;
    std::optional<Error> m_problem;
    bool m_isCut = false;
    bool m_isBarred = false; // what is being compiled is to be left out
    bool m_isLoose = false;  // the terms of this leaf have other forms than what it asks for
};
