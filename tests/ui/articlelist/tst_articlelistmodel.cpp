#include "ui/articlelist/articlelistmodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <algorithm>

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

QList<ArticleId> ids(const QList<quint64> &numbers)
{
    QList<ArticleId> ids;
    for (const quint64 number : numbers)
        ids.append(ArticleId{number});
    return ids;
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
    void saysWhatCameAndWentAndNoMore_data();
    void saysWhatCameAndWentAndNoMore();
    void keepsHoldOfARowThatMoves();
    void keepsHoldOfManyRowsAndLetsGoOfThoseThatLeave();
    void asksForAPageOnceAndFillsItInLater();
    void asksForNoMoreThanAFewPagesAtATime();
    void asksAgainForWhatChangedWhileItWasAsked();
    void looksOnePageAhead();
    void showsTheWordsAroundAHitOfTheNewestSearchOnly();
    void showsAtOnceWhatTheReaderDid();
    void showsTheOldWordsUntilTheNewOnesCome();
    void keepsANewcomerOnTopUntilItIsKnown();
    void dropsTheNewcomerThatWasListedAlready();
    void handsTheNewcomersRowToTheOneThatWasListed();
    void neverFetchesANewcomer();
    void saysOfARowWhatTheEyeSees();
    void letsAllOfTheDraggedRowsGoOrNone();
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
    model.follow(ids(before), {});

    model.follow(ids(after), {});

    QCOMPARE(idsOf(model), after);
}

void tst_ArticleListModel::saysWhatCameAndWentAndNoMore_data()
{
    QTest::addColumn<QList<quint64>>("after");
    QTest::addColumn<int>("inserted");
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("rearranged");
    QTest::newRow("the same") << QList<quint64>{5, 4, 3, 2, 1} << 0 << 0 << 0;
    QTest::newRow("on top") << QList<quint64>{6, 5, 4, 3, 2, 1} << 1 << 0 << 0;
    QTest::newRow("in the middle") << QList<quint64>{5, 4, 9, 8, 3, 2, 1} << 1 << 0 << 0;
    QTest::newRow("gone") << QList<quint64>{5, 4, 1} << 0 << 1 << 0;
    QTest::newRow("here and there") << QList<quint64>{9, 5, 4, 8, 3, 2, 1} << 1 << 0 << 1;
    QTest::newRow("turned round") << QList<quint64>{1, 2, 3, 4, 5} << 0 << 0 << 1;
}

void tst_ArticleListModel::saysWhatCameAndWentAndNoMore()
{
    QFETCH(QList<quint64>, after);
    QFETCH(int, inserted);
    QFETCH(int, removed);
    QFETCH(int, rearranged);
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    QAbstractItemModelTester tester(&model);
    model.show(ids({5, 4, 3, 2, 1}), {});
    QSignalSpy came(&model, &ArticleListModel::rowsInserted);
    QSignalSpy went(&model, &ArticleListModel::rowsRemoved);
    QSignalSpy moved(&model, &ArticleListModel::layoutChanged);
    QSignalSpy reset(&model, &ArticleListModel::modelReset);

    model.follow(ids(after), {});

    QCOMPARE(came.count(), inserted);
    QCOMPARE(went.count(), removed);
    QCOMPARE(moved.count(), rearranged);
    QCOMPARE(reset.count(), 0);
}

void tst_ArticleListModel::keepsHoldOfARowThatMoves()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    model.follow(ids({1, 2, 3}), {});
    const QPersistentModelIndex held = model.index(1);

    model.follow(ids({9, 8, 3, 7, 2}), {});

    QVERIFY(held.isValid());
    QCOMPARE(held.row(), 4);
    QCOMPARE(model.idAt(held.row()), ArticleId{2});
}

void tst_ArticleListModel::keepsHoldOfManyRowsAndLetsGoOfThoseThatLeave()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    QAbstractItemModelTester tester(&model);
    QList<quint64> numbers;
    for (quint64 id = 1; id <= 100; ++id)
        numbers.append(id);
    model.show(ids(numbers), {});
    QList<QPersistentModelIndex> held;
    for (int row = 0; row < 100; row += 5)
        held.append(model.index(row));
    std::ranges::reverse(numbers);
    numbers.removeAll(51); // was held
    numbers.prepend(1000);

    model.follow(ids(numbers), {});

    QVERIFY(!held.at(10).isValid());
    QCOMPARE(model.idAt(held.at(0).row()), ArticleId{1});
    QCOMPARE(model.idAt(held.at(19).row()), ArticleId{96});
    QCOMPARE(idsOf(model), numbers);
}

void tst_ArticleListModel::asksForAPageOnceAndFillsItInLater()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    QAbstractItemModelTester tester(&model);
    model.follow(ids({5, 4, 3, 2, 1}), {});
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

void tst_ArticleListModel::asksForNoMoreThanAFewPagesAtATime()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    QList<ArticleId> many(100'000);
    for (qsizetype row = 0; row < many.size(); ++row)
        many[row] = ArticleId{quint64(row + 1)};
    model.show(many, {});
    QSignalSpy filled(&model, &ArticleListModel::dataChanged);

    for (int row = 0; row < 100'000; row += 1'000) // as a thumb that is dragged
        model.index(row).data();

    QCOMPARE(shelf.asked.size(), 4);
    shelf.answer();
    QCOMPARE(filled.first().at(0).toModelIndex().row(), 0);
    model.index(99'000).data(); // what is looked at now has its turn
    QCOMPARE(shelf.asked.size(), 1);
}

void tst_ArticleListModel::asksAgainForWhatChangedWhileItWasAsked()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    model.show(ids({2, 1}), {});
    model.index(0).data();

    model.refresh({ArticleId{2}});
    shelf.answer(); // this may be from before the change
    model.index(0).data();
    QCOMPARE(shelf.asked, QList<QList<ArticleId>>{{ArticleId{2}}});
    shelf.answer();
    model.index(0).data();

    QVERIFY(shelf.asked.isEmpty());
}

void tst_ArticleListModel::looksOnePageAhead()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    QList<ArticleId> many(1'000);
    for (qsizetype row = 0; row < many.size(); ++row)
        many[row] = ArticleId{quint64(row + 1)};
    model.show(many, {});

    model.lookAt(50, 60); // the next screen begins on another page

    QCOMPARE(shelf.asked.size(), 2);
    QCOMPARE(shelf.asked.at(0).first(), ArticleId{1});
    QCOMPARE(shelf.asked.at(1).first(), ArticleId{65});
}

void tst_ArticleListModel::showsTheWordsAroundAHitOfTheNewestSearchOnly()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    std::vector<QPromise<QList<Snippet>>> questions;
    QList<QList<ArticleId>> asked;
    const auto source = [&](const QList<ArticleId> &wanted) {
        asked.append(wanted);
        questions.emplace_back().start();
        return questions.back().future();
    };
    model.show(ids({2, 1}), {}, source);
    model.lookAt(0, 1);
    model.show(ids({3, 2}), {}, source);
    model.lookAt(0, 1);

    QCOMPARE(asked, (QList<QList<ArticleId>>{ids({2, 1}), ids({3, 2})}));
    questions[0].addResult(QList<Snippet>{{ArticleId{2}, u"an old hit"_s, {{3, 3}}}});
    questions[0].finish();
    questions[1].addResult(QList<Snippet>{{ArticleId{3}, u"a new hit"_s, {{2, 3}}}});
    questions[1].finish();
    QCoreApplication::processEvents();

    const auto snippet = model.index(0).data(ArticleListModel::SnippetRole).value<Snippet>();
    QCOMPARE(snippet.text, u"a new hit"_s);
    QCOMPARE(snippet.marks, (QList<std::pair<int, int>>{{2, 3}}));
    QVERIFY(!model.index(1).data(ArticleListModel::SnippetRole).isValid());
    model.lookAt(0, 1);
    QCOMPARE(asked.size(), 2); // the one without a hit in its words is not asked for again
}

void tst_ArticleListModel::showsAtOnceWhatTheReaderDid()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    model.show(ids({2, 1}), {});
    model.index(0).data();
    shelf.answer();

    model.amend({ArticleId{2}, ArticleId{77}}, [](ArticleSummary &known) { known.starred = true; });

    QVERIFY(model.index(0).data(ArticleListModel::StarredRole).toBool());
    QVERIFY(!model.index(1).data(ArticleListModel::StarredRole).toBool());
}

void tst_ArticleListModel::showsTheOldWordsUntilTheNewOnesCome()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    model.follow(ids({2, 1}), {});
    model.index(0).data();
    shelf.answer();

    model.refresh({ArticleId{2}});

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

    model.follow(ids({9, 8}), {});
    const QPersistentModelIndex held = model.index(0);
    model.adopt(ArticleId{7});
    model.follow(ids({9, 8, 7, 6}), {});

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
    model.follow(ids({9, 7}), {});

    model.adopt(ArticleId{7});

    QCOMPARE(idsOf(model), (QList<quint64>{9, 7}));
}

void tst_ArticleListModel::handsTheNewcomersRowToTheOneThatWasListed()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    QAbstractItemModelTester tester(&model);
    model.showNewcomer({});
    const QPersistentModelIndex held = model.index(0);
    model.follow(ids({9, 7, 5}), {{0, u"Today"_s}, {2, u"Yesterday"_s}});
    QCOMPARE(model.groups(), (QList<ListGroup>{{0, u"Today"_s}, {3, u"Yesterday"_s}}));

    model.adopt(ArticleId{7});

    QCOMPARE(held.row(), 1);
    QCOMPARE(model.groups(), (QList<ListGroup>{{0, u"Today"_s}, {2, u"Yesterday"_s}}));
}

void tst_ArticleListModel::neverFetchesANewcomer()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    model.showNewcomer(summary(7));
    model.follow(ids({1}), {});

    model.index(0).data();
    model.index(1).data();

    QCOMPARE(shelf.asked, QList<QList<ArticleId>>{{ArticleId{1}}});
}

// A file that stays behind unseen would be missed too late.
void tst_ArticleListModel::letsAllOfTheDraggedRowsGoOrNone()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    model.show(ids({3, 1, 2}), {});
    const QModelIndexList rows{model.index(2), model.index(0)};
    const auto dragged = [&] { return std::unique_ptr<QMimeData>(model.mimeData(rows)); };
    QVERIFY(model.flags(rows.first()).testFlag(Qt::ItemIsDragEnabled));

    QVERIFY(!dragged()); // they are asked for
    shelf.answer();

    const auto data = dragged();
    QVERIFY(data);
    QCOMPARE(data->urls().size(), 2);
    QVERIFY(data->text().startsWith(model.index(0).data().toString())); // as they stand
}

void tst_ArticleListModel::saysOfARowWhatTheEyeSees()
{
    Shelf shelf;
    ArticleListModel model(shelf.fetch());
    model.follow(ids({4, 3}), {});
    model.index(0).data();
    shelf.answer();

    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole),
             u"Headline 4, The Harbour Post, 5 May 2031"_s);
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole),
             u"unread, Headline 3, The Harbour Post, 4 May 2031"_s);
    model.amend({ArticleId{4}}, [](ArticleSummary &known) {
        known.starred = true;
        known.tags = {u"budget"_s, u"fish"_s};
        known.places = {u"/other/4.txt"_s};
        known.isAway = true;
    });
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole),
             u"starred, Headline 4, The Harbour Post, 5 May 2031, tagged budget, fish, "
             "in 2 places, away"_s);
    QCOMPARE(model.index(0).data(ArticleListModel::UnreadRole), false);
    QCOMPARE(model.index(1).data(ArticleListModel::UnreadRole), true);
}

QTEST_MAIN(tst_ArticleListModel)
#include "tst_articlelistmodel.moc"
