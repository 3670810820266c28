#pragma once
// Print, Print Preview and Export as PDF for the article on the screen: brings the print shop when
// it is first wanted, and says how a job went. Owned by the window; GUI thread.

#include "app/article/article.h"
#include "app/base/result.h"
#include "ui/printing/printsettings.h"

#include <QObject>

#include <memory>

class CurrentArticle;
class PrintShop;
class QWidget;
class ReadingPlugin;
class WindowActions;

class PrintingDesk final : public QObject
{
    Q_OBJECT

public:
    // Does what the actions' names say with the current article.
    PrintingDesk(ReadingPlugin &plugin, const CurrentArticle &current, const WindowActions &actions,
                 const PrintSettings &settings, QWidget *window);
    ~PrintingDesk() override;

    void printArticles(const QList<Article> &articles); // in this order, as one job

Q_SIGNALS:
    void settingsChanged(const PrintSettings &settings);
    void done(const QString &sentence);
    void failed(const Error &error);

private:
    void print();
    void printSelection();
    void preview();
    void exportPdf();
    PrintShop *readyShop(); // none when there is nothing to print with

    ReadingPlugin &m_plugin;
    const CurrentArticle &m_current;
    PrintSettings m_settings;
    QWidget *m_window;
    std::unique_ptr<PrintShop> m_shop; // leaves before its press, which is a child
};
