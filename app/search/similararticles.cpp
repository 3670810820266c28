#include "app/search/similararticles.h"

#include "app/search/indexformat.h"
#include "app/search/shardreader.h"
#include "app/search/shardwords.h"
#include "app/search/stopwords.h"
#include "app/search/termweights.h"
#include "app/search/worddocument.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>
#include <vector>

namespace {

// Chosen by what found the other reports of the same event among several thousand other stories,
// in three collections and four languages.
constexpr size_t mostAsked = 16;             // words that the index is asked for
constexpr Xapian::doccount candidates = 100; // looked at closely
constexpr double nameEmphasis = 1.1;
constexpr double dayWeight = 0.7;          // of being near in time
constexpr double storyDays = 4;            // a running story's width
constexpr double backgroundDays = 365;     // and that of what came before
constexpr double backgroundNearness = 0.3; // as near as what has no date
constexpr size_t closest = 2;              // that others are compared with as well
constexpr double throughClosest = 0.2;     // of the score
// A word in more than one of so many articles finds too much, and says too little.
constexpr double mostArticles = 0.1;

// How rare a word is shows only among many articles. A folder's dozen may all be of one story,
// whose words are then no less telling: so it is weighed as if so many other articles were there.
constexpr double imaginedArticles = 200;

// What stands under a letter repeats words, or is no matter of the story.
bool isWord(const std::string &term)
{
    return term.front() < 'A' || term.front() > 'Z';
}

// Small words, as they stand in the index.
std::set<std::string> smallWords(const QString &language)
{
    const WordStems stems(language);
    std::set<std::string> small;
    for (const QString &word : stopWords(language == u"und" ? QString() : language))
        small.insert(stems.term(word));
    return small;
}

struct Candidate
{
    SimilarArticle article;
    TermCounts terms;
    double direct = 0; // likeness to the asked article, with the time
};

// Of each term how many say more than it does, and how it is printed in an answer.
std::vector<std::pair<size_t, QString>> printedTerms(const TermWeights &weights)
{
    const std::vector<WeightedTerm> &terms = weights.terms();
    std::vector<std::pair<double, size_t>> order; // the heaviest first
    for (size_t i = 0; i < terms.size(); ++i)
        order.emplace_back(-terms[i].weight(), i);
    std::ranges::sort(order);
    std::vector<std::pair<size_t, QString>> printed(terms.size());
    for (size_t rank = 0; rank < order.size(); ++rank) {
        const size_t i = order[rank].second;
        printed[i] = {rank, QString::fromStdString(terms[i].term)};
    }
    return printed;
}

// One question to the index.
class Comparison final
{
public:
    Comparison(const Xapian::Database &database, TermFrequencies &frequencies,
               const AskedArticle &asked)
        : m_database(database)
        , m_frequencies(frequencies)
        , m_asked(asked)
        , m_sayNothing(smallWords(asked.words.language))
        , m_isInIndex(asked.id != ArticleId{} && database.term_exists(idTerm(asked.id)))
        , m_terms(askedTerms())
        , m_printed(printedTerms(m_terms))
    {
    }

    QList<SimilarArticle> answer(qsizetype atMost, const std::function<bool()> &cancelled);

private:
    TermWeights askedTerms() const;
    TermWeights termsOf(const Candidate &candidate) const;
    double rareness(double articles) const;
    Xapian::Query query() const;
    void take(Xapian::docid document, QSet<ArticleId> &left);
    double nearness(const std::optional<qint64> &time) const;
    void compareWithClosest();

    const Xapian::Database &m_database;
    TermFrequencies &m_frequencies;
    const AskedArticle &m_asked;
    const std::set<std::string> m_sayNothing;
    const bool m_isInIndex;
    const TermWeights m_terms;
    const std::vector<std::pair<size_t, QString>> m_printed;
    std::vector<Candidate> m_candidates;
};

double Comparison::rareness(double articles) const
{
    const double all = m_database.get_doccount() + imaginedArticles;
    return qMax(0.0, std::log(all / (articles + 0.5)));
}

TermWeights Comparison::askedTerms() const
{
    std::set<std::string> names;
    for (const AskedName &name : m_asked.names) {
        for (const QString &term : name.terms)
            names.insert(term.toStdString());
    }
    std::vector<WeightedTerm> terms;
    const auto document = documentOf(m_asked.words.document);
    for (auto i = document->termlist_begin(); i != document->termlist_end(); ++i) {
        if (!isWord(*i))
            continue;
        WeightedTerm term{*i, double(i.get_wdf()), 0, 1, false};
        if (!saysLittle(term.term) && !m_sayNothing.contains(term.term)) {
            const double articles = m_frequencies.of(m_database, term.term) + (m_isInIndex ? 0 : 1);
            term.isElsewhere = articles >= 2;
            term.rareness = rareness(articles);
        }
        if (names.contains(term.term))
            term.emphasis = nameEmphasis;
        terms.push_back(std::move(term));
    }
    return TermWeights(std::move(terms));
}

TermWeights Comparison::termsOf(const Candidate &candidate) const
{
    std::vector<WeightedTerm> terms;
    auto known = m_terms.terms().begin();
    for (size_t i = 0; i < candidate.terms.size(); ++i) {
        const TermCounts::Term own = candidate.terms.at(i);
        WeightedTerm term{std::string(own.term), own.count, 0, 1, true};
        known = std::lower_bound(
            known, m_terms.terms().end(), term.term,
            [](const WeightedTerm &one, const std::string &other) { return one.term < other; });
        if (known != m_terms.terms().end() && known->term == term.term)
            term.rareness = known->rareness;
        else if (!saysLittle(term.term) && !m_sayNothing.contains(term.term))
            term.rareness = rareness(m_frequencies.of(m_database, term.term));
        terms.push_back(std::move(term));
    }
    return TermWeights(std::move(terms));
}

Xapian::Query Comparison::query() const
{
    const double most = m_database.get_doccount() * mostArticles + imaginedArticles;
    std::vector<const WeightedTerm *> best;
    for (const WeightedTerm &term : m_terms.terms()) {
        if (term.isElsewhere && term.rareness >= rareness(most))
            best.push_back(&term);
    }
    const auto count = qMin(best.size(), mostAsked);
    std::partial_sort(best.begin(), best.begin() + qptrdiff(count), best.end(),
                      [](const WeightedTerm *a, const WeightedTerm *b) {
                          return a->weight() != b->weight() ? a->weight() > b->weight()
                                                            : a->term < b->term;
                      });
    std::vector<Xapian::Query> parts;
    for (size_t i = 0; i < count; ++i)
        parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(best[i]->term),
                           best[i]->weight());
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

// 1: at the same time, 0: at quite another.
double Comparison::nearness(const std::optional<qint64> &time) const
{
    if (!time || !m_asked.time)
        return backgroundNearness;
    const double days = double(*time - *m_asked.time) / 86'400;
    const double near = std::exp(-std::abs(days) / storyDays);
    const double before = days > 0 ? 0 : backgroundNearness * std::exp(days / backgroundDays);
    return qMax(near, before);
}

void Comparison::take(Xapian::docid document, QSet<ArticleId> &left)
{
    Candidate candidate;
    const auto end = m_database.termlist_end(document);
    for (auto i = m_database.termlist_begin(document); i != end; ++i) {
        const std::string term = *i;
        if (isWord(term))
            candidate.terms.add(term, i.get_wdf());
        else if (term.front() == indexformat::articleId) // takes no look at the value
            candidate.article.id = ArticleId(std::strtoull(term.c_str() + 1, nullptr, 10));
    }
    if (left.contains(candidate.article.id)) // one may be there twice, after a crash
        return;
    left.insert(candidate.article.id);
    const std::string time = m_database.get_document(document, Xapian::DOC_ASSUME_VALID)
                                 .get_value(indexformat::TimeSlot);
    if (!time.empty())
        candidate.article.time = indexformat::timeOf(time);
    std::vector<size_t> shared;
    const double likeness = m_terms.likeness(candidate.terms, &shared);
    candidate.direct = likeness * (1 + dayWeight * nearness(candidate.article.time))
        / (1 + dayWeight);
    std::ranges::sort(shared, {}, [&](size_t i) { return m_printed[i].first; });
    candidate.article.shared.reserve(qsizetype(shared.size()));
    for (const size_t i : shared)
        candidate.article.shared.append(m_printed[i].second);
    candidate.article.score = candidate.direct;
    m_candidates.push_back(std::move(candidate));
}

// A report that shares few words with this one may share many with another of the same event.
void Comparison::compareWithClosest()
{
    const size_t count = qMin(closest, m_candidates.size());
    std::vector<TermWeights> best;
    for (size_t i = 0; i < count; ++i)
        best.push_back(termsOf(m_candidates[i]));
    for (size_t k = 0; k < m_candidates.size(); ++k) {
        Candidate &candidate = m_candidates[k];
        double through = 0;
        double all = 0;
        for (size_t i = 0; i < count; ++i) {
            if (i == k)
                continue;
            through += m_candidates[i].direct * best[i].likeness(candidate.terms);
            all += m_candidates[i].direct;
        }
        if (all > 0)
            candidate.article.score = (1 - throughClosest) * candidate.direct
                + throughClosest * through / all;
    }
}

QList<SimilarArticle> Comparison::answer(qsizetype atMost, const std::function<bool()> &cancelled)
{
    Xapian::Enquire enquire(m_database);
    enquire.set_query(query());
    // How long an article is counts below, when all of its words are there: here it would be looked
    // up for every article that has one of the words.
    enquire.set_weighting_scheme(Xapian::BM25Weight(1, 0, 1, 0, 0.5));
    const auto wanted = qMax<qsizetype>(candidates, atMost) + 1;
    const auto found = enquire.get_mset(0, Xapian::doccount(wanted));
    QSet<ArticleId> left{m_asked.id};
    for (auto i = found.begin(); i != found.end() && !cancelled(); ++i)
        take(*i, left);
    std::ranges::stable_sort(m_candidates, std::ranges::greater(), &Candidate::direct);
    if (!cancelled())
        compareWithClosest();
    QList<SimilarArticle> similar;
    for (const Candidate &candidate : m_candidates)
        similar.append(candidate.article);
    std::ranges::stable_sort(similar, std::ranges::greater(), &SimilarArticle::score);
    similar.resize(qMin(similar.size(), atMost));
    return similar;
}

} // namespace

Result<QList<SimilarArticle>> similarArticles(ShardReader &index, const AskedArticle &asked,
                                              qsizetype atMost,
                                              const std::function<bool()> &cancelled)
{
    QList<SimilarArticle> similar;
    if (!documentOf(asked.words.document))
        return similar;
    const Outcome failed = index.ask([&](const Xapian::Database &database) {
        similar = Comparison(database, index.termFrequencies(), asked).answer(atMost, cancelled);
    });
    return failed ? Result<QList<SimilarArticle>>(*failed) : similar;
}
