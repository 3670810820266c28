#pragma once
// On which day a story appeared, where it appeared. Pages give the moment in UTC as often as not,
// and a paper's evening is the next day there. Pure; any thread.

#include "app/article/printeddate.h"

#include <QUrl>

// The day in an address's path: "/2019/01/31/", "/2019-01-31-", "/31-01-2019", whose order the
// page's language (BCP 47) tells; invalid when there is none.
QDate dayInAddress(const QUrl &address, const QString &language);

// `published` as the page's data give it, made to agree with the date line that it prints (which
// may be invalid) and with the day in its address: in the zone of the date line, or as that day
// alone, or, where the address names a day before, as that day: it was first published then.
PrintedDate settled(const PrintedDate &published, const PrintedDate &printed, const QDate &address);
