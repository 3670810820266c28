#include "app/search/textsketch.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

class tst_TextSketch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void isTheSameForTheSameWords();
    void isEmptyForATextWithoutWords();
    void isFarFromThatOfAnotherText();
    void tellsHowMuchTwoTextsShare_data();
    void tellsHowMuchTwoTextsShare();
    void worksForAFewWords();
    void worksForTextsWithoutBlanks();
    void countsTheRunsOfEither();
};

namespace {

QStringList someWords(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    QStringList words;
    for (int i = 0; i < count; ++i)
        words.append(u"w%1"_s.arg(random.bounded(5'000)));
    return words;
}

} // namespace

void tst_TextSketch::isTheSameForTheSameWords()
{
    const QByteArray sketch = sketchOf(u"The ferries stay in harbour, said the mayor on Monday.");

    QCOMPARE(sketch.size(), 64);
    QCOMPARE(sketch, sketchOf(u"THE FERRIES STAY IN HARBOUR\nsaid the mayor on “Monday”"));
    QCOMPARE(sketchedLikeness(sketch, sketch), 1);
}

void tst_TextSketch::isEmptyForATextWithoutWords()
{
    QVERIFY(sketchOf({}).isEmpty());
    QVERIFY(sketchOf(u" … — \n").isEmpty());
    QCOMPARE(sketchedLikeness({}, {}), 0);
    QCOMPARE(sketchedLikeness({}, sketchOf(u"word")), 0);
    QCOMPARE(textOverlap(TextRuns(), TextRuns()).ofBoth, 0);
}

void tst_TextSketch::isFarFromThatOfAnotherText()
{
    const QByteArray one = sketchOf(someWords(400, 1).join(u' '));
    const QByteArray other = sketchOf(someWords(400, 2).join(u' '));

    QVERIFY(sketchedLikeness(one, other) < 0.08);
}

void tst_TextSketch::tellsHowMuchTwoTextsShare_data()
{
    QTest::addColumn<int>("changed"); // words of 600, at the end

    QTest::newRow("most") << 20;
    QTest::newRow("four fifths") << 66;
    QTest::newRow("half") << 200;
    QTest::newRow("a fifth") << 400;
}

void tst_TextSketch::tellsHowMuchTwoTextsShare()
{
    QFETCH(int, changed);
    double error = 0;
    constexpr int times = 40;
    for (quint32 seed = 1; seed <= times; ++seed) {
        const QStringList words = someWords(600, seed);
        const QStringList others = words.first(600 - changed) + someWords(changed, seed + 1'000);
        const double exact = textOverlap(TextRuns(words.join(u' ')), TextRuns(others.join(u' ')))
                                 .ofBoth;
        const double told = sketchedLikeness(sketchOf(words.join(u' ')),
                                             sketchOf(others.join(u' ')));
        QVERIFY2(std::abs(told - exact) < 0.25, qPrintable(u"%1 %2"_s.arg(told).arg(exact)));
        error += (told - exact) / times;
    }
    QVERIFY2(std::abs(error) < 0.04, qPrintable(QString::number(error))); // off by chance alone
}

void tst_TextSketch::worksForAFewWords()
{
    QCOMPARE(sketchedLikeness(sketchOf(u"In pictures"), sketchOf(u"in Pictures")), 1);
    QVERIFY(sketchedLikeness(sketchOf(u"In pictures"), sketchOf(u"In brief")) < 0.1);
    QCOMPARE(textOverlap(TextRuns(u"In pictures"), TextRuns(u"in pictures!")).ofBoth, 1);
}

void tst_TextSketch::worksForTextsWithoutBlanks()
{
    const QString
        text = u"港口的渡轮工人星期一因工资问题罢工，港口整天都很安静。市长说谈判将继续。"_s;

    QCOMPARE(sketchedLikeness(sketchOf(text), sketchOf(text)), 1);
    QVERIFY(textOverlap(TextRuns(text), TextRuns(text + u"他们没有说什么"_s)).ofOne == 1);
    QVERIFY(textOverlap(TextRuns(text), TextRuns(u"猫头鹰画展开幕，许多游客前来参观"_s)).ofBoth
            == 0);
}

void tst_TextSketch::countsTheRunsOfEither()
{
    const QString one = u"one two three four five six seven eight"_s; // 4 runs
    const QString other = u"one two three four five six"_s;           // 2 of them

    const TextOverlap overlap = textOverlap(TextRuns(one), TextRuns(other));

    QCOMPARE(overlap.ofBoth, 0.5);
    QCOMPARE(overlap.ofOne, 0.5);
    QCOMPARE(overlap.ofOther, 1);
}

QTEST_APPLESS_MAIN(tst_TextSketch)
#include "tst_textsketch.moc"
