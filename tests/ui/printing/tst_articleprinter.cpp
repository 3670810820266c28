#include "ui/printing/articleprinter.h"

#include "tests/ui/printing/pdftools.h"
#include "ui/printing/paperlayout.h"

#include <QDir>
#include <QFile>
#include <QPrinter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using pdftools::articleCalled;
using pdftools::contentOf;
using pdftools::pagesOf;

namespace {

// The jobs that a spy of pdfReady(), exported(), printed() or failed() heard of, in order.
QList<PrintJobId> jobsOf(const QSignalSpy &spy)
{
    QList<PrintJobId> jobs;
    for (const QList<QVariant> &arguments : spy)
        jobs += arguments.first().value<PrintJobId>();
    return jobs;
}

Error errorOf(const QSignalSpy &spy)
{
    return spy.first().at(1).value<Error>();
}

} // namespace

class tst_ArticlePrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void printsHeadersAndFootersOnEveryPage();
    void titlesTheDocument();
    void joinsSeveralArticlesEachOnAPageOfItsOwn();
    void beginsSeveralArticlesWithTheirContents();
    void tellsHowFarSeveralArticlesAre();
    void doesOneJobAfterTheOther();
    void forgetsAJobThatIsCancelled_data();
    void forgetsAJobThatIsCancelled();
    void tellsWhenThePressFails_data();
    void tellsWhenThePressFails();
    void savesTheWholeFileOrNone();
    void writesOverAnOlderPdf();
    void savesNothingIntoAFolderThatIsNotThere();
    void neverWritesOverTheArticleItself();
    void exportsWhenThePrinterIsAFile();
    void exportsOnlyThePagesAskedFor();
    void isIdleAgainWhenItsOnlyJobIsCancelled();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<pdftools::TestPress> m_press;
    std::unique_ptr<ArticlePrinter> m_printer;
};

void tst_ArticlePrinter::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_press = std::make_unique<pdftools::TestPress>();
    m_printer = std::make_unique<ArticlePrinter>(*m_press);
}

void tst_ArticlePrinter::cleanup()
{
    m_printer.reset();
    m_press.reset();
    m_folder.reset();
}

void tst_ArticlePrinter::printsHeadersAndFootersOnEveryPage()
{
    QSignalSpy ready(m_printer.get(), &ArticlePrinter::pdfReady);

    m_printer->toPdf({articleCalled(u"Ferry to return"_s)}, usualLayout());

    QVERIFY(ready.wait());
    const QStringList pages = pagesOf(ready.first().at(1).toByteArray());
    QCOMPARE(pages.size(), 2);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(pages[i].contains(u"job 1 leaf %1"_s.arg(i + 1)));
        QVERIFY(pages[i].contains(u"Page %1 of 2"_s.arg(i + 1)));
        QVERIFY(pages[i].contains(u"ferry.txt"_s));
        QVERIFY(!pages[i].contains(u"private"_s));
    }
    QVERIFY(m_press->lastHtml.contains(u"Ferry to return</h1>"_s));
}

void tst_ArticlePrinter::titlesTheDocument()
{
    QSignalSpy ready(m_printer.get(), &ArticlePrinter::pdfReady);

    m_printer->toPdf({articleCalled(u"Ferry to return"_s)}, usualLayout());
    m_printer->toPdf({articleCalled(u"Ferry to return"_s), articleCalled(u"Quay sinks"_s)},
                     usualLayout());

    QTRY_COMPARE(ready.count(), 2);
    QCOMPARE(pdftools::infoOf(ready.at(0).at(1).toByteArray(), u"Title"_s), u"Ferry to return"_s);
    QCOMPARE(pdftools::infoOf(ready.at(1).at(1).toByteArray(), u"Title"_s),
             u"Ferry to return, and 1 more"_s);
}

void tst_ArticlePrinter::joinsSeveralArticlesEachOnAPageOfItsOwn()
{
    QSignalSpy ready(m_printer.get(), &ArticlePrinter::pdfReady);

    PrintSettings settings;
    settings.hasContents = false;
    m_printer->setSettings(settings);
    m_printer->toPdf({articleCalled(u"Ferry"_s), articleCalled(u"Quay"_s)}, usualLayout());

    QVERIFY(ready.wait());
    const QStringList pages = pagesOf(ready.first().at(1).toByteArray());
    QCOMPARE(pages.size(), 4);
    QVERIFY(pages[1].contains(u"job 1 leaf 2"_s) && pages[1].contains(u"ferry.txt"_s));
    QVERIFY(pages[2].contains(u"job 2 leaf 1"_s) && pages[2].contains(u"quay.txt"_s));
    QVERIFY(pages[3].contains(u"Page 4 of 4"_s));
}

void tst_ArticlePrinter::beginsSeveralArticlesWithTheirContents()
{
    QSignalSpy ready(m_printer.get(), &ArticlePrinter::pdfReady);

    m_printer->toPdf({articleCalled(u"Ferry"_s), articleCalled(u"Quay"_s)}, usualLayout());

    // The press makes two pages of everything, of the contents too.
    QVERIFY(ready.wait());
    const QByteArray pdf = ready.first().at(1).toByteArray();
    const QStringList pages = pagesOf(pdf);
    QCOMPARE(pages.size(), 6);
    QVERIFY(pages[0].contains(u"Page 1 of 6"_s) && !pages[0].contains(u"ferry.txt"_s));
    QVERIFY(pages[2].contains(u"job 1 leaf 1"_s) && pages[2].contains(u"ferry.txt"_s));
    QVERIFY(pages[4].contains(u"job 2 leaf 1"_s) && pages[4].contains(u"quay.txt"_s));
    QCOMPARE(m_press->jobs, 4); // the contents once more, when their own length was known
    QVERIFY(m_press->lastHtml.contains(u"<bdi>Ferry</bdi></td><td>3</td>"_s));
    QVERIFY(m_press->lastHtml.contains(u"<bdi>Quay</bdi></td><td>5</td>"_s));
}

void tst_ArticlePrinter::tellsHowFarSeveralArticlesAre()
{
    QSignalSpy ready(m_printer.get(), &ArticlePrinter::pdfReady);
    QSignalSpy progressed(m_printer.get(), &ArticlePrinter::progressed);

    m_printer->toPdf({articleCalled(u"A"_s), articleCalled(u"B"_s), articleCalled(u"C"_s)},
                     usualLayout());
    QVERIFY(ready.wait());

    QCOMPARE(progressed.size(), 2); // the third is the end
    QCOMPARE(progressed.at(0).sliced(1), (QVariantList{1, 3}));
    QCOMPARE(progressed.at(1).sliced(1), (QVariantList{2, 3}));
}

void tst_ArticlePrinter::doesOneJobAfterTheOther()
{
    QSignalSpy ready(m_printer.get(), &ArticlePrinter::pdfReady);
    QSignalSpy busy(m_printer.get(), &ArticlePrinter::busyChanged);

    const PrintJobId first = m_printer->toPdf({articleCalled(u"One"_s)}, usualLayout());
    const PrintJobId second = m_printer->toPdf({articleCalled(u"Two"_s)}, usualLayout());

    QTRY_COMPARE(ready.count(), 2);
    QCOMPARE(jobsOf(ready), QList<PrintJobId>({first, second}));
    QCOMPARE(busy.count(), 2);
    QVERIFY(!m_printer->isBusy());
}

void tst_ArticlePrinter::forgetsAJobThatIsCancelled_data()
{
    QTest::addColumn<bool>("running");

    QTest::newRow("while it runs") << true;
    QTest::newRow("while it waits") << false;
}

void tst_ArticlePrinter::forgetsAJobThatIsCancelled()
{
    QFETCH(bool, running);
    QSignalSpy ready(m_printer.get(), &ArticlePrinter::pdfReady);
    QSignalSpy failed(m_printer.get(), &ArticlePrinter::failed);
    const PrintJobId first = m_printer->toPdf({articleCalled(u"One"_s)}, usualLayout());
    const PrintJobId second = m_printer->toPdf({articleCalled(u"Two"_s)}, usualLayout());
    QTRY_VERIFY(m_press->busy);

    m_printer->cancel(running ? first : second);

    QTRY_VERIFY(!m_printer->isBusy());
    QCOMPARE(jobsOf(failed), QList<PrintJobId>({running ? first : second}));
    QCOMPARE(errorOf(failed).kind, Error::Kind::Cancelled);
    QCOMPARE(jobsOf(ready), QList<PrintJobId>({running ? second : first}));
}

void tst_ArticlePrinter::tellsWhenThePressFails_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("failure");

    QTest::newRow("it says so") << QByteArray() << u"the engine stopped"_s;
    QTest::newRow("it answers nonsense") << QByteArray("nonsense") << QString();
    QTest::newRow("it answers nothing") << QByteArray("") << QString();
}

void tst_ArticlePrinter::tellsWhenThePressFails()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, failure);
    QSignalSpy failed(m_printer.get(), &ArticlePrinter::failed);
    m_press->answer = answer;
    m_press->failure = failure;

    m_printer->exportPdf({articleCalled(u"One"_s)}, m_folder->filePath(u"one.pdf"_s),
                         usualLayout());

    QVERIFY(failed.wait());
    QCOMPARE(errorOf(failed).kind, Error::Kind::Failed);
    QVERIFY(QDir(m_folder->path()).isEmpty());
    QVERIFY(!m_printer->isBusy());
}

void tst_ArticlePrinter::savesTheWholeFileOrNone()
{
    QSignalSpy exported(m_printer.get(), &ArticlePrinter::exported);
    const QString file = m_folder->filePath(u"one.pdf"_s);

    m_printer->exportPdf({articleCalled(u"One"_s)}, file, usualLayout());

    QVERIFY(exported.wait());
    QCOMPARE(exported.first().at(1).toString(), file);
    QCOMPARE(pagesOf(contentOf(file)).size(), 2);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"one.pdf"_s});
}

void tst_ArticlePrinter::writesOverAnOlderPdf()
{
    QSignalSpy exported(m_printer.get(), &ArticlePrinter::exported);
    QSignalSpy failed(m_printer.get(), &ArticlePrinter::failed);
    const QString file = m_folder->filePath(u"one.pdf"_s);
    QFile older(file);
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.write("older");
    older.close();

    m_press->failure = u"no"_s;
    m_printer->exportPdf({articleCalled(u"One"_s)}, file, usualLayout());
    QVERIFY(failed.wait());
    QCOMPARE(contentOf(file), "older");

    m_press->failure.clear();
    m_printer->exportPdf({articleCalled(u"One"_s)}, file, usualLayout());
    QVERIFY(exported.wait());
    QCOMPARE(pagesOf(contentOf(file)).size(), 2);
}

void tst_ArticlePrinter::savesNothingIntoAFolderThatIsNotThere()
{
    QSignalSpy failed(m_printer.get(), &ArticlePrinter::failed);

    m_printer->exportPdf({articleCalled(u"One"_s)}, m_folder->filePath(u"absent/one.pdf"_s),
                         usualLayout());

    QVERIFY(failed.wait());
    QCOMPARE(errorOf(failed).kind, Error::Kind::NotFound);
    QCOMPARE(errorOf(failed).subject, m_folder->filePath(u"absent"_s));
}

void tst_ArticlePrinter::neverWritesOverTheArticleItself()
{
    QSignalSpy failed(m_printer.get(), &ArticlePrinter::failed);
    Article article = articleCalled(u"One"_s);
    article.path = m_folder->filePath(u"one.txt"_s);
    QFile file(article.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("the reader's own");
    file.close();
    QVERIFY(QFile::link(article.path, m_folder->filePath(u"link.pdf"_s)));

    m_printer->exportPdf({article}, m_folder->filePath(u"link.pdf"_s), usualLayout());

    QVERIFY(failed.wait());
    QCOMPARE(contentOf(article.path), "the reader's own");
}

void tst_ArticlePrinter::exportsWhenThePrinterIsAFile()
{
    QSignalSpy exported(m_printer.get(), &ArticlePrinter::exported);
    auto printer = std::make_unique<QPrinter>();
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(m_folder->filePath(u"one.pdf"_s));
    printer->setPageSize(QPageSize(QPageSize::A5));

    m_printer->print({articleCalled(u"One"_s)}, std::move(printer));

    QVERIFY(exported.wait());
    const QByteArray pdf = contentOf(m_folder->filePath(u"one.pdf"_s));
    QVERIFY(pdftools::infoOf(pdf, u"Page size"_s).contains(u"A5"_s));
    QVERIFY(pagesOf(pdf).first().contains(u"Page 1 of 2"_s));
}

void tst_ArticlePrinter::exportsOnlyThePagesAskedFor()
{
    QSignalSpy exported(m_printer.get(), &ArticlePrinter::exported);
    auto printer = std::make_unique<QPrinter>();
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(m_folder->filePath(u"one.pdf"_s));
    printer->setPrintRange(QPrinter::PageRange);
    printer->setPageRanges(QPageRanges::fromString(u"2"_s));

    m_printer->print({articleCalled(u"One"_s)}, std::move(printer));

    QVERIFY(exported.wait());
    const QStringList pages = pagesOf(contentOf(m_folder->filePath(u"one.pdf"_s)));
    QCOMPARE(pages.size(), 1);
    QVERIFY(pages.first().contains(u"Page 2 of 2"_s));
}

void tst_ArticlePrinter::isIdleAgainWhenItsOnlyJobIsCancelled()
{
    QSignalSpy busy(m_printer.get(), &ArticlePrinter::busyChanged);

    m_printer->cancel(m_printer->toPdf({articleCalled(u"One"_s)}, usualLayout()));

    QCOMPARE(busy.count(), 2);
    QVERIFY(!m_printer->isBusy());
}

QTEST_MAIN(tst_ArticlePrinter)
#include "tst_articleprinter.moc"
