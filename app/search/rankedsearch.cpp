#include "app/search/rankedsearch.h"

#include "app/search/indexformat.h"
#include "app/search/indexquery.h"
#include "app/search/spelling.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

using namespace indexformat;

namespace {

// Until so many are found Xapian counts them exactly; beyond, it passes over what cannot be among
// the best.
constexpr Xapian::doccount countedAtLeast = 2'000;
// Texts that a few hits may cost: at some 30 µs each. A phrase of common words that is nowhere
// would have us read the whole library.
constexpr qsizetype mostTexts = 2'000;
constexpr qsizetype fewHits = 3; // with fewer, the words may be misspelt

struct Match
{
    ArticleId id{};
    double score = 0;
    qint64 time = 0; // of articles without a date: before all others
    int day = 0;     // QDate::toJulianDay()
};

constexpr qint64 noTime = std::numeric_limits<qint64>::min();

Match matchOf(const Xapian::Document &document, double score)
{
    const std::string time = document.get_value(TimeSlot);
    return {ArticleId(numberOf(document.get_value(IdSlot))), score,
            time.empty() ? noTime : timeOf(time), 0};
}

int dayOf(const Xapian::Document &document)
{
    return int(numberOf(document.get_value(DaySlot)));
}

class MatchCollector final : public Xapian::MatchSpy
{
public:
    MatchCollector(std::vector<Match> &matches, bool withDays)
        : m_matches(matches), m_withDays(withDays)
    {
    }

    void operator()(const Xapian::Document &document, double score) override
    {
        m_matches.push_back(matchOf(document, score));
        if (m_withDays)
            m_matches.back().day = dayOf(document);
    }

private:
    std::vector<Match> &m_matches;
    bool m_withDays;
};

bool isBetter(const Match &a, const Match &b, SearchOptions::Sort sortBy)
{
    if (sortBy == SearchOptions::Sort::Relevance && a.score != b.score)
        return a.score > b.score;
    return a.time != b.time ? a.time > b.time : a.id < b.id;
}

// One question to the index.
class Search final
{
public:
    Search(const Xapian::Database &database, const SearchOptions &options, const IdsOf &idsOf,
           const std::function<bool()> &cancelled)
        : m_database(database)
        , m_options(options)
        , m_idsOf(idsOf)
        , m_cancelled(cancelled)
        , m_budget{options.atMost == SearchOptions::all ? SearchOptions::all : mostTexts, cancelled,
                   false, qMax<size_t>(1, database.size())}
    {
    }

    Result<SearchAnswer> answer(const SearchQuery &query)
    {
        QueryCompiler compiler(m_database, m_idsOf, m_budget,
                               isWhole() ? QueryCompiler::Verify::Inside
                                         : QueryCompiler::Verify::Afterwards);
        const Xapian::Query compiled = compiler.compiled(query);
        if (compiler.problem())
            return *compiler.problem();
        for (const QueryWords &leaf : compiler.toVerify())
            m_verifiers.push_back(std::make_unique<TextVerifier>(leaf, m_budget));
        if (m_options.sortBy == SearchOptions::Sort::Relevance && !m_options.reversed && !isWhole())
            takeBest(compiled);
        else
            takeAll(compiled);
        m_answer.isExact = m_answer.isExact && !compiler.isCut() && !m_budget.isSpent;
        return m_answer;
    }

private:
    bool isWhole() const { return m_options.atMost == SearchOptions::all; }

    qsizetype wanted() const
    {
        return isWhole() ? SearchOptions::all : m_options.from + m_options.atMost;
    }

    // What the index itself has verified is found, though there be more that it could not look at.
    bool isEnough() const
    {
        return qsizetype(m_found.size()) >= wanted() || (m_budget.isSpent && !m_verifiers.empty());
    }

    bool holds(const Xapian::Document &document)
    {
        // A text is read once a leaf: more than one phrase is rare.
        return std::ranges::all_of(m_verifiers,
                                   [&](const auto &verifier) { return verifier->holds(document); });
    }

    void add(const Match &match)
    {
        const auto row = quint64(match.id);
        if (row >> 32) // no row of a catalogue
            return;
        if (row >= m_isFound.size())
            m_isFound.resize(row + row / 2 + 1);
        if (m_isFound[row]) // in two shards: a crash may leave it so
            return;
        m_isFound[row] = true;
        m_found.push_back(match);
    }

    // Best first, until there are enough. What comes after the first few hundred is fetched at
    // once: each time costs as much as the first.
    void takeBest(const Xapian::Query &query)
    {
        Xapian::Enquire enquire(m_database);
        enquire.set_query(query);
        const auto few = Xapian::doccount(
            qMin<qsizetype>(m_database.get_doccount(), wanted() + 10));
        Xapian::doccount fetch = m_verifiers.empty() ? few : few * 4;
        Xapian::doccount looked = 0;
        while (!m_cancelled()) {
            const Xapian::MSet best = enquire.get_mset(looked, fetch, countedAtLeast);
            for (auto i = best.begin(); i != best.end() && !isEnough(); ++i) {
                const Xapian::Document document = i.get_document();
                if (!holds(document))
                    continue;
                Match match = matchOf(document, i.get_weight());
                match.day = dayOf(document);
                add(match);
            }
            looked += best.size();
            const bool isEnd = best.size() < fetch;
            if (isEnd || isEnough()) {
                count(best, isEnd && !isEnough());
                break;
            }
            fetch = Xapian::doccount(mostTexts);
        }
        std::ranges::stable_sort(m_found, [](const Match &a, const Match &b) {
            return isBetter(a, b, SearchOptions::Sort::Relevance);
        });
        give();
    }

    void count(const Xapian::MSet &best, bool wasAll)
    {
        m_answer.atLeast = qsizetype(m_found.size());
        if (wasAll)
            return;
        m_answer.isExact = m_verifiers.empty()
            && best.get_matches_lower_bound() == best.get_matches_upper_bound();
        if (m_verifiers.empty())
            m_answer.atLeast = qMax(m_answer.atLeast, qsizetype(best.get_matches_lower_bound()));
    }

    // Everything that matches, and then the order: by date, from the other end, or the whole list.
    void takeAll(const Xapian::Query &query)
    {
        std::vector<Match> all;
        MatchCollector collector(all, isWhole());
        Xapian::Enquire enquire(m_database);
        enquire.set_query(query);
        if (m_options.sortBy == SearchOptions::Sort::Date)
            enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.add_matchspy(&collector);
        enquire.get_mset(0, 0, m_database.get_doccount());
        if (m_cancelled())
            return;
        m_answer.atLeast = qsizetype(all.size());
        if (isWhole())
            takeSorted(all);
        else
            takeFirst(all);
        give();
    }

    bool isAfter(const Match &a, const Match &b) const
    {
        return m_options.reversed ? isBetter(a, b, m_options.sortBy)
                                  : isBetter(b, a, m_options.sortBy);
    }

    void takeSorted(std::vector<Match> &all)
    {
        std::ranges::sort(all, [this](const Match &a, const Match &b) { return isAfter(b, a); });
        m_found.reserve(all.size());
        for (const Match &match : all)
            add(match);
        m_answer.atLeast = qsizetype(m_found.size());
    }

    // Only as many as are wanted are put in order.
    void takeFirst(std::vector<Match> &all)
    {
        const auto after = [this](const Match &a, const Match &b) { return isAfter(a, b); };
        std::ranges::make_heap(all, after);
        while (!all.empty() && !isEnough() && !m_cancelled()) {
            std::ranges::pop_heap(all, after);
            Match match = all.back();
            all.pop_back();
            const std::string term = articleId + std::to_string(quint64(match.id));
            const auto document = m_database.get_document(*m_database.postlist_begin(term));
            match.day = dayOf(document);
            if (holds(document))
                add(match);
        }
        if (m_verifiers.empty())
            return;
        m_answer.isExact = all.empty();
        m_answer.atLeast = qsizetype(m_found.size());
    }

    void give()
    {
        const qsizetype end = qMin(qsizetype(m_found.size()), wanted());
        for (qsizetype i = m_options.from; i < end; ++i) {
            const Match &match = m_found[size_t(i)];
            m_answer.hits.append({match.id, match.score, match.day});
        }
    }

    const Xapian::Database &m_database;
    const SearchOptions &m_options;
    const IdsOf &m_idsOf;
    const std::function<bool()> &m_cancelled;
    TextBudget m_budget;
    std::vector<std::unique_ptr<TextVerifier>> m_verifiers;
    std::vector<bool> m_isFound; // by id
    std::vector<Match> m_found;
    SearchAnswer m_answer;
};

} // namespace

Result<SearchAnswer> rankedSearch(const Xapian::Database &database, const SearchQuery &query,
                                  const SearchOptions &options, const IdsOf &idsOf,
                                  const std::function<bool()> &cancelled)
{
    const Result<SearchAnswer> found = Search(database, options, idsOf, cancelled).answer(query);
    if (!found.has_value() || found.value().atLeast >= fewHits || cancelled())
        return found;
    const std::optional<SearchQuery> better = respelt(query, database);
    if (!better)
        return found;
    const Result<SearchAnswer> with = Search(database, SearchOptions(), idsOf, cancelled)
                                          .answer(*better);
    SearchAnswer answer = found.value();
    if (with.has_value() && with.value().atLeast > answer.atLeast)
        answer.suggestion = better->written();
    return answer;
}
