#include "ui/mainwindow/printingdesk.h"

#include "app/render/excerpt.h"
#include "app/session/librarysession.h"
#include "ui/mainwindow/currentarticle.h"
#include "ui/mainwindow/notepanel.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/printing/printingplugin.h"
#include "ui/printing/printshop.h"
#include "ui/reading/readingpane.h"
#include "ui/reading/readingplugin.h"
#include "ui/support/paperpress.h"
#include "ui/support/whendone.h"

#include <QFileInfo>
#include <QWidget>

PrintingDesk::PrintingDesk(LibrarySession &session, const CurrentArticle &current,
                           const NotePanel &note, const WindowActions &actions,
                           const PrintSettings &settings, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_current(current)
    , m_note(note)
    , m_actions(actions)
    , m_settings(settings)
    , m_window(window)
{
    connect(actions.print, &QAction::triggered, this, [this] { doWithScreen(&PrintShop::print); });
    connect(actions.printSelection, &QAction::triggered, this, &PrintingDesk::printSelection);
    connect(actions.printPreview, &QAction::triggered, this,
            [this] { doWithScreen(&PrintShop::preview); });
    connect(actions.exportPdf, &QAction::triggered, this,
            [this] { doWithScreen(&PrintShop::exportPdf); });
}

PrintingDesk::~PrintingDesk() = default;

// A preview that is open stays with the press that it has.
void PrintingDesk::setPlugin(ReadingPlugin &plugin)
{
    m_plugin = &plugin;
    if (m_shop)
        m_pastShops.push_back(std::move(m_shop));
}

PrintShop *PrintingDesk::readyShop()
{
    if (m_shop || !m_plugin)
        return m_shop.get();
    const auto plugin = loadPrintingPlugin();
    if (!plugin.has_value()) {
        Q_EMIT failed(plugin.error());
        return nullptr;
    }
    m_shop = plugin.value()->createPrintShop(*m_plugin->createPaperPress(this), m_window);
    m_shop->setSettings(m_settings);
    connect(m_shop.get(), &PrintShop::settingsChanged, this, &PrintingDesk::settingsChanged);
    connect(m_shop.get(), &PrintShop::printed, this, [this](const QString &name, bool isStopped) {
        Q_EMIT done(isStopped ? tr("“%1” is stopped: what was sent to it waits there").arg(name)
                        : name.isEmpty() ? tr("Sent to the printer")
                                         : tr("Sent to “%1”").arg(name));
    });
    connect(m_shop.get(), &PrintShop::exported, this, [this](const QString &file) {
        Q_EMIT done(tr("Saved as “%1”").arg(QFileInfo(file).fileName()));
    });
    connect(m_shop.get(), &PrintShop::failed, this, &PrintingDesk::failed);
    return m_shop.get();
}

// Several are shown first: how they follow one another is chosen beside their pages.
void PrintingDesk::printArticles(const QList<Article> &articles)
{
    QList<ArticleId> ids;
    for (const Article &article : articles)
        ids += article.id;
    whenDone(m_session.notes(ids), this, [this, articles](const QStringList &notes) {
        PrintMatter matter(articles);
        matter.notes = notes;
        doWith(articles.size() > 1 ? &PrintShop::preview : &PrintShop::print, matter);
    });
}

// The note as it stands in its panel: it may not be kept yet.
void PrintingDesk::doWithScreen(Deed deed)
{
    const Article *article = m_current.onScreen();
    if (!article)
        return;
    PrintMatter matter{*article};
    if (article == m_current.article())
        matter.notes = {m_note.text()};
    if (!m_actions.originalPage->isChecked())
        return doWith(deed, matter);
    whenDone(m_session.readOriginal(article->path), this,
             [this, deed, matter](const Result<OriginalPage> &page) {
                 if (!page.has_value()) {
                     Q_EMIT failed(page.error());
                     return;
                 }
                 PrintMatter original = matter;
                 original.original = page.value();
                 doWith(deed, original);
             });
}

void PrintingDesk::doWith(Deed deed, const PrintMatter &matter)
{
    if (PrintShop *shop = matter.articles.isEmpty() ? nullptr : readyShop())
        (shop->*deed)(matter);
}

// Of the saved page too, where that is on the screen.
void PrintingDesk::printSelection()
{
    if (!m_current.onScreen() || !m_current.pane())
        return;
    m_current.pane()->askSelection([this, article = *m_current.onScreen()](const QString &html) {
        doWith(&PrintShop::print, {excerptOf(article, html)});
    });
}
