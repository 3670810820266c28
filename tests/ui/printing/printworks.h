#pragma once
// The press and the printer of the program, with its web engine: from an article to its pages.
// Tests only.

#include "tests/ui/printing/sheettools.h"
#include "tests/ui/reading/startedengine.h"
#include "ui/printing/articleprinter.h"
#include "ui/reading/webpaperpress.h"

#include <QSignalSpy>

#include <memory>

class Printworks final
{
public:
    // To be called in initTestCase().
    bool start()
    {
        if (!startEngine())
            return false;
        m_press = std::make_unique<WebPaperPress>();
        m_printer = std::make_unique<ArticlePrinter>(*m_press);
        return true;
    }

    ArticlePrinter &printer() { return *m_printer; }

    // What went wrong, instead of a PDF.
    QByteArray pdfOf(const PrintMatter &matter, const PrintSettings &settings = {},
                     const QPageLayout &layout = sheettools::paper())
    {
        QSignalSpy ready(m_printer.get(), &ArticlePrinter::pdfReady);
        QSignalSpy failed(m_printer.get(), &ArticlePrinter::failed);
        m_printer->setSettings(settings);
        m_printer->toPdf(matter, layout);
        if (!ready.wait(60000))
            return failed.isEmpty() ? QByteArray("no answer")
                                    : failed.first().at(1).value<Error>().detail.toUtf8();
        return ready.first().at(1).toByteArray();
    }

private:
    std::unique_ptr<WebPaperPress> m_press;
    std::unique_ptr<ArticlePrinter> m_printer; // leaves before its press
};
