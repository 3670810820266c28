#include "app/related/headlinelikeness.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_HeadlineLikeness final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void tellsAHeadlineFromAnother_data();
    void tellsAHeadlineFromAnother();
};

Q_DECLARE_METATYPE(HeadlineLikeness)

void tst_HeadlineLikeness::tellsAHeadlineFromAnother_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<HeadlineLikeness>("likeness");
    const auto row = [](const char *name, const QString &one, const QString &other,
                        HeadlineLikeness likeness) {
        QTest::newRow(name) << one << other << likeness;
    };
    using enum HeadlineLikeness;

    row("the same", u"Port closed"_s, u"PORT ‘CLOSED’"_s, Same);
    row("cut", u"Ferry crews walk out over…"_s, u"Ferry crews walk out over pay"_s, Cut);
    row("cut in a word", u"Ferry crews walk out over pay and condi"_s,
        u"Ferry crews walk out over pay and conditions"_s, Cut);
    row("with a tail", u"Ferry crews walk out over pay - live"_s,
        u"Ferry crews walk out over pay"_s, Cut);
    row("cut too short to tell", u"Ferry crews"_s, u"Ferry crews walk out over pay"_s, None);
    row("worded anew", u"Crews of ferries walk out over winter pay"_s,
        u"Ferries' crews walk out over pay for winter"_s, WordedAnew);
    row("a word of four is another", u"Storm hits outer islands"_s, u"Storm misses outer islands"_s,
        WordedAnew);
    row("half is another", u"Storm hits outer islands"_s, u"Storm over inner islands"_s, None);
    row("only small words in common", u"What it is that we have"_s, u"It is what we have to do"_s,
        None);
    row("Chinese, cut", u"港口的渡轮工人罢工…"_s, u"港口的渡轮工人罢工三天"_s, Cut);
    row("Chinese, another", u"港口的渡轮工人罢工"_s, u"博物馆展出猫头鹰画"_s, None);
    row("empty", {}, u"Port"_s, None);
    row("marks alone", u"…"_s, u"—"_s, None);
}

void tst_HeadlineLikeness::tellsAHeadlineFromAnother()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(HeadlineLikeness, likeness);

    QCOMPARE(headlineLikeness(one, other), likeness);
    QCOMPARE(headlineLikeness(other, one), likeness);
}

QTEST_APPLESS_MAIN(tst_HeadlineLikeness)
#include "tst_headlinelikeness.moc"
