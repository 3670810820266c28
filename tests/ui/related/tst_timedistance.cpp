#include "ui/related/timedistance.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_TimeDistance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void saysHowFarApartTwoStoriesAre_data();
    void saysHowFarApartTwoStoriesAre();
};

void tst_TimeDistance::saysHowFarApartTwoStoriesAre_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("words");
    const auto row = [](const QString &other, const QString &words) {
        QTest::newRow(qPrintable(other)) << other << words;
    };

    row(u"2031-05-02T12:00+00:00"_s, u"at the same time"_s);
    row(u"2031-05-02T11:40+00:00"_s, u"20 minutes before"_s);
    row(u"2031-05-02T12:01+00:00"_s, u"a minute after"_s);
    row(u"2031-05-02T15:20+00:00"_s, u"3 hours after"_s);
    row(u"2031-05-01T23:00+00:00"_s, u"13 hours before"_s);
    row(u"2031-05-02T14:00+01:00"_s, u"an hour after"_s);
    row(u"2031-05-01T10:00+00:00"_s, u"the day before"_s);
    row(u"2031-05-02"_s, u"the same day"_s);
    row(u"2031-05-03"_s, u"the day after"_s);
    row(u"2031-04-30"_s, u"2 days before"_s);
    row(u"2031-05-20"_s, u"2 weeks after"_s);
    row(u"2031-02-01"_s, u"3 months before"_s);
    row(u"2028-05-02"_s, u"3 years before"_s);
    row(QString(), QString());
}

void tst_TimeDistance::saysHowFarApartTwoStoriesAre()
{
    QFETCH(QString, other);
    QFETCH(QString, words);
    const PrintedDate asked = *dateFromIso(u"2031-05-02T12:00+00:00"_s);

    QCOMPARE(timeDistance(asked, dateFromIso(other).value_or(PrintedDate{})), words);
    QCOMPARE(timeDistance({}, asked), QString());
}

QTEST_APPLESS_MAIN(tst_TimeDistance)
#include "tst_timedistance.moc"
