#include "app/library/libraryplaces.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_LibraryPlaces final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void areTheSameForEveryProgramOfBroadsheet();
    void areBothBelowTheFolderThatIsNamed();
};

void tst_LibraryPlaces::areTheSameForEveryProgramOfBroadsheet()
{
    QCoreApplication::setApplicationName(u"broadsheet"_s);
    const LibraryPlaces window = LibraryPlaces::ofReader();
    QCoreApplication::setApplicationName(u"broadsheet-cli"_s);

    QCOMPARE(LibraryPlaces::ofReader(), window);
    QVERIFY(window.state.endsWith(u"/broadsheet"_s));
    QVERIFY(window.state != window.cache);
}

void tst_LibraryPlaces::areBothBelowTheFolderThatIsNamed()
{
    const LibraryPlaces places = LibraryPlaces::below(u"/media/stick"_s);

    QVERIFY(places.state.startsWith(u"/media/stick/"_s));
    QVERIFY(places.cache.startsWith(u"/media/stick/"_s));
    QVERIFY(places.state != places.cache);
}

QTEST_GUILESS_MAIN(tst_LibraryPlaces)
#include "tst_libraryplaces.moc"
