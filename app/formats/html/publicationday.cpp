#include "app/formats/html/publicationday.h"

#include "app/article/dateorder.h"
#include "app/article/datewords.h"
#include "app/formats/html/expression.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 quarter = 15 * 60;       // seconds: all zones are so many of them from UTC
constexpr qint64 farthest = 14 * 60 * 60; // seconds from UTC
constexpr qint64 longestDelay = 30;       // days from a draft, whose address stays, to the story
constexpr qint64 inaccuracy = 2 * 60;     // seconds: a date line has no seconds, and rounds

PrintedDate dayOnly(const QDate &day)
{
    PrintedDate date;
    date.moment = QDateTime(day, QTime(0, 0), Qt::UTC);
    return date;
}

// "/2019/jan/31/"
QDate dayWithMonthNamed(const QString &path)
{
    static const Expression day(u"/((?:19|20)\\d\\d)/(\\p{L}{3,9})/(\\d\\d?)(?:/|$)"_s);
    const auto match = day.firstIn(path);
    const DateWordMeaning month = dateWordMeaning(match.text(2));
    return match.isFound() && month.word == DateWord::Month
        ? QDate(match.text(1).toInt(), month.value, match.text(3).toInt())
        : QDate();
}

} // namespace

QDate dayInAddress(const QUrl &address, const QString &language)
{
    if (const QDate named = dayWithMonthNamed(address.path()); named.isValid())
        return named;
    static const Expression day(
        u"/((?:19|20)\\d\\d)(?:/(\\d\\d?)/(\\d\\d?)/|[/-]?(\\d\\d)[/-]?(\\d\\d)(?:/|-|_))"_s);
    static const Expression yearLast(
        u"[/-](\\d\\d)[-.](\\d\\d)[-.]((?:19|20)\\d\\d)(?:[/_.-]|$)"_s);
    const QString path = address.path();
    const auto match = day.firstIn(path);
    const auto number = [&](int a, int b) { return (match.text(a) + match.text(b)).toInt(); };
    if (match.isFound())
        return {match.text(1).toInt(), number(2, 4), number(3, 5)};
    const auto turned = yearLast.firstIn(path);
    if (!turned.isFound())
        return {};
    return dayOf({turned.text(1).toInt(), turned.text(2).toInt(), turned.text(3).toInt(), false},
                 language, {});
}

PrintedDate settled(const PrintedDate &published, const PrintedDate &printed, const QDate &address)
{
    const QDate given = published.moment.date();
    const bool isUtc = published.hasZone && published.hasTime
        && published.moment.offsetFromUtc() == 0;
    if (isUtc && printed.isValid() && printed.hasTime && !printed.hasZone) {
        const QDateTime clock(published.moment.date(), published.moment.time(), Qt::UTC);
        const qint64 ahead = clock.secsTo(printed.moment);
        const qint64 offset = (ahead + (ahead < 0 ? -quarter : quarter) / 2) / quarter * quarter;
        if (std::llabs(offset) <= farthest && std::llabs(ahead - offset) <= inaccuracy) {
            PrintedDate local = published;
            local.moment = published.moment.toOffsetFromUtc(int(offset));
            return local;
        }
    }
    const QDate day = address.isValid() ? address : printed.moment.date();
    if (!day.isValid() || !published.hasTime)
        return published;
    const qint64 apart = std::llabs(given.daysTo(day));
    const bool isNextDoor = isUtc && apart == 1;
    const bool isEarlier = address.isValid() && address < given && apart > longestDelay;
    return isNextDoor || isEarlier ? dayOnly(day) : published;
}
