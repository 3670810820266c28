#include "app/search/rankedsearch.h"

#include "app/search/indexformat.h"
#include "app/search/indexquery.h"
#include "app/search/spelling.h"

#include <QSet>

#include <algorithm>

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
    SearchHit hit;
    qint64 time = 0; // of articles without a date: before all others
};

constexpr qint64 noTime = std::numeric_limits<qint64>::min();

Match matchOf(const Xapian::Document &document, double score)
{
    Match match;
    match.hit.id = ArticleId(numberOf(document.get_value(IdSlot)));
    match.hit.score = score;
    match.hit.day = int(numberOf(document.get_value(DaySlot)));
    const std::string time = document.get_value(TimeSlot);
    match.time = time.empty() ? noTime : timeOf(time);
    return match;
}

class MatchCollector final : public Xapian::MatchSpy
{
public:
    explicit MatchCollector(std::vector<Match> &matches) : m_matches(matches) { }

    void operator()(const Xapian::Document &document, double score) override
    {
        m_matches.push_back(matchOf(document, score));
    }

private:
    std::vector<Match> &m_matches;
};

bool isBetter(const Match &a, const Match &b, SearchOptions::Sort sortBy)
{
    if (sortBy == SearchOptions::Sort::Relevance && a.hit.score != b.hit.score)
        return a.hit.score > b.hit.score;
    return a.time != b.time ? a.time > b.time : a.hit.id < b.hit.id;
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
                   false}
    {
    }

    Result<SearchAnswer> answer(const SearchQuery &query)
    {
        const bool isWhole = m_options.atMost == SearchOptions::all;
        QueryCompiler compiler(m_database, m_idsOf, m_budget,
                               isWhole ? QueryCompiler::Verify::Inside
                                       : QueryCompiler::Verify::Afterwards);
        const Xapian::Query compiled = compiler.compiled(query);
        if (compiler.problem())
            return *compiler.problem();
        for (const QueryWords &leaf : compiler.toVerify())
            m_verifiers.push_back(std::make_unique<TextVerifier>(leaf, m_budget));
        if (m_options.sortBy == SearchOptions::Sort::Relevance && !m_options.reversed && !isWhole)
            takeBest(compiled);
        else
            takeAll(compiled);
        m_answer.isExact = m_answer.isExact && !compiler.isCut() && !m_budget.isSpent;
        return m_answer;
    }

private:
    qsizetype wanted() const
    {
        return m_options.from + qMin(m_options.atMost, qsizetype(10'000'000));
    }

    bool holds(const Xapian::Document &document)
    {
        // A text is read once a leaf: more than one phrase is rare.
        return std::ranges::all_of(m_verifiers,
                                   [&](const auto &verifier) { return verifier->holds(document); });
    }

    // Best first, a few at a time, until there are enough.
    void takeBest(const Xapian::Query &query)
    {
        Xapian::Enquire enquire(m_database);
        enquire.set_query(query);
        std::vector<Match> found;
        const Xapian::doccount total = m_database.get_doccount();
        auto fetch = Xapian::doccount(qMin<qsizetype>(total, wanted() + 10));
        if (!m_verifiers.empty())
            fetch = qMin(total, fetch * 4);
        Xapian::doccount looked = 0;
        while (!m_cancelled()) {
            const Xapian::MSet best = enquire.get_mset(looked, fetch, countedAtLeast);
            for (auto i = best.begin(); i != best.end() && !isEnough(found); ++i) {
                const Xapian::Document document = i.get_document();
                if (holds(document))
                    add(matchOf(document, i.get_weight()), found);
                ++looked;
            }
            const bool isEnd = best.size() < fetch;
            if (isEnd || isEnough(found)) {
                count(best, qsizetype(found.size()), isEnd && !isEnough(found));
                break;
            }
            fetch = qMin(total, fetch * 4);
        }
        std::ranges::stable_sort(found, [](const Match &a, const Match &b) {
            return isBetter(a, b, SearchOptions::Sort::Relevance);
        });
        give(found);
    }

    bool isEnough(const std::vector<Match> &found) const
    {
        return qsizetype(found.size()) >= wanted() || m_budget.isSpent;
    }

    void count(const Xapian::MSet &best, qsizetype found, bool wasAll)
    {
        if (wasAll) {
            m_answer.atLeast = found;
        } else if (m_verifiers.empty()) {
            m_answer.atLeast = qMax(found, qsizetype(best.get_matches_lower_bound()));
            m_answer.isExact = best.get_matches_lower_bound() == best.get_matches_upper_bound();
        } else {
            m_answer.atLeast = found;
            m_answer.isExact = false;
        }
    }

    void add(const Match &match, std::vector<Match> &found)
    {
        if (m_known.contains(match.hit.id)) // in two shards: a crash may leave it so
            return;
        m_known.insert(match.hit.id);
        found.push_back(match);
    }

    // Everything that matches, and then the order: by date, from the other end, or the whole list.
    void takeAll(const Xapian::Query &query)
    {
        std::vector<Match> all;
        MatchCollector collector(all);
        Xapian::Enquire enquire(m_database);
        enquire.set_query(query);
        if (m_options.sortBy == SearchOptions::Sort::Date)
            enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.add_matchspy(&collector);
        enquire.get_mset(0, 0, qMax(1U, m_database.get_doccount()));
        if (m_cancelled())
            return;
        std::ranges::sort(all, [this](const Match &a, const Match &b) {
            return m_options.reversed ? isBetter(b, a, m_options.sortBy)
                                      : isBetter(a, b, m_options.sortBy);
        });

        std::vector<Match> found;
        for (const Match &match : all) {
            if (!m_verifiers.empty() && (isEnough(found) || m_cancelled())) {
                m_answer.isExact = false;
                break;
            }
            if (m_verifiers.empty() || holds(documentOf(match.hit.id)))
                add(match, found);
        }
        m_answer.atLeast = qsizetype(found.size());
        give(found);
    }

    Xapian::Document documentOf(ArticleId id) const
    {
        const std::string term = articleId + std::to_string(quint64(id));
        return m_database.get_document(*m_database.postlist_begin(term));
    }

    void give(const std::vector<Match> &found)
    {
        const qsizetype end = qMin(qsizetype(found.size()), wanted());
        for (qsizetype i = m_options.from; i < end; ++i)
            m_answer.hits.append(found[size_t(i)].hit);
    }

    const Xapian::Database &m_database;
    const SearchOptions &m_options;
    const IdsOf &m_idsOf;
    const std::function<bool()> &m_cancelled;
    TextBudget m_budget;
    std::vector<std::unique_ptr<TextVerifier>> m_verifiers;
    QSet<ArticleId> m_known;
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
