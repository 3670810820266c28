#pragma once
// The words of dates in the languages that app/article/datewords.cpp does not list itself: Dutch,
// the Nordic and Slavic ones, Finnish, Hungarian, Romanian, Catalan, Greek, Turkish, Arabic,
// Hebrew, Persian, Hindi, Indonesian, Vietnamese; and the eras of Japan. Pure; any thread.

#include "app/article/datewords.h"

#include <string_view>

// Of Persian dates that name a month of their own calendar: the months' values begin here.
constexpr int solarHijriMonths = 100;

// Only app/article/datewords.cpp asks.
DateWordMeaning dateWordAbroad(std::u16string_view lowerCase);

// 1-10 for the Vietnamese word that names a month behind "tháng" or a weekday behind "thứ",
// whatever its case; else 0. Anywhere else those words mean something else, in other languages too.
int vietnameseNumeral(QStringView word);
