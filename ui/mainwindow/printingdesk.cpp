#include "ui/mainwindow/printingdesk.h"

#include "app/render/excerpt.h"
#include "ui/mainwindow/currentarticle.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/printing/printingplugin.h"
#include "ui/printing/printshop.h"
#include "ui/reading/readingpane.h"
#include "ui/reading/readingplugin.h"
#include "ui/support/paperpress.h"

#include <QFileInfo>
#include <QWidget>

PrintingDesk::PrintingDesk(ReadingPlugin &plugin, const CurrentArticle &current,
                           const WindowActions &actions, const PrintSettings &settings,
                           QWidget *window)
    : QObject(window), m_plugin(plugin), m_current(current), m_settings(settings), m_window(window)
{
    connect(actions.print, &QAction::triggered, this, &PrintingDesk::print);
    connect(actions.printSelection, &QAction::triggered, this, &PrintingDesk::printSelection);
    connect(actions.printPreview, &QAction::triggered, this, &PrintingDesk::preview);
    connect(actions.exportPdf, &QAction::triggered, this, &PrintingDesk::exportPdf);
}

PrintingDesk::~PrintingDesk() = default;

PrintShop *PrintingDesk::readyShop()
{
    if (m_shop)
        return m_shop.get();
    const auto plugin = loadPrintingPlugin();
    if (!plugin.has_value()) {
        Q_EMIT failed(plugin.error());
        return nullptr;
    }
    m_shop = plugin.value()->createPrintShop(*m_plugin.createPaperPress(this), m_window);
    m_shop->setSettings(m_settings);
    connect(m_shop.get(), &PrintShop::settingsChanged, this, &PrintingDesk::settingsChanged);
    connect(m_shop.get(), &PrintShop::printed, this,
            [this](const QString &name) { Q_EMIT done(tr("Sent to “%1”").arg(name)); });
    connect(m_shop.get(), &PrintShop::exported, this, [this](const QString &file) {
        Q_EMIT done(tr("Saved as “%1”").arg(QFileInfo(file).fileName()));
    });
    connect(m_shop.get(), &PrintShop::failed, this, &PrintingDesk::failed);
    return m_shop.get();
}

void PrintingDesk::printArticles(const QList<Article> &articles)
{
    if (PrintShop *shop = articles.isEmpty() ? nullptr : readyShop())
        shop->print(articles);
}

void PrintingDesk::print()
{
    if (PrintShop *shop = m_current.onScreen() ? readyShop() : nullptr)
        shop->print({*m_current.onScreen()});
}

// Of the saved page too, where that is on the screen.
void PrintingDesk::printSelection()
{
    if (!m_current.onScreen() || !m_current.pane())
        return;
    m_current.pane()->askSelection([this, article = *m_current.onScreen()](const QString &html) {
        if (PrintShop *shop = readyShop())
            shop->print({excerptOf(article, html)});
    });
}

void PrintingDesk::preview()
{
    if (PrintShop *shop = m_current.onScreen() ? readyShop() : nullptr)
        shop->preview({*m_current.onScreen()});
}

void PrintingDesk::exportPdf()
{
    if (PrintShop *shop = m_current.onScreen() ? readyShop() : nullptr)
        shop->exportPdf({*m_current.onScreen()});
}
