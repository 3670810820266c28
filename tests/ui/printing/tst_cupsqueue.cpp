#include "ui/printing/cupsqueue.h"

#include "tests/ui/printing/pdftools.h"

#include <QFile>
#include <QPrinter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using pdftools::contentOf;

// A program called lp in a folder of its own takes the place of CUPS.
class tst_CupsQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksForWhatTheReaderAskedFor();
    void leavesOutWhatGoesWithoutSaying();
    void printsOnTheSidesAskedFor();
    void namesOddPaperByItsSize();
    void handsOverThePdfWhole();
    void tellsWhatTheQueueSaid();
    void tellsWhenThereIsNoLp();
    void isSilentWhenNobodyListens();

private:
    void installLp(const QByteArray &script);

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_path;
};

void tst_CupsQueue::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = qgetenv("PATH");
}

void tst_CupsQueue::cleanup()
{
    qputenv("PATH", m_path);
}

void tst_CupsQueue::installLp(const QByteArray &script)
{
    QFile lp(m_folder->filePath(u"lp"_s));
    QVERIFY(lp.open(QIODevice::WriteOnly));
    lp.write("#!/bin/sh\ncd '" + m_folder->path().toLocal8Bit() + "'\n" + script);
    lp.close();
    QVERIFY(lp.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("PATH", m_folder->path().toLocal8Bit() + ':' + m_path);
}

void tst_CupsQueue::asksForWhatTheReaderAskedFor()
{
    QPrinter printer;
    printer.setCopyCount(3);
    printer.setCollateCopies(false);
    printer.setPageSize(QPageSize(QPageSize::Letter));
    printer.setColorMode(QPrinter::GrayScale);
    printer.setPageOrder(QPrinter::LastPageFirst);
    printer.setPrintRange(QPrinter::PageRange);
    printer.setPageRanges(QPageRanges::fromString(u"1-3,7"_s));

    const QStringList arguments = cupsArguments(printer, u"Ferry \n back; rm -r $HOME"_s);

    QCOMPARE(arguments, QStringList({u"-d"_s, printer.printerName(),
                                     u"-t"_s, u"Ferry back; rm -r $HOME"_s,
                                     u"-n"_s, u"3"_s,
                                     u"-o"_s, u"collate=false"_s,
                                     u"-o"_s, u"page-ranges=1-3,7"_s,
                                     u"-o"_s, u"media=Letter"_s,
                                     u"-o"_s, u"sides=one-sided"_s,
                                     u"-o"_s, u"outputorder=reverse"_s,
                                     u"-o"_s, u"print-color-mode=monochrome"_s,
                                     u"--"_s, u"-"_s}));
}

void tst_CupsQueue::leavesOutWhatGoesWithoutSaying()
{
    QPrinter printer;
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setColorMode(QPrinter::Color);

    const QString line = cupsArguments(printer, u"Ferry"_s).join(u' ');

    QVERIFY2(line.endsWith(u"-t Ferry -o media=A4 -o sides=one-sided -- -"_s), qPrintable(line));
}

void tst_CupsQueue::printsOnTheSidesAskedFor()
{
    using Layout = QPageLayout;

    QCOMPARE(cupsSides(QPrinter::DuplexNone, Layout::Portrait), u"one-sided"_s);
    QCOMPARE(cupsSides(QPrinter::DuplexLongSide, Layout::Portrait), u"two-sided-long-edge"_s);
    QCOMPARE(cupsSides(QPrinter::DuplexShortSide, Layout::Portrait), u"two-sided-short-edge"_s);
    QCOMPARE(cupsSides(QPrinter::DuplexAuto, Layout::Portrait), u"two-sided-long-edge"_s);
    QCOMPARE(cupsSides(QPrinter::DuplexAuto, Layout::Landscape), u"two-sided-short-edge"_s);
}

void tst_CupsQueue::namesOddPaperByItsSize()
{
    QPrinter printer;
    printer.setPageSize(QPageSize(QSizeF(100, 200), QPageSize::Millimeter));

    QVERIFY(cupsArguments(printer, u"Ferry"_s).contains(u"media=Custom.100x200mm"_s));
}

void tst_CupsQueue::handsOverThePdfWhole()
{
    installLp("cat > got; printf '%s\\n' \"$@\" > asked\n");
    const QByteArray pdf = QByteArray("%PDF-1.5 ").repeated(100000); // more than a pipe holds
    std::optional<Outcome> answer;

    sendToCups(pdf, {u"-t"_s, u"two words"_s, u"-"_s}, this,
               [&answer](const Outcome &outcome) { answer = outcome; });

    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    QVERIFY(!*answer);
    QCOMPARE(contentOf(m_folder->filePath(u"got"_s)), pdf);
    QCOMPARE(contentOf(m_folder->filePath(u"asked"_s)), "-t\ntwo words\n-\n");
}

void tst_CupsQueue::tellsWhatTheQueueSaid()
{
    installLp("echo 'lp: The printer or class does not exist.' >&2; exit 1\n");
    std::optional<Outcome> answer;

    sendToCups("%PDF", {}, this, [&answer](const Outcome &outcome) { answer = outcome; });

    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    QCOMPARE((*answer)->detail, u"lp: The printer or class does not exist."_s);
}

void tst_CupsQueue::tellsWhenThereIsNoLp()
{
    qputenv("PATH", m_folder->path().toLocal8Bit());
    std::optional<Outcome> answer;

    sendToCups("%PDF", {}, this, [&answer](const Outcome &outcome) { answer = outcome; });

    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    QVERIFY(!isCupsQueue(QPrinter()));
}

void tst_CupsQueue::isSilentWhenNobodyListens()
{
    installLp("cat > got; echo done > asked\n");
    auto listener = std::make_unique<QObject>();
    bool answered = false;

    sendToCups("%PDF", {}, listener.get(), [&answered](const Outcome &) { answered = true; });
    listener.reset();
    QCoreApplication::processEvents();

    QVERIFY(!answered);
}

QTEST_MAIN(tst_CupsQueue)
#include "tst_cupsqueue.moc"
