#include "tests/support/someoverview.h"
#include "ui/searchbar/hintpanel.h"
#include "ui/searchbar/searchbar.h"

#include <QApplication>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class tst_SearchBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void saysOnlyTheNewestOfWhatIsTyped();
    void entersWhatItHasFoundOnReturn();
    void searchesInItsScopeUntilThatIsTakenAway();
    void clearsAndGoesBackOnEscape();
    void goesToTheListOnDown();
    void walksThroughItsHints();
    void takesAFieldsNameByTab();
    void remembersSearchesThatWereWorthIt();
    void saysNothingOfSpacesAndSlips();

private:
    QLineEdit *field() const { return m_bar->findChild<QLineEdit *>(); }
    HintPanel *hints() const { return m_window->findChild<HintPanel *>(); }
    QString asked() const { return m_bar->query().written(); }

    std::unique_ptr<QWidget> m_window;
    SearchBar *m_bar = nullptr;
};

void tst_SearchBar::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 500);
    m_bar = new SearchBar(m_window.get());
    m_bar->setGeometry(20, 10, 500, m_bar->height());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QApplication::setActiveWindow(m_window.get());
    m_bar->build();
    m_bar->setOverview(someOverview());
    m_bar->open();
    QVERIFY(field()->hasFocus());
}

void tst_SearchBar::saysOnlyTheNewestOfWhatIsTyped()
{
    QSignalSpy searched(m_bar, &SearchBar::searched);

    QTest::keyClicks(field(), u"storm fer"_s);

    QVERIFY(searched.wait());
    QCOMPARE(searched.size(), 1);
    QVERIFY(m_bar->query() == SearchQuery::parsed(u"storm (fer OR fer*)"_s));
}

void tst_SearchBar::entersWhatItHasFoundOnReturn()
{
    QSignalSpy wanted(m_bar, &SearchBar::listWanted);
    QTest::keyClicks(field(), u"ferries"_s);

    QTest::keyClick(field(), Qt::Key_Return);

    QVERIFY(m_bar->query() == SearchQuery::parsed(u"ferries OR ferries*"_s));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(m_bar->recent(), QStringList{u"ferries"_s});
}

void tst_SearchBar::searchesInItsScopeUntilThatIsTakenAway()
{
    m_bar->setScope(u"harbour"_s, SearchQuery::parsed(u"folder:\"/news/harbour\""_s));

    m_bar->setText(u"ferry"_s);
    QVERIFY(m_bar->query() == SearchQuery::parsed(u"folder:\"/news/harbour\" ferry"_s));
    QToolButton *chip = nullptr;
    for (QToolButton *button : m_bar->findChildren<QToolButton *>()) {
        if (button->text().contains(u"harbour"))
            chip = button;
    }
    QVERIFY(chip && chip->isVisible());
    chip->click();

    QCOMPARE(asked(), u"ferry"_s);
    QVERIFY(!chip->isVisible());
}

void tst_SearchBar::clearsAndGoesBackOnEscape()
{
    m_bar->setText(u"ferry"_s);
    QSignalSpy cleared(m_bar, &SearchBar::cleared);
    QSignalSpy wanted(m_bar, &SearchBar::listWanted);

    QTest::keyClick(field(), Qt::Key_Escape);

    QCOMPARE(cleared.size(), 1);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(m_bar->text().isEmpty());
    QVERIFY(m_bar->query() == SearchQuery());
}

void tst_SearchBar::goesToTheListOnDown()
{
    QSignalSpy wanted(m_bar, &SearchBar::listWanted);
    QTest::keyClicks(field(), u"ferry"_s);
    QVERIFY(!hints()->isVisible());

    QTest::keyClick(field(), Qt::Key_Down);

    QCOMPARE(wanted.size(), 1);
}

void tst_SearchBar::walksThroughItsHints()
{
    QTest::keyClicks(field(), u"from:"_s);
    QVERIFY(hints()->isVisible());

    QTest::keyClick(field(), Qt::Key_Down);
    QTest::keyClick(field(), Qt::Key_Down);
    QTest::keyClick(field(), Qt::Key_Return);

    QCOMPARE(m_bar->text(), u"from:\"Post 1\" "_s);
    QVERIFY(!hints()->isVisible());
    QVERIFY(field()->hasFocus());
}

void tst_SearchBar::takesAFieldsNameByTab()
{
    QTest::keyClicks(field(), u"storm sec"_s);

    QTest::keyClick(field(), Qt::Key_Tab);

    QCOMPARE(m_bar->text(), u"storm section:"_s);
    QVERIFY(hints()->isVisible());
    QTest::keyClick(field(), Qt::Key_Tab);
    QCOMPARE(m_bar->text(), u"storm section:World "_s);
}

void tst_SearchBar::remembersSearchesThatWereWorthIt()
{
    for (const QString &search : {u"ferry"_s, u"storm"_s, u"ferry"_s}) {
        m_bar->setText(search);
        m_bar->remember();
    }

    QCOMPARE(m_bar->recent(), (QStringList{u"ferry"_s, u"storm"_s}));
    m_bar->clear();
    m_window->setFocus();
    m_bar->open();
    QVERIFY(hints()->isVisible());
    QCOMPARE(hints()->first()->text, u"ferry"_s);
}

void tst_SearchBar::saysNothingOfSpacesAndSlips()
{
    QSignalSpy searched(m_bar, &SearchBar::searched);

    m_bar->setText(u"   "_s);
    QVERIFY(!m_bar->isSearching());
    QVERIFY(searched.isEmpty());
    for (const QString &slip :
         {u"\"ferry"_s, u"((ferry"_s, u"ferry AND"_s, u"date:never ferry"_s}) {
        m_bar->clear();
        m_bar->setText(slip);
        QVERIFY2(m_bar->query().asksForWords(), qPrintable(slip));
    }
    QCOMPARE(searched.size(), 4);
}

QTEST_MAIN(tst_SearchBar)
#include "tst_searchbar.moc"
