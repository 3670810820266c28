#include "ui/printing/portalprinting.h"

#include "ui/portals/portal.h"
#include "ui/printing/articleprinter.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QPageSize>
#include <QTemporaryFile>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// How the portal names the sheets that Broadsheet offers (PWG 5101.1, without the measures).
QString sheetName(const QPageSize &size)
{
    switch (size.id()) {
    case QPageSize::Letter:
        return u"na_letter"_s;
    case QPageSize::Legal:
        return u"na_legal"_s;
    case QPageSize::A3:
    case QPageSize::A4:
    case QPageSize::A5:
        return u"iso_"_s + size.key().toLower();
    default:
        return u"custom_"_s + size.key().toLower();
    }
}

Error refused(const QString &detail)
{
    return {Error::Kind::Failed, QString(), detail};
}

// Takes the pages to the printer that the reader chose, without asking again.
PrintErrand::Carrier carrierOf(const QDBusConnection &bus, const QString &title, uint token,
                               const QString &parent)
{
    return [=](const QByteArray &pdf, QObject *context,
               const std::function<void(const Outcome &)> &then) {
        auto *file = new QTemporaryFile(context); // read by others until they have answered
        if (!file->open() || file->write(pdf) != pdf.size() || !file->seek(0)) {
            const Error problem = refused(file->errorString());
            QMetaObject::invokeMethod(
                context, [then, problem] { then(problem); }, Qt::QueuedConnection);
            return;
        }
        const QDBusUnixFileDescriptor descriptor(file->handle());
        const PortalQuestion print{u"Print"_s,
                                   u"Print"_s,
                                   {parent, title, QVariant::fromValue(descriptor)},
                                   {{u"token"_s, token}}};
        askPortal(bus, print, context, [then](const PortalAnswer &answer) {
            if (answer.kind == PortalAnswer::Kind::Done)
                then({});
            else if (answer.kind == PortalAnswer::Kind::Cancelled)
                then(Error{Error::Kind::Cancelled, QString(), QString()});
            else
                then(refused(u"the desktop did not take the pages"_s));
        });
    };
}

PrintErrand errandOf(const PortalAnswer &answer, const QPageLayout &paper)
{
    const auto settings = qdbus_cast<QVariantMap>(answer.results.value(u"settings"_s));
    const auto pageSetup = qdbus_cast<QVariantMap>(answer.results.value(u"page-setup"_s));
    PrintErrand errand;
    errand.paper = layoutOf(pageSetup, paper);
    errand.pages = pagesOf(settings);
    errand.printerName = settings.value(u"printer"_s).toString();
    return errand;
}

} // namespace

void askPortalAndPrint(ArticlePrinter &printer, const PrintMatter &matter, const QPageLayout &paper,
                       const QString &title, const QDBusConnection &bus, QWidget *parent,
                       const std::function<void()> &otherwise)
{
    const QString window = portalParent(parent);
    // Only PDF is ours to give, should the pages go into a file.
    const QVariantMap options{{u"supported_output_file_formats"_s, QStringList{u"pdf"_s}}};
    const PortalQuestion prepare{
        u"Print"_s, u"PreparePrint"_s, {window, title, QVariantMap(), pageSetupOf(paper)}, options};
    askPortal(bus, prepare, parent,
              [&printer, matter, paper, title, bus, window, otherwise](const PortalAnswer &answer) {
                  if (answer.kind == PortalAnswer::Kind::Absent)
                      return otherwise();
                  if (answer.kind != PortalAnswer::Kind::Done)
                      return; // the reader closed the dialog
                  PrintErrand errand = errandOf(answer, paper);
                  errand.carry = carrierOf(bus, title, answer.results.value(u"token"_s).toUInt(),
                                           window);
                  printer.print(matter, errand);
              });
}

QVariantMap pageSetupOf(const QPageLayout &paper)
{
    const QSizeF sheet = paper.pageSize().size(QPageSize::Millimeter);
    const QMarginsF margins = paper.margins(QPageLayout::Millimeter);
    return {
        {u"Name"_s, sheetName(paper.pageSize())},
        {u"DisplayName"_s, paper.pageSize().name()},
        {u"Width"_s, sheet.width()},
        {u"Height"_s, sheet.height()},
        {u"MarginTop"_s, margins.top()},
        {u"MarginBottom"_s, margins.bottom()},
        {u"MarginLeft"_s, margins.left()},
        {u"MarginRight"_s, margins.right()},
        {u"Orientation"_s,
         paper.orientation() == QPageLayout::Landscape ? u"landscape"_s : u"portrait"_s},
    };
}

QPageLayout layoutOf(const QVariantMap &pageSetup, const QPageLayout &paper)
{
    constexpr qreal leastSide = 50; // mm: less is no sheet
    QPageLayout layout = paper;
    const QSizeF sheet(pageSetup.value(u"Width"_s).toDouble(),
                       pageSetup.value(u"Height"_s).toDouble());
    if (std::min(sheet.width(), sheet.height()) >= leastSide)
        layout.setPageSize(
            QPageSize(sheet, QPageSize::Millimeter, QString(), QPageSize::FuzzyMatch),
            layout.minimumMargins());
    const QString orientation = pageSetup.value(u"Orientation"_s).toString();
    if (!orientation.isEmpty())
        layout.setOrientation(orientation.contains("landscape"_L1) ? QPageLayout::Landscape
                                                                   : QPageLayout::Portrait);
    layout.setMargins(paper.margins());
    return layout;
}

// "0-2,4", counted from 0.
QPageRanges pagesOf(const QVariantMap &printSettings)
{
    QPageRanges pages;
    if (printSettings.value(u"print-pages"_s).toString() != u"ranges"_s)
        return pages;
    const QString ranges = printSettings.value(u"page-ranges"_s).toString();
    for (const QString &range : ranges.split(u',', Qt::SkipEmptyParts)) {
        const int first = range.section(u'-', 0, 0).toInt() + 1;
        const int last = range.section(u'-', -1).toInt() + 1;
        if (first > 0 && first <= last)
            pages.addRange(first, last);
    }
    return pages;
}
