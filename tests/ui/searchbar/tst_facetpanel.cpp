#include "ui/searchbar/datehistogram.h"
#include "ui/searchbar/facetlist.h"
#include "ui/searchbar/facetpanel.h"

#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_FacetPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }
    void drawsMonthsWhileTheyCanBeHitAndYearsBeyond();
    void keepsNonsenseDatesFromFillingTheScreen();
    void asksForTheMonthsThatAreDraggedOver();
    void takesTheSameChoiceBack();
    void asksForDatesByKeys();
    void keepsTheMonthsWhileOnlyDatesChange();
    void addsAValueAndTakesItOutAgain();
    void saysCountsInItsTips();
    void wordsDatesShortly();

private:
    static SearchFacets someFacets();
    QModelIndex row(const QString &text) const;
    void drag(int from, int to) const;
    QString chosen() const
    {
        return m_chosen->isEmpty() ? QString() : m_chosen->last().at(0).toString();
    }

    std::unique_ptr<FacetPanel> m_panel;
    std::unique_ptr<QSignalSpy> m_chosen;
};

SearchFacets tst_FacetPanel::someFacets()
{
    SearchFacets facets;
    facets.months = {{2031, 1, 4}, {2031, 2, 40}, {2031, 5, 1200}};
    facets.publishers = {{u"Harbour Post"_s, 1000}, {u"Island Mail"_s, 244}};
    facets.authors = {{u"Ada Quill"_s, 7}};
    return facets;
}

void tst_FacetPanel::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_panel = std::make_unique<FacetPanel>();
    m_panel->resize(240, 600);
    m_panel->showFacets(someFacets(), u"ferry"_s);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_chosen = std::make_unique<QSignalSpy>(m_panel.get(), &FacetPanel::textChosen);
}

QModelIndex tst_FacetPanel::row(const QString &text) const
{
    const QAbstractItemModel *model = m_panel->list()->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly).value(0);
}

void tst_FacetPanel::drag(int from, int to) const
{
    DateHistogram *bars = m_panel->histogram();
    QTest::mousePress(bars, Qt::LeftButton, {}, bars->barArea(from).center());
    QTest::mouseMove(bars, bars->barArea(to).center());
    QMouseEvent move(QEvent::MouseMove, bars->barArea(to).center(), QPointF(), Qt::NoButton,
                     Qt::LeftButton, {});
    QCoreApplication::sendEvent(bars, &move);
    QTest::mouseRelease(bars, Qt::LeftButton, {}, bars->barArea(to).center());
}

void tst_FacetPanel::drawsMonthsWhileTheyCanBeHitAndYearsBeyond()
{
    const QList<MonthCount> months{{1998, 11, 5}, {2001, 2, 7}, {2001, 3, 1}};

    const auto wide = histogramBars(months, 400);
    const auto narrow = histogramBars(months, 60);

    QCOMPARE(wide.size(), 29);
    QCOMPARE(wide.first().articles, 5);
    QCOMPARE(wide.last().first, QDate(2001, 3, 1));
    QCOMPARE(narrow.size(), 4);
    QCOMPARE(narrow.last().articles, 8);
    QVERIFY(narrow.last().isYear);
    QVERIFY(histogramBars({}, 400).isEmpty());
}

void tst_FacetPanel::keepsNonsenseDatesFromFillingTheScreen()
{
    QVERIFY(histogramBars({{1, 1, 1}, {9'999'999, 1, 1}}, 200).size() <= 2000);
}

void tst_FacetPanel::asksForTheMonthsThatAreDraggedOver()
{
    QCOMPARE(m_panel->histogram()->barCount(), 5);

    drag(3, 1);

    QCOMPARE(chosen(), u"ferry date:2031-02..2031-04"_s);
}

void tst_FacetPanel::takesTheSameChoiceBack()
{
    m_panel->showFacets(someFacets(), u"ferry date:2031-02"_s);

    drag(1, 1);

    QCOMPARE(chosen(), u"ferry"_s);
}

void tst_FacetPanel::asksForDatesByKeys()
{
    DateHistogram *bars = m_panel->histogram();
    bars->setFocus(Qt::TabFocusReason);

    QTest::keyClick(bars, Qt::Key_Home);
    QTest::keyClick(bars, Qt::Key_Right);
    QTest::keyClick(bars, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(bars->accessibleName(), u"March 2031: 0 articles"_s);
    QTest::keyClick(bars, Qt::Key_Return);

    QCOMPARE(chosen(), u"ferry date:2031-02..2031-03"_s);
    QTest::keyClick(bars, Qt::Key_Delete);
    QCOMPARE(chosen(), u"ferry"_s);
}

void tst_FacetPanel::keepsTheMonthsWhileOnlyDatesChange()
{
    SearchFacets fewer = someFacets();
    fewer.months = {{2031, 2, 40}};

    m_panel->showFacets(fewer, u"ferry date:2031-02"_s);
    QCOMPARE(m_panel->histogram()->barCount(), 5);
    m_panel->showFacets(fewer, u"storm date:2031-02"_s);

    QCOMPARE(m_panel->histogram()->barCount(), 1);
}

void tst_FacetPanel::addsAValueAndTakesItOutAgain()
{
    FacetList *list = m_panel->list();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(row(u"Island Mail"_s)).center());
    QCOMPARE(chosen(), u"ferry from:\"Island Mail\""_s);

    m_panel->showFacets(someFacets(), chosen());
    QCOMPARE(row(u"Island Mail"_s).row(), 1); // below its heading, before the others
    list->setCurrentIndex(row(u"Island Mail"_s));
    QTest::keyClick(list, Qt::Key_Space);

    QCOMPARE(chosen(), u"ferry"_s);
}

void tst_FacetPanel::saysCountsInItsTips()
{
    QCOMPARE(m_panel->histogram()->barText(4), u"May 2031: 1,200 articles"_s);
    QCOMPARE(row(u"Harbour Post"_s).data(Qt::ToolTipRole).toString(),
             u"Harbour Post: 1,000 articles"_s);
}

void tst_FacetPanel::wordsDatesShortly()
{
    const auto day = [](int year, int month, int number) { return QDate(year, month, number); };

    QCOMPARE(dateRangeText({day(2031, 1, 1), day(2031, 12, 31)}), u"2031"_s);
    QCOMPARE(dateRangeText({day(1998, 1, 1), day(2031, 12, 31)}), u"1998 – 2031"_s);
    QCOMPARE(dateRangeText({day(2031, 3, 1), day(2031, 3, 31)}), u"March 2031"_s);
    QVERIFY(dateRangeText({{}, day(2031, 3, 29)}).startsWith(u"until"));
    QCOMPARE(dateRangeText({}), QString());
}

QTEST_MAIN(tst_FacetPanel)
#include "tst_facetpanel.moc"
