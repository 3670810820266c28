// The saved page in the place of its article.
#include "tests/ui/reading/shownpane.h"
#include "tests/ui/reading/startedengine.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

class tst_OriginalView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startEngine()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void showsTheSavedPageWithItsPartsAndNothingElse()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Bridge"_s, paragraphs(2))));
        QSignalSpy refused(shown.pane, &ReadingPane::requestsRefused);
        OriginalPage saved;
        saved.html = u"<!DOCTYPE html><title>x</title><link rel=stylesheet href='part/1'>"
                     "<link rel=stylesheet href='style.css'>"
                     "<img id=here src='part/2'><img src='https://tracker.example/a.gif'>"
                     "<img id=out src='../../../etc/hostname'><p id=p>Old page</p>"
                     "<script>document.title = 'script ran'</script>"_s;
        saved.parts[u"part/1"_s] = {"text/css", "#p { margin-left: 41px }"};
        const QByteArray
            dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWj"
                  "R9awAAAABJRU5ErkJggg==";
        saved.parts[u"part/2"_s] = {"image/png", QByteArray::fromBase64(dot)};
        QTemporaryDir folder;
        saved.folder = QDir(folder.path()).canonicalPath() + u'/';
        QFile style(folder.filePath(u"style.css"_s));
        QVERIFY(style.open(QIODevice::WriteOnly) && style.write("#p { margin-top: 43px }") > 0);
        style.close();

        QSignalSpy loaded(shown.page(), &QWebEnginePage::loadFinished);
        shown.pane->showOriginal(saved);
        QVERIFY(loaded.wait(20000));
        QCOMPARE(shown.value(u"getComputedStyle(p).marginLeft"_s).toString(), u"41px"_s);
        QCOMPARE(shown.value(u"getComputedStyle(p).marginTop"_s).toString(), u"43px"_s);
        QCOMPARE(shown.value(u"here.naturalWidth"_s).toInt(), 1);
        QCOMPARE(shown.value(u"out.naturalWidth"_s).toInt(), 0);
        QCOMPARE(shown.value(u"document.title"_s).toString(), u"x"_s);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(shown.pane->refusedRequests(), QList{QUrl(u"https://tracker.example/a.gif"_s)});

        QVERIFY(shown.show(article(u"Bridge"_s, paragraphs(2)))); // and back
        QVERIFY(!shown.value(u"!!document.getElementById('p')"_s).toBool());
        QVERIFY(shown.pane->refusedRequests().isEmpty());
    }
};

ENGINE_TEST_MAIN(tst_OriginalView)
#include "tst_originalview.moc"
