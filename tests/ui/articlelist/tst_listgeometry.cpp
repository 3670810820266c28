#include "ui/articlelist/listgeometry.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_ListGeometry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void placesRowsBelowTheirHeaders();
    void placesRowsWithoutHeaders();
    void isRightAtAMillionRows();
    void survivesHeadersOfRowsThatAreNotThere();
};

void tst_ListGeometry::placesRowsBelowTheirHeaders()
{
    const QList<ListGroup> groups{{0, u"Today"_s}, {2, u"Yesterday"_s}};
    const ListGeometry rows(3, groups, 90, 20);

    QCOMPARE(rows.height(), 3 * 90 + 2 * 20);
    QCOMPARE(rows.topOfRow(0), 20);
    QCOMPARE(rows.topOfRow(1), 110);
    QCOMPARE(rows.topOfHeader(1), 200);
    QCOMPARE(rows.topOfRow(2), 220);
    QVERIFY(rows.isHeaderAt(0));
    QVERIFY(rows.isHeaderAt(219));
    QVERIFY(!rows.isHeaderAt(220));
    QCOMPARE(rows.rowAt(-1), -1);
    QCOMPARE(rows.rowAt(0), 0);
    QCOMPARE(rows.rowAt(199), 1);
    QCOMPARE(rows.rowAt(200), 2); // over its header
    QCOMPARE(rows.rowAt(309), 2);
    QCOMPARE(rows.rowAt(310), -1);
    QCOMPARE(rows.nearestRow(4'000), 2);
    QCOMPARE(rows.groupOfRow(1), 0);
    QCOMPARE(rows.groupOfRow(2), 1);
}

void tst_ListGeometry::placesRowsWithoutHeaders()
{
    const QList<ListGroup> none;
    const ListGeometry rows(3, none, 90, 20);

    QCOMPARE(rows.height(), 270);
    QCOMPARE(rows.topOfRow(2), 180);
    QCOMPARE(rows.rowAt(269), 2);
    QCOMPARE(rows.groupOfRow(2), -1);
    QCOMPARE(rows.headerHeight(), 0);
    QCOMPARE(ListGeometry(0, none, 90, 20).nearestRow(10), -1);
}

// Every row is found again where it stands, however many headers are above it.
void tst_ListGeometry::isRightAtAMillionRows()
{
    QList<ListGroup> groups;
    for (int row = 0; row < 1'000'000; row += 2'771)
        groups.append({row, QString()});
    const ListGeometry rows(1'000'000, groups, 97, 23);

    QCOMPARE(rows.height(), 97'000'000LL + 23LL * groups.size());
    for (int row = 0; row < 1'000'000; row += 997) {
        const qint64 top = rows.topOfRow(row);
        QCOMPARE(rows.rowAt(top), row);
        QCOMPARE(rows.rowAt(top + 96), row);
        QVERIFY(!rows.isHeaderAt(top));
        QCOMPARE(rows.isHeaderAt(top - 1), row % 2'771 == 0);
    }
    QCOMPARE(rows.rowAt(rows.height() - 1), 999'999);
}

void tst_ListGeometry::survivesHeadersOfRowsThatAreNotThere()
{
    const QList<ListGroup> groups{{0, {}}, {7, {}}};
    const ListGeometry rows(3, groups, 90, 20);

    for (qint64 y = 0; y < rows.height(); ++y)
        QVERIFY(rows.rowAt(y) < 3);
}

QTEST_GUILESS_MAIN(tst_ListGeometry)
#include "tst_listgeometry.moc"
