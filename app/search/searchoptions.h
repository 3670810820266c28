#pragma once
// Which of the articles that a query finds are asked for, and in which order. A value; any thread.

#include <QtGlobal>

#include <limits>

struct SearchOptions
{
    enum class Sort {
        Relevance, // best first; of equal ones the newest
        Date,      // newest first, those without a date at the end
    };
    static constexpr qsizetype all = std::numeric_limits<qsizetype>::max();

    Sort sortBy = Sort::Relevance;
    bool reversed = false;
    qsizetype from = 0; // how many of the first are left out
    // Of a few the first are found quickly, and how many there are in all may be left open; with
    // `all` it is looked to the end.
    qsizetype atMost = 50;
};
