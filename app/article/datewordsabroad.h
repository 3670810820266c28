#pragma once
// The words of dates in the languages that app/article/datewords.cpp does not list itself: Dutch,
// the Nordic and Slavic ones, Finnish, Hungarian, Romanian, Catalan, Greek, Turkish, Arabic,
// Hebrew, Persian, Hindi, Indonesian. Only that file asks. Pure; any thread.

#include "app/article/datewords.h"

#include <string_view>

// Of Persian dates that name a month of their own calendar: the months' values begin here.
constexpr int solarHijriMonths = 100;

DateWordMeaning dateWordAbroad(std::u16string_view lowerCase);
