#include "ui/searchbar/querytext.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_QueryText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void partsTheTextAsItWasWritten_data();
    void partsTheTextAsItWasWritten();
    void addsAndTakesAPartAndLeavesTheRest();
    void readsAndReplacesDates();
    void lastWordMayHaveOnlyBegun_data();
    void lastWordMayHaveOnlyBegun();
};

void tst_QueryText::partsTheTextAsItWasWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("nothing") << u"  "_s << QStringList();
    QTest::newRow("words") << u" ghost  net "_s << QStringList{u"ghost"_s, u"net"_s};
    QTest::newRow("phrase") << u"\"ghost net\" x"_s << QStringList{u"\"ghost net\""_s, u"x"_s};
    QTest::newRow("field") << u"from:\"The Post\" a"_s
                           << QStringList{u"from:\"The Post\""_s, u"a"_s};
    QTest::newRow("brackets") << u"(a OR b) c"_s << QStringList{u"(a OR b)"_s, u"c"_s};
    QTest::newRow("slips") << u"\"a b ) ("_s << QStringList{u"\"a b ) ("_s};
}

void tst_QueryText::partsTheTextAsItWasWritten()
{
    QFETCH(QString, text);
    QFETCH(QStringList, parts);

    QCOMPARE(searchParts(text), parts);
}

void tst_QueryText::addsAndTakesAPartAndLeavesTheRest()
{
    SearchQuery part;
    part.kind = SearchQuery::Kind::Publisher;
    part.text = u"Harbour Post"_s;
    const QString typed = u"ferry (storm OR gale) -title:\"low tide\""_s;

    const QString with = withPart(typed, part);

    QCOMPARE(with, typed + u" from:\"Harbour Post\""_s);
    QVERIFY(hasPart(with, part));
    QVERIFY(!hasPart(typed, part));
    QCOMPARE(withPart(with, part), with);
    QCOMPARE(withoutPart(with, part), typed);
    QCOMPARE(withPart({}, part), u"from:\"Harbour Post\""_s);
}

void tst_QueryText::readsAndReplacesDates()
{
    const DateRange months{QDate(2031, 3, 1), QDate(2031, 4, 30)};

    const QString text = withDates(u"ferry date:2029 storm"_s, months);

    QCOMPARE(datesOf(text), months);
    QCOMPARE(withoutDates(text), u"ferry storm"_s);
    QCOMPARE(withDates(text, {}), u"ferry storm"_s);
    QVERIFY(datesOf(u"ferry"_s).isEmpty());
}

void tst_QueryText::lastWordMayHaveOnlyBegun_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("asked");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("one letter") << u"f"_s << u"f"_s;
    QTest::newRow("a word") << u"storm fer"_s << u"storm (fer OR fer*)"_s;
    QTest::newRow("a whole word") << u"storm ferry "_s << u"storm ferry"_s;
    QTest::newRow("in the headline") << u"title:fer"_s << u"title:fer OR title:fer*"_s;
    QTest::newRow("an operator") << u"storm OR"_s << u"storm OR"_s;
    QTest::newRow("a phrase") << u"\"ghost net\""_s << u"\"ghost net\""_s;
    QTest::newRow("an empty field") << u"storm from:"_s << u"storm"_s;
    QTest::newRow("half a date") << u"storm date:nex"_s << u"storm"_s;
    QTest::newRow("half a state") << u"storm is:unr"_s << u"storm"_s;
    QTest::newRow("a date") << u"date:2009"_s << u"date:2009"_s;
    QTest::newRow("Chinese") << u"渡轮"_s << u"渡轮"_s;
}

void tst_QueryText::lastWordMayHaveOnlyBegun()
{
    QFETCH(QString, typed);
    QFETCH(QString, asked);

    QCOMPARE(queryWhileTyping(typed).written(), SearchQuery::parsed(asked).written());
    QVERIFY(queryWhileTyping(typed) == SearchQuery::parsed(asked));
}

QTEST_MAIN(tst_QueryText)
#include "tst_querytext.moc"
