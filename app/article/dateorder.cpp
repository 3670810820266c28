#include "app/article/dateorder.h"

#include "app/article/datewords.h"
#include "app/article/datewordsabroad.h"

#include <QCalendar>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isDayFirst(QStringView language)
{
    const QString tag = language.toString().toLower().replace(u'_', u'-');
    static const QStringList tags{
        u"en-gb"_s, u"en-au"_s, u"en-ie"_s, u"en-in"_s, u"en-nz"_s, u"en-za"_s, u"de"_s, u"fr"_s,
        u"es"_s,    u"it"_s,    u"pt"_s,    u"nl"_s,    u"da"_s,    u"nb"_s,    u"pl"_s, u"ru"_s,
        u"tr"_s,    u"el"_s,    u"cs"_s,    u"ro"_s,    u"vi"_s,    u"id"_s,    u"ms"_s, u"uk"_s,
        u"be"_s,    u"bg"_s,    u"sr"_s,    u"hr"_s,    u"bs"_s,    u"sl"_s,    u"sk"_s, u"mk"_s,
        u"no"_s,    u"nn"_s,    u"fi"_s,    u"is"_s,    u"et"_s,    u"lv"_s,    u"he"_s, u"ar"_s,
        u"hi"_s,    u"bn"_s,    u"th"_s,    u"ca"_s,    u"gl"_s,    u"sq"_s,    u"ka"_s, u"az"_s};
    return std::ranges::any_of(tags, [&](const QString &known) {
        return tag == known || (known.size() == 2 && tag.startsWith(known + u'-'));
    });
}

bool isMonthFirst(QStringView language)
{
    return language.compare(u"en-US", Qt::CaseInsensitive) == 0
        || language.compare(u"en_US", Qt::CaseInsensitive) == 0;
}

} // namespace

QDate dayOf(const NumericDay &numbers, QStringView language, QStringView zone)
{
    const QDate dayFirst(numbers.year, numbers.second, numbers.first);
    const QDate monthFirst(numbers.year, numbers.first, numbers.second);
    if (numbers.isDotted || !monthFirst.isValid() || numbers.first == numbers.second)
        return dayFirst;
    if (!dayFirst.isValid())
        return monthFirst;
    if (isDayFirst(language))
        return dayFirst;
    if (isMonthFirst(language) || isAmericanZone(zone))
        return monthFirst;
    const bool isNamed = !zone.isEmpty() && zone.front().isLetter();
    if (isNamed && zone != u"IST") // a European or Asian zone
        return dayFirst;
    return {};
}

QDate calendarDay(int year, int month, int day, QStringView language)
{
    const bool isPersian = language.startsWith(u"fa") && year >= earliestSolarYear
        && year < earliestSolarYear + 200;
    if (!isPersian && month <= solarHijriMonths)
        return {year, month, day};
    const QCalendar calendar(QCalendar::System::Jalali);
    return calendar.dateFromParts(year, month > solarHijriMonths ? month - solarHijriMonths : month,
                                  day);
}
