#include "app/render/datetext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_DateText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void saysTheMomentAsThePageDid_data();
    void saysTheMomentAsThePageDid();
};

void tst_DateText::saysTheMomentAsThePageDid_data()
{
    QTest::addColumn<QString>("iso");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("text");

    QTest::newRow("day") << u"2011-04-16"_s << QString() << u"16 April 2011"_s;
    QTest::newRow("no zone") << u"2011-04-16T09:40"_s << QString() << u"16 April 2011, 09:40"_s;
    QTest::newRow("a name") << u"2011-04-16T09:40+00:00"_s << u"GMT"_s
                            << u"16 April 2011, 09:40 GMT"_s;
    QTest::newRow("a machine's Z")
        << u"2011-04-16T09:40Z"_s << QString() << u"16 April 2011, 09:40 UTC"_s;
    QTest::newRow("a machine's zero")
        << u"2011-04-16T09:40+00:00"_s << QString() << u"16 April 2011, 09:40 UTC"_s;
    QTest::newRow("a machine's offset")
        << u"2011-04-16T09:40+03:00"_s << QString() << u"16 April 2011, 09:40 UTC+03:00"_s;
}

void tst_DateText::saysTheMomentAsThePageDid()
{
    QFETCH(QString, iso);
    QFETCH(QString, zone);
    QFETCH(QString, text);

    PrintedDate date = dateFromIso(iso).value_or(PrintedDate{});
    if (!zone.isEmpty())
        date.zone = zone;

    QCOMPARE(dateText(date, QLocale(QLocale::English)), text);
}

QTEST_GUILESS_MAIN(tst_DateText)
#include "tst_datetext.moc"
