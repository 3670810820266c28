#include "app/article/printeddate.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_PrintedDate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void saysNoMoreThanThePageDid_data();
    void saysNoMoreThanThePageDid();
};

void tst_PrintedDate::saysNoMoreThanThePageDid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iso");

    QTest::newRow("day") << u"2009-03-30"_s << u"2009-03-30"_s;
    QTest::newRow("compact day") << u"20090330"_s << u"2009-03-30"_s;
    QTest::newRow("no zone") << u" 2009-03-30 15:33 "_s << u"2009-03-30T15:33:00"_s;
    QTest::newRow("Z") << u"2009-03-30T15:33:07Z"_s << u"2009-03-30T15:33:07+00:00"_s;
    QTest::newRow("offset") << u"2009-03-30T15:33:07.250+02:00"_s << u"2009-03-30T15:33:07+02:00"_s;
    QTest::newRow("bare offset") << u"2009-03-30T15:33-0330"_s << u"2009-03-30T15:33:00-03:30"_s;
    QTest::newRow("mail") << u"Mon, 30 Mar 2009 15:33:00 +0100"_s << u"2009-03-30T15:33:00+01:00"_s;
    QTest::newRow("seconds since 1970") << u"1238427187"_s << u"2009-03-30T15:33:07+00:00"_s;
    QTest::newRow("milliseconds") << u"1238427187250"_s << u"2009-03-30T15:33:07+00:00"_s;
    QTest::newRow("a telephone") << u"02079460958"_s << QString();
    QTest::newRow("no such day") << u"2009-02-30"_s << QString();
    QTest::newRow("no such hour") << u"2009-02-03T25:00Z"_s << QString();
    QTest::newRow("words") << u"last Tuesday"_s << QString();
}

void tst_PrintedDate::saysNoMoreThanThePageDid()
{
    QFETCH(QString, text);
    QFETCH(QString, iso);

    const auto date = dateFromIso(text);

    QCOMPARE(date.has_value(), !iso.isEmpty());
    QCOMPARE(date.value_or(PrintedDate{}).toIso(), iso);
}

QTEST_GUILESS_MAIN(tst_PrintedDate)
#include "tst_printeddate.moc"
