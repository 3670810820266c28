#include "app/search/names.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_Names final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void findsRunsOfCapitalisedWords_data();
    void findsRunsOfCapitalisedWords();
    void countsANameOnceForEachTimeItStands();
    void endsWithAnyInput();
};

void tst_Names::findsRunsOfCapitalisedWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");

    QTest::newRow("in a sentence") << u"She met Mara Lindqvist in Port Ellery."_s
                                   << QStringList{u"Mara Lindqvist"_s, u"Port Ellery"_s};
    QTest::newRow("sentence openers are no names")
        << u"Police said so. The harbour was quiet. Yesterday it rained."_s << QStringList{};
    QTest::newRow("an opener that is a name elsewhere")
        << u"Ellery waited. People in Ellery were calm."_s << QStringList{u"Ellery"_s};
    QTest::newRow("small words inside")
        << u"a report by the Bank of Ellery and Ursula von der Lund said"_s
        << QStringList{u"Bank of Ellery"_s, u"Ursula von der Lund"_s};
    QTest::newRow("a small word of the name's own")
        << u"It was said in New Ellery and near The Hague. In Lund too."_s
        << QStringList{u"New Ellery"_s, u"The Hague"_s, u"Lund"_s};
    QTest::newRow("titles and possessives")
        << u"It was Mr Lund's idea, and Dr Osei’s plan."_s << QStringList{u"Lund"_s, u"Osei"_s};
    QTest::newRow("two names side by side") << u"the city of Ellery's Mara Lindqvist"_s
                                            << QStringList{u"Ellery"_s, u"Mara Lindqvist"_s};
    QTest::newRow("initials") << u"the U.S. Senate and J.R. Vance spoke"_s
                              << QStringList{u"U.S. Senate"_s, u"J.R. Vance"_s};
    QTest::newRow("days and months")
        << u"on Monday and in March they met Lund"_s << QStringList{u"Lund"_s};
    QTest::newRow("commas part names")
        << u"with Lund, Osei and Varga there"_s << QStringList{u"Lund"_s, u"Osei"_s, u"Varga"_s};
    QTest::newRow("other scripts")
        << u"вчера в Москве Анна Петрова сказала"_s << QStringList{u"Москве Анна Петрова"_s};
    QTest::newRow("nothing") << QString() << QStringList{};
}

void tst_Names::findsRunsOfCapitalisedWords()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);

    QStringList found;
    for (const PrintedName &name : namesIn(text))
        found.append(name.printed);

    QCOMPARE(found, names);
}

void tst_Names::countsANameOnceForEachTimeItStands()
{
    const auto names = namesIn(u"He saw Port Ellery.\nThen Port Ellery’s mayor saw him."_s);

    QCOMPARE(names.size(), 1);
    QCOMPARE(names.first().folded, u"port ellery"_s);
    QCOMPARE(names.first().count, 2);
}

void tst_Names::endsWithAnyInput()
{
    QString capitals;
    for (int i = 0; i < 50'000; ++i)
        capitals += u"Name "_s;
    QVERIFY(!namesIn(capitals).isEmpty());
    QVERIFY(namesIn(u"''..--&&A.-"_s + QChar(0xD800) + QChar(0xDC00) + QChar(0xD800)).size() < 3);
}

QTEST_GUILESS_MAIN(tst_Names)
#include "tst_names.moc"
