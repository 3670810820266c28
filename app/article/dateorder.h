#pragma once
// In which order a page prints the numbers of 3/4/2009. Pure; any thread.

#include <QDate>
#include <QStringView>

struct NumericDay
{
    int first = 0;
    int second = 0;
    int year = 0;
    bool isDotted = false; // 3.4.2009: day first everywhere
};

// The day, where its own numbers, the page's language (BCP 47, may be empty) or the zone of its
// time tell the order; else an invalid one.
QDate dayOf(const NumericDay &numbers, QStringView language, QStringView zone);
