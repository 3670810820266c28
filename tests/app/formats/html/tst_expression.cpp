// Expressions answer as QRegularExpression does, whose library they share.
#include "app/formats/html/expression.h"

#include <QRegularExpression>
#include <QTest>

#include <barrier>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

class tst_Expression final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void findsWhatQtFinds_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::newRow("groups") << u"(\\d+)\\.(\\d+)"_s << u"At 12.30 and 14.05 from quay 3."_s;
        QTest::newRow("one that takes no part") << u"(quay)|(pier)"_s << u"pier, quay, pier"_s;
        QTest::newRow("the last takes no part") << u"(a)(b)?"_s << u"a ab"_s;
        QTest::newRow("nothing found") << u"harbour"_s << u"A ferry."_s;
        QTest::newRow("nothing there") << u"a"_s << QString();
        QTest::newRow("behind another") << u"(?<=o)r"_s << u"for our harbour or more"_s;
        QTest::newRow("the beginning is one") << u"^\\w"_s << u"one"_s;
        QTest::newRow("two units a character") << u"\\p{So}"_s << u"a 🚢 and a ⚓ and a 🚢"_s;
        QTest::newRow("the marks of one line") << u"(?s)<!--.*?-->"_s << u"a<!--b\nc-->d<!---->"_s;
    }

    void findsWhatQtFinds()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, text);
        const Expression expression(pattern);
        const QRegularExpression qt(pattern);
        QCOMPARE(expression.isIn(text), qt.match(text).hasMatch());
        const QList<ExpressionMatch> all = expression.allIn(text);
        qsizetype at = 0;
        for (auto matches = qt.globalMatch(text); matches.hasNext();) {
            const QRegularExpressionMatch expected = matches.next();
            if (expected.capturedLength() == 0)
                continue;
            QVERIFY(at < all.size());
            const ExpressionMatch &found = all.at(at++);
            for (int group = 0; group <= qt.captureCount(); ++group) {
                QCOMPARE(found.text(group), expected.captured(group));
                QCOMPARE(found.start(group), expected.capturedStart(group));
                QCOMPARE(found.length(group), expected.capturedLength(group));
            }
        }
        QCOMPARE(at, all.size());
        QCOMPARE(expression.firstIn(text).text(), qt.match(text).captured());
        QCOMPARE(expression.split(text), text.split(qt));
        QCOMPARE(expression.removedFrom(text), QString(text).remove(qt));
        QCOMPARE(expression.replacedIn(text, u"…"_s), QString(text).replace(qt, u"…"_s));
    }

    void lettersAndCasesAreAsAsked()
    {
        using enum Expression::Case;
        using enum Expression::Letters;
        QVERIFY(!Expression(u"ärzte"_s).isIn(u"ÄRZTE"));
        QVERIFY(Expression(u"ärzte"_s, Insensitive).isIn(u"ÄRZTE"));
        QVERIFY(!Expression(u"^\\w+$"_s).isIn(u"Fähre"));
        QVERIFY(Expression(u"^\\w+$"_s, Sensitive, Unicode).isIn(u"Fähre"));
        QVERIFY(Expression(u"\\bпаром\\b"_s, Insensitive, Unicode).isIn(u"Новый Паром."));
    }

    void whatIsNotFoundSaysNothing()
    {
        const ExpressionMatch match = Expression(u"(ferry)"_s).firstIn(u"A ship."_s);
        QVERIFY(!match.isFound());
        QCOMPARE(match.start(), -1);
        QCOMPARE(match.length(1), 0);
        QVERIFY(match.text(1).isNull());
        QVERIFY(Expression(u"()"_s).firstIn(u"A ship."_s).text(1).isEmpty());
        QVERIFY(Expression(u"()"_s).firstIn(u"A ship."_s).text(2).isNull());
    }

    void anEmptyMatchIsPassedOver()
    {
        const Expression expression(u"s*"_s);
        QCOMPARE(expression.allIn(u"🚢ships"_s).size(), 2);
        QCOMPARE(expression.replacedIn(u"🚢ships"_s, u"S"_s), u"🚢ShipS"_s);
        QCOMPARE(expression.split(u"as"_s, Qt::SkipEmptyParts), QStringList{u"a"_s});
    }

    void halfACharacterIsNoText()
    {
        const QString half = u"A ferry "_s + QChar(0xD83D);
        QVERIFY(!Expression(u"ferry"_s).isIn(half));
        QVERIFY(!Expression(u"ferry"_s).firstIn(half).isFound());
        QCOMPARE(Expression(u"ferry"_s).removedFrom(half), half);
    }

    // Looking through all of it again for each of them would take minutes.
    void aLongTextHasManyMatches()
    {
        const QStringList parts = Expression(u"\\s*,\\s*"_s).split(u"é , "_s.repeated(150'000));
        QCOMPARE(parts.size(), 150'001);
        QCOMPARE(parts.at(149'999), u"é"_s);
        QVERIFY(parts.last().isEmpty());
    }

    void whatGoesDeepIsFoundAndWhatGoesTooDeepIsNot()
    {
        const QString pattern = u"^(?:(a)|(b))*$"_s;
        const Expression expression(pattern);
        const QRegularExpression qt(pattern);
        for (const qsizetype length : {100, 4'000, 1'000'000}) {
            const QString text(length, u'a');
            QCOMPARE(expression.isIn(text), qt.match(text).hasMatch());
            QCOMPARE(expression.isIn(text), length < 1'000'000);
        }
        QVERIFY(expression.isIn(u"abba")); // afterwards, too
    }

    void whatTakesTooLongIsNotFound()
    {
        const Expression expression(u"^(?:(?:a+)+|b)+c$"_s);
        QVERIFY(!expression.isIn(QString(60, u'a')));
        QVERIFY(expression.isIn(u"aac"));
    }

    void manyAskAtOnce()
    {
        constexpr int threads = 8;
        for (int round = 0; round < 20; ++round) {
            const Expression expression(u"(\\w+) (\\w+)"_s);
            std::barrier start(threads);
            std::atomic<int> found = 0;
            std::vector<std::jthread> asking;
            for (int i = 0; i < threads; ++i)
                asking.emplace_back([&] {
                    start.arrive_and_wait();
                    found += expression.firstIn(u"two words"_s).text(2) == u"words"_s;
                });
            asking.clear();
            QCOMPARE(found.load(), threads);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Expression)
#include "tst_expression.moc"
