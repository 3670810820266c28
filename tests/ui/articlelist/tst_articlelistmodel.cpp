#include "ui/articlelist/articlelistmodel.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

ArticleSummary summary(quint64 id)
{
    ArticleSummary made;
    made.id = ArticleId{id};
    made.path = u"/news/%1.txt"_s.arg(id);
    made.headline = u"Headline %1"_s.arg(id);
    made.source = u"The Harbour Post"_s;
    made.date = *dateFromIso(u"2031-05-%1"_s.arg(1 + id % 28, 2, 10, QLatin1Char('0')));
    made.read = id % 2 == 0;
    return made;
}

LibraryChanges inOrder(const QList<quint64> &ids)
{
    LibraryChanges changes;
    for (const quint64 id : ids)
        changes.order.append(ArticleId{id});
    return changes;
}

QList<quint64> idsOf(const ArticleListModel &model)
{
    QList<quint64> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(quint64(model.idAt(row)));
    return ids;
}

// Answers each request when the test says so.
struct Shelf
{
    QList<QList<ArticleId>> asked;
    std::vector<QPromise<QList<ArticleSummary>>> promises;

    ArticleListModel::Fetch fetch()
    {
        return [this](const QList<ArticleId> &ids) {
            asked.append(ids);
            promises.emplace_back();
            promises.back().start();
            return promises.back().future();
        };
    }

    void answer()
    {
        for (size_t at = 0; at < promises.size(); ++at) {
            QList<ArticleSummary> found;
            for (const ArticleId id : asked.at(qsizetype(at)))
                found.append(summary(quint64(id)));
            promises[at].addResult(found);
            promises[at].finish();
        }
        promises.clear();
        asked.clear();
        QCoreApplication::processEvents();
    }
};

} // namespace

class tst_ArticleListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void followsTheLibraryToItsOrder_data();
    void followsTheLibraryToItsOrder();
    void keepsHoldOfARowThatMoves();
    void asksForAPageOnceAndFillsItInLater();
    void showsTheOldWordsUntilTheNewOnesCome();
    void keepsANewcomerOnTopUntilItIsKnown();
    void dropsTheNewcomerThatWasListedAlready();
    void neverFetchesANewcomer();
    void saysOfARowWhatTheEyeSees();
};

void tst_ArticleListModel::followsTheLibraryToItsOrder_data()
{
    QTest::addColumn<QList<quint64>>("before");
    QTest::addColumn<QList<quint64>>("after");
    QTest::newRow("filled") << QList<quint64>{} << QList<quint64>{3, 1, 2};
    QTest::newRow("emptied") << QList<quint64>{3, 1, 2} << QList<quint64>{};
    QTest::newRow("grown in the middle") << QList<quint64>{1, 3} << QList<quint64>{1, 2, 3};
    QTest::newRow("shrunk in the middle") << QList<quint64>{1, 2, 3, 4} << QList<quint64>{1, 4};
    QTest::newRow("turned round") << QList<quint64>{1, 2, 3} << QList<quint64>{3, 2, 1};
    QTest::newRow("all at once") << QList<quint64>{1, 2, 3, 4} << QList<quint64>{9, 4, 7, 2};
    QList<quint64> even;
    QList<quint64> odd;
    for (quint64 id = 1; id <= 400; ++id)
        (id % 2 ? odd : even).append(id);
    QTest::newRow("many gaps") << odd + even << even;
    QTest::newRow("another folder") << odd << even;
}

void tst_ArticleListModel::followsTheLibraryToItsOrder()
{
    QFETCH(QList<quint64>, before);
    QFETCH(QList<quint64>, after);
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    QAbstractItemModelTester tester(&model);
    model.apply(inOrder(before));

    model.apply(inOrder(after));

    QCOMPARE(idsOf(model), after);
}

void tst_ArticleListModel::keepsHoldOfARowThatMoves()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    model.apply(inOrder({1, 2, 3}));
    const QPersistentModelIndex held = model.index(1);

    model.apply(inOrder({9, 8, 3, 7, 2}));

    QVERIFY(held.isValid());
    QCOMPARE(held.row(), 4);
    QCOMPARE(model.idAt(held.row()), ArticleId{2});
}

void tst_ArticleListModel::asksForAPageOnceAndFillsItInLater()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    QAbstractItemModelTester tester(&model);
    model.apply(inOrder({5, 4, 3, 2, 1}));
    QSignalSpy filled(&model, &ArticleListModel::dataChanged);

    QCOMPARE(model.index(0).data(), u"…"_s);
    QCOMPARE(model.index(4).data(), u"…"_s);
    QCOMPARE(shelf.asked.size(), 1);
    shelf.answer();

    QCOMPARE(filled.count(), 1);
    QCOMPARE(model.index(0).data(), u"Headline 5"_s);
    QCOMPARE(model.index(4).data(), u"Headline 1"_s);
    QVERIFY(shelf.asked.isEmpty());
}

void tst_ArticleListModel::showsTheOldWordsUntilTheNewOnesCome()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    model.apply(inOrder({2, 1}));
    model.index(0).data();
    shelf.answer();
    LibraryChanges changes = inOrder({2, 1});
    changes.changed = {ArticleId{2}};

    model.apply(changes);

    QCOMPARE(model.index(0).data(), u"Headline 2"_s);
    QCOMPARE(shelf.asked, QList<QList<ArticleId>>{{ArticleId{2}}});
}

void tst_ArticleListModel::keepsANewcomerOnTopUntilItIsKnown()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    QAbstractItemModelTester tester(&model);
    ArticleSummary newcomer = summary(7);
    newcomer.id = {};
    model.showNewcomer(newcomer);
    QCOMPARE(model.index(0).data(), u"Headline 7"_s);

    model.apply(inOrder({9, 8}));
    const QPersistentModelIndex held = model.index(0);
    model.adopt(ArticleId{7});
    model.apply(inOrder({9, 8, 7, 6}));

    QCOMPARE(idsOf(model), (QList<quint64>{9, 8, 7, 6}));
    QCOMPARE(held.row(), 2);
    QCOMPARE(held.data(), u"Headline 7"_s);
}

void tst_ArticleListModel::dropsTheNewcomerThatWasListedAlready()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    QAbstractItemModelTester tester(&model);
    model.showNewcomer({});
    model.apply(inOrder({9, 7}));

    model.adopt(ArticleId{7});

    QCOMPARE(idsOf(model), (QList<quint64>{9, 7}));
}

void tst_ArticleListModel::neverFetchesANewcomer()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    model.showNewcomer(summary(7));
    model.apply(inOrder({1}));

    model.index(0).data();
    model.index(1).data();

    QCOMPARE(shelf.asked, QList<QList<ArticleId>>{{ArticleId{1}}});
}

void tst_ArticleListModel::saysOfARowWhatTheEyeSees()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    model.apply(inOrder({4, 3}));
    model.index(0).data();
    shelf.answer();

    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole),
             u"Headline 4, The Harbour Post, 5 May 2031"_s);
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole),
             u"unread, Headline 3, The Harbour Post, 4 May 2031"_s);
    QCOMPARE(model.index(0).data(ArticleListModel::UnreadRole), false);
    QCOMPARE(model.index(1).data(ArticleListModel::UnreadRole), true);
}

QTEST_MAIN(tst_ArticleListModel)
#include "tst_articlelistmodel.moc"
