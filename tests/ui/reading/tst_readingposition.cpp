// How far an article is read, and back to there.
#include "tests/ui/reading/shownpane.h"
#include "tests/ui/reading/startedengine.h"

#include <QRegularExpression>

class tst_ReadingPosition final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startEngine()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void tellsHowFarItIsAndGoesThere_data()
    {
        QTest::addColumn<int>("zoom");
        for (const int zoom : {100, 170, 60})
            QTest::addRow("%d %%", zoom) << zoom;
    }
    void tellsHowFarItIsAndGoesThere()
    {
        QFETCH(int, zoom);
        ShownPane shown;
        shown.pane->setZoom(zoom);
        QVERIFY(shown.show(article(u"Long"_s, paragraphs(100))));
        QSignalSpy scrolled(shown.pane, &ReadingPane::scrolled);
        const auto position = [&scrolled] {
            return scrolled.isEmpty() ? -1.0 : scrolled.last().first().toDouble();
        };
        shown.pane->scrollTo(1);
        QTRY_VERIFY_WITH_TIMEOUT(position() > 0.999, 20000);
        shown.pane->scrollTo(0.5);
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(position() - 0.5) < 0.01, 20000);
    }
};

ENGINE_TEST_MAIN(tst_ReadingPosition)
#include "tst_readingposition.moc"
