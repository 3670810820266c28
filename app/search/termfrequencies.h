#pragma once
// In how many articles of the index a term is, remembered between questions: most words of an
// article are words of the one before. Only app/search; one object, one thread.

#include <xapian.h>

#include <string>
#include <unordered_map>

class TermFrequencies final
{
public:
    // What is remembered goes when the database has another number of articles.
    Xapian::doccount of(const Xapian::Database &database, const std::string &term);

private:
    static constexpr size_t mostTerms = 50'000; // about 5 MB

    std::unordered_map<std::string, Xapian::doccount> m_known;
    Xapian::doccount m_articles = 0;
};
