#include "tests/support/someoverview.h"
#include "ui/shelf/shelf.h"
#include "ui/shelf/shelfdelegate.h"
#include "ui/shelf/shelfmodel.h"
#include "ui/shelf/shelfview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(ShelfRow)
Q_DECLARE_METATYPE(ShelfTask)

class tst_Shelf final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_shelf.reset(); }
    void keepsItsPlaceBeforeItIsBuilt();
    void choosesAPlaceByMouseAndKeys();
    void saysNothingOfAPlaceThatTheWindowChose();
    void opensAndClosesAHeadingByAClick();
    void keepsWhatIsOpenAndChosenWhenCountsChange();
    void movesRowsWithoutLosingTheirPlace();
    void remembersWhatWasOpen();
    void showsMoreOfAFacet();
    void renamesAFolderInPlace();
    void offersWhatSuitsTheRow_data();
    void offersWhatSuitsTheRow();
    void removesAndClosesByKey();
    void takesFoldersThatAreDropped();
    void saysCountsToAScreenReader();
    void shortensCounts();

private:
    QModelIndex row(const QString &name) const;
    void click(const QModelIndex &index) const;
    ShelfModel *model() const { return m_shelf->findChild<ShelfModel *>(); }

    std::unique_ptr<Shelf> m_shelf;
};

void tst_Shelf::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shelf = std::make_unique<Shelf>();
    m_shelf->resize(220, 700);
    m_shelf->build();
    new QAbstractItemModelTester(model(), m_shelf.get());
    m_shelf->showLibrary(someOverview());
    m_shelf->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_shelf.get()));
    QApplication::setActiveWindow(m_shelf.get());
}

QModelIndex tst_Shelf::row(const QString &name) const
{
    const QModelIndexList found = model()->match(model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                 Qt::MatchExactly | Qt::MatchRecursive);
    return found.value(0);
}

void tst_Shelf::click(const QModelIndex &index) const
{
    const QPoint place = m_shelf->tree()->visualRect(index).center();
    QTest::mouseClick(m_shelf->tree()->viewport(), Qt::LeftButton, {}, place);
}

void tst_Shelf::keepsItsPlaceBeforeItIsBuilt()
{
    Shelf unbuilt;

    QVERIFY(!unbuilt.tree());
    unbuilt.select(SearchQuery());
    QVERIFY(unbuilt.findChildren<QWidget *>().isEmpty());
}

void tst_Shelf::choosesAPlaceByMouseAndKeys()
{
    QSignalSpy chosen(m_shelf.get(), &Shelf::placeChosen);

    click(row(u"harbour"_s));
    QTest::keyClick(m_shelf->tree(), Qt::Key_Down);

    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.at(0).at(0).value<ShelfRow>().key, u"/news/harbour"_s);
    QCOMPARE(chosen.at(1).at(0).value<ShelfRow>().key, u"/news/islands"_s);
    QSignalSpy entered(m_shelf.get(), &Shelf::placeEntered);
    QTest::keyClick(m_shelf->tree(), Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
}

void tst_Shelf::saysNothingOfAPlaceThatTheWindowChose()
{
    QSignalSpy chosen(m_shelf.get(), &Shelf::placeChosen);

    m_shelf->select(SearchQuery::parsed(u"is:starred"_s));

    QCOMPARE(m_shelf->tree()->currentIndex(), row(u"Starred"_s));
    QVERIFY(chosen.isEmpty());
    m_shelf->select(SearchQuery::parsed(u"nobody lists this"_s));
    QVERIFY(!m_shelf->tree()->currentIndex().isValid());
}

void tst_Shelf::opensAndClosesAHeadingByAClick()
{
    QSignalSpy chosen(m_shelf.get(), &Shelf::placeChosen);
    QVERIFY(!m_shelf->tree()->isExpanded(row(u"Sections"_s)));

    click(row(u"Sections"_s));
    QVERIFY(m_shelf->tree()->isExpanded(row(u"Sections"_s)));
    click(row(u"Sections"_s));

    QVERIFY(!m_shelf->tree()->isExpanded(row(u"Sections"_s)));
    QVERIFY(chosen.isEmpty());
}

void tst_Shelf::keepsWhatIsOpenAndChosenWhenCountsChange()
{
    m_shelf->tree()->expand(row(u"harbour"_s));
    click(row(u"2031"_s));
    QSignalSpy chosen(m_shelf.get(), &Shelf::placeChosen);
    QSignalSpy reset(model(), &QAbstractItemModel::modelReset);
    LibraryOverview grown = someOverview();
    grown.folders.first().folders.prepend(someFolder(u"/news/harbour/2029"_s, 5, 5));
    grown.folders.first().articles += 5;
    grown.unread += 5;

    m_shelf->showLibrary(grown);

    QVERIFY(m_shelf->tree()->isExpanded(row(u"harbour"_s)));
    QCOMPARE(m_shelf->tree()->currentIndex(), row(u"2031"_s));
    QVERIFY(row(u"2029"_s).isValid());
    QVERIFY(chosen.isEmpty());
    QVERIFY(reset.isEmpty());
}

void tst_Shelf::movesRowsWithoutLosingTheirPlace()
{
    m_shelf->tree()->expand(row(u"Publishers"_s));
    m_shelf->select(SearchQuery::parsed(u"from:\"Post 3\""_s));
    LibraryOverview turned = someOverview();
    std::ranges::reverse(turned.facets.publishers);

    m_shelf->showLibrary(turned);
    m_shelf->showLibrary(someOverview());

    QCOMPARE(row(u"Post 0"_s).row(), 0);
    QCOMPARE(row(u"Post 19"_s).row(), 19);
    QVERIFY(m_shelf->tree()->isExpanded(row(u"Publishers"_s)));
}

void tst_Shelf::remembersWhatWasOpen()
{
    m_shelf->tree()->expand(row(u"Sections"_s));
    m_shelf->tree()->expand(row(u"harbour"_s));
    m_shelf->tree()->collapse(row(u"Tags"_s));
    const QStringList open = m_shelf->openRows();
    m_shelf = std::make_unique<Shelf>();
    m_shelf->setOpenRows(open);

    m_shelf->showLibrary(someOverview());

    QVERIFY(m_shelf->tree()->isExpanded(row(u"Sections"_s)));
    QVERIFY(m_shelf->tree()->isExpanded(row(u"harbour"_s)));
    QVERIFY(m_shelf->tree()->isExpanded(row(u"Visited"_s)));
    QVERIFY(!m_shelf->tree()->isExpanded(row(u"Tags"_s)));
}

void tst_Shelf::showsMoreOfAFacet()
{
    m_shelf->tree()->expand(row(u"Publishers"_s));
    m_shelf->tree()->scrollTo(row(u"More…"_s));
    QCOMPARE(model()->rowCount(row(u"Publishers"_s)), 21);

    click(row(u"More…"_s));

    QCOMPARE(model()->rowCount(row(u"Publishers"_s)), 31);
}

void tst_Shelf::renamesAFolderInPlace()
{
    QSignalSpy renamed(m_shelf.get(), &Shelf::renamed);
    click(row(u"islands"_s));

    QTest::keyClick(m_shelf->tree(), Qt::Key_F2);
    auto *editor = m_shelf->tree()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), u"islands"_s);
    QTest::keyClicks(editor, u"The Islands"_s);
    QTest::keyClick(editor, Qt::Key_Return);

    QTRY_COMPARE(renamed.size(), 1);
    QCOMPARE(renamed.first().at(0).value<ShelfRow>().key, u"/news/islands"_s);
    QCOMPARE(renamed.first().at(1).toString(), u"The Islands"_s);
    click(row(u"Starred"_s));
    QTest::keyClick(m_shelf->tree(), Qt::Key_F2);
    QVERIFY(!(model()->flags(row(u"Starred"_s)) & Qt::ItemIsEditable));
}

void tst_Shelf::offersWhatSuitsTheRow_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("entries");
    const QString add = u"Add Folder to Library…"_s;
    const QString manager = u"Open in File Manager"_s;
    const QString look = u"Look for Changes"_s;
    QTest::newRow("a folder") << u"harbour"_s
                              << QStringList{manager, look, u"Rename…"_s, u"Remove from Library"_s,
                                             add};
    QTest::newRow("below one") << u"2031"_s << QStringList{manager, add};
    QTest::newRow("visited") << u"today"_s
                             << QStringList{u"Keep in Library"_s, u"Close"_s, manager, look, add};
    QTest::newRow("a search") << u"Ferries"_s
                              << QStringList{u"Rename…"_s, u"Remove Saved Search"_s, add};
    QTest::newRow("a tag") << u"budget"_s << QStringList{add};
    QTest::newRow("all") << u"All Articles"_s << QStringList{add};
}

void tst_Shelf::offersWhatSuitsTheRow()
{
    QFETCH(QString, name);
    QFETCH(QStringList, entries);
    m_shelf->tree()->expandAll();

    Q_EMIT m_shelf->tree()->menuWanted(*model()->rowAt(row(name)), QPoint(10, 10));

    auto *menu = m_shelf->findChild<QMenu *>();
    QVERIFY(menu);
    QStringList found;
    for (const QAction *action : menu->actions()) {
        if (!action->isSeparator())
            found.append(action->text().remove(u'&'));
    }
    QCOMPARE(found, entries);
    menu->close();
}

void tst_Shelf::removesAndClosesByKey()
{
    QSignalSpy tasks(m_shelf.get(), &Shelf::taskChosen);

    for (const QString &name : {u"islands"_s, u"today"_s, u"Ferries"_s, u"budget"_s}) {
        click(row(name));
        QTest::keyClick(m_shelf->tree(), Qt::Key_Delete);
    }

    QCOMPARE(tasks.size(), 3); // a tag is not the tree's to remove
    QCOMPARE(tasks.at(0).at(1).value<ShelfTask>(), ShelfTask::Remove);
    QCOMPARE(tasks.at(1).at(1).value<ShelfTask>(), ShelfTask::Close);
    QCOMPARE(tasks.at(2).at(0).value<ShelfRow>().kind, ShelfRow::Kind::Search);
}

void tst_Shelf::takesFoldersThatAreDropped()
{
    const QTemporaryDir folder;
    QSignalSpy dropped(m_shelf.get(), &Shelf::foldersDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(folder.path()), QUrl(u"https://post.example/"_s)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});

    QCoreApplication::sendEvent(m_shelf->tree()->viewport(), &enter);
    QCoreApplication::sendEvent(m_shelf->tree()->viewport(), &drop);

    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.first().at(0).toStringList(), QStringList{folder.path()});
}

void tst_Shelf::saysCountsToAScreenReader()
{
    LibraryOverview overview = someOverview();
    overview.folders.first().isAway = true;
    m_shelf->showLibrary(overview);

    QCOMPARE(row(u"harbour"_s).data(Qt::AccessibleTextRole).toString(),
             u"harbour, 60 unread of 1,200 articles, cannot be reached now"_s);
    QCOMPARE(row(u"Starred"_s).data(Qt::AccessibleTextRole).toString(), u"Starred, 3 articles"_s);
}

void tst_Shelf::shortensCounts()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));

    QCOMPARE(shortCount(7), u"7"_s);
    QCOMPARE(shortCount(9'999), u"9,999"_s);
    QCOMPARE(shortCount(12'345), u"12.3k"_s);
    QCOMPARE(shortCount(123'456), u"123k"_s);
    QCOMPARE(shortCount(1'234'567), u"1.2M"_s);
}

QTEST_MAIN(tst_Shelf)
#include "tst_shelf.moc"
