// On which day a story appeared, where it appeared.
#include "app/formats/html/publicationday.h"
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

PrintedDate date(const QString &iso)
{
    return dateFromIso(iso).value_or(PrintedDate());
}

} // namespace

class PublicationDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isReadFromTheAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("language");
        const QString none;
        QTest::newRow("folders") << u"https://a.example/2019/01/31/ferry/"_s << QDate(2019, 1, 31)
                                 << none;
        QTest::newRow("short ones")
            << u"https://a.example/home/2017/7/2/x"_s << QDate(2017, 7, 2) << none;
        QTest::newRow("in a name")
            << u"https://a.example/2021-05-04-ferry"_s << QDate(2021, 5, 4) << none;
        QTest::newRow("together") << u"https://a.example/n/20210504/ferry"_s << QDate(2021, 5, 4)
                                  << none;
        QTest::newRow("a number") << u"https://a.example/20219904/ferry"_s << QDate() << none;
        QTest::newRow("a year only") << u"https://a.example/2019/ferry"_s << QDate() << none;
        QTest::newRow("the year last")
            << u"https://a.example/news/31-01-2019"_s << QDate(2019, 1, 31) << none;
        QTest::newRow("in an order that only the language tells")
            << u"https://a.example/ferry-04.05.2021.html"_s << QDate(2021, 5, 4) << u"de-AT"_s;
        QTest::newRow("in an order that nothing tells")
            << u"https://a.example/ferry-04-05-2021.html"_s << QDate() << none;
    }
    void isReadFromTheAddress()
    {
        QFETCH(QString, address);
        QFETCH(QDate, day);
        QFETCH(QString, language);
        QCOMPARE(dayInAddress(QUrl(address), language), day);
    }

    void agreesWithWhatThePagePrints_data()
    {
        QTest::addColumn<QString>("published");
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QDate>("address");
        QTest::addColumn<QString>("settled");
        QTest::newRow("an evening three hours behind UTC")
            << u"2024-09-12T01:10:20Z"_s << u"2024-09-11T22:10:00"_s << QDate()
            << u"2024-09-11T22:10:20-03:00"_s;
        QTest::newRow("a morning five and a half hours ahead")
            << u"2022-05-03T20:00:00Z"_s << u"2022-05-04T01:30:00"_s << QDate()
            << u"2022-05-04T01:30:00+05:30"_s;
        QTest::newRow("another moment of the day is no zone")
            << u"2022-05-03T12:00:00Z"_s << u"2022-05-03T12:07:00"_s << QDate()
            << u"2022-05-03T12:00:00+00:00"_s;
        QTest::newRow("the next day in the address")
            << u"2020-02-29T23:30:05Z"_s << QString() << QDate(2020, 3, 1) << u"2020-03-01"_s;
        QTest::newRow("the next day printed")
            << u"2020-02-29T23:30:05Z"_s << u"2020-03-01"_s << QDate() << u"2020-03-01"_s;
        QTest::newRow("not when the zone is told")
            << u"2020-02-29T23:30:05+01:00"_s << u"2020-03-01"_s << QDate(2020, 3, 1)
            << u"2020-02-29T23:30:05+01:00"_s;
        QTest::newRow("published anew years after")
            << u"2023-08-01T09:15:00+02:00"_s << QString() << QDate(2016, 5, 3) << u"2016-05-03"_s;
        QTest::newRow("a draft of last week")
            << u"2022-05-08T10:00:00Z"_s << QString() << QDate(2022, 5, 2)
            << u"2022-05-08T10:00:00+00:00"_s;
    }
    void agreesWithWhatThePagePrints()
    {
        QFETCH(QString, published);
        QFETCH(QString, printed);
        QFETCH(QDate, address);
        QFETCH(QString, settled);
        QCOMPARE(::settled(date(published), date(printed), address).toIso(), settled);
    }

    void isFoundInThePage_data()
    {
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("body"); // "%1" is the story
        QTest::addColumn<QString>("published");
        const QString known = u"<meta property='article:published_time' content='%1'>"_s;
        QTest::newRow("day and hour in their elements, in the page's own zone")
            << known.arg(u"2024-08-09T22:41:07Z"_s)
            << u"<h1>Ferry returns</h1><p><time>10 August 2024</time><time>00:41</time>"
               "<span>The Harbour Times</span></p>%1"_s
            << u"2024-08-10T00:41:07+02:00"_s;
        QTest::newRow("under the headline, and published anew since")
            << known.arg(u"2023-06-14T08:12:30Z"_s)
            << u"<h1>Ferry returns</h1><p>by Ann Lee</p><p>2 April 2021</p>%1"_s << u"2021-04-02"_s;
        QTest::newRow("not what is printed of a change or of what is to come")
            << known.arg(u"2023-06-14T08:12:30Z"_s)
            << u"<h1>Ferry returns</h1><p>Updated 17 November 2021</p><p>4 May 2024</p>%1"_s
            << u"2023-06-14T08:12:30+00:00"_s;
        QTest::newRow("printed, where the metadata may mean a draft's")
            << u"<meta name='date' content='2019-11-03T09:15:00+01:00'>"_s
            << u"<h1>Ferry returns</h1><span>18 December 2019</span>%1"_s << u"2019-12-18"_s;
        QTest::newRow("below the story")
            << QString()
            << u"<h1>Ferry returns</h1>%1<p>Letzte Änderung: 07.02.2020 - 18:20:11<br>"
               "Erschienen am: 09.02.2020</p>"_s
            << u"2020-02-09"_s;
        QTest::newRow("below its label")
            << QString()
            << u"<h1>Ferry returns</h1><dl><dt>Last updated:</dt><dd>5 May 2022</dd>"
               "<dt>Published:</dt><dd>3 May 2022</dd></dl>%1"_s
            << u"2022-05-03"_s;
        QTest::newRow("not a suggested story's")
            << QString()
            << u"<h1>Ferry returns</h1><p>Published May 22, 2026</p>%1<aside><h2>More</h2>"
               "<time datetime='2026-03-05'>Mar 5, 2026</time></aside>"_s
            << u"2026-05-22"_s;
        QTest::newRow("not one beside a link to the story")
            << QString()
            << u"<ul><li><a>Ferry returns</a></li><li>The week from 3 May 2020 on</li></ul>"_s
                + u"<p>Links</p>"_s.repeated(30) + u"<h1>Ferry returns</h1><p>4 May 2022</p>%1"_s
            << u"2022-05-04"_s;
        QTest::newRow("above the headline, and not of another story's teaser")
            << QString()
            << u"<main><article><p>22 May 2021</p><a href='/boats'>Boats</a><h1>Ferry "
               u"returns</h1>%1"
               "</article><aside><h2>Latest</h2><p>5 March 2021 Another ferry</p></aside></main>"_s
            << u"2021-05-22"_s;
        QTest::newRow("below it rather than above")
            << QString() << u"<p>22 May 2021</p><h1>Ferry returns</h1><p>5 March 2021</p>%1"_s
            << u"2021-03-05"_s;
    }
    void isFoundInThePage()
    {
        QFETCH(QString, head);
        QFETCH(QString, body);
        QFETCH(QString, published);
        const Article article = readPage(
            u"<!DOCTYPE html><html lang='en'><head><title>Ferry returns</title>%1</head><body>"
            "%2</body></html>"_s.arg(head, body.arg(storyAbout(u"ferry"_s))));
        QCOMPARE(article.datePublished.toIso(), published);
    }
};

QTEST_GUILESS_MAIN(PublicationDayTest)
#include "tst_publicationday.moc"
