#pragma once
// The words that dates are printed with in English, German, French, Spanish, Italian and
// Portuguese, and the marks of Chinese, Japanese and Korean ones: months, weekdays, labels, zones.
// Asked by app/article/datephrase.cpp, and by who must tell a name from a date. Pure; any thread.

#include <QDateTime>
#include <QStringView>

#include <optional>

enum class DateWord : quint8 {
    Unknown,
    Month,     // value: 1-12
    Weekday,   // says nothing that the day does not
    Published, // a label: "Published", "Posted on", "Veröffentlicht am"
    Modified,  // a label: "Last updated", "Stand", "Mis à jour"
    Filler,    // "at", "on", "de", "um"
    Hours,     // follows a time or parts its hour from its minutes: "Uhr", "h", "hrs"
    Morning,   // "am" after a time
    Afternoon, // "pm"
    Zone,
    Local, // where the second time of a page holds: "UK", "local"
    Ordinal,
    Era,            // 令和: a number of years follows; value: the year before its first
    EraYear,        // 令和元年; value: the year
    MonthFollows,   // "tháng": the month comes next, as a number or by its name
    WeekdayFollows, // "thứ": the same of the weekday
    YearMark,       // 年: what Chinese, Japanese and Korean put after each number of a date
    MonthMark,
    DayMark,
    MinuteMark,
    BeforeNoon, // 午前: before a time
    AfterNoon,
};

struct DateWordMeaning
{
    DateWord word = DateWord::Unknown;
    int value = 0;
};

// What `word` means in a date, in any of the languages, whatever its case.
DateWordMeaning dateWordMeaning(QStringView word);

// Seconds east of UTC that the zone printed as `name` stood at `local`, the wall clock there.
// Nothing where the name is used for several zones ("IST") or unknown.
std::optional<int> zoneOffset(QStringView name, const QDateTime &local);

// Whether the zone is one of the United States', whose pages print the month first.
bool isAmericanZone(QStringView name);
