#include "app/library/newstime.h"

namespace {

constexpr qint64 dayLength = 24 * 60 * 60 * 1000;
constexpr qint64 firstDay = 2440588; // 1 January 1970

qint64 clockTime(const QDateTime &shown)
{
    return (shown.date().toJulianDay() - firstDay) * dayLength
        + shown.time().msecsSinceStartOfDay();
}

} // namespace

qint64 newsTime(const PrintedDate &date, qint64 fileModified)
{
    if (!date.isValid())
        return clockTime(QDateTime::fromMSecsSinceEpoch(fileModified / 1'000'000));
    return clockTime(date.hasTime && date.hasZone ? date.moment.toLocalTime() : date.moment);
}

qint32 newsDay(qint64 newsTime)
{
    const qint64 day = newsTime >= 0 ? newsTime / dayLength
                                     : -((dayLength - 1 - newsTime) / dayLength);
    return qint32(firstDay + day);
}

int newsMonth(qint64 newsTime)
{
    const QDate day = QDate::fromJulianDay(newsDay(newsTime));
    return day.year() * 12 + day.month();
}
