#include "ui/reading/engineenvironment.h"

#include "ui/reading/readingpane.h"
#include "ui/reading/readingplugin.h"
#include "ui/support/paperpress.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

// Loads the plug-in as the window does: late, into a program that was not linked with the engine's
// own start-up.
class tst_EngineEnvironment final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What the engine says about itself at its start fails no test.
    void initTestCase()
    {
        const Result<ReadingPlugin *> plugin = loadReadingPlugin();
        QVERIFY2(plugin.has_value(), plugin.has_value() ? "" : qPrintable(plugin.error().detail));
        std::unique_ptr<ReadingPane> pane(plugin.value()->createReadingPane(nullptr));
        pane->show();
        QSignalSpy shown(pane.get(), &ReadingPane::articleShown);
        pane->showArticle(Article());
        QVERIFY(shown.wait(30000));
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void loadsThePluginOnceAndForAll()
    {
        QCOMPARE(loadReadingPlugin().value(), loadReadingPlugin().value());
    }

    void opensThePageToAScreenReader()
    {
        QCOMPARE(qgetenv("QTWEBENGINE_ENABLE_LINUX_ACCESSIBILITY"), QByteArray("1"));
    }

    void makesAPaneThatCastsAndSignalsAcrossTheBorder()
    {
        QWidget window;
        QObject *pane = loadReadingPlugin().value()->createReadingPane(&window);

        QVERIFY(qobject_cast<ReadingPane *>(pane));
        QVERIFY(dynamic_cast<ReadingPane *>(pane));
        QSignalSpy zoomed(qobject_cast<ReadingPane *>(pane), &ReadingPane::zoomChanged);
        QVERIFY(zoomed.isValid());
        qobject_cast<ReadingPane *>(pane)->setZoom(150);
        QCOMPARE(zoomed.count(), 1);
    }

    void makesAPressThatCastsAcrossTheBorder()
    {
        QObject parent;
        QObject *press = loadReadingPlugin().value()->createPaperPress(&parent);

        QVERIFY(qobject_cast<PaperPress *>(press));
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1"); // as if a screen reader were there
    prepareEngine();
    QApplication application(argc, argv);
    tst_EngineEnvironment test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_engineenvironment.moc"
