#include "ui/mainwindow/readinghistory.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_ReadingHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void goesBackAndForwardAgain();
    void forgetsWhatLayAheadWhenTheReaderTurnsElsewhere();
    void staysWhereItIsWhenTheSameArticleComesAgain();
    void tellsTheArticlesOfOneFileApart();
    void remembersOnlySoMuch();
};

void tst_ReadingHistory::goesBackAndForwardAgain()
{
    ReadingHistory history;
    QVERIFY(!history.canGoBack() && !history.canGoForward() && !history.current());
    history.visit({ArticleId{1}, u"/a"_s, {}});
    history.visit({ArticleId{2}, u"/b"_s, {}});

    QCOMPARE(history.goBack().id, ArticleId{1});
    QVERIFY(!history.canGoBack());
    QCOMPARE(history.goForward().id, ArticleId{2});
    QVERIFY(!history.canGoForward());
}

void tst_ReadingHistory::forgetsWhatLayAheadWhenTheReaderTurnsElsewhere()
{
    ReadingHistory history;
    for (const QString &path : {u"/a"_s, u"/b"_s, u"/c"_s})
        history.visit({{}, path, {}});
    history.goBack();
    history.goBack();

    history.visit({{}, u"/d"_s, {}});

    QVERIFY(!history.canGoForward());
    QCOMPARE(history.goBack().path, u"/a"_s);
}

void tst_ReadingHistory::staysWhereItIsWhenTheSameArticleComesAgain()
{
    ReadingHistory history;
    history.visit({{}, u"/a"_s, {}});

    history.visit({ArticleId{7}, u"/a"_s, {}});

    QVERIFY(!history.canGoBack());
    QCOMPARE(history.current()->id, ArticleId{7});
}

void tst_ReadingHistory::tellsTheArticlesOfOneFileApart()
{
    ReadingHistory history;
    history.visit({{}, u"/feed"_s, u"1"_s});

    history.visit({{}, u"/feed"_s, u"2"_s});

    QVERIFY(history.canGoBack());
}

void tst_ReadingHistory::remembersOnlySoMuch()
{
    ReadingHistory history;
    for (quint64 id = 1; id <= 1000; ++id)
        history.visit({ArticleId{id}, QString::number(id), {}});
    int steps = 0;
    while (history.canGoBack()) {
        history.goBack();
        ++steps;
    }

    QCOMPARE(steps, 199);
}

QTEST_MAIN(tst_ReadingHistory)
#include "tst_readinghistory.moc"
