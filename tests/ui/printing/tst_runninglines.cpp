#include "ui/printing/runninglines.h"

#include "tests/ui/printing/pdftools.h"
#include "ui/printing/paperlayout.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QPageLayout paper()
{
    return QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(20, 20, 20, 20),
                       QPageLayout::Millimeter);
}

Article article()
{
    Article story = pdftools::articleCalled(u"Ferry to return in June"_s);
    story.publisher = u"The Northern Courier"_s;
    story.articleSection = u"Coast"_s;
    story.datePublished = *dateFromIso(u"2024-03-30T15:33:00+00:00");
    story.url = QUrl(u"https://reader:secret@www.example.org/coast/ferry#comments"_s);
    return story;
}

QStringList sheets(const QList<RunningLinesRun> &runs)
{
    return pdftools::pagesOf(runningLinesPdf(runs, paper()));
}

} // namespace

class tst_RunningLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void areTheMastheadAndTheDateAboveTheAddressBelow();
    void nameTheFileAndNeverItsFolder_data();
    void nameTheFileAndNeverItsFolder();
    void sayThePublisherOnce();
    void numberThePagesThroughAllArticles();
    void carryTheHeadlineFromTheSecondPageOn();
    void stayOnTheirLineHoweverLongTheyAre();
    void turnRoundForAStoryReadFromTheRight();
};

void tst_RunningLines::areTheMastheadAndTheDateAboveTheAddressBelow()
{
    const RunningLines lines = runningLines(article(), QLocale::c());

    QCOMPARE(lines.masthead, u"The Northern Courier · Coast"_s);
    QVERIFY(lines.date.startsWith(u"30 March 2024, 15:33"_s));
    QCOMPARE(lines.source, u"https://www.example.org/coast/ferry"_s);
    QCOMPARE(lines.rightToLeft, false);
}

void tst_RunningLines::nameTheFileAndNeverItsFolder_data()
{
    QTest::addColumn<QUrl>("url");

    QTest::newRow("no address") << QUrl();
    QTest::newRow("an address on this disk") << QUrl(u"file:///somewhere/private/ferry.html"_s);
    QTest::newRow("an address that is none") << QUrl(u"/somewhere/private"_s);
}

void tst_RunningLines::nameTheFileAndNeverItsFolder()
{
    QFETCH(QUrl, url);
    Article story = article();
    story.url = url;

    QCOMPARE(runningLines(story, QLocale::c()).source, u"ferry.txt"_s);
}

void tst_RunningLines::sayThePublisherOnce()
{
    Article story = article();
    story.articleSection = story.publisher;

    QCOMPARE(runningLines(story, QLocale::c()).masthead, u"The Northern Courier"_s);
}

void tst_RunningLines::numberThePagesThroughAllArticles()
{
    const RunningLines lines = runningLines(article(), QLocale::c());

    const QStringList pages = sheets({{lines, 2}, {lines, 1}});

    QCOMPARE(pages.size(), 3);
    for (int i = 0; i < 3; ++i)
        QVERIFY2(pages[i].contains(u"Page %1 of 3"_s.arg(i + 1)), qPrintable(pages[i]));
}

void tst_RunningLines::carryTheHeadlineFromTheSecondPageOn()
{
    const RunningLines lines = runningLines(article(), QLocale::c());

    const QStringList pages = sheets({{lines, 2}, {lines, 1}});

    QVERIFY(!pages[0].contains(lines.headline));
    QVERIFY(pages[1].contains(lines.headline));
    QVERIFY(!pages[2].contains(lines.headline));
    for (const QString &page : pages) {
        QVERIFY(page.contains(lines.masthead));
        QVERIFY(page.contains(lines.date));
    }
}

void tst_RunningLines::stayOnTheirLineHoweverLongTheyAre()
{
    RunningLines lines = runningLines(article(), QLocale::c());
    lines.headline = u"endless "_s.repeated(60).trimmed();
    lines.date = u"30 March 2024, "_s.repeated(20);
    lines.source = u"https://www.example.org/"_s + u"long/"_s.repeated(80);

    const QByteArray pdf = runningLinesPdf({{lines, 2}}, paper());

    // 20 mm are 56.7 points: no word begins before or ends behind them.
    static const QRegularExpression word(
        u"<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\""_s);
    const QString boxes = pdftools::answerOf(u"pdftotext"_s, {u"-bbox"_s, u"@"_s, u"-"_s}, pdf);
    int words = 0;
    QSet<int> lineTops;
    for (auto matches = word.globalMatch(boxes); matches.hasNext(); ++words) {
        const QRegularExpressionMatch match = matches.next();
        QVERIFY(match.captured(1).toDouble() > 56);
        QVERIFY(match.captured(3).toDouble() < 595.3 - 56);
        lineTops += qRound(match.captured(2).toDouble());
    }
    QVERIFY(words > 10);
    QCOMPARE(lineTops.size(), 2); // one line above, one below
}

void tst_RunningLines::turnRoundForAStoryReadFromTheRight()
{
    Article story = article();
    story.inLanguage = u"ar"_s;

    QVERIFY(runningLines(story, QLocale::c()).rightToLeft);
}

QTEST_MAIN(tst_RunningLines)
#include "tst_runninglines.moc"
