#include "app/search/termweights.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double numberCount = 0.1; // that a number counts for

// How much one occurrence of it counts.
double countOf(std::string_view term)
{
    return isNumber(term) ? numberCount : 1;
}

} // namespace

bool isNumber(std::string_view term)
{
    return std::ranges::all_of(
        term, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
}

bool saysLittle(std::string_view term)
{
    return std::ranges::count_if(term, [](char c) { return (c & 0xC0) != 0x80; }) < 2;
}

quint64 termKey(std::string_view term)
{
    quint64 key = 0;
    for (size_t i = 0; i < sizeof key; ++i)
        key = key << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0);
    return key;
}

void TermCounts::add(std::string_view term, unsigned count)
{
    m_places.push_back({termKey(term), quint32(m_bytes.size()), quint32(term.size()), count});
    m_bytes += term;
    m_total += count * countOf(term);
}

TermCounts::Term TermCounts::at(size_t i) const
{
    const Place &place = m_places[i];
    return {std::string_view(m_bytes).substr(place.at, place.size), place.key, double(place.count)};
}

double WeightedTerm::weight() const
{
    return std::sqrt(count * countOf(term)) * emphasis * rareness;
}

TermWeights::TermWeights(std::vector<WeightedTerm> terms) : m_terms(std::move(terms))
{
    std::ranges::sort(m_terms, {}, &WeightedTerm::term);
    m_known.reserve(m_terms.size());
    for (const WeightedTerm &term : m_terms) {
        const double counts = countOf(term.term);
        const double weight = term.weight();
        m_known.push_back({termKey(term.term), std::sqrt(counts) * term.emphasis * term.rareness,
                           counts, counts * term.count, weight});
        m_square += weight * weight;
        m_counts += m_known.back().counted;
    }
}

// Of the other's words that this one lacks nobody asks how rare they are: it would take a look into
// the index for each. They are taken to be as rare as those that the other lacks of this one.
double TermWeights::likeness(const TermCounts &other, std::vector<size_t> *shared) const
{
    double product = 0;   // of the weights of what both have
    double ownSquare = 0; // of this one's weights of that; and so on
    double ownCounts = 0;
    double othersSquare = 0;
    double othersCounts = 0;
    for (size_t i = 0, k = 0; i < m_known.size() && k < other.size();) {
        const TermCounts::Term theirs = other.at(k);
        const Known &own = m_known[i];
        if (own.key != theirs.key) {
            ++(own.key < theirs.key ? i : k);
            continue;
        }
        const int order = std::string_view(m_terms[i].term).compare(theirs.term);
        if (order != 0) {
            ++(order < 0 ? i : k);
            continue;
        }
        const double theirWeight = std::sqrt(theirs.count) * own.scale;
        product += own.weight * theirWeight;
        ownSquare += own.weight * own.weight;
        ownCounts += own.counted;
        othersSquare += theirWeight * theirWeight;
        othersCounts += theirs.count * own.counts;
        if (shared && own.scale > 0)
            shared->push_back(i);
        ++i;
        ++k;
    }
    const double left = m_counts - ownCounts;
    const double perCount = left > 0 ? qMax(0.0, m_square - ownSquare) / left : 0;
    othersSquare += perCount * qMax(0.0, other.total() - othersCounts);
    const double both = std::sqrt(m_square * othersSquare);
    return both > 0 ? std::clamp(product / both, 0.0, 1.0) : 0;
}
