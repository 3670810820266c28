#include "app/search/headlinesearch.h"

#include "app/search/indexformat.h"
#include "app/search/indexquery.h"
#include "app/search/querywords.h"

#include <algorithm>
#include <vector>

namespace {

constexpr double mostHeadlines = 0.02; // that may have a word: others find too much
constexpr Xapian::doccount fewArticles = 50;
constexpr size_t mostWords = 8; // the rarest

struct HeadlineWord
{
    std::vector<std::string> terms;
    Xapian::doccount articles = 0;
};

std::vector<HeadlineWord> rareWords(const Xapian::Database &database, const QString &headline)
{
    const double most = database.get_doccount() * mostHeadlines + fewArticles;
    std::vector<HeadlineWord> words;
    for (const QueryWord &word : nameWords(headline)) {
        HeadlineWord rare;
        for (const std::string &term : termsOf(word, database)) {
            rare.terms.push_back(indexformat::headlineWord + term);
            rare.articles += database.get_termfreq(rare.terms.back());
        }
        if (rare.articles > 0 && rare.articles <= most)
            words.push_back(std::move(rare));
    }
    std::ranges::stable_sort(words, {}, &HeadlineWord::articles);
    words.resize(qMin(words.size(), mostWords));
    return words;
}

} // namespace

QList<ArticleId> articlesWithHeadlineLike(const Xapian::Database &database, const QString &headline,
                                          const QDate &first, const QDate &last, qsizetype atMost)
{
    std::vector<Xapian::Query> parts;
    for (const HeadlineWord &word : rareWords(database, headline))
        parts.emplace_back(Xapian::Query::OP_SYNONYM, word.terms.begin(), word.terms.end());
    if (parts.empty())
        return {};
    Xapian::Query query(Xapian::Query::OP_OR, parts.begin(), parts.end());
    if (first.isValid() || last.isValid())
        query = Xapian::Query(Xapian::Query::OP_FILTER, query, dayRange(first, last));
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, Xapian::doccount(atMost));
    QList<ArticleId> ids;
    for (auto i = found.begin(); i != found.end(); ++i)
        ids.append(
            ArticleId(indexformat::numberOf(i.get_document().get_value(indexformat::IdSlot))));
    return ids;
}
