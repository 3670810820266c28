#include "ui/printing/printingplugin.h"

#include "tests/ui/printing/pdftools.h"
#include "ui/printing/printshop.h"

#include <QDialog>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using pdftools::TestPress;

// Loads the plug-in as the window does.
class tst_PrintingPlugin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isLoadedOnceAndForAll()
    {
        QCOMPARE(loadPrintingPlugin().value(), loadPrintingPlugin().value());
    }

    void makesAShopThatCastsAndSignalsAcrossTheBorder()
    {
        TestPress press;
        QWidget window;
        const auto shop = loadPrintingPlugin().value()->createPrintShop(press, &window);

        QObject *object = shop.get();
        QVERIFY(qobject_cast<PrintShop *>(object));
        QVERIFY(QSignalSpy(shop.get(), &PrintShop::printed).isValid());
    }

    void previewsOverTheWindowWhatTheOtherSidesPressLaysOut()
    {
        TestPress press;
        QWidget window;
        const auto shop = loadPrintingPlugin().value()->createPrintShop(press, &window);
        window.show();

        shop->preview({pdftools::articleCalled(u"Ferry to return"_s)});

        QVERIFY(window.findChild<QDialog *>());
        QTRY_COMPARE(press.jobs, 1);
        QTRY_VERIFY(!press.busy);
    }

    void writesAPdfWithoutAWindow()
    {
        const QTemporaryDir folder;
        const QString story = folder.filePath(u"story.txt"_s);
        QFile file(story);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Ferry to return\n\nThe ferry will be back in June, the harbour office said.\n");
        file.close();
        TestPress press;
        QObject parent;
        std::optional<int> status;

        loadPrintingPlugin().value()->carryOut(press, {{story}, folder.filePath(u"out.pdf"_s), {}},
                                               &parent, [&](int answer) { status = answer; });

        QVERIFY(!status);
        QTRY_COMPARE(status, 0);
        QVERIFY(QFile::exists(folder.filePath(u"out.pdf"_s)));
    }
};

QTEST_MAIN(tst_PrintingPlugin)
#include "tst_printingplugin.moc"
