// What a match of an expression must hold: never more than it does.
#include "app/formats/html/namepattern.h"
#include "app/formats/html/neededwords.h"
#include "app/formats/html/valuepattern.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

class NeededWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void wordsOfExpressions_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QList<QByteArray>>("words");
        const auto row = [](const char *expression, const QList<QByteArray> &words) {
            QTest::newRow(expression) << QByteArray(expression) << words;
        };
        row("byline|author", {"byline", "author"});
        row("comments?", {"comment"});
        row("ad-?container", {"container"});
        row("(?:^|[\\s_-])(?:share|social)(?:$|[\\s_-])", {"share", "social"});
        row("newsletter\\w*", {"newsletter"});
        row("(?<!label-)hidden(?!.*:(?:block|flex))", {"hidden"});
        row("(?:info|box)?name", {"name"});
        row("bo+k", {"bo"});
        row("aut(?:or(?:e|en)|eur)s?", {"aut"});
        row("x{2}story", {"story"});
        row("fn|n", {});
        row("[a-z]+", {});
        row("", {});
    }

    void wordsOfExpressions()
    {
        QFETCH(const QByteArray, expression);
        QFETCH(const QList<QByteArray>, words);
        QCOMPARE(neededWords(expression), words);
    }

    void aPatternMatchesAsItsExpressionDoes_data()
    {
        QTest::addColumn<QString>("expression");
        for (const QString &expression :
             {u"-ad-|byline|comments?|(?:^|\\s)hide(?:$|\\s)"_s, u"(?:a[bc]|ad+e)hid?e"_s,
              u"(?:^|[\\s_-])(?:by|side-?bar|a(?:d|dd)bar)(?:$|[\\s_-])"_s,
              u"(?<!by-)side(?!bar)"_s, u"byline|sidebar|-ad|comment|ab"_s})
            QTest::newRow(qPrintable(expression)) << expression;
    }

    void aPatternMatchesAsItsExpressionDoes()
    {
        QFETCH(const QString, expression);
        static std::vector<std::unique_ptr<NamePattern>> patterns; // static, as all of them
        patterns.push_back(std::make_unique<NamePattern>(expression));
        const QRegularExpression plain(expression, QRegularExpression::CaseInsensitiveOption);
        static const QString pieces[] = {u"by"_s, u"line"_s,    u"side"_s, u"bar"_s, u"hid"_s,
                                         u"e"_s,  u"-"_s,       u" "_s,    u"Ad"_s,  u"d"_s,
                                         u"_"_s,  u"comment"_s, u"ab"_s};
        std::mt19937 random(11);
        int matched = 0;
        for (int round = 0; round < 20'000; ++round) {
            QString name;
            for (quint64 length = 1 + random() % 5; length > 0; --length)
                name += pieces[random() % std::size(pieces)];
            const bool isMatch = plain.match(name).hasMatch();
            matched += isMatch;
            QCOMPARE(patterns.back()->matches(name), isMatch);
        }
        QVERIFY(matched > 10);
    }

    void aPatternOfValuesMatchesAsItsExpressionDoes_data()
    {
        QTest::addColumn<QString>("expression");
        for (const QString &expression :
             {u"display\\s*:\\s*none|visibility\\s*:\\s*hidden"_s,
              u"/(?:authors?|p(?:rofile|eople))/[^/?#]{3,}"_s, u"none$"_s, u"^\\d+"_s})
            QTest::newRow(qPrintable(expression)) << expression;
    }

    void aPatternOfValuesMatchesAsItsExpressionDoes()
    {
        QFETCH(const QString, expression);
        const ValuePattern pattern(expression);
        const QRegularExpression plain(expression, QRegularExpression::CaseInsensitiveOption);
        static const QString pieces[] = {u"display"_s, u": "_s,     u"none"_s,  u"Visibility"_s,
                                         u":"_s,       u"HIDDEN"_s, u"/"_s,     u"Author"_s,
                                         u"s"_s,       u"people"_s, u"ärger"_s, u"7"_s};
        std::mt19937 random(12);
        int matched = 0;
        for (int round = 0; round < 20'000; ++round) {
            QString value;
            for (quint64 length = random() % 9; length > 0; --length)
                value += pieces[random() % std::size(pieces)];
            const bool isMatch = plain.match(value).hasMatch();
            matched += isMatch;
            QCOMPARE(pattern.matches(value.toUtf8()), isMatch);
        }
        QVERIFY(matched > 10);
    }
};

QTEST_GUILESS_MAIN(NeededWordsTest)
#include "tst_neededwords.moc"
