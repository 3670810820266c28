#include "app/render/datetext.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

// What machines write for machines ("Z", "+00:00", "+03:00") in a form that people know; a zone
// that the page names stays as it is.
QString zoneText(const QString &zone)
{
    if (zone == u'Z' || zone == u"+00:00" || zone == u"+0000")
        return u"UTC"_s;
    return zone.startsWith(u'+') || zone.startsWith(u'-') ? u"UTC"_s + zone : zone;
}

} // namespace

QString dateText(const PrintedDate &date, const QLocale &locale)
{
    if (!date.isValid())
        return {};
    QString text = locale.toString(date.moment.date(), u"d MMMM yyyy"_s);
    if (!date.hasTime)
        return text;
    text += u", "_s + date.moment.time().toString(u"HH:mm"_s);
    if (!date.zone.isEmpty())
        text += u' ' + zoneText(date.zone);
    if (!date.alsoPrinted.isEmpty())
        text += u" (%1)"_s.arg(date.alsoPrinted);
    return text;
}

QString localTimeText(const PrintedDate &date, const QLocale &locale)
{
    if (!date.isValid() || !date.hasTime || !date.hasZone)
        return {};
    const QDateTime local = date.moment.toLocalTime();
    return locale.toString(local, u"dddd d MMMM yyyy, HH:mm "_s) + local.timeZoneAbbreviation();
}

QString shortDateText(const PrintedDate &date, const QLocale &locale)
{
    return date.isValid() ? locale.toString(date.moment.date(), u"d MMM yyyy"_s) : QString();
}
