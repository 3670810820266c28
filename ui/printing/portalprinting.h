#pragma once
// Printing from a sandbox, where no queue can be reached: the desktop's print portal asks how,
// Broadsheet sets the articles on that paper, and the portal takes the pages to the printer.
// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Print.html
// GUI thread.

#include "ui/printing/printmatter.h"

#include <QPageLayout>
#include <QPageRanges>
#include <QVariantMap>

#include <functional>

class ArticlePrinter;
class QDBusConnection;
class QWidget;

// The answer of the dialog goes to `printer`, which must outlive `parent` and tells how it went.
// Where there is no portal, `otherwise` is called instead.
void askPortalAndPrint(ArticlePrinter &printer, const PrintMatter &matter, const QPageLayout &paper,
                       const QString &title, const QDBusConnection &bus, QWidget *parent,
                       const std::function<void()> &otherwise);

// The portal's page setup, in millimetres; sizes are those of the sheet held upright.
QVariantMap pageSetupOf(const QPageLayout &paper);

// `paper` with the sheet that was chosen. The margins stay: the portal's are those that the printer
// cannot print on.
QPageLayout layoutOf(const QVariantMap &pageSetup, const QPageLayout &paper);

// Empty for all pages.
QPageRanges pagesOf(const QVariantMap &printSettings);
