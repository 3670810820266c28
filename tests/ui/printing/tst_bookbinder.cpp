#include "ui/printing/bookbinder.h"

#include "tests/ui/printing/pdftools.h"
#include "ui/printing/paperlayout.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using pdftools::pdfOf;

namespace {

QPageLayout paper()
{
    return QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(20, 20, 20, 20),
                       QPageLayout::Millimeter);
}

DocumentInfo info()
{
    DocumentInfo about;
    about.title = u"Ferry – “back” (soon) \\ 渡し船"_s;
    about.author = u"Astrid Holm"_s;
    about.subject = u"Coast"_s;
    about.keywords = {u"ferry"_s, u"harbour"_s};
    about.language = u"en-GB"_s;
    about.created = QDateTime(QDate(2024, 3, 30), QTime(15, 33), Qt::UTC);
    return about;
}

} // namespace

class tst_BookBinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void countsThePages();
    void refusesWhatIsNoPdf();
    void joinsTheChaptersInOrderUnderTheirSheets();
    void saysWhatTheDocumentIs();
    void leavesOutWhatIsNotKnown();
    void listsSeveralChaptersInTheOutline();
    void leadsToNoPageThatIsNotThere();
    void isAValidPdf();
    void leavesOutThePagesNotAskedFor();
};

void tst_BookBinder::countsThePages()
{
    QCOMPARE(pageCount(pdfOf({u"a"_s, u"b"_s, u"c"_s}, paper())).value(), 3);
}

void tst_BookBinder::refusesWhatIsNoPdf()
{
    const QByteArray sheet = pdfOf({u"over"_s}, paper());

    QVERIFY(!pageCount("not a PDF").has_value());
    QVERIFY(!pageCount({}).has_value());
    QVERIFY(!boundPdf({"%PDF-1.4 cut short"}, {}, sheet, info()).has_value());
    QVERIFY(!boundPdf({sheet}, {}, "not a PDF", info()).has_value());
}

void tst_BookBinder::joinsTheChaptersInOrderUnderTheirSheets()
{
    const QByteArray first = pdfOf({u"alpha"_s, u"beta"_s}, paper());
    const QByteArray second = pdfOf({u"gamma"_s}, paper());
    const QByteArray sheets = pdfOf({u"sheet one"_s, u"sheet two"_s, u"sheet three"_s},
                                    textLayout(paper()));

    const QByteArray pdf = boundPdf({first, second}, {{u"A"_s, 0}, {u"C"_s, 1}}, sheets, info())
                               .value();

    const QStringList pages = pdftools::pagesOf(pdf);
    QCOMPARE(pages.size(), 3);
    QVERIFY(pages[0].contains(u"alpha"_s) && pages[0].contains(u"sheet one"_s));
    QVERIFY(pages[1].contains(u"beta"_s) && pages[1].contains(u"sheet two"_s));
    QVERIFY(pages[2].contains(u"gamma"_s) && pages[2].contains(u"sheet three"_s));
}

void tst_BookBinder::saysWhatTheDocumentIs()
{
    const QByteArray page = pdfOf({u"alpha"_s}, paper());

    const QByteArray pdf = boundPdf({page}, {}, page, info()).value();

    QCOMPARE(pdftools::infoOf(pdf, u"Title"_s), info().title);
    QCOMPARE(pdftools::infoOf(pdf, u"Author"_s), u"Astrid Holm"_s);
    QCOMPARE(pdftools::infoOf(pdf, u"Subject"_s), u"Coast"_s);
    QCOMPARE(pdftools::infoOf(pdf, u"Keywords"_s), u"ferry, harbour"_s);
    QVERIFY(pdftools::infoOf(pdf, u"CreationDate"_s).startsWith(u"Sat Mar 30 15:33:00 2024"_s));
    const QString json = pdftools::answerOf(u"qpdf"_s, {u"--json"_s, u"@"_s}, pdf);
    QVERIFY(json.contains(u"\"/Lang\": \"u:en-GB\""_s));
}

void tst_BookBinder::leavesOutWhatIsNotKnown()
{
    const QByteArray page = pdfOf({u"alpha"_s}, paper());
    DocumentInfo about;
    about.created = QDateTime::currentDateTimeUtc();

    const QByteArray pdf = boundPdf({page}, {}, page, about).value();

    QCOMPARE(pdftools::infoOf(pdf, u"Title"_s), QString());
    QCOMPARE(pdftools::infoOf(pdf, u"Author"_s), QString());
}

void tst_BookBinder::listsSeveralChaptersInTheOutline()
{
    const QByteArray page = pdfOf({u"alpha"_s}, paper());
    const QByteArray sheets = pdfOf({u"one"_s, u"two"_s}, paper());

    const QByteArray pdf = boundPdf({page, page}, {{u"Earlier story"_s, 0}, {u"Later story"_s, 1}},
                                    sheets, info())
                               .value();

    const QString json = pdftools::answerOf(u"qpdf"_s,
                                            {u"--json"_s, u"--json-key=outlines"_s, u"@"_s}, pdf);
    QVERIFY2(json.contains(u"Earlier story"_s), qPrintable(json));
    QVERIFY(json.contains(u"Later story"_s));
    QVERIFY(json.contains(u"\"destpageposfrom1\": 2"_s));
}

void tst_BookBinder::leadsToNoPageThatIsNotThere()
{
    const QByteArray page = pdfOf({u"alpha"_s}, paper());
    const QByteArray sheets = pdfOf({u"one"_s, u"two"_s}, paper());
    const QByteArray pdf = boundPdf({page, page}, {{u"Earlier story"_s, 0}, {u"Later story"_s, 1}},
                                    sheets, info())
                               .value();

    const QByteArray second = pagesOf(pdf, QPageRanges::fromString(u"2"_s)).value();

    const QString json = pdftools::answerOf(
        u"qpdf"_s, {u"--json"_s, u"--json-key=outlines"_s, u"@"_s}, second);
    QVERIFY2(!json.contains(u"story"_s), qPrintable(json));
}

void tst_BookBinder::isAValidPdf()
{
    const QByteArray page = pdfOf({u"alpha"_s}, paper());

    const QByteArray pdf = boundPdf({page, page}, {{u"A"_s, 0}, {u"B"_s, 1}}, page, info()).value();

    const QString said = pdftools::answerOf(u"qpdf"_s, {u"--check"_s, u"@"_s}, pdf);
    QVERIFY2(said.contains(u"No syntax or stream encoding errors"_s), qPrintable(said));
}

void tst_BookBinder::leavesOutThePagesNotAskedFor()
{
    const QByteArray pdf = pdfOf({u"alpha"_s, u"beta"_s, u"gamma"_s, u"delta"_s}, paper());

    const QByteArray some = pagesOf(pdf, QPageRanges::fromString(u"2,4-9"_s)).value();

    const QStringList pages = pdftools::pagesOf(some);
    QCOMPARE(pages.size(), 2);
    QVERIFY(pages[0].contains(u"beta"_s));
    QVERIFY(pages[1].contains(u"delta"_s));
    QVERIFY(!pagesOf(pdf, QPageRanges::fromString(u"7"_s)).has_value());
    QVERIFY(!pagesOf("nonsense", QPageRanges::fromString(u"1"_s)).has_value());
}

QTEST_MAIN(tst_BookBinder)
#include "tst_bookbinder.moc"
