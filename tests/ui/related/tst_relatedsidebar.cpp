#include "ui/related/relatedmodel.h"
#include "ui/related/relatedsidebar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCursor>
#include <QLabel>
#include <QListView>
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
    story.reasons = {{u"names"_s, u"Ada Quill"_s}};
    return story;
}

RelatedStories someStories()
{
    return {{listed(u"Ferry stays in port"_s, 3), listed(u"Storm on its way"_s)},
            {alike(u"Captain speaks"_s, 4)},
            20};
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

private:
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

    model.show({{}, {alike(u"Captain speaks"_s, 4)}, 20});

    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data(), u"In this folder"_s);
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    model.show(someStories());
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.index(0).data(), u"On this page"_s);
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

void tst_RelatedSidebar::saysHonestlyWhatIsNotHere()
{
    RelatedModel model;

    model.show(someStories());

    QCOMPARE(model.index(1).data(RelatedModel::IsHereRole), true);
    QCOMPARE(model.index(2).data(RelatedModel::IsHereRole), false);
    QCOMPARE(model.index(2).data(RelatedModel::DetailRole), u"4 May 2031 · Harbour"_s);
    QVERIFY(model.index(2).data(Qt::ToolTipRole).toString().contains(u"not among your files"_s));
    QCOMPARE(model.index(2).data(Qt::AccessibleTextRole),
             u"Storm on its way, 4 May 2031 · Harbour, Not among your files"_s);
}

void tst_RelatedSidebar::saysWhyAStoryIsLikeTheArticle()
{
    RelatedModel model;

    model.show(someStories());

    QCOMPARE(model.index(4).data(RelatedModel::ReasonRole), u"Both name Ada Quill"_s);
    QCOMPARE(model.index(4).data(RelatedModel::DetailRole), u"2 May 2031 · The Harbour Post"_s);
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

    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, middleOf(0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, middleOf(2));
    QTest::keyClick(list(), Qt::Key_Return);

    QCOMPARE(chosen.count(), 0);
}

void tst_RelatedSidebar::saysSoWhenNothingIsRelated()
{
    m_sidebar->showStories({{}, {}, 243});

    const auto *notice = m_sidebar->findChild<QLabel *>();
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"243"_s));
    QVERIFY(!list()->isVisible());
}

void tst_RelatedSidebar::setsItsLinesAnewWhenItGetsWider()
{
    m_sidebar->resize(160, 500);
    m_sidebar->showStories({{listed(u"The ferry to the outer islands stays in port"_s, 3)}, {}, 9});
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
    m_sidebar->expect();
    m_sidebar->showStories(someStories());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);
    const int rows = list()->model()->rowCount();

    m_sidebar->showStories({{listed(u"Quite another"_s, 8)}, {}, 30});
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

    m_sidebar->showStories({{listed(u"Quite another"_s, 8)}, {}, 30});
    QCOMPARE(list()->model()->rowCount(), rows);
    QCursor::setPos(1000, 700);

    QTRY_COMPARE(list()->model()->rowCount(), 2);
}

void tst_RelatedSidebar::showsAnotherArticlesStoriesAtOnce()
{
    m_sidebar->showStories(someStories());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);

    m_sidebar->expect();
    m_sidebar->showStories({{listed(u"Quite another"_s, 8)}, {}, 30});

    QCOMPARE(list()->model()->rowCount(), 2);
}

QTEST_MAIN(tst_RelatedSidebar)
#include "tst_relatedsidebar.moc"
