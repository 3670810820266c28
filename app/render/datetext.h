#pragma once
// Dates in words, for the page, the paper, the list and the sidebar. Pure; any thread.

#include "app/article/printeddate.h"

#include <QLocale>

// As the page printed it: "30 March 2009, 15:33 GMT (16:33 UK)", "30 March 2009". Empty when
// invalid.
QString dateText(const PrintedDate &date, const QLocale &locale);

// The same moment where the reader is: "Monday 30 March 2009 17:33 CEST". Empty unless the page
// printed both a time and a zone.
QString localTimeText(const PrintedDate &date, const QLocale &locale);

// Short, for a list's row: "30 Mar 2009".
QString shortDateText(const PrintedDate &date, const QLocale &locale);
