#pragma once
// How alike two articles are, by their words: the cosine of the angle between their weighted words,
// from which one needs to know of the other nothing but its own words and their counts. Only
// app/search; pure.

#include <QtGlobal>

#include <string>
#include <string_view>
#include <vector>

// A term's first bytes as a number: in the order of the terms, but for terms that begin alike.
quint64 termKey(std::string_view term);

// The words of an article as the index has them, in the order of their bytes. Nothing of what
// stands under a letter of its own.
class TermCounts final
{
public:
    struct Term
    {
        std::string_view term;
        quint64 key = 0; // termKey()
        double count = 0;
    };

    // In order.
    void add(std::string_view term, unsigned count);
    size_t size() const { return m_places.size(); }
    Term at(size_t i) const;
    double total() const { return m_total; } // of the counts, a number's as little as it says

private:
    struct Place
    {
        quint64 key = 0;
        quint32 at = 0;
        quint32 size = 0;
        unsigned count = 0;
    };

    std::string m_bytes;
    std::vector<Place> m_places;
    double m_total = 0;
};

struct WeightedTerm
{
    std::string term;
    double count = 0;         // weighs by its square root
    double rareness = 0;      // logarithm of how many articles there are to one that has it; 0 for
                              // what says nothing
    double emphasis = 1;      // of a name, more than 1
    bool isElsewhere = false; // another article has it

    double weight() const;
};

// What an article is about.
class TermWeights final
{
public:
    explicit TermWeights(std::vector<WeightedTerm> terms); // in any order

    // 0: nothing in common, to 1: the same words. What `shared` is told are the places of the terms
    // that both have, in terms().
    double likeness(const TermCounts &other, std::vector<size_t> *shared = nullptr) const;

    // In the order of their bytes.
    const std::vector<WeightedTerm> &terms() const { return m_terms; }

private:
    // What likeness() needs of a term, worked out once.
    struct Known
    {
        quint64 key = 0;
        double scale = 0;  // a term's weight, but for its count
        double counts = 0; // one occurrence for so much
        double counted = 0;
        double weight = 0;
    };

    std::vector<WeightedTerm> m_terms;
    std::vector<Known> m_known; // of m_terms, in their order
    double m_square = 0;        // of all weights
    double m_counts = 0;        // of all terms
};

// Digits alone say little of what a story is about, and every story of a year has the year.
bool isNumber(std::string_view term);
// One letter, or a single Chinese character, which stands in the index in its pairs too.
bool saysLittle(std::string_view term);
