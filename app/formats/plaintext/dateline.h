#pragma once
// Where and when an agency's story was filed, as its first paragraph begins: "LONDON, March 11
// (Reuters) - ", "(CNN) -- ", "WASHINGTON — ". Pure; any thread.

#include "app/article/printeddate.h"

#include <QString>
#include <QStringView>

#include <optional>

struct Dateline
{
    QString place;                   // as printed; may be empty
    QString agency;                  // as printed; may be empty
    std::optional<PrintedDate> date; // only where it says the year
};

std::optional<Dateline> datelineOf(QStringView paragraph);
