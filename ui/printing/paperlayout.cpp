#include "ui/printing/paperlayout.h"

#include <QLocale>
#include <QPageSize>
#include <QPrinterInfo>

namespace {

// Letter where the paper is Letter, A4 in the rest of the world.
// https://unicode.org/reports/tr35/tr35-general.html#Measurement_System_Data, paperSize="US-Letter"
QPageSize::PageSizeId paperOfCountry(QLocale::Territory country)
{
    switch (country) {
    case QLocale::UnitedStates:
    case QLocale::Canada:
    case QLocale::Mexico:
    case QLocale::Belize:
    case QLocale::Chile:
    case QLocale::Colombia:
    case QLocale::CostaRica:
    case QLocale::ElSalvador:
    case QLocale::Guatemala:
    case QLocale::Nicaragua:
    case QLocale::Panama:
    case QLocale::Philippines:
    case QLocale::PuertoRico:
    case QLocale::Venezuela:
        return QPageSize::Letter;
    default:
        return QPageSize::A4;
    }
}

} // namespace

QPageLayout usualLayout()
{
    QPageSize size = QPrinterInfo::defaultPrinter().defaultPageSize();
    if (!size.isValid())
        size = QPageSize(paperOfCountry(QLocale::system().territory()));
    return QPageLayout(size, QPageLayout::Portrait,
                       QMarginsF(usualMargin, usualMargin, usualMargin, usualMargin),
                       QPageLayout::Millimeter);
}

QPageLayout layoutOf(const PrintSettings &settings)
{
    QPageLayout layout = usualLayout();
    for (int id = 0; id <= QPageSize::LastPageSize && !settings.paper.isEmpty(); ++id) {
        const QPageSize size{QPageSize::PageSizeId(id)};
        if (size.key() == settings.paper)
            layout.setPageSize(size);
    }
    layout.setOrientation(settings.isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    const qreal margin = settings.margin;
    layout.setMargins(QMarginsF(margin, margin, margin, margin));
    return layout;
}

QPageLayout textLayout(const QPageLayout &paper)
{
    QPageLayout text = paper;
    text.setMode(QPageLayout::StandardMode);
    text.setUnits(QPageLayout::Millimeter);
    const QMarginsF margins = text.margins();
    text.setMargins(margins + QMarginsF(0, runningLineRoom, 0, runningLineRoom));
    return text;
}
