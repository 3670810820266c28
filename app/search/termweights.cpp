#include "app/search/termweights.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double numberCount = 0.1; // that a number counts for

double counted(std::string_view term, double count)
{
    return isNumber(term) ? count * numberCount : count;
}

} // namespace

bool isNumber(std::string_view term)
{
    return term.find_first_not_of("0123456789.,") == std::string_view::npos;
}

bool saysLittle(std::string_view term)
{
    return std::ranges::count_if(term, [](char c) { return (c & 0xC0) != 0x80; }) < 2;
}

void TermCounts::add(std::string_view term, unsigned count)
{
    m_places.push_back({quint32(m_bytes.size()), quint32(term.size()), count});
    m_bytes += term;
    m_total += counted(term, count);
}

TermCounts::Term TermCounts::at(size_t i) const
{
    const Place &place = m_places[i];
    return {std::string_view(m_bytes).substr(place.at, place.size), double(place.count)};
}

double WeightedTerm::weight() const
{
    return std::sqrt(counted(term, count)) * emphasis * rareness;
}

TermWeights::TermWeights(std::vector<WeightedTerm> terms) : m_terms(std::move(terms))
{
    std::ranges::sort(m_terms, {}, &WeightedTerm::term);
    for (const WeightedTerm &term : m_terms) {
        m_square += term.weight() * term.weight();
        m_counts += counted(term.term, term.count);
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
    for (size_t i = 0, k = 0; i < m_terms.size() && k < other.size();) {
        const TermCounts::Term theirs = other.at(k);
        const int order = std::string_view(m_terms[i].term).compare(theirs.term);
        if (order != 0) {
            ++(order < 0 ? i : k);
            continue;
        }
        const WeightedTerm &term = m_terms[i];
        const double theirCount = counted(term.term, theirs.count);
        const double theirWeight = std::sqrt(theirCount) * term.emphasis * term.rareness;
        product += term.weight() * theirWeight;
        ownSquare += term.weight() * term.weight();
        ownCounts += counted(term.term, term.count);
        othersSquare += theirWeight * theirWeight;
        othersCounts += theirCount;
        if (shared && term.rareness > 0)
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
