#include "ui/articlelist/articlelist.h"
#include "ui/articlelist/articlelistview.h"
#include "ui/articlelist/listheader.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QPromise>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

SearchQuery leaf(SearchQuery::Kind kind, const QString &text = {})
{
    SearchQuery query;
    query.kind = kind;
    query.text = text;
    return query;
}

QList<ArticleId> numbered(quint64 first, quint64 last)
{
    QList<ArticleId> ids;
    for (quint64 id = first; id <= last; ++id)
        ids.append(ArticleId{id});
    return ids;
}

LibraryChanges added(ArticleId id)
{
    LibraryChanges changes;
    changes.added = {id};
    return changes;
}

LibraryChanges changed(ArticleId id)
{
    LibraryChanges changes;
    changes.changed = {id};
    return changes;
}

LibraryChanges removed(ArticleId id)
{
    LibraryChanges changes;
    changes.removed = {id};
    return changes;
}

// A library of numbers: remembers what it is asked and answers when the test says so.
class FakeLibrary
{
public:
    ListSources sources()
    {
        const auto order = [this](const ListRequest &request, qsizetype atMost) {
            requests.append(request);
            most.append(atMost);
            m_promises.emplace_back().start();
            return m_promises.back().future();
        };
        const auto summaries = [this](const QList<ArticleId> &ids) {
            QList<ArticleSummary> found;
            for (const ArticleId id : ids) {
                ArticleSummary summary;
                summary.id = id;
                summary.headline = u"Headline %1"_s.arg(quint64(id));
                summary.read = !unread.contains(id);
                found.append(summary);
            }
            return QtFuture::makeReadyFuture(found);
        };
        const auto snippets = [this](const SearchQuery &query, const QList<ArticleId> &) {
            searched.append(query);
            return QtFuture::makeReadyFuture(QList<Snippet>());
        };
        return {order, summaries, snippets};
    }

    // With the first so many of `ids`, as was asked.
    void answer(const QList<ArticleId> &ids, bool mayBeMore = false)
    {
        ArticleOrder order;
        order.mayBeMore = mayBeMore;
        order.ids = ids.first(std::min(ids.size(), most.last()));
        order.days = QList<qint32>(order.ids.size(), 2'460'000);
        order.total = ids.size();
        m_promises.back().addResult(Result<ArticleOrder>(order));
        m_promises.back().finish();
        QCoreApplication::processEvents();
    }

    void answer(const Error &error)
    {
        m_promises.back().addResult(Result<ArticleOrder>(error));
        m_promises.back().finish();
        QCoreApplication::processEvents();
    }

    void cancel()
    {
        m_promises.back().future().cancel();
        m_promises.back().finish();
        QCoreApplication::processEvents();
    }

    QList<ListRequest> requests;
    QList<qsizetype> most;
    QList<SearchQuery> searched;
    QSet<ArticleId> unread;

private:
    std::vector<QPromise<Result<ArticleOrder>>> m_promises;
};

} // namespace

class tst_ArticleList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheFirstRowsBeforeAllOfThem();
    void asksOnWhereThereMayBeMore();
    void asksAgainWhenTheLibraryHasChanged();
    void gathersChangesWhileItWaits();
    void asksAgainWhatSomebodyElseCancelled();
    void keepsStillWhereTheReaderLooksWhileArticlesArrive();
    void keepsManySelectedWhileArticlesComeAndGo();
    void keepsWhatIsReadInAListOfUnreadUntilAnotherIsOpened();
    void letsGoOfWhatHasLeftTheLibraryEvenWhileItIsRead();
    void sortsAsTheReaderChose();
    void remembersTheOrderOfSearchesByItself();
    void keepsTheOwnOrderOfWhatWasOpened();
    void narrowsToUnread();
    void goesToTheNextUnreadAndRoundToTheFirst();
    void saysWhenNothingIsUnread();
    void saysHowManyThereAreAndAreSelected();
    void saysWhatAnEmptyListMeans();
    void tellsOfAFailureAndKeepsItsRows();
    void asksForWordsAroundHitsOnlyWhereWordsAreSearched();

private:
    void open(const ListRequest &request, const QList<ArticleId> &ids);
    QList<ArticleId> shown() const { return m_list->articles()->ids(); }

    std::unique_ptr<FakeLibrary> m_library;
    std::unique_ptr<ArticleList> m_list;
};

void tst_ArticleList::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_list.reset();
    m_library = std::make_unique<FakeLibrary>();
    m_list = std::make_unique<ArticleList>(m_library->sources());
    m_list->resize(320, 600);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    QApplication::setActiveWindow(m_list.get());
}

void tst_ArticleList::open(const ListRequest &request, const QList<ArticleId> &ids)
{
    m_list->open(request);
    m_library->answer(ids);
    if (shown().size() < ids.size())
        m_library->answer(ids);
}

void tst_ArticleList::showsTheFirstRowsBeforeAllOfThem()
{
    QSignalSpy opened(m_list.get(), &ArticleList::opened);
    QSignalSpy filled(m_list.get(), &ArticleList::filled);

    m_list->open({});
    QCOMPARE(m_library->most, QList<qsizetype>{200});
    m_library->answer(numbered(1, 1'000));
    QCOMPARE(shown(), numbered(1, 200));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(filled.count(), 0);
    QCOMPARE(m_list->total(), 1'000);
    m_library->answer(numbered(1, 1'000));

    QCOMPARE(shown(), numbered(1, 1'000));
    QCOMPARE(filled.count(), 1);
    QCOMPARE(m_library->requests.size(), 2);
}

// A phrase that is rare among texts that have its words.
void tst_ArticleList::asksOnWhereThereMayBeMore()
{
    QSignalSpy filled(m_list.get(), &ArticleList::filled);
    m_list->open({leaf(SearchQuery::Kind::Phrase, u"ferry runs"_s), SortBy::Date, false});

    m_library->answer({}, true);
    QCOMPARE(m_list->view()->emptyText(), u"Still looking…"_s);
    QCOMPARE(m_list->header()->text(), u"0 found so far"_s);
    QVERIFY(m_list->allFound().isEmpty());
    QTRY_COMPARE(m_library->requests.size(), 2);
    QVERIFY(m_library->most.last() > 1'000'000'000);
    QCOMPARE(filled.count(), 0);
    m_library->answer(numbered(1, 2), true); // every row: it is not asked for once more

    QCOMPARE(shown(), numbered(1, 2));
    QCOMPARE(m_list->header()->text(), u"2 found"_s);
    QCOMPARE(m_list->allFound(), numbered(1, 2));
    QCOMPARE(m_library->requests.size(), 2);
    QCOMPARE(filled.count(), 1);
}

void tst_ArticleList::asksAgainWhenTheLibraryHasChanged()
{
    open({}, numbered(1, 5));

    m_list->follow(added(ArticleId{6}));

    QTRY_COMPARE(m_library->requests.size(), 2);
    m_library->answer(numbered(1, 6));
    QCOMPARE(shown(), numbered(1, 6));
}

void tst_ArticleList::gathersChangesWhileItWaits()
{
    open({}, numbered(1, 5));

    for (quint64 id = 6; id < 60; ++id)
        m_list->follow(added(ArticleId{id}));
    QTRY_COMPARE(m_library->requests.size(), 2);
    m_list->follow(added(ArticleId{60})); // too late for the answer
    m_library->answer(numbered(1, 59));

    QTRY_COMPARE(m_library->requests.size(), 3);
    m_library->answer(numbered(1, 60));
    QCOMPARE(shown(), numbered(1, 60));
}

void tst_ArticleList::asksAgainWhatSomebodyElseCancelled()
{
    m_list->open({});

    m_library->cancel();

    QTRY_COMPARE(m_library->requests.size(), 2);
    QCOMPARE(m_library->most.last(), 200);
}

void tst_ArticleList::keepsStillWhereTheReaderLooksWhileArticlesArrive()
{
    open({}, numbered(1'000, 2'000));
    ArticleListView *view = m_list->view();
    view->verticalScrollBar()->setValue(12'345);
    const ArticleId seen = m_list->articles()->idAt(view->indexAt({100, 300}).row());
    const int height = view->visualRect(view->indexAt({100, 300})).top();

    m_list->follow(added(ArticleId{1}));
    QTRY_COMPARE(m_library->most.size(), 3);
    m_library->answer(numbered(900, 1'005) + numbered(1'007, 2'000)); // 1006 has left

    const int row = m_list->articles()->rowOf(seen);
    QCOMPARE(view->visualRect(m_list->articles()->index(row)).top(), height);
}

void tst_ArticleList::keepsManySelectedWhileArticlesComeAndGo()
{
    open({}, numbered(1, 50));
    ArticleListView *view = m_list->view();
    view->select(ArticleId{10});
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view->selectedArticles(), numbered(10, 12));
    QSignalSpy chosen(view, &ArticleListView::articleChosen);

    m_list->follow(removed(ArticleId{11}));
    QTRY_COMPARE(m_library->requests.size(), 2);
    m_library->answer(numbered(100, 130) + numbered(1, 10) + numbered(12, 50));

    QCOMPARE(view->selectedArticles(), (QList<ArticleId>{ArticleId{10}, ArticleId{12}}));
    QCOMPARE(m_list->articles()->idAt(view->currentRow()), ArticleId{12});
    QCOMPARE(chosen.count(), 0);
}

void tst_ArticleList::keepsWhatIsReadInAListOfUnreadUntilAnotherIsOpened()
{
    ListRequest unread;
    unread.query = leaf(SearchQuery::Kind::Unread);
    open(unread, numbered(1, 9));
    m_list->view()->choose(ArticleId{4});
    QTRY_COMPARE(m_library->requests.size(), 2);
    m_library->answer(numbered(1, 9));

    m_list->follow(changed(ArticleId{4})); // it is read now
    QTRY_COMPARE(m_library->requests.size(), 3);
    m_library->answer(numbered(1, 3) + numbered(5, 9));
    QCOMPARE(shown(), numbered(1, 9));
    m_list->view()->step(1);
    QTRY_COMPARE(m_library->requests.size(), 4);
    m_library->answer(numbered(1, 3) + numbered(5, 9));

    QCOMPARE(shown(), numbered(1, 3) + numbered(5, 9));
    QCOMPARE(m_list->articles()->idAt(m_list->view()->currentRow()), ArticleId{5});
}

void tst_ArticleList::letsGoOfWhatHasLeftTheLibraryEvenWhileItIsRead()
{
    ListRequest unread;
    unread.query = leaf(SearchQuery::Kind::Unread);
    open(unread, numbered(1, 9));
    m_list->view()->select(ArticleId{4});
    QSignalSpy chosen(m_list->view(), &ArticleListView::articleChosen);

    m_list->follow(removed(ArticleId{4}));
    QTRY_COMPARE(m_library->requests.size(), 2);
    m_library->answer(numbered(1, 3) + numbered(5, 9));

    QCOMPARE(shown(), numbered(1, 3) + numbered(5, 9));
    QCOMPARE(m_list->view()->currentRow(), -1); // and none is read that nobody chose
    QCOMPARE(chosen.count(), 0);
    m_list->view()->step(1); // from where it was
    QCOMPARE(chosen.last().at(0).value<ArticleId>(), ArticleId{5});
}

void tst_ArticleList::sortsAsTheReaderChose()
{
    open({}, numbered(1, 9));
    QSignalSpy chosen(m_list.get(), &ArticleList::choicesChanged);

    Q_EMIT m_list->header()->sortChosen(SortBy::Publisher);
    QCOMPARE(m_library->requests.last().sortBy, SortBy::Publisher);
    Q_EMIT m_list->header()->reversed();
    QVERIFY(m_library->requests.last().reversed);
    m_list->open({leaf(SearchQuery::Kind::Starred), SortBy::Date, false});

    QCOMPARE(m_library->requests.last().sortBy, SortBy::Publisher);
    QVERIFY(m_library->requests.last().reversed);
    QCOMPARE(m_list->choices(), (ListChoices{SortBy::Publisher, SortBy::Relevance, true, false}));
    QCOMPARE(chosen.count(), 2);
}

void tst_ArticleList::remembersTheOrderOfSearchesByItself()
{
    m_list->open({leaf(SearchQuery::Kind::Word, u"ferry"_s), SortBy::Date, false});
    QCOMPARE(m_library->requests.last().sortBy, SortBy::Relevance);

    Q_EMIT m_list->header()->sortChosen(SortBy::Date);
    QCOMPARE(m_library->requests.last().sortBy, SortBy::Date);
    m_list->open({});
    Q_EMIT m_list->header()->sortChosen(SortBy::Headline);
    m_list->open({leaf(SearchQuery::Kind::Word, u"barley"_s), SortBy::Date, false});

    QCOMPARE(m_library->requests.last().sortBy, SortBy::Date);
}

void tst_ArticleList::keepsTheOwnOrderOfWhatWasOpened()
{
    m_list->open({leaf(SearchQuery::Kind::Opened), SortBy::Opened, false});
    QCOMPARE(m_library->requests.last().sortBy, SortBy::Opened);

    Q_EMIT m_list->header()->sortChosen(SortBy::Headline);
    QCOMPARE(m_library->requests.last().sortBy, SortBy::Headline);
    m_list->open({});

    QCOMPARE(m_library->requests.last().sortBy, SortBy::Date);
}

void tst_ArticleList::narrowsToUnread()
{
    open({leaf(SearchQuery::Kind::Starred), SortBy::Date, false}, numbered(1, 9));

    m_list->header()->unreadOnly()->trigger();

    QCOMPARE(m_library->requests.last().query,
             SearchQuery::both(leaf(SearchQuery::Kind::Starred), leaf(SearchQuery::Kind::Unread)));
    m_list->header()->unreadOnly()->trigger();
    QCOMPARE(m_library->requests.last().query, leaf(SearchQuery::Kind::Starred));
}

void tst_ArticleList::goesToTheNextUnreadAndRoundToTheFirst()
{
    m_library->unread = {ArticleId{2}, ArticleId{700}};
    open({}, numbered(1, 1'000));
    ArticleListView *view = m_list->view();
    view->select(ArticleId{1});
    QTRY_VERIFY(m_list->articles()->knownSummary(ArticleId{2}));

    m_list->goToNextUnread(); // it is at hand
    QCOMPARE(m_library->requests.size(), 2);
    QCOMPARE(m_list->articles()->idAt(view->currentRow()), ArticleId{2});
    m_list->goToNextUnread(); // only the library knows
    QCOMPARE(m_library->requests.last().query, leaf(SearchQuery::Kind::Unread));
    m_library->answer({ArticleId{2}, ArticleId{700}});
    QCOMPARE(m_list->articles()->idAt(view->currentRow()), ArticleId{700});
    m_list->goToNextUnread();
    m_library->answer({ArticleId{2}, ArticleId{700}});

    QCOMPARE(m_list->articles()->idAt(view->currentRow()), ArticleId{2});
}

void tst_ArticleList::saysWhenNothingIsUnread()
{
    open({}, numbered(1, 10));
    m_list->view()->select(ArticleId{3});
    QSignalSpy nothing(m_list.get(), &ArticleList::nothingUnread);

    m_list->goToNextUnread();
    m_library->answer(QList{ArticleId{3}}); // not yet marked, but it is being read

    QCOMPARE(nothing.count(), 1);
}

void tst_ArticleList::saysHowManyThereAreAndAreSelected()
{
    open({}, numbered(1, 12'345));
    QCOMPARE(m_list->header()->text().remove(u','), u"12345 articles"_s);
    m_list->view()->select(ArticleId{10});
    QTest::keyClick(m_list->view(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_list->header()->text().remove(u','), u"2 of 12345 selected"_s);
    QTest::keyClick(m_list->view(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_list->header()->text().remove(u','), u"12345 of 12345 selected"_s);

    open({leaf(SearchQuery::Kind::Word, u"ferry"_s), SortBy::Date, false}, numbered(1, 3));

    QCOMPARE(m_list->header()->text(), u"3 found"_s);
}

void tst_ArticleList::saysWhatAnEmptyListMeans()
{
    open({}, {});
    QCOMPARE(m_list->view()->emptyText(), u"There are no articles here."_s);
    open({leaf(SearchQuery::Kind::Unread), SortBy::Date, false}, {});
    QCOMPARE(m_list->view()->emptyText(), u"Everything here is read."_s);
    open({leaf(SearchQuery::Kind::Word, u"ferry"_s), SortBy::Date, false}, {});
    QCOMPARE(m_list->view()->emptyText(), u"Nothing found."_s);
}

void tst_ArticleList::tellsOfAFailureAndKeepsItsRows()
{
    open({}, numbered(1, 5));
    QSignalSpy failed(m_list.get(), &ArticleList::failed);

    m_list->askSoon();
    QTRY_COMPARE(m_library->requests.size(), 2);
    m_library->answer(Error{Error::Kind::Damaged, {}, u"torn"_s});

    QCOMPARE(failed.count(), 1);
    QCOMPARE(shown(), numbered(1, 5));
}

void tst_ArticleList::asksForWordsAroundHitsOnlyWhereWordsAreSearched()
{
    open({}, numbered(1, 5));
    m_list->view()->repaint();
    QVERIFY(m_library->searched.isEmpty());

    open({leaf(SearchQuery::Kind::Word, u"ferry"_s), SortBy::Date, false}, numbered(1, 3));
    m_list->view()->repaint();

    QTRY_VERIFY(!m_library->searched.isEmpty());
    QCOMPARE(m_library->searched.first().text, u"ferry"_s);
}

QTEST_MAIN(tst_ArticleList)
#include "tst_articlelist.moc"
