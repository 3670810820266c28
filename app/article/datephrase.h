#pragma once
// Dates as pages print them, in the languages of Europe, in Turkish, Arabic, Hebrew, Persian,
// Hindi, Indonesian and Vietnamese, and in the figures, signs and eras of Chinese, Japanese and
// Korean: with or without weekday, time, zone and label, in any order that pages use. Never
// guesses: a numeric date whose order nothing tells (3/4/2009) is no date. Pure; any thread.

#include "app/article/printeddate.h"

#include <QList>

enum class DateKind { Unsaid, Published, Modified };

struct FoundDate
{
    PrintedDate date;
    DateKind kind = DateKind::Unsaid; // what its label says: "Posted on", "Last updated"
    qsizetype from = 0;               // where in the line, its label included
    qsizetype length = 0;

    bool operator==(const FoundDate &other) const = default;
};

// `text` as one date and nothing else but its label: "Published: 30 March 2009, 15:33 GMT".
// `language` (BCP 47, may be empty) settles the order of 3/4/2009.
std::optional<PrintedDate> datePhrase(QStringView text, QStringView language = {});

// The dates in a short line, in order; for a line of prose ask something else.
QList<FoundDate> datesIn(QStringView line, QStringView language = {});

// Like datesIn(), but empty unless dates and their labels are all that the line holds.
QList<FoundDate> dateLine(QStringView line, QStringView language = {});

// A cheap look: could there be a date in this line at all? It has a digit and is short.
bool mayHoldDate(QStringView line);
