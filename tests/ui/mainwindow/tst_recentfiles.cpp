#include "ui/mainwindow/recentfiles.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_RecentFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void keepsTheNewestOnTopAndOnce();
    void offersEachByItsName();
    void saysSoWhenThereIsNone();
    void forgetsWhatIsGoneAndEverythingWhenAsked();
};

void tst_RecentFiles::keepsTheNewestOnTopAndOnce()
{
    QMenu menu;
    RecentFiles recent(&menu, {}, nullptr);

    for (int number = 0; number < 30; ++number)
        recent.add(u"/news/%1.txt"_s.arg(number % 20));

    QStringList paths = recent.paths();
    QCOMPARE(paths.size(), 12);
    QCOMPARE(paths.first(), u"/news/9.txt"_s);
    QCOMPARE(paths.removeDuplicates(), 0);
}

void tst_RecentFiles::offersEachByItsName()
{
    QMenu menu;
    RecentFiles recent(&menu, {u"/news/fish & chips.txt"_s, u"/news"_s}, nullptr);
    QSignalSpy chosen(&recent, &RecentFiles::chosen);

    Q_EMIT menu.aboutToShow();
    menu.actions().at(0)->trigger();

    QCOMPARE(menu.actions().at(0)->text(), u"fish && chips.txt"_s);
    QCOMPARE(menu.actions().at(0)->toolTip(), u"/news/fish & chips.txt"_s);
    QCOMPARE(chosen.at(0).at(0).toString(), u"/news/fish & chips.txt"_s);
}

void tst_RecentFiles::saysSoWhenThereIsNone()
{
    QMenu menu;
    RecentFiles recent(&menu, {}, nullptr);

    Q_EMIT menu.aboutToShow();

    QVERIFY(!menu.actions().first()->isEnabled());
    QVERIFY(!menu.actions().last()->isEnabled());
}

void tst_RecentFiles::forgetsWhatIsGoneAndEverythingWhenAsked()
{
    QMenu menu;
    RecentFiles recent(&menu, {u"/a"_s, u"/b"_s, u"/c"_s}, nullptr);
    QSignalSpy changed(&recent, &RecentFiles::changed);

    recent.forget(u"/b"_s);
    QCOMPARE(recent.paths(), (QStringList{u"/a"_s, u"/c"_s}));
    Q_EMIT menu.aboutToShow();
    menu.actions().last()->trigger();

    QVERIFY(recent.paths().isEmpty());
    QCOMPARE(changed.count(), 2);
}

QTEST_MAIN(tst_RecentFiles)
#include "tst_recentfiles.moc"
