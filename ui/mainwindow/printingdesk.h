#pragma once
// Print, Print Preview and Export as PDF for the article on the screen: brings the printer when it
// is first wanted, and says how a job went. Owned by the window; GUI thread.

#include "app/base/result.h"

#include <QObject>
#include <QPageLayout>

class ArticlePrinter;
class CurrentArticle;
class QWidget;
class ReadingPlugin;
class WindowActions;

class PrintingDesk final : public QObject
{
    Q_OBJECT

public:
    // Does what the actions' names say with the current article.
    PrintingDesk(ReadingPlugin &plugin, const CurrentArticle &current, const WindowActions &actions,
                 QWidget *window);

Q_SIGNALS:
    void done(const QString &sentence);
    void failed(const Error &error);

private:
    void print();
    void preview();
    void exportPdf();
    ArticlePrinter &printer();

    ReadingPlugin &m_plugin;
    const CurrentArticle &m_current;
    QWidget *m_window;
    ArticlePrinter *m_printer = nullptr; // asking the system for its printers takes a while
    QPageLayout m_paper;
};
