#include "app/article/printeddate.h"

#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

QString isoOffset(int seconds)
{
    const int minutes = qAbs(seconds) / 60;
    return u"%1%2:%3"_s.arg(QChar(seconds < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

// Seconds or milliseconds since 1970, as scripts count them; from 2001 on all have ten digits.
std::optional<PrintedDate> dateFromEpoch(QStringView text)
{
    if (text.size() != 10 && text.size() != 13)
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || number < 0)
        return std::nullopt;
    const qint64 milliseconds = text.size() == 13 ? number : number * 1000;
    return PrintedDate{QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC), true, true, {}, {}};
}

} // namespace

QString PrintedDate::toIso() const
{
    if (!isValid())
        return {};
    const QString day = moment.date().toString(u"yyyy-MM-dd"_s);
    if (!hasTime)
        return day;
    const QString withTime = day + u'T' + moment.time().toString(u"HH:mm:ss"_s);
    return hasZone ? withTime + isoOffset(moment.offsetFromUtc()) : withTime;
}

std::optional<PrintedDate> dateFromIso(QStringView text)
{
    if (const std::optional<PrintedDate> date = dateFromEpoch(text.trimmed()))
        return date;
    // https://www.w3.org/TR/NOTE-datetime, and the slips that real pages make in it.
    static const QRegularExpression iso(
        uR"(^\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\s*(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?\s*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = iso.match(text);
    if (!match.hasMatch()) {
        const QString mail = text.trimmed().toString();
        const QDateTime moment = QDateTime::fromString(mail, Qt::RFC2822Date);
        if (!moment.isValid())
            return std::nullopt;
        return PrintedDate{moment.toOffsetFromUtc(moment.offsetFromUtc()), true, true, {}, {}};
    }

    const QDate day(match.capturedView(1).toInt(), match.capturedView(2).toInt(),
                    match.capturedView(3).toInt());
    if (!day.isValid())
        return std::nullopt;
    if (!match.hasCaptured(4))
        return PrintedDate{QDateTime(day, QTime(0, 0), Qt::UTC), false, false, {}, {}};

    const QTime time(match.capturedView(4).toInt(), match.capturedView(5).toInt(),
                     match.capturedView(6).toInt());
    if (!time.isValid())
        return std::nullopt;
    const QString zone = match.captured(7);
    if (zone.isEmpty())
        return PrintedDate{QDateTime(day, time, Qt::UTC), true, false, {}, {}};

    int offset = 0; // seconds
    if (zone.startsWith(u'+') || zone.startsWith(u'-')) {
        const int hours = zone.mid(1, 2).toInt();
        const int minutes = zone.right(zone.size() > 3 ? 2 : 0).toInt();
        if (hours > 14 || minutes > 59)
            return std::nullopt;
        offset = (hours * 60 + minutes) * (zone.startsWith(u'-') ? -60 : 60);
    }
    return PrintedDate{QDateTime(day, time, Qt::OffsetFromUTC, offset), true, true, zone, {}};
}
