#pragma once
// A date as a page printed it: the day, the time if there was one, and the zone under the name
// that the page gave it. A QDateTime alone would have to guess what the page did not say.
// A value; any thread.

#include <QDateTime>
#include <QString>
#include <QStringView>

#include <optional>

struct PrintedDate
{
    // The moment, in the zone printed. Without a time it is the day's start; without a zone it is
    // in Qt::UTC and only good for sorting. Invalid when the page does not say.
    QDateTime moment;
    bool hasTime = false;
    bool hasZone = false;
    QString zone;        // the name printed: "GMT", "CET", "+0200"; may be empty
    QString alsoPrinted; // the same moment as the page gave it a second time: "16:33 UK"

    bool isValid() const { return moment.isValid(); }

    // ISO 8601, never saying more than the page did: "2009-03-30", "2009-03-30T15:33:00",
    // "2009-03-30T15:33:00+00:00". Empty when invalid.
    QString toIso() const;

    bool operator==(const PrintedDate &other) const = default;
};

// Reads ISO 8601 (also without seconds, without a colon in the offset, with a blank for the T) and
// RFC 2822 dates, and seconds or milliseconds since 1970. Nothing else in `text` but white space.
// Nothing when it is neither.
std::optional<PrintedDate> dateFromIso(QStringView text);
