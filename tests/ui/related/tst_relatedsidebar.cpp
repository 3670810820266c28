#include "ui/related/relateddelegate.h"
#include "ui/related/relatedmodel.h"
#include "ui/related/relatedsidebar.h"
#include "ui/related/storypreview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCursor>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

RelatedStory listed(const QString &headline, quint64 id = 0)
{
    RelatedStory story;
    story.relation = RelatedStory::Relation::Linked;
    story.printed = {headline, *dateFromIso(u"2031-05-04"), u"Harbour"_s, {}};
    if (id != 0) {
        story.here.emplace();
        story.here->id = ArticleId{id};
        story.here->path = u"/news/%1.txt"_s.arg(id);
        story.here->headline = headline;
    }
    return story;
}

RelatedStory alike(const QString &headline, quint64 id)
{
    RelatedStory story = listed(headline, id);
    story.relation = RelatedStory::Relation::Similar;
    story.printed = {};
    story.here->date = *dateFromIso(u"2031-05-02");
    story.here->source = u"The Harbour Post"_s;
    story.reasons = {{RelatedReason::Kind::Names, u"Ada Quill"_s}};
    return story;
}

RelatedStories stories(const QList<RelatedStory> &linked, const QList<RelatedStory> &similar,
                       qsizetype lookedAt)
{
    RelatedStories stories;
    stories.linked = linked;
    stories.similar = similar;
    stories.lookedAt = lookedAt;
    return stories;
}

RelatedStories someStories()
{
    return stories({listed(u"Ferry stays in port"_s, 3), listed(u"Storm on its way"_s)},
                   {alike(u"Captain speaks"_s, 4)}, 20);
}

// Two stories of an event, before and after the article, of which one has a copy.
RelatedStories anEvent()
{
    RelatedStories event = stories({}, {alike(u"Captain speaks"_s, 4), alike(u"Storm"_s, 5)}, 20);
    event.similar[1].copies = {alike(u"Storm, again"_s, 6)};
    const qint64 time = 1'935'792'000;
    event.thread.stories = {{ArticleId{4}, time, false},
                            {ArticleId{9}, time + 86'400, true},
                            {ArticleId{5}, time + 2 * 86'400, false}};
    return event;
}

RelatedSubject subject()
{
    return {ArticleId{9}, u"Harbour closed"_s, *dateFromIso(u"2031-05-03")};
}

} // namespace

class tst_RelatedSidebar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsNoHeadingForAnEmptySection();
    void saysHonestlyWhatIsNotHere();
    void saysWhyAStoryIsLikeTheArticle();
    void opensAStoryByAClick();
    void opensAStoryByReturn();
    void opensNothingThatIsNotHere();
    void saysSoWhenNothingIsRelated();
    void setsItsLinesAnewWhenItGetsWider();
    void movesNoRowFromUnderTheKeyboard();
    void movesNoRowFromUnderThePointer();
    void showsAnotherArticlesStoriesAtOnce();
    void foldsASectionByAClickOnItsHeading();
    void foldsByTheArrowKeys();
    void opensTheCopiesOfAStory();
    void putsTheArticleAmongTheStoriesOfItsEvent();
    void offersTheStoryAsAList();
    void opensAStoryInANewWindow();
    void dismissesAStoryByItsMenuAndByDelete();
    void previewsTheStandfirst();
    void saysHowManyArticlesItLookedAt();
    void goesToTheFirstStory();
    void remembersWhatIsFolded();

private:
    QString shownAt(int row) const
    {
        return list()->model()->index(row, 0).data(Qt::DisplayRole).toString();
    }
    QAction *menuEntry(int row, const QString &text) const;
    QListView *list() const { return m_sidebar->list(); }
    QPoint middleOf(int row) const
    {
        return list()->visualRect(list()->model()->index(row, 0)).center();
    }

    std::unique_ptr<RelatedSidebar> m_sidebar;
};

void tst_RelatedSidebar::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_sidebar = std::make_unique<RelatedSidebar>();
    QCursor::setPos(1000, 700); // another test may have left the pointer over the list
    m_sidebar->setGeometry(0, 0, 260, 500);
    m_sidebar->setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_sidebar.get()));
    QApplication::setActiveWindow(m_sidebar.get()); // there may be no window manager to do it
}

void tst_RelatedSidebar::showsNoHeadingForAnEmptySection()
{
    RelatedModel model;
    QAbstractItemModelTester tester(&model);

    model.show(stories({}, {alike(u"Captain speaks"_s, 4)}, 20), {});

    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data(), u"Similar stories"_s);
    model.show(someStories(), {});
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.index(0).data(), u"On this page"_s);
    model.show({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void tst_RelatedSidebar::saysHonestlyWhatIsNotHere()
{
    RelatedModel model;

    model.show(someStories(), {});

    QCOMPARE(model.index(1).data(RelatedModel::IsHereRole), true);
    QCOMPARE(model.index(2).data(RelatedModel::IsHereRole), false);
    QCOMPARE(model.index(2).data(RelatedModel::DetailRole), u"Harbour · 4 May 2031"_s);
    QCOMPARE(model.index(2).data(RelatedModel::ReasonRole), u"Not among your files"_s);
    QCOMPARE(model.index(2).data(Qt::AccessibleTextRole),
             u"Storm on its way, Harbour · 4 May 2031, Not among your files"_s);
}

void tst_RelatedSidebar::saysWhyAStoryIsLikeTheArticle()
{
    RelatedModel model;

    model.show(someStories(), subject());

    QCOMPARE(model.index(4).data(RelatedModel::ReasonRole), u"Ada Quill"_s);
    QCOMPARE(model.index(4).data(RelatedModel::DetailRole), u"The Harbour Post · the day before"_s);
    QCOMPARE(model.index(4).data(RelatedModel::IsUnreadRole), true);
    QVERIFY(model.index(4).data(Qt::AccessibleTextRole).toString().startsWith(u"Unread, "_s));
}

void tst_RelatedSidebar::opensAStoryByAClick()
{
    m_sidebar->showStories(someStories());
    QSignalSpy chosen(m_sidebar.get(), &RelatedSidebar::storyChosen);

    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, middleOf(1));

    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).value<ArticleSummary>().id, ArticleId{3});
}

void tst_RelatedSidebar::opensAStoryByReturn()
{
    m_sidebar->showStories(someStories());
    QSignalSpy chosen(m_sidebar.get(), &RelatedSidebar::storyChosen);
    list()->setFocus();

    QTest::keyClick(list(), Qt::Key_End);
    QTest::keyClick(list(), Qt::Key_Return);

    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).value<ArticleSummary>().id, ArticleId{4});
}

void tst_RelatedSidebar::opensNothingThatIsNotHere()
{
    m_sidebar->showStories(someStories());
    QSignalSpy chosen(m_sidebar.get(), &RelatedSidebar::storyChosen);

    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, middleOf(2));
    list()->setCurrentIndex(list()->model()->index(2, 0));
    QTest::keyClick(list(), Qt::Key_Return);

    QCOMPARE(chosen.count(), 0);
}

void tst_RelatedSidebar::saysSoWhenNothingIsRelated()
{
    m_sidebar->showStories(stories({}, {}, 243));

    const auto *notice = m_sidebar->findChild<QLabel *>();
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"243"_s));
    QVERIFY(!list()->isVisible());
}

void tst_RelatedSidebar::setsItsLinesAnewWhenItGetsWider()
{
    m_sidebar->resize(160, 500);
    m_sidebar->showStories(
        stories({listed(u"The ferry to the outer islands stays in port"_s, 3)}, {}, 9));
    const auto height = [this] {
        return list()->visualRect(list()->model()->index(1, 0)).height();
    };
    QCoreApplication::processEvents();
    const int narrow = height();

    m_sidebar->resize(600, 500);

    QTRY_VERIFY(height() < narrow);
}

void tst_RelatedSidebar::movesNoRowFromUnderTheKeyboard()
{
    m_sidebar->expect({});
    m_sidebar->showStories(someStories());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);
    const int rows = list()->model()->rowCount();

    m_sidebar->showStories(stories({listed(u"Quite another"_s, 8)}, {}, 30));
    QCOMPARE(list()->model()->rowCount(), rows);
    list()->clearFocus();

    QTRY_COMPARE(list()->model()->rowCount(), 2);
}

void tst_RelatedSidebar::movesNoRowFromUnderThePointer()
{
    m_sidebar->showStories(someStories());
    const int rows = list()->model()->rowCount();
    QCursor::setPos(list()->viewport()->mapToGlobal(middleOf(1)));
    QTRY_VERIFY(list()->viewport()->underMouse());

    m_sidebar->showStories(stories({listed(u"Quite another"_s, 8)}, {}, 30));
    QCOMPARE(list()->model()->rowCount(), rows);
    QCursor::setPos(1000, 700);

    QTRY_COMPARE(list()->model()->rowCount(), 2);
}

void tst_RelatedSidebar::showsAnotherArticlesStoriesAtOnce()
{
    m_sidebar->showStories(someStories());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);

    m_sidebar->expect({});
    m_sidebar->showStories(stories({listed(u"Quite another"_s, 8)}, {}, 30));

    QCOMPARE(list()->model()->rowCount(), 2);
}

void tst_RelatedSidebar::foldsASectionByAClickOnItsHeading()
{
    m_sidebar->showStories(someStories());
    QCOMPARE(list()->model()->rowCount(), 5);

    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, middleOf(0));

    QCOMPARE(list()->model()->rowCount(), 3);
    m_sidebar->expect({});
    m_sidebar->showStories(someStories());
    QCOMPARE(list()->model()->rowCount(), 3); // of the next article too
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, middleOf(0));
    QCOMPARE(list()->model()->rowCount(), 5);
}

void tst_RelatedSidebar::foldsByTheArrowKeys()
{
    m_sidebar->showStories(someStories());
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(0, 0));

    QTest::keyClick(list(), Qt::Key_Left);
    QCOMPARE(list()->model()->rowCount(), 3);
    QCOMPARE(list()->currentIndex().row(), 0);
    QTest::keyClick(list(), Qt::Key_Right);

    QCOMPARE(list()->model()->rowCount(), 5);
}

void tst_RelatedSidebar::opensTheCopiesOfAStory()
{
    m_sidebar->expect(subject());
    m_sidebar->showStories(anEvent());
    QCOMPARE(list()->model()->rowCount(), 5); // heading, strip, before, this, after
    const QModelIndex storm = list()->model()->index(4, 0);
    QCOMPARE(storm.data(RelatedModel::CopiesRole), u"2 versions"_s);
    QSignalSpy chosen(m_sidebar.get(), &RelatedSidebar::storyChosen);

    const QRect chip = RelatedDelegate::copiesArea(list()->visualRect(storm), list()->font(),
                                                   storm);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, chip.center());

    QCOMPARE(list()->model()->rowCount(), 6);
    QCOMPARE(shownAt(5), u"Storm, again"_s);
    QCOMPARE(chosen.count(), 0);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, middleOf(5));
    QCOMPARE(chosen.at(0).at(0).value<ArticleSummary>().id, ArticleId{6});
}

void tst_RelatedSidebar::putsTheArticleAmongTheStoriesOfItsEvent()
{
    m_sidebar->expect(subject());
    m_sidebar->showStories(anEvent());

    QCOMPARE(shownAt(0), u"This story"_s);
    QCOMPARE(shownAt(2), u"Captain speaks"_s);
    QCOMPARE(shownAt(3), u"This article: Harbour closed"_s);
    QCOMPARE(shownAt(4), u"Storm"_s);
}

void tst_RelatedSidebar::offersTheStoryAsAList()
{
    m_sidebar->expect(subject());
    m_sidebar->showStories(anEvent());
    QSignalSpy listed(m_sidebar.get(), &RelatedSidebar::threadListWanted);
    QSignalSpy printed(m_sidebar.get(), &RelatedSidebar::threadPrintWanted);

    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, middleOf(1));
    menuEntry(0, u"Print This Story…"_s)->trigger();

    QCOMPARE(listed.count(), 1);
    QCOMPARE(listed.at(0).at(0).value<StoryThread>().stories.size(), 3);
    QCOMPARE(printed.count(), 1);
}

void tst_RelatedSidebar::opensAStoryInANewWindow()
{
    m_sidebar->showStories(someStories());
    QSignalSpy wanted(m_sidebar.get(), &RelatedSidebar::newWindowWanted);
    QSignalSpy chosen(m_sidebar.get(), &RelatedSidebar::storyChosen);

    QTest::mouseClick(list()->viewport(), Qt::MiddleButton, {}, middleOf(1));
    QTest::mouseClick(list()->viewport(), Qt::MiddleButton, {}, middleOf(2)); // it is not here
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(4, 0));
    QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);

    QCOMPARE(wanted.count(), 2);
    QCOMPARE(wanted.at(0).at(0).value<ArticleSummary>().id, ArticleId{3});
    QCOMPARE(wanted.at(1).at(0).value<ArticleSummary>().id, ArticleId{4});
    QCOMPARE(chosen.count(), 0);
}

QAction *tst_RelatedSidebar::menuEntry(int row, const QString &text) const
{
    Q_EMIT list()->customContextMenuRequested(middleOf(row));
    for (const QMenu *menu : list()->findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (action->text().remove(u'&') == text)
                return action;
        }
    }
    return nullptr;
}

void tst_RelatedSidebar::dismissesAStoryByItsMenuAndByDelete()
{
    m_sidebar->showStories(someStories());
    QSignalSpy dismissed(m_sidebar.get(), &RelatedSidebar::notRelated);
    QSignalSpy compared(m_sidebar.get(), &RelatedSidebar::comparisonWanted);

    QVERIFY(!menuEntry(1, u"Not Related"_s)); // the page itself says so
    menuEntry(4, u"Not Related"_s)->trigger();
    menuEntry(4, u"Compare with This Article"_s)->trigger();
    for (QMenu *menu : list()->findChildren<QMenu *>())
        menu->close();
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(4, 0));
    QTest::keyClick(list(), Qt::Key_Delete);

    QCOMPARE(dismissed.count(), 2);
    QCOMPARE(compared.count(), 1);
    QCOMPARE(dismissed.at(1).at(0).value<ArticleSummary>().id, ArticleId{4});
}

void tst_RelatedSidebar::previewsTheStandfirst()
{
    RelatedStories some = someStories();
    some.similar[0].here->firstWords = u"The captain had seen worse."_s;
    m_sidebar->showStories(some);
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(4, 0));

    QTest::keyClick(list(), Qt::Key_Space, Qt::ControlModifier);

    const auto *preview = m_sidebar->findChild<StoryPreview *>();
    QVERIFY(preview && preview->isVisible());
    QStringList texts;
    for (const QLabel *label : preview->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY(texts.contains(u"The captain had seen worse."_s));
    QVERIFY(list()->hasFocus());
    QTest::keyClick(list(), Qt::Key_Escape);
    QVERIFY(!preview->isVisible());
}

void tst_RelatedSidebar::saysHowManyArticlesItLookedAt()
{
    RelatedStories some = someStories();
    some.milliseconds = 11.7;
    m_sidebar->showStories(some);

    QStringList texts;
    for (const QLabel *label : m_sidebar->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    QCOMPARE(texts, QStringList{u"20 articles looked at in 12 ms"_s});
}

void tst_RelatedSidebar::goesToTheFirstStory()
{
    m_sidebar->showStories(someStories());

    m_sidebar->enter();

    QVERIFY(list()->hasFocus());
    QCOMPARE(list()->currentIndex().row(), 1);
}

void tst_RelatedSidebar::remembersWhatIsFolded()
{
    m_sidebar->setClosedSections({u"linked"_s, u"no section"_s});
    m_sidebar->showStories(someStories());

    QCOMPARE(list()->model()->rowCount(), 3);
    QCOMPARE(m_sidebar->closedSections(), QStringList{u"linked"_s});
}

QTEST_MAIN(tst_RelatedSidebar)
#include "tst_relatedsidebar.moc"
