#include "app/search/termfrequencies.h"

Xapian::doccount TermFrequencies::of(const Xapian::Database &database, const std::string &term)
{
    const Xapian::doccount articles = database.get_doccount();
    if (articles != m_articles || m_known.size() >= mostTerms) {
        m_known.clear();
        m_articles = articles;
    }
    const auto known = m_known.find(term);
    if (known != m_known.end())
        return known->second;
    return m_known.emplace(term, database.get_termfreq(term)).first->second;
}
