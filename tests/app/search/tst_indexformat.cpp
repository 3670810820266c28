#include "app/search/indexformat.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace indexformat;

class tst_IndexFormat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void sortsNumbersAsTheirBytes();
    void sortsTimesBeforeAndAfter1970();
    void givesBackTheTextItPacked_data();
    void givesBackTheTextItPacked();
    void makesNewsSmaller();
    void refusesWhatItDidNotPack();
};

void tst_IndexFormat::sortsNumbersAsTheirBytes()
{
    const QList<quint64> numbers{0,           1,          9,         255,           256,
                                 65'535,      65'536,     2'454'921, 1'000'000'000, 0xFFFFFFFF,
                                 0x100000000, ~quint64(0)};
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        QCOMPARE(numberOf(sortedNumber(numbers.at(i))), numbers.at(i));
        if (i > 0)
            QVERIFY(sortedNumber(numbers.at(i - 1)) < sortedNumber(numbers.at(i)));
    }
    QCOMPARE(sortedNumber(2'000'000).size(), 4u);
}

void tst_IndexFormat::sortsTimesBeforeAndAfter1970()
{
    const QList<qint64> times{-5'000'000'000, -1, 0, 1, 1'238'338'380, 4'000'000'000};
    for (qsizetype i = 0; i < times.size(); ++i) {
        QCOMPARE(timeOf(sortedTime(times.at(i))), times.at(i));
        if (i > 0)
            QVERIFY(sortedTime(times.at(i - 1)) < sortedTime(times.at(i)));
    }
}

void tst_IndexFormat::givesBackTheTextItPacked_data()
{
    QTest::addColumn<QString>("body");

    QTest::newRow("nothing") << QString();
    QTest::newRow("a story") << u"Crews walked out.\n\nThe ferries stay."_s;
    QTest::newRow("letters of everywhere") << u"Łódź, Αθήνα, 港口, الميناء, 𝒳"_s;
    QTest::newRow("long") << QString(300'000, u'x');
}

void tst_IndexFormat::givesBackTheTextItPacked()
{
    QFETCH(QString, body);
    const StoredText text{u"Ferry crews walk out"_s, u"And stay\nout"_s, body, u"ferry, pay"_s};

    const auto again = unpacked(packed(text));

    QVERIFY(again);
    QCOMPARE(again->headline, text.headline);
    QCOMPARE(again->standfirst, text.standfirst);
    QCOMPARE(again->body, text.body);
    QCOMPARE(again->rest, text.rest);
}

void tst_IndexFormat::makesNewsSmaller()
{
    StoredText text{u"Ferry crews walk out"_s, {}, {}, {}};
    for (int i = 0; i < 20; ++i)
        text.body += u"The crews of ferry number %1 walked out over their pay. "_s.arg(i);

    QVERIFY(packed(text).size() * 4 < size_t(text.body.size()));
}

void tst_IndexFormat::refusesWhatItDidNotPack()
{
    const std::string good = packed({u"A"_s, u"B"_s, QString(2'000, u'c'), u"D"_s});

    QVERIFY(!unpacked({}));
    QVERIFY(!unpacked("no frame of anything"));
    QVERIFY(!unpacked(std::string_view(good).substr(0, good.size() / 2)));
    // A parting byte within a part may not make five of four.
    const auto parted = unpacked(packed({u"A\x1F"
                                         "B"_s,
                                         {},
                                         {},
                                         {}}));
    QVERIFY(parted);
    QCOMPARE(parted->headline, u"A B"_s);
}

QTEST_GUILESS_MAIN(tst_IndexFormat)
#include "tst_indexformat.moc"
