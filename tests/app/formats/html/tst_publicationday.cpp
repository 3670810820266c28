// On which day a story appeared, where it appeared.
#include "app/formats/html/publicationday.h"

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
        QTest::newRow("folders") << u"https://a.example/2019/01/31/ferry/"_s << QDate(2019, 1, 31);
        QTest::newRow("short ones") << u"https://a.example/home/2017/7/2/x"_s << QDate(2017, 7, 2);
        QTest::newRow("in a name") << u"https://a.example/2021-05-04-ferry"_s << QDate(2021, 5, 4);
        QTest::newRow("together") << u"https://a.example/n/20210504/ferry"_s << QDate(2021, 5, 4);
        QTest::newRow("a number") << u"https://a.example/20219904/ferry"_s << QDate();
        QTest::newRow("a year only") << u"https://a.example/2019/ferry"_s << QDate();
    }
    void isReadFromTheAddress()
    {
        QFETCH(QString, address);
        QFETCH(QDate, day);
        QCOMPARE(dayInAddress(QUrl(address)), day);
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
};

QTEST_GUILESS_MAIN(PublicationDayTest)
#include "tst_publicationday.moc"
