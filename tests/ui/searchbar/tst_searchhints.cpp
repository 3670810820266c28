#include "tests/support/someoverview.h"
#include "ui/searchbar/searchhints.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_SearchHints final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void offersEarlierSearchesAndFieldsWhileEmpty();
    void isQuietAboutPlainWords();
    void offersTheValuesOfAField_data();
    void offersTheValuesOfAField();
    void saysHowAFieldsNameGoesOn();
};

void tst_SearchHints::offersEarlierSearchesAndFieldsWhileEmpty()
{
    const QList<SearchHint> hints = searchHints({}, someOverview(), {u"ferry"_s, u"storm"_s});

    QCOMPARE(hints.at(0).text, u"ferry"_s);
    QCOMPARE(hints.at(1).text, u"storm"_s);
    QVERIFY(std::ranges::any_of(hints, [](const auto &hint) { return hint.text == u"from:"; }));
}

void tst_SearchHints::isQuietAboutPlainWords()
{
    QVERIFY(searchHints(u"ferry title"_s, someOverview(), {u"ferry"_s}).isEmpty());
    QVERIFY(searchHints(u"from:\"Post 3\""_s, someOverview(), {}).isEmpty());
    QVERIFY(searchHints(u"tag:budget"_s, someOverview(), {}).isEmpty());
}

void tst_SearchHints::offersTheValuesOfAField_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    QTest::newRow("publishers") << u"storm from:"_s << u"storm from:\"Post 0\" "_s;
    QTest::newRow("begun") << u"from:post 1"_s << QString();
    QTest::newRow("quoted") << u"from:\"post 2"_s << u"from:\"Post 2\" "_s;
    QTest::newRow("inside") << u"section:orl"_s << u"section:World "_s;
    QTest::newRow("a tag") << u"-tag:bud"_s << u"-tag:budget "_s;
    QTest::newRow("a state") << u"is:st"_s << u"is:starred "_s;
    QTest::newRow("a language") << u"lang:f"_s << u"lang:fr "_s;
    QTest::newRow("a day") << u"date:to"_s << u"date:today "_s;
}

void tst_SearchHints::offersTheValuesOfAField()
{
    QFETCH(QString, typed);
    QFETCH(QString, first);

    const QList<SearchHint> hints = searchHints(typed, someOverview(), {});

    QCOMPARE(hints.isEmpty() ? QString() : hints.first().text, first);
}

void tst_SearchHints::saysHowAFieldsNameGoesOn()
{
    QCOMPARE(fieldCompletion(u"storm au"_s), u"thor:"_s);
    QCOMPARE(fieldCompletion(u"date"_s), u":"_s);
    QCOMPARE(fieldCompletion(u"storm a"_s), QString());
    QCOMPARE(fieldCompletion(u"au "_s), QString());
    QCOMPARE(fieldCompletion(u"from:x"_s), QString());
}

QTEST_MAIN(tst_SearchHints)
#include "tst_searchhints.moc"
