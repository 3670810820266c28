#include "ui/related/timedistance.h"

#include <QCoreApplication>

namespace {

constexpr qint64 minute = 60; // seconds
constexpr qint64 hour = 60 * minute;
constexpr qint64 daysOfWeek = 7;
constexpr qint64 daysOfMonth = 30;
constexpr qint64 daysOfYear = 365;
constexpr qint64 longestInHours = 20 * hour;

// A unit of time in words, for one and for more of them.
struct Unit
{
    const char *oneBefore;
    const char *moreBefore;
    const char *oneAfter;
    const char *moreAfter;
};

constexpr Unit minutes{
    QT_TRANSLATE_NOOP("TimeDistance", "a minute before"),
    QT_TRANSLATE_NOOP("TimeDistance", "%n minutes before"),
    QT_TRANSLATE_NOOP("TimeDistance", "a minute after"),
    QT_TRANSLATE_NOOP("TimeDistance", "%n minutes after"),
};
constexpr Unit hours{
    QT_TRANSLATE_NOOP("TimeDistance", "an hour before"),
    QT_TRANSLATE_NOOP("TimeDistance", "%n hours before"),
    QT_TRANSLATE_NOOP("TimeDistance", "an hour after"),
    QT_TRANSLATE_NOOP("TimeDistance", "%n hours after"),
};
constexpr Unit days{
    QT_TRANSLATE_NOOP("TimeDistance", "the day before"),
    QT_TRANSLATE_NOOP("TimeDistance", "%n days before"),
    QT_TRANSLATE_NOOP("TimeDistance", "the day after"),
    QT_TRANSLATE_NOOP("TimeDistance", "%n days after"),
};
constexpr Unit weeks{
    QT_TRANSLATE_NOOP("TimeDistance", "a week before"),
    QT_TRANSLATE_NOOP("TimeDistance", "%n weeks before"),
    QT_TRANSLATE_NOOP("TimeDistance", "a week after"),
    QT_TRANSLATE_NOOP("TimeDistance", "%n weeks after"),
};
constexpr Unit months{
    QT_TRANSLATE_NOOP("TimeDistance", "a month before"),
    QT_TRANSLATE_NOOP("TimeDistance", "%n months before"),
    QT_TRANSLATE_NOOP("TimeDistance", "a month after"),
    QT_TRANSLATE_NOOP("TimeDistance", "%n months after"),
};
constexpr Unit years{
    QT_TRANSLATE_NOOP("TimeDistance", "a year before"),
    QT_TRANSLATE_NOOP("TimeDistance", "%n years before"),
    QT_TRANSLATE_NOOP("TimeDistance", "a year after"),
    QT_TRANSLATE_NOOP("TimeDistance", "%n years after"),
};

// Below 0 is before.
QString worded(const Unit &unit, qint64 number)
{
    const bool isBefore = number < 0;
    const auto count = int(qAbs(number));
    const char *one = isBefore ? unit.oneBefore : unit.oneAfter;
    const char *more = isBefore ? unit.moreBefore : unit.moreAfter;
    return QCoreApplication::translate("TimeDistance", count == 1 ? one : more, nullptr, count);
}

QString hoursApart(qint64 seconds)
{
    const qint64 apart = qAbs(seconds);
    if (apart < minute)
        return QCoreApplication::translate("TimeDistance", "at the same time");
    if (apart < hour)
        return worded(minutes, seconds / minute);
    return worded(hours, (seconds + (seconds < 0 ? -hour : hour) / 2) / hour);
}

QString daysApart(qint64 apart)
{
    if (apart == 0)
        return QCoreApplication::translate("TimeDistance", "the same day");
    if (qAbs(apart) < 2 * daysOfWeek)
        return worded(days, apart);
    if (qAbs(apart) < 2 * daysOfMonth)
        return worded(weeks, apart / daysOfWeek);
    if (qAbs(apart) < 2 * daysOfYear)
        return worded(months, apart / daysOfMonth);
    return worded(years, apart / daysOfYear);
}

} // namespace

QString timeDistance(const PrintedDate &asked, const PrintedDate &other)
{
    if (!asked.isValid() || !other.isValid())
        return {};
    const qint64 apart = asked.moment.date().daysTo(other.moment.date());
    if (asked.hasTime && other.hasTime && qAbs(apart) <= 1) {
        const qint64 seconds = asked.moment.secsTo(other.moment);
        if (qAbs(seconds) < longestInHours)
            return hoursApart(seconds);
    }
    return daysApart(apart);
}
