#include "app/search/querydates.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

QueryDays days(const QDate &first, const QDate &last)
{
    return {first, last, false};
}

std::optional<QueryDays> daysNamed(const QString &text, const QDate &today)
{
    if (text.compare(u"today", Qt::CaseInsensitive) == 0)
        return QueryDays{today, today, true};
    if (text.compare(u"yesterday", Qt::CaseInsensitive) == 0)
        return QueryDays{today.addDays(-1), today.addDays(-1), true};

    static const QRegularExpression pattern(
        u"^([0-9]{4})(?:[-/](?:([0-9]{1,2})(?:[-/](?:([0-9]{1,2}))?)?)?)?$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch() || match.capturedView(1) == u"0000")
        return std::nullopt;
    const int year = match.capturedView(1).toInt();
    const QStringView month = match.capturedView(2);
    if (month.isEmpty() || month == u"0")
        return days(QDate(year, 1, 1), QDate(year, 12, 31));
    const QDate first(year, month.toInt(), 1);
    const QStringView day = match.capturedView(3);
    if (!first.isValid())
        return std::nullopt;
    if (day.isEmpty() || day == u"0")
        return days(first, first.addMonths(1).addDays(-1));
    const QDate date(year, month.toInt(), day.toInt());
    return date.isValid() ? std::optional(days(date, date)) : std::nullopt;
}

enum class Grain { Day, Month, Year };

Grain grainOfFirst(const QDate &date)
{
    return date.day() != 1 ? Grain::Day : date.month() != 1 ? Grain::Month : Grain::Year;
}

Grain grainOfLast(const QDate &date)
{
    return grainOfFirst(date.addDays(1));
}

QString writtenDay(const QDate &date, Grain grain)
{
    switch (grain) {
    case Grain::Day:
        return date.toString(u"yyyy-MM-dd"_s);
    case Grain::Month:
        return date.toString(u"yyyy-MM"_s);
    case Grain::Year:
        return date.toString(u"yyyy"_s);
    }
    return {};
}

} // namespace

std::optional<QueryDays> queryDays(const QString &text, const QDate &today)
{
    const qsizetype dots = text.indexOf(u".."_s);
    if (dots < 0)
        return daysNamed(text.endsWith(u'.') ? text.chopped(1) : text, today);

    // An end that is cut short is still being typed; one that makes no sense is not a date.
    static const QRegularExpression unfinished(u"^[0-9]{0,3}$"_s);
    const QString ends[] = {text.left(dots), text.mid(dots + 2)};
    std::optional<QueryDays> range[2];
    for (int i = 0; i < 2; ++i) {
        range[i] = daysNamed(ends[i], today);
        if (!range[i] && !unfinished.match(ends[i]).hasMatch())
            return std::nullopt;
    }
    if (!range[0] && !range[1])
        return std::nullopt;
    if (range[0] && range[1] && range[1]->last < range[0]->first)
        std::swap(range[0], range[1]);

    QueryDays result;
    for (const auto &end : range)
        result.isRelative = result.isRelative || (end && end->isRelative);
    result.first = range[0] ? range[0]->first : QDate();
    result.last = range[1] ? range[1]->last : QDate();
    return result;
}

QString writtenDays(const QDate &first, const QDate &last)
{
    Grain grain = Grain::Year;
    if (first.isValid())
        grain = qMin(grain, grainOfFirst(first));
    if (last.isValid())
        grain = qMin(grain, grainOfLast(last));
    const QString begin = first.isValid() ? writtenDay(first, grain) : QString();
    const QString end = last.isValid() ? writtenDay(last, grain) : QString();
    return !begin.isEmpty() && begin == end ? begin : begin + u".."_s + end;
}
