#include "app/search/spelling.h"

#include "app/search/indexquery.h"

#include <algorithm>

namespace {

using Kind = SearchQuery::Kind;

constexpr int mostLooks = 8; // each takes a millisecond or two

bool isInLibrary(const QueryWord &word, const Xapian::Database &database)
{
    return std::ranges::any_of(termsOf(word, database),
                               [&](const std::string &term) { return database.term_exists(term); });
}

// As the reader began it: the library's forms are in lower case.
QString inCaseOf(const QString &typed, const QString &word)
{
    if (typed.size() > 1 && typed == typed.toUpper())
        return word.toUpper();
    return typed.front().isUpper() ? word.front().toUpper() + word.mid(1) : word;
}

class Respelling final
{
public:
    explicit Respelling(const Xapian::Database &database) : m_database(database) { }

    bool hasChanged() const { return m_hasChanged; }

    void respell(SearchQuery &query)
    {
        if (query.kind == Kind::Not || m_looks >= mostLooks)
            return;
        for (SearchQuery &part : query.parts)
            respell(part);
        if (query.kind == Kind::Word || query.kind == Kind::Phrase)
            respellWords(query);
    }

private:
    void respellWords(SearchQuery &leaf)
    {
        for (const QueryWord &word : queryWords(leaf).words) {
            if (word.isCharacter || word.text.size() < 3 || isInLibrary(word, m_database))
                continue;
            if (++m_looks > mostLooks)
                return;
            const std::string known = m_database.get_spelling_suggestion(word.folded, 2);
            if (known.empty() || known == word.folded)
                continue;
            leaf.text.replace(word.text, inCaseOf(word.text, QString::fromStdString(known)));
            m_hasChanged = true;
        }
    }

    const Xapian::Database &m_database;
    int m_looks = 0;
    bool m_hasChanged = false;
};

} // namespace

std::optional<SearchQuery> respelt(const SearchQuery &query, const Xapian::Database &database)
{
    SearchQuery better = query;
    Respelling respelling(database);
    respelling.respell(better);
    return respelling.hasChanged() ? std::optional(better) : std::nullopt;
}
