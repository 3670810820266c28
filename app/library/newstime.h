#pragma once
// When a story was news, as lists sort it and head their days with: on the reader's own clock.
// Pure but for the system's time zone; any thread.

#include "app/article/printeddate.h"

// Milliseconds from 1970 to what the reader's clock showed, or what the page printed where it named
// no zone or no time: a day is the day that was printed. Without a date, when the file was written
// (nanoseconds since 1970, UTC).
qint64 newsTime(const PrintedDate &date, qint64 fileModified);

// QDate::toJulianDay() of a newsTime().
qint32 newsDay(qint64 newsTime);

// year * 12 + month, of a newsTime().
int newsMonth(qint64 newsTime);
