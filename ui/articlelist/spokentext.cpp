#include "ui/articlelist/spokentext.h"

#include "app/render/datetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QString text(const char *words)
{
    return QCoreApplication::translate("SpokenText", words);
}

} // namespace

QString spokenText(const ArticleSummary &summary, const QLocale &locale)
{
    QStringList parts;
    if (!summary.read)
        parts.append(text("unread"));
    if (summary.starred)
        parts.append(text("starred"));
    parts.append(summary.headline);
    parts.append(summary.source.isEmpty() ? summary.section : summary.source);
    parts.append(shortDateText(summary.date, locale));
    if (!summary.tags.isEmpty())
        parts.append(text("tagged %1").arg(locale.createSeparatedList(summary.tags)));
    if (!summary.places.isEmpty())
        parts.append(text("in %1 places").arg(summary.places.size() + 1));
    if (summary.isAway)
        parts.append(text("away"));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}
