#include "ui/mainwindow/windowsettings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_WindowSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void givesBackWhatItWasGiven();
    void startsWithEverythingShown();
};

void tst_WindowSettings::givesBackWhatItWasGiven()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    WindowSettings values;
    values.geometry = "geometry\0with nothing";
    values.bars = "bars";
    values.columns = "columns";
    values.shelfShown = values.listShown = values.relatedShown = values.statusBarShown = false;
    values.zoom = 140;
    values.recentPaths = QStringList{u"/news/ä, b.txt"_s, u"/news"_s};
    values.recentSearches = QStringList{u"from:\"The Post\", ferry"_s};
    values.place = u"folder:\"/news\""_s;
    values.placeName = u"News"_s;
    values.hasArticles = true;
    values.openRows = QStringList();
    values.closedSections = QStringList{u"linked"_s};
    values.list = {SortBy::Publisher, SortBy::Date, true, true};

    writeWindowSettings(settings, values);
    settings.sync();
    const QSettings again(settings.fileName(), QSettings::IniFormat);

    QCOMPARE(readWindowSettings(again), values);
}

void tst_WindowSettings::startsWithEverythingShown()
{
    const QTemporaryDir folder;
    const QSettings settings(folder.filePath(u"none.ini"_s), QSettings::IniFormat);

    QCOMPARE(readWindowSettings(settings), WindowSettings());
    QVERIFY(WindowSettings().listShown && WindowSettings().relatedShown);
}

QTEST_MAIN(tst_WindowSettings)
#include "tst_windowsettings.moc"
