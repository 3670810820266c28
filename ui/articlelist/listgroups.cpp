#include "ui/articlelist/listgroups.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint32 noDay = 0; // and below: nobody knows when it was news

QString text(const char *words)
{
    return QCoreApplication::translate("ListGroups", words);
}

// "mai 2009" stands alone here, as "Mai 2009".
QString capitalised(const QString &name, const QLocale &locale)
{
    return locale.toUpper(name.left(1)) + name.mid(1);
}

// The days of one header, both included, and what it says.
struct Span
{
    qint64 first = 0;
    qint64 last = 0;
    QString title;
};

Span spanOf(qint32 day, const QDate &today, const QLocale &locale)
{
    if (day <= noDay)
        return {std::numeric_limits<qint32>::min(), noDay, text("No Date")};
    const qint64 ago = today.toJulianDay() - day;
    const QDate date = QDate::fromJulianDay(day);
    if (ago == 0)
        return {day, day, text("Today")};
    if (ago == 1)
        return {day, day, text("Yesterday")};
    if (ago > 1 && ago < 7)
        return {day, day, capitalised(locale.standaloneDayName(date.dayOfWeek()), locale)};
    const QDate first(date.year(), date.month(), 1);
    Span span{first.toJulianDay(), first.addMonths(1).toJulianDay() - 1,
              capitalised(locale.toString(date, u"MMMM yyyy"_s), locale)};
    // The days that have a header of their own part the month they are in.
    if (ago >= 7)
        span.last = std::min(span.last, today.toJulianDay() - 7);
    else
        span.first = std::max(span.first, today.toJulianDay() + 1);
    return span;
}

QString titleOf(const OrderGroup &group, SortBy sortBy)
{
    if (!group.name.isEmpty())
        return group.name;
    return sortBy == SortBy::Publisher ? text("No Publisher") : text("No Headline");
}

} // namespace

QList<ListGroup> dayGroups(const QList<qint32> &days, const QDate &today, const QLocale &locale)
{
    QList<ListGroup> groups;
    if (days.isEmpty())
        return groups;
    const bool newestFirst = days.first() >= days.last();
    for (auto row = days.cbegin(); row != days.cend();) {
        const Span span = spanOf(*row, today, locale);
        groups.append({int(row - days.cbegin()), span.title});
        // The row itself is always passed, whatever days a strange order holds.
        row = std::partition_point(row + 1, days.cend(), [&](qint32 day) {
            return newestFirst ? day >= span.first : day <= span.last;
        });
    }
    return groups;
}

QList<ListGroup> groupsOf(const ArticleOrder &order, const ListRequest &request, const QDate &today,
                          const QLocale &locale)
{
    const bool isByDate = request.sortBy == SortBy::Date
        || (request.sortBy == SortBy::Relevance && !request.query.asksForWords());
    if (isByDate)
        return dayGroups(order.days, today, locale);
    QList<ListGroup> groups;
    for (const OrderGroup &group : order.groups) {
        if (group.firstRow < order.ids.size())
            groups.append({int(group.firstRow), titleOf(group, request.sortBy)});
    }
    return groups;
}
