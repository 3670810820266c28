// From an article to what comes out of a printer, by a real CUPS server and the engine that the
// program has.
#include "tests/ui/printing/cupsserver.h"
#include "tests/ui/printing/printworks.h"

#include <QPrintEngine>
#include <QPrinter>
#include <QPrinterInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sheettools;

class tst_CupsServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void getsTheVeryPages();
    void makesCopies_data();
    void makesCopies();
    void takesThePagesAskedFor();
    void isToldOfBothSides();
    void putsSeveralPagesOnASheet();
    void printsThroughTheDriverOfDebian();
    void keepsTheJobOfAQueueThatIsStopped();
    void saysThatAQueueTakesNothing();
    void saysThatAPrinterIsGone();
    void saysThatTheServerIsGone(); // the last one

private:
    std::unique_ptr<QPrinter> printer(const QString &queue = u"plain"_s) const;
    QString print(const Article &article, std::unique_ptr<QPrinter> printer);
    QByteArray printed(const Article &article, std::unique_ptr<QPrinter> printer);

    CupsServer m_server;
    Printworks m_works;
};

void tst_CupsServer::initTestCase()
{
    QVERIFY2(QFile::exists(u"/usr/sbin/cupsd"_s), "Debian's cups-daemon is missing");
    QVERIFY(m_server.start());
    QVERIFY(m_server.addQueue(u"plain"_s));
    QVERIFY(m_works.start());
}

std::unique_ptr<QPrinter> tst_CupsServer::printer(const QString &queue) const
{
    auto printer = std::make_unique<QPrinter>(QPrinterInfo::printerInfo(queue),
                                              QPrinter::HighResolution);
    printer->setPageLayout(paper());
    return printer;
}

// The sentence of a failure, or nothing once the article is with the queue.
QString tst_CupsServer::print(const Article &article, std::unique_ptr<QPrinter> printer)
{
    QSignalSpy done(&m_works.printer(), &ArticlePrinter::printed);
    QSignalSpy failed(&m_works.printer(), &ArticlePrinter::failed);
    m_works.printer().print({article}, std::move(printer));
    if (!QTest::qWaitFor([&] { return done.size() + failed.size() > 0; }, 60000))
        return u"no answer"_s;
    return failed.isEmpty() ? QString() : failed.first().at(1).value<Error>().detail;
}

// What has come out of the plain printer, once the server says that the job is through.
QByteArray tst_CupsServer::printed(const Article &article, std::unique_ptr<QPrinter> printer)
{
    const QString problem = print(article, std::move(printer));
    if (!problem.isEmpty())
        return problem.toUtf8();
    if (!QTest::qWaitFor([] { return CupsServer::isThrough(u"plain"_s); }, 60000))
        return "the job does not end";
    return pdftools::contentOf(m_server.outputOf(u"plain"_s));
}

void tst_CupsServer::getsTheVeryPages()
{
    QSignalSpy sent(&m_works.printer(), &ArticlePrinter::printed);
    const QByteArray pdf = printed(story(12), printer());

    const QStringList pages = pdftools::pagesOf(pdf);
    QVERIFY2(pages.size() >= 2, qPrintable(pages.join(u'|')));
    for (qsizetype i = 0; i < pages.size(); ++i) {
        QVERIFY(pages[i].contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())));
        QVERIFY(pages[i].contains(u"The Northern Courier"_s));
    }
    QCOMPARE(sent.first().at(2).toBool(), false); // the queue is not stopped
    QVERIFY(pages.first().contains(u"Begin-1"_s) && pages.last().contains(u"End-12"_s));
    // Letters, and no picture of them.
    QCOMPARE(pdftools::answerOf(u"pdfimages"_s, {u"-list"_s, u"@"_s}, pdf).count(u'\n'), 2);
    QVERIFY(m_server.jobs().last().contains(u"Ferry to return in June"_s));
}

void tst_CupsServer::makesCopies_data()
{
    QTest::addColumn<bool>("isCollated");
    QTest::addColumn<QList<int>>("order");

    QTest::newRow("collated") << true << QList<int>{1, 2, 1, 2, 1, 2};
    QTest::newRow("not collated") << false << QList<int>{1, 1, 1, 2, 2, 2};
}

void tst_CupsServer::makesCopies()
{
    QFETCH(bool, isCollated);
    QFETCH(QList<int>, order);
    auto target = printer();
    target->setCopyCount(3);
    target->setCollateCopies(isCollated);

    const QStringList pages = pdftools::pagesOf(printed(story(9), std::move(target)));

    QCOMPARE(pages.size(), order.size());
    for (qsizetype i = 0; i < order.size(); ++i)
        QVERIFY2(pages[i].contains(u"Page %1 of 2"_s.arg(order[i])), qPrintable(pages[i]));
    QVERIFY(m_server.jobs().last().startsWith(u"6 pages"_s));
}

void tst_CupsServer::takesThePagesAskedFor()
{
    auto target = printer();
    target->setPrintRange(QPrinter::PageRange);
    target->setPageRanges(QPageRanges::fromString(u"1,3-4"_s));

    const QStringList pages = pdftools::pagesOf(printed(story(30), std::move(target)));

    QCOMPARE(pages.size(), 3);
    QVERIFY(pages[0].contains(u"Page 1 of "_s));
    QVERIFY(pages[1].contains(u"Page 3 of "_s));
    QVERIFY(pages[2].contains(u"Page 4 of "_s));
}

void tst_CupsServer::isToldOfBothSides()
{
    auto target = printer();
    target->setDuplex(QPrinter::DuplexShortSide);

    QVERIFY(!printed(story(9), std::move(target)).isEmpty());

    QVERIFY2(m_server.jobs().last().contains(u"two-sided-short-edge"_s),
             qPrintable(m_server.jobs().last()));
}

// As the CUPS page of Qt's dialog leaves it (see cupsqueue.cpp).
void tst_CupsServer::putsSeveralPagesOnASheet()
{
    auto target = printer();
    target->printEngine()->setProperty(QPrintEngine::PrintEnginePropertyKey(0xfe00),
                                       QStringList{u"number-up"_s, u"2"_s});

    const QStringList sheets = pdftools::pagesOf(printed(story(9), std::move(target)));

    QCOMPARE(sheets.size(), 1);
    QVERIFY(sheets.first().contains(u"Page 1 of 2"_s) && sheets.first().contains(u"Page 2 of 2"_s));
}

void tst_CupsServer::printsThroughTheDriverOfDebian()
{
    if (geteuid() != 0)
        QSKIP("CUPS-PDF prints for root only, or for a server that runs as root");
    QVERIFY(m_server.addCupsPdfQueue(u"debian"_s));
    Article article = story(9);
    // What a run that was cut off has left there is not this one's.
    const QString number = QString::number(QCoreApplication::applicationPid());
    article.headline = u"Broadsheet test "_s + number;
    const QDir folder(QDir::home().filePath(u"PDF"_s));
    const auto files = [&folder, &number] {
        return folder.entryList({u"Broadsheet_test_%1*.pdf"_s.arg(number)}, QDir::Files);
    };

    QCOMPARE(print(article, printer(u"debian"_s)), QString());
    QTRY_VERIFY_WITH_TIMEOUT(CupsServer::isThrough(u"debian"_s), 60000);

    const QString file = folder.filePath(files().value(0));
    QCOMPARE(pdftools::infoOf(pdftools::contentOf(file), u"Pages"_s), u"2"_s);
    QVERIFY(QFile::remove(file));
}

// It is CUPS's from then on.
void tst_CupsServer::keepsTheJobOfAQueueThatIsStopped()
{
    QVERIFY(m_server.addQueue(u"stopped"_s));
    QVERIFY(CupsServer::run(u"cupsdisable"_s, {u"stopped"_s}));
    QSignalSpy sent(&m_works.printer(), &ArticlePrinter::printed);

    QCOMPARE(print(story(1), printer(u"stopped"_s)), QString());

    QCOMPARE(sent.first().at(2).toBool(), true); // and the reader is told so

    QVERIFY(!QFile::exists(m_server.outputOf(u"stopped"_s)));
    QVERIFY(CupsServer::run(u"cupsenable"_s, {u"stopped"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(CupsServer::isThrough(u"stopped"_s), 60000);
    const QByteArray pdf = pdftools::contentOf(m_server.outputOf(u"stopped"_s));
    QCOMPARE(pdftools::pagesOf(pdf).size(), 1);
}

void tst_CupsServer::saysThatAQueueTakesNothing()
{
    QVERIFY(m_server.addQueue(u"refusing"_s));
    QVERIFY(CupsServer::run(u"cupsreject"_s, {u"refusing"_s}));

    const QString problem = print(story(1), printer(u"refusing"_s));

    QVERIFY2(problem.contains(u"refusing"_s) && !problem.contains(u'\n'), qPrintable(problem));
    QVERIFY(!m_works.printer().isBusy());
}

void tst_CupsServer::saysThatAPrinterIsGone()
{
    QVERIFY(m_server.addQueue(u"leaving"_s));
    auto target = printer(u"leaving"_s);
    QVERIFY(CupsServer::run(u"lpadmin"_s, {u"-x"_s, u"leaving"_s}));

    const QString problem = print(story(1), std::move(target));

    QVERIFY2(!problem.isEmpty() && !problem.contains(u'\n'), qPrintable(problem));
    QVERIFY(!m_works.printer().isBusy());
}

void tst_CupsServer::saysThatTheServerIsGone()
{
    auto target = printer();
    m_server.stop();

    const QString problem = print(story(1), std::move(target));

    QVERIFY2(!problem.isEmpty() && !problem.contains(u'\n'), qPrintable(problem));
    QVERIFY(!m_works.printer().isBusy());
}

ENGINE_TEST_MAIN(tst_CupsServer)
#include "tst_cupsserver.moc"
