#include "tests/support/testwindow.h"
#include "ui/mainwindow/searchdesk.h"
#include "ui/mainwindow/shelfdesk.h"
#include "ui/searchbar/searchbar.h"
#include "ui/shelf/shelf.h"
#include "ui/shelf/shelfview.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

class tst_SearchDesk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { w.reset(); }
    void listsWhatIsOpenedAsAVisitedPlace();
    void searchesWhileOneTypesAndGoesBackOnEscape();
    void marksWhatWasFoundInTheArticle();
    void remembersPlaceAndSearches();

private:
    SearchBar *bar() const { return w->window()->findChild<SearchBar *>(); }
    QLineEdit *field() const { return bar()->findChild<QLineEdit *>(); }
    Shelf *shelf() const { return w->window()->findChild<Shelf *>(); }
    QString folderName() const { return QDir(w->folder()).dirName(); }

    std::unique_ptr<TestWindow> w;
};

void tst_SearchDesk::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    w = std::make_unique<TestWindow>();
    w->writeSomeStories();
    w->open({w->path(u"middle.txt"_s)});
    QTRY_COMPARE(w->listed(), 3);
    QTRY_VERIFY(shelf()->tree());
}

void tst_SearchDesk::listsWhatIsOpenedAsAVisitedPlace()
{
    QTRY_VERIFY(shelf()->tree()->currentRow());

    QCOMPARE(shelf()->tree()->currentRow()->kind, ShelfRow::Kind::VisitedFolder);
    QCOMPARE(shelf()->tree()->currentRow()->name, folderName());
}

void tst_SearchDesk::searchesWhileOneTypesAndGoesBackOnEscape()
{
    QTest::keyClick(w->window(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(field()->hasFocus());

    QTest::keyClicks(field(), u"title:capt"_s);
    QTRY_COMPARE(w->headlines(), QStringList{u"Captain speaks"_s});
    QTest::keyClick(field(), Qt::Key_Escape);

    QTRY_COMPARE(w->listed(), 3);
    QVERIFY(w->list()->hasFocus());
    QCOMPARE(w->selected(), u"Ferry stays in port"_s);
}

void tst_SearchDesk::marksWhatWasFoundInTheArticle()
{
    bar()->setText(u"title:captain harbours"_s);
    QTRY_COMPARE(w->headlines(), QStringList{u"Captain speaks"_s});

    bar()->open();
    QTest::keyClick(field(), Qt::Key_Return);

    QTRY_COMPARE(w->lastShown(), u"Captain speaks"_s);
    QTRY_VERIFY(w->pane()->marked.contains(u"harbour"_s, Qt::CaseInsensitive));
    QTRY_VERIFY(w->actions()->findNext->isEnabled());
    w->actions()->findNext->trigger();
    QCOMPARE(w->pane()->markSteps, 1);
    bar()->clear();
    QTRY_VERIFY(w->pane()->marked.isEmpty());
}

void tst_SearchDesk::remembersPlaceAndSearches()
{
    bar()->setText(u"title:captain"_s);
    bar()->remember();

    const WindowSettings settings = w->window()->settings();

    QCOMPARE(settings.recentSearches, QStringList{u"title:captain"_s});
    QCOMPARE(settings.placeName, folderName());
    QVERIFY(settings.place.startsWith(u"folder:"));
    QVERIFY(settings.hasArticles);
}

QTEST_MAIN(tst_SearchDesk)
#include "tst_searchdesk.moc"
