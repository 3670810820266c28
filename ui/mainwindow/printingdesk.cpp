#include "ui/mainwindow/printingdesk.h"

#include "ui/mainwindow/currentarticle.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/printing/articleprinter.h"
#include "ui/printing/paperlayout.h"
#include "ui/printing/printpreview.h"
#include "ui/printing/printquestions.h"
#include "ui/reading/readingplugin.h"
#include "ui/support/paperpress.h"

#include <QFileInfo>
#include <QWidget>

PrintingDesk::PrintingDesk(ReadingPlugin &plugin, const CurrentArticle &current,
                           const WindowActions &actions, QWidget *window)
    : QObject(window), m_plugin(plugin), m_current(current), m_window(window)
{
    connect(actions.print, &QAction::triggered, this, &PrintingDesk::print);
    connect(actions.printPreview, &QAction::triggered, this, &PrintingDesk::preview);
    connect(actions.exportPdf, &QAction::triggered, this, &PrintingDesk::exportPdf);
}

ArticlePrinter &PrintingDesk::printer()
{
    if (m_printer)
        return *m_printer;
    m_paper = usualLayout();
    m_printer = new ArticlePrinter(*m_plugin.createPaperPress(this), this);
    connect(m_printer, &ArticlePrinter::printed, this,
            [this](PrintJobId, const QString &name) { Q_EMIT done(tr("Sent to “%1”").arg(name)); });
    connect(m_printer, &ArticlePrinter::exported, this, [this](PrintJobId, const QString &file) {
        Q_EMIT done(tr("Saved as “%1”").arg(QFileInfo(file).fileName()));
    });
    connect(m_printer, &ArticlePrinter::failed, this, [this](PrintJobId, const Error &error) {
        if (error.kind != Error::Kind::Cancelled) // the reader knows
            Q_EMIT failed(error);
    });
    return *m_printer;
}

void PrintingDesk::print()
{
    const Article *article = m_current.article();
    if (!article)
        return;
    ArticlePrinter &prepared = printer();
    askAndPrint(prepared, {*article}, m_paper, m_window);
}

void PrintingDesk::preview()
{
    const Article *article = m_current.article();
    if (!article)
        return;
    ArticlePrinter &prepared = printer();
    auto *preview = new PrintPreview(prepared, {*article}, m_paper, m_window);
    connect(preview, &PrintPreview::paperChanged, this,
            [this](const QPageLayout &paper) { m_paper = paper; });
    preview->open();
}

void PrintingDesk::exportPdf()
{
    const Article *article = m_current.article();
    if (!article)
        return;
    ArticlePrinter &prepared = printer();
    askAndExport(prepared, {*article}, m_paper, m_window);
}
