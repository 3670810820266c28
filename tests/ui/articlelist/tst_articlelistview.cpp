#include "ui/articlelist/articledelegate.h"
#include "ui/articlelist/articlelistmodel.h"
#include "ui/articlelist/articlelistview.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QFuture<QList<ArticleSummary>> shortStories(const QList<ArticleId> &ids)
{
    QList<ArticleSummary> found;
    for (const ArticleId id : ids) {
        ArticleSummary summary;
        summary.id = id;
        summary.headline = u"Headline %1"_s.arg(quint64(id));
        summary.date = *dateFromIso(u"2031-05-02"_s);
        summary.read = true;
        found.append(summary);
    }
    return QtFuture::makeReadyFuture(found);
}

QList<ArticleId> numbered(quint64 first, quint64 last)
{
    QList<ArticleId> ids;
    for (quint64 id = first; id <= last; ++id)
        ids.append(ArticleId{id});
    return ids;
}

} // namespace

class tst_ArticleListView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhichArticleTheArrowKeysChose();
    void saysNothingWhenTheWindowChooses();
    void entersAnArticleByReturnAndByDoubleClick();
    void stepsToTheEndAndNoFurther();
    void keepsStillWhileTheLibraryGrowsAbove();
    void keepsItsRowAndItsPeaceWhileTheLibraryGrows();
    void makesAllRowsEquallyHigh();
    void walksByPagesAndToTheEndsOfAMillionRows();
    void findsTheRowUnderThePointAtAMillionRows();
    void keepsTheHeaderOfTheTopRowInSight();
    void bringsARowIntoSightBelowItsHeader();
    void selectsAMillionRowsAsOneRun();
    void selectsByShiftAndControl();
    void keepsManySelectedWhenTheWindowSelectsOneOfThem();
    void asksForTheMenuOfWhatIsSelected();
    void losesNothingByAPressBesideTheRows();
    void saysWhoseStarWasClicked();
    void isAListToAScreenReader();
    void marksTheWordsThatWereSearched();
    void leavesLettersToTheWindow();

private:
    std::unique_ptr<ArticleListModel> m_model;
    std::unique_ptr<ArticleListView> m_list;
};

void tst_ArticleListView::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_list.reset();
    m_model = std::make_unique<ArticleListModel>(shortStories);
    m_list = std::make_unique<ArticleListView>(*m_model);
    m_list->resize(300, 600);
    m_list->follow(numbered(100, 199), {});
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    QApplication::setActiveWindow(m_list.get()); // there may be no window manager to do it
}

void tst_ArticleListView::saysWhichArticleTheArrowKeysChose()
{
    m_list->select(ArticleId{100});
    QSignalSpy chosen(m_list.get(), &ArticleListView::articleChosen);

    QTest::keyClick(m_list.get(), Qt::Key_Down);

    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).value<ArticleId>(), ArticleId{101});
}

void tst_ArticleListView::saysNothingWhenTheWindowChooses()
{
    QSignalSpy chosen(m_list.get(), &ArticleListView::articleChosen);

    m_list->select(ArticleId{150});
    m_list->select(ArticleId{9999});

    QCOMPARE(chosen.count(), 0);
    QVERIFY(!m_list->currentIndex().isValid());
}

void tst_ArticleListView::entersAnArticleByReturnAndByDoubleClick()
{
    m_list->select(ArticleId{100});
    QSignalSpy entered(m_list.get(), &ArticleListView::articleEntered);

    QTest::keyClick(m_list.get(), Qt::Key_Return);
    const QPoint second = m_list->visualRect(m_model->index(1)).center();
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, second);
    QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {}, second);

    QCOMPARE(entered.count(), 2);
    QCOMPARE(entered.at(0).at(0).value<ArticleId>(), ArticleId{100});
    QCOMPARE(entered.at(1).at(0).value<ArticleId>(), ArticleId{101});
}

void tst_ArticleListView::stepsToTheEndAndNoFurther()
{
    m_list->select(ArticleId{198});

    QVERIFY(m_list->step(1));
    QVERIFY(!m_list->step(1));

    QCOMPARE(m_model->idAt(m_list->currentIndex().row()), ArticleId{199});
    QVERIFY(m_list->canStep(-1));
}

void tst_ArticleListView::keepsStillWhileTheLibraryGrowsAbove()
{
    m_list->verticalScrollBar()->setValue(1234);
    const QModelIndex top = m_list->indexAt({100, 1});
    const ArticleId seen = m_model->idAt(top.row());
    const int height = m_list->visualRect(top).top();

    m_list->follow(numbered(1, 199), {});

    QCOMPARE(m_list->visualRect(m_model->index(m_model->rowOf(seen))).top(), height);
}

void tst_ArticleListView::keepsItsRowAndItsPeaceWhileTheLibraryGrows()
{
    m_list->select(ArticleId{120});
    const int height = m_list->visualRect(m_list->currentIndex()).top();
    QSignalSpy chosen(m_list.get(), &ArticleListView::articleChosen);

    m_list->follow(numbered(60, 199), {});

    QCOMPARE(m_model->idAt(m_list->currentIndex().row()), ArticleId{120});
    QCOMPARE(m_list->visualRect(m_list->currentIndex()).top(), height);
    QCOMPARE(chosen.count(), 0);
}

void tst_ArticleListView::makesAllRowsEquallyHigh()
{
    const int first = m_list->visualRect(m_model->index(0)).height();

    QCOMPARE(m_list->visualRect(m_model->index(57)).height(), first);
    QVERIFY(first >= 4 * m_list->fontMetrics().height());
}

void tst_ArticleListView::walksByPagesAndToTheEndsOfAMillionRows()
{
    m_model->show(numbered(1, 1'000'000), {{0, u"May"_s}, {777'777, u"April"_s}});
    m_list->select(ArticleId{1});

    QTest::keyClick(m_list.get(), Qt::Key_End);
    QCOMPARE(m_list->currentRow(), 999'999);
    QCOMPARE(m_list->verticalScrollBar()->value(), m_list->verticalScrollBar()->maximum());
    QCOMPARE(m_list->visualRect(m_list->currentIndex()).bottom() + 1, m_list->viewport()->height());
    QTest::keyClick(m_list.get(), Qt::Key_PageUp);
    const int row = m_list->currentRow();
    QVERIFY(row < 999'999 - 2 && row > 999'999 - 10);
    QTest::keyClick(m_list.get(), Qt::Key_PageDown);
    QCOMPARE(m_list->currentRow(), 999'999);
    QTest::keyClick(m_list.get(), Qt::Key_Home);

    QCOMPARE(m_list->currentRow(), 0);
    QCOMPARE(m_list->verticalScrollBar()->value(), 0);
}

void tst_ArticleListView::findsTheRowUnderThePointAtAMillionRows()
{
    m_model->show(numbered(1, 1'000'000), {{0, u"May"_s}, {500'000, u"April"_s}});
    for (const int row : {0, 17, 499'999, 500'000, 999'999}) {
        m_list->scrollTo(m_model->index(row), QAbstractItemView::PositionAtCenter);
        const QRect place = m_list->visualRect(m_model->index(row));

        QVERIFY(m_list->viewport()->rect().contains(place));
        QCOMPARE(m_list->indexAt(place.center()).row(), row);
        QCOMPARE(m_list->indexAt(place.topLeft()).row(), row);
        QCOMPARE(m_list->indexAt(place.bottomLeft()).row(), row);
    }
    m_list->scrollTo(m_model->index(500'000), QAbstractItemView::PositionAtCenter);
    const QRect first = m_list->visualRect(m_model->index(500'000));
    QVERIFY(!m_list->indexAt(first.topLeft() - QPoint(0, 1)).isValid()); // its header
}

void tst_ArticleListView::keepsTheHeaderOfTheTopRowInSight()
{
    m_model->show(numbered(1, 100), {{0, u"May"_s}, {50, u"April"_s}});
    const QColor ground = m_list->palette().color(QPalette::Base);
    const auto strip = [this] { // at the end of the words, where only the ground is
        return m_list->viewport()->grab().toImage().pixelColor(m_list->viewport()->width() - 3, 2);
    };
    const QColor header = strip();
    QVERIFY(header != ground);

    m_list->verticalScrollBar()->setValue(1234);

    QCOMPARE(strip(), header);
    QVERIFY(!m_list->indexAt({10, 2}).isValid());
    m_model->show(numbered(1, 100), {});
    QVERIFY(strip() != header);
}

void tst_ArticleListView::bringsARowIntoSightBelowItsHeader()
{
    m_model->show(numbered(1, 100), {{0, u"May"_s}, {50, u"April"_s}});
    m_list->select(ArticleId{60});

    m_list->select(ArticleId{48}); // upwards

    const QRect row = m_list->visualRect(m_model->index(47));
    QCOMPARE(m_list->indexAt(row.topLeft()).row(), 47); // and not under the header that stays
    QCOMPARE(m_list->indexAt(row.topLeft() - QPoint(0, 1)).isValid(), false);
}

void tst_ArticleListView::selectsAMillionRowsAsOneRun()
{
    m_model->show(numbered(1, 1'000'000), {});
    QSignalSpy moved(m_list.get(), &ArticleListView::selectionMoved);

    QTest::keyClick(m_list.get(), Qt::Key_A, Qt::ControlModifier);

    QCOMPARE(moved.count(), 1);
    QCOMPARE(m_list->selectionModel()->selection().size(), 1);
    QCOMPARE(m_list->selectedArticles().size(), 1'000'000);
}

void tst_ArticleListView::selectsByShiftAndControl()
{
    const auto click = [this](int row, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, modifiers,
                          m_list->visualRect(m_model->index(row)).center());
    };

    click(1, {});
    click(4, Qt::ShiftModifier);
    QCOMPARE(m_list->selectedArticles(), numbered(101, 104));
    click(2, Qt::ControlModifier);

    QCOMPARE(m_list->selectedArticles(),
             (QList<ArticleId>{ArticleId{101}, ArticleId{103}, ArticleId{104}}));
}

void tst_ArticleListView::keepsManySelectedWhenTheWindowSelectsOneOfThem()
{
    m_list->select(ArticleId{101});
    QTest::keyClick(m_list.get(), Qt::Key_Down, Qt::ShiftModifier);

    m_list->select(ArticleId{102}); // its article is on the screen now

    QCOMPARE(m_list->selectedArticles(), numbered(101, 102));
}

void tst_ArticleListView::asksForTheMenuOfWhatIsSelected()
{
    m_list->select(ArticleId{101});
    QTest::keyClick(m_list.get(), Qt::Key_Down, Qt::ShiftModifier);
    QSignalSpy wanted(m_list.get(), &ArticleListView::menuWanted);
    QSignalSpy chosen(m_list.get(), &ArticleListView::articleChosen);
    const auto ask = [this](int row) {
        const QPoint place = m_list->visualRect(m_model->index(row)).center();
        QTest::mouseClick(m_list->viewport(), Qt::RightButton, {}, place);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place,
                                m_list->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(m_list->viewport(), &event);
    };

    ask(1);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(m_list->selectedArticles(), numbered(101, 102));
    QCOMPARE(chosen.count(), 0);
    ask(3);

    QCOMPARE(wanted.count(), 2);
    QCOMPARE(m_list->selectedArticles(), numbered(103, 103));
}

void tst_ArticleListView::losesNothingByAPressBesideTheRows()
{
    m_model->show(numbered(1, 3), {{0, u"May"_s}});
    m_list->select(ArticleId{2});

    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, {20, 5});   // the header
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, {20, 590}); // below all

    QCOMPARE(m_list->selectedArticles(), numbered(2, 2));
    QCOMPARE(m_list->currentRow(), 1);
}

void tst_ArticleListView::saysWhoseStarWasClicked()
{
    m_list->repaint();
    QTRY_VERIFY(m_model->knownSummary(ArticleId{103}));
    QSignalSpy clicked(m_list.get(), &ArticleListView::starClicked);
    const ArticleDelegate delegate;
    QStyleOptionViewItem option;
    option.initFrom(m_list.get());
    option.font = m_list->font();
    option.rect = m_list->visualRect(m_model->index(3));
    const QRect star = delegate.starRect(option, m_model->index(3));
    QVERIFY(star.width() >= 24 && star.height() >= 24);
    const int current = m_list->currentRow();

    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, star.center());

    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.at(0).at(0).value<ArticleId>(), ArticleId{103});
    QCOMPARE(m_list->currentRow(), current);
}

void tst_ArticleListView::isAListToAScreenReader()
{
    m_model->show(numbered(1, 1'000'000), {{0, u"May"_s}});
    m_list->select(ArticleId{999'000});
    m_list->repaint();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_list.get());
    QVERIFY(list);

    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Articles"_s);
    QCOMPARE(list->childCount(), 1'000'000);
    QAccessibleInterface *row = list->child(998'999);
    QCOMPARE(row->role(), QAccessible::ListItem);
    QTRY_COMPARE(row->text(QAccessible::Name), u"Headline 999000, 2 May 2031"_s);
    QVERIFY(row->state().selected && row->state().focused);
    const QRect place = m_list->visualRect(m_model->index(998'999));
    QCOMPARE(row->rect().size(), place.size());
    const QPoint centre = m_list->viewport()->mapToGlobal(place.center());
    QCOMPARE(list->childAt(centre.x(), centre.y()), row);
}

void tst_ArticleListView::marksTheWordsThatWereSearched()
{
    const auto source = [](const QList<ArticleId> &ids) {
        QList<Snippet> found;
        for (const ArticleId id : ids)
            found.append({id, u"nothing sails and the ferry stays in port"_s, {{22, 5}}});
        return QtFuture::makeReadyFuture(found);
    };
    const auto yellow = [this] {
        const QImage image = m_list->viewport()->grab().toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                count += colour.red() > 200 && colour.blue() < 190 && colour.green() > 190;
            }
        }
        return count;
    };
    QCOMPARE(yellow(), 0);

    m_model->show(numbered(1, 5), {}, source);

    QTRY_VERIFY(yellow() > 5 * 100);
}

void tst_ArticleListView::leavesLettersToTheWindow()
{
    m_list->select(ArticleId{100});

    QTest::keyClicks(m_list.get(), u"Headline 150"_s);

    QCOMPARE(m_list->currentRow(), 0);
}

QTEST_MAIN(tst_ArticleListView)
#include "tst_articlelistview.moc"
