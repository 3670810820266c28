#include "tests/support/someoverview.h"
#include "ui/shelf/shelfrow.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_ShelfRow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void standsInItsOrder();
    void leavesOutHeadingsWithNothingBelow();
    void listsVisitedFoldersApart();
    void showsTwentyOfAFacetUntilAskedForMore();
    void asksForWhatARowShows_data();
    void asksForWhatARowShows();
    void showsNoHostileNames();

private:
    static QStringList names(const QList<ShelfRow> &rows);
    static ShelfRow heading(const QList<ShelfRow> &rows, const QString &name);
};

QStringList tst_ShelfRow::names(const QList<ShelfRow> &rows)
{
    QStringList names;
    for (const ShelfRow &row : rows)
        names.append(row.name);
    return names;
}

ShelfRow tst_ShelfRow::heading(const QList<ShelfRow> &rows, const QString &name)
{
    for (const ShelfRow &row : rows) {
        if (row.name == name)
            return row;
    }
    return {};
}

void tst_ShelfRow::standsInItsOrder()
{
    QCOMPARE(names(shelfRows(someOverview(), {})),
             (QStringList{u"All Articles"_s, u"Unread"_s, u"Starred"_s, u"Opened"_s, u"Folders"_s,
                          u"Visited"_s, u"Saved Searches"_s, u"Tags"_s, u"Publishers"_s,
                          u"Sections"_s}));
}

void tst_ShelfRow::leavesOutHeadingsWithNothingBelow()
{
    QCOMPARE(shelfRows(LibraryOverview(), {}).size(), 4);
}

void tst_ShelfRow::listsVisitedFoldersApart()
{
    const QList<ShelfRow> rows = shelfRows(someOverview(), {});

    QCOMPARE(names(heading(rows, u"Folders"_s).rows), (QStringList{u"harbour"_s, u"islands"_s}));
    QCOMPARE(names(heading(rows, u"Folders"_s).rows.first().rows),
             (QStringList{u"2030"_s, u"2031"_s}));
    QCOMPARE(names(heading(rows, u"Visited"_s).rows), QStringList{u"today"_s});
}

void tst_ShelfRow::showsTwentyOfAFacetUntilAskedForMore()
{
    const ShelfRow few = heading(shelfRows(someOverview(), {}), u"Publishers"_s);
    const ShelfRow whole = heading(shelfRows(someOverview(), {few.key}), u"Publishers"_s);

    QCOMPARE(few.rows.size(), 21);
    QCOMPARE(few.rows.last().name, u"More…"_s);
    QCOMPARE(whole.rows.size(), 31);
    QCOMPARE(whole.rows.last().name, u"Fewer"_s);
}

void tst_ShelfRow::asksForWhatARowShows_data()
{
    QTest::addColumn<QString>("under");
    QTest::addColumn<QString>("asked");
    QTest::newRow("all") << u"All Articles"_s << QString();
    QTest::newRow("unread") << u"Unread"_s << u"is:unread"_s;
    QTest::newRow("starred") << u"Starred"_s << u"is:starred"_s;
    QTest::newRow("opened") << u"Opened"_s << u"is:opened"_s;
    QTest::newRow("a folder") << u"Folders"_s << u"folder:\"/news/harbour\""_s;
    QTest::newRow("a search") << u"Saved Searches"_s << u"ferry OR ferries"_s;
    QTest::newRow("a tag") << u"Tags"_s << u"tag:budget"_s;
    QTest::newRow("a publisher") << u"Publishers"_s << u"from:\"Post 0\""_s;
    QTest::newRow("a section") << u"Sections"_s << u"section:World"_s;
}

void tst_ShelfRow::asksForWhatARowShows()
{
    QFETCH(QString, under);
    QFETCH(QString, asked);
    ShelfRow row = heading(shelfRows(someOverview(), {}), under);
    if (row.kind == ShelfRow::Kind::Heading)
        row = row.rows.first();

    QCOMPARE(queryOf(row), SearchQuery::parsed(asked));
}

void tst_ShelfRow::showsNoHostileNames()
{
    LibraryOverview overview;
    FolderOverview folder = someFolder(u"/news/x"_s, 1);
    folder.name = u"two\nlines\u202e"_s + QString(5000, u'x');
    overview.folders = {folder};

    const QString name = heading(shelfRows(overview, {}), u"Folders"_s).rows.first().name;

    QVERIFY(name.startsWith(u"two linesxxx"_s));
    QVERIFY(name.size() <= 160);
}

QTEST_MAIN(tst_ShelfRow)
#include "tst_shelfrow.moc"
