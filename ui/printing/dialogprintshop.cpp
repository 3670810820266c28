#include "ui/printing/dialogprintshop.h"

#include "ui/printing/paperlayout.h"
#include "ui/printing/printpreview.h"
#include "ui/printing/printquestions.h"

#include <QWidget>

DialogPrintShop::DialogPrintShop(PaperPress &press, QWidget *window)
    : m_printer(new ArticlePrinter(press, this)), m_window(window)
{
    connect(m_printer, &ArticlePrinter::printed, this,
            [this](PrintJobId, const QString &name, bool isStopped) {
                Q_EMIT printed(name, isStopped);
            });
    connect(m_printer, &ArticlePrinter::exported, this,
            [this](PrintJobId, const QString &file) { Q_EMIT exported(file); });
    connect(m_printer, &ArticlePrinter::failed, this, [this](PrintJobId, const Error &error) {
        if (error.kind != Error::Kind::Cancelled) // the reader knows
            Q_EMIT failed(error);
    });
}

void DialogPrintShop::setSettings(const PrintSettings &settings)
{
    m_printer->setSettings(settings);
}

void DialogPrintShop::print(const PrintMatter &matter)
{
    askAndPrint(*m_printer, matter, layoutOf(m_printer->settings()), m_window);
}

void DialogPrintShop::preview(const PrintMatter &matter)
{
    auto *preview = new PrintPreview(*m_printer, matter, m_window);
    connect(preview, &PrintPreview::settingsChanged, this, &PrintShop::settingsChanged);
    preview->open();
}

void DialogPrintShop::exportPdf(const PrintMatter &matter)
{
    askAndExport(*m_printer, matter, layoutOf(m_printer->settings()), m_window);
}
