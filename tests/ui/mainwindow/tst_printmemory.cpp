#include "ui/mainwindow/printmemory.h"

#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_PrintMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void areTheUsualOnesAtFirst();
    void areRemembered();
    void stayWithinTheirRanges();
};

void tst_PrintMemory::areTheUsualOnesAtFirst()
{
    const QTemporaryDir folder;
    const QSettings settings(folder.filePath(u"none.ini"_s), QSettings::IniFormat);

    QCOMPARE(readPrintSettings(settings), PrintSettings());
}

void tst_PrintMemory::areRemembered()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    PrintSettings values;
    values.options = {true, false, true, true, true, true, 130};
    values.fields = {false, false, false, false};
    values.hasContents = false;
    values.isRunningOn = true;
    values.paper = u"Letter"_s;
    values.isLandscape = true;
    values.margin = 12;

    writePrintSettings(settings, values);
    settings.sync();

    const QSettings again(settings.fileName(), QSettings::IniFormat);
    QCOMPARE(readPrintSettings(again), values);
}

void tst_PrintMemory::stayWithinTheirRanges()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    settings.setValue(u"print/textSize"_s, 100'000);
    settings.setValue(u"print/margin"_s, -3);

    QCOMPARE(readPrintSettings(settings).options.textSize, largestText);
    QCOMPARE(readPrintSettings(settings).margin, smallestMargin);
}

QTEST_MAIN(tst_PrintMemory)
#include "tst_printmemory.moc"
