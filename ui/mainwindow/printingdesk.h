#pragma once
// Print, Print Preview and Export as PDF for what is on the screen, the article with the reader's
// note or its saved page: brings the print shop when it is first wanted, and says how a job went.
// Owned by the window; GUI thread.

#include "app/article/article.h"
#include "app/base/result.h"
#include "ui/printing/printmatter.h"
#include "ui/printing/printsettings.h"

#include <QObject>

#include <memory>
#include <vector>

class CurrentArticle;
class LibrarySession;
class NotePanel;
class PrintShop;
class ReadingPlugin;
class WindowActions;
class QWidget;

class PrintingDesk final : public QObject
{
    Q_OBJECT

public:
    // Does what the actions' names say with the current article.
    PrintingDesk(LibrarySession &session, const CurrentArticle &current, const NotePanel &note,
                 const WindowActions &actions, const PrintSettings &settings, QWidget *window);
    ~PrintingDesk() override;

    // Whose press lays out what is printed from now on; nothing is printed without one.
    void setPlugin(ReadingPlugin &plugin);

    // In this order, as one job; several are shown before.
    void printArticles(const QList<Article> &articles);

Q_SIGNALS:
    void settingsChanged(const PrintSettings &settings);
    void done(const QString &sentence);
    void failed(const Error &error);

private:
    using Deed = void (PrintShop::*)(const PrintMatter &matter);

    void doWithScreen(Deed deed);
    void doWith(Deed deed, const PrintMatter &matter);
    void printSelection();
    PrintShop *readyShop(); // none when there is nothing to print with

    ReadingPlugin *m_plugin = nullptr;
    LibrarySession &m_session;
    const CurrentArticle &m_current;
    const NotePanel &m_note;
    const WindowActions &m_actions;
    PrintSettings m_settings;
    QWidget *m_window;
    std::unique_ptr<PrintShop> m_shop; // leaves before its press, which is a child
    std::vector<std::unique_ptr<PrintShop>> m_pastShops;
};
