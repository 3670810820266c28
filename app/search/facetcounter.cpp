#include "app/search/facetcounter.h"

#include "app/search/indexformat.h"
#include "app/search/indexquery.h"

#include <QDate>

#include <algorithm>
#include <string>
#include <unordered_map>

using namespace indexformat;

namespace {

constexpr qsizetype mostValues = 200;
constexpr qsizetype mostTexts = 20'000; // read for phrases: about a second

using Counts = std::unordered_map<std::string, qsizetype>;

class FacetSpy final : public Xapian::MatchSpy
{
public:
    void operator()(const Xapian::Document &document, double) override
    {
        count(document.get_value(PublisherSlot), publishers);
        count(document.get_value(SectionSlot), sections);
        count(document.get_value(AuthorsSlot), authors);
        count(document.get_value(DaySlot), days);
    }

    Counts publishers, sections, authors, days;

private:
    static void count(const std::string &value, Counts &counts)
    {
        if (!value.empty())
            ++counts[value];
    }
};

QList<FacetCount> mostFrequent(const Counts &counts)
{
    QList<FacetCount> facets;
    facets.reserve(qsizetype(counts.size()));
    for (const auto &[value, articles] : counts)
        facets.append({QString::fromStdString(value), articles});
    std::ranges::sort(facets, [](const FacetCount &a, const FacetCount &b) {
        return a.articles != b.articles ? a.articles > b.articles : a.value < b.value;
    });
    facets.resize(qMin(facets.size(), mostValues));
    return facets;
}

// Those of each list of authors.
Counts singly(const Counts &counts)
{
    Counts single;
    for (const auto &[value, articles] : counts) {
        for (size_t at = 0; at < value.size();) {
            const size_t end = qMin(value.find('\n', at), value.size());
            if (end > at)
                single[value.substr(at, end - at)] += articles;
            at = end + 1;
        }
    }
    return single;
}

QList<MonthCount> months(const Counts &days)
{
    std::map<std::pair<int, int>, qsizetype> counts;
    for (const auto &[day, articles] : days) {
        const QDate date = QDate::fromJulianDay(qint64(numberOf(day)));
        counts[{date.year(), date.month()}] += articles;
    }
    QList<MonthCount> months;
    for (const auto &[month, articles] : counts)
        months.append({month.first, month.second, articles});
    return months;
}

} // namespace

Result<SearchFacets> countedFacets(const Xapian::Database &database, const SearchQuery &query,
                                   const IdsOf &idsOf, const std::function<bool()> &cancelled)
{
    TextBudget budget{mostTexts, cancelled, false, qMax<size_t>(1, database.size())};
    QueryCompiler compiler(database, idsOf, budget, QueryCompiler::Verify::Inside);
    const Xapian::Query compiled = compiler.compiled(query);
    if (compiler.problem())
        return *compiler.problem();
    SearchFacets facets;
    if (cancelled())
        return facets;

    FacetSpy spy;
    Xapian::Enquire enquire(database);
    enquire.set_query(compiled);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.add_matchspy(&spy);
    enquire.get_mset(0, 0, qMax(1U, database.get_doccount()));
    if (cancelled())
        return facets;
    facets.publishers = mostFrequent(spy.publishers);
    facets.sections = mostFrequent(spy.sections);
    facets.authors = mostFrequent(singly(spy.authors));
    facets.months = months(spy.days);
    return facets;
}
