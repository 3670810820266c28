#include "ui/printing/sheetdrawer.h"

#include "tests/ui/printing/pdftools.h"
#include "ui/printing/paperlayout.h"

#include <QPrinter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// A QPrinter that writes a PDF stands for the printer, so that its sheets can be looked at.
class tst_SheetDrawer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void drawsEverySheetWhereItsTextStands();
    void drawsThePagesAskedForOnly();
    void drawsFromTheLastPageWhenAsked();
    void refusesWhatIsNoPdf();
    void leavesNothingBehindWhenGivenUp();

private:
    std::unique_ptr<QPrinter> newPrinter() const;
    QList<int> barsAfterDrawing(std::unique_ptr<QPrinter> printer) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_pdf; // page n has n black bars
};

namespace {

QByteArray bars(int pages)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (int page = 1; page <= pages; ++page) {
        if (page > 1)
            writer.newPage();
        for (int bar = 0; bar < page; ++bar)
            painter.fillRect(100, 100 + bar * 60, 300, 30, Qt::black);
    }
    painter.end();
    return pdf;
}

} // namespace

void tst_SheetDrawer::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_pdf = bars(3);
}

std::unique_ptr<QPrinter> tst_SheetDrawer::newPrinter() const
{
    auto printer = std::make_unique<QPrinter>();
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(m_folder->filePath(u"sheets.pdf"_s));
    printer->setResolution(150);
    printer->setPageSize(QPageSize(QPageSize::A4));
    return printer;
}

// How many bars each sheet that came out has.
QList<int> tst_SheetDrawer::barsAfterDrawing(std::unique_ptr<QPrinter> printer) const
{
    {
        SheetDrawer drawer(m_pdf, std::move(printer));
        QSignalSpy finished(&drawer, &SheetDrawer::finished);
        drawer.start();
        if (!finished.wait() || finished.first().first().value<Outcome>())
            return {};
    }
    QPdfDocument document;
    if (document.load(m_folder->filePath(u"sheets.pdf"_s)) != QPdfDocument::Error::None)
        return {};
    QList<int> barsOfSheets;
    for (int page = 0; page < document.pageCount(); ++page) {
        const QImage sheet = document.render(page, document.pagePointSize(page).toSize());
        int found = 0;
        for (int bar = 0; bar < 4; ++bar)
            found += qGray(sheet.pixel(250, 115 + bar * 60)) < 64 ? 1 : 0;
        barsOfSheets += found;
    }
    return barsOfSheets;
}

void tst_SheetDrawer::drawsEverySheetWhereItsTextStands()
{
    QCOMPARE(barsAfterDrawing(newPrinter()), QList<int>({1, 2, 3}));

    QPdfDocument document;
    QCOMPARE(document.load(m_folder->filePath(u"sheets.pdf"_s)), QPdfDocument::Error::None);
    QVERIFY(qAbs(document.pagePointSize(0).width() - 595) < 2);
    const QImage sheet = document.render(0, QSize(595, 842));
    QVERIFY(qGray(sheet.pixel(105, 105)) < 64); // the bar's corner, where it was
    QVERIFY(qGray(sheet.pixel(395, 125)) < 64);
    QVERIFY(qGray(sheet.pixel(95, 115)) > 192);
    QVERIFY(qGray(sheet.pixel(405, 115)) > 192);
}

void tst_SheetDrawer::drawsThePagesAskedForOnly()
{
    std::unique_ptr<QPrinter> printer = newPrinter();
    printer->setPrintRange(QPrinter::PageRange);
    printer->setPageRanges(QPageRanges::fromString(u"1,3"_s));

    QCOMPARE(barsAfterDrawing(std::move(printer)), QList<int>({1, 3}));
}

void tst_SheetDrawer::drawsFromTheLastPageWhenAsked()
{
    std::unique_ptr<QPrinter> printer = newPrinter();
    printer->setPageOrder(QPrinter::LastPageFirst);

    QCOMPARE(barsAfterDrawing(std::move(printer)), QList<int>({3, 2, 1}));
}

void tst_SheetDrawer::refusesWhatIsNoPdf()
{
    SheetDrawer drawer("nonsense", newPrinter());
    QSignalSpy finished(&drawer, &SheetDrawer::finished);

    drawer.start();

    QVERIFY(finished.wait());
    QVERIFY(finished.first().first().value<Outcome>());
}

void tst_SheetDrawer::leavesNothingBehindWhenGivenUp()
{
    auto drawer = std::make_unique<SheetDrawer>(m_pdf, newPrinter());
    QSignalSpy finished(drawer.get(), &SheetDrawer::finished);
    drawer->start();
    QCoreApplication::processEvents(); // one sheet drawn

    drawer.reset();
    QCoreApplication::processEvents();

    QCOMPARE(finished.count(), 0);
}

QTEST_MAIN(tst_SheetDrawer)
#include "tst_sheetdrawer.moc"
