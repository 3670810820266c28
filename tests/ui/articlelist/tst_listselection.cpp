#include "ui/articlelist/listselection.h"

#include <QStringListModel>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_ListSelection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void joinsWhatTouchesAndOverlaps();
};

void tst_ListSelection::joinsWhatTouchesAndOverlaps()
{
    const QStringListModel model(QStringList(20, u"row"_s));
    QItemSelection selection;
    for (const auto &[first, last] :
         QList<std::pair<int, int>>{{9, 12}, {2, 3}, {4, 4}, {11, 15}, {18, 18}})
        selection.append({model.index(first), model.index(last)});

    QCOMPARE(selectedRuns(selection), (QList<std::pair<int, int>>{{2, 4}, {9, 15}, {18, 18}}));
    QCOMPARE(selectedRows(selection), 11);
    QCOMPARE(selectedRows({}), 0);
}

QTEST_GUILESS_MAIN(tst_ListSelection)
#include "tst_listselection.moc"
