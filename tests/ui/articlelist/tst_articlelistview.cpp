#include "ui/articlelist/articlelistmodel.h"
#include "ui/articlelist/articlelistview.h"

#include <QApplication>
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

QTEST_MAIN(tst_ArticleListView)
#include "tst_articlelistview.moc"
