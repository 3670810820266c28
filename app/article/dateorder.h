#pragma once
// In which order a page prints the numbers of 3/4/2009, and in which calendar. Pure; any thread.

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

// The first year of Persian dates in newspapers: 1921.
constexpr int earliestSolarYear = 1300;

// The day that a year, a month and a day name: in the Solar Hijri calendar, where the month is one
// of its own (app/article/datewordsabroad.h) or the language is Persian and the year is too small.
QDate calendarDay(int year, int month, int day, QStringView language);
