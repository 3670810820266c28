// The saved page in the place of its article.
#include "tests/ui/reading/shownpane.h"
#include "tests/ui/reading/startedengine.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace {

QByteArray dot()
{
    return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+"
                                  "M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
                                  "gg==");
}

bool save(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool load(ShownPane &shown, const OriginalPage &page)
{
    QSignalSpy loaded(shown.page(), &QWebEnginePage::loadFinished);
    shown.pane->showOriginal(page);
    return loaded.wait(20000);
}

} // namespace

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
        saved.parts[u"part/2"_s] = {"image/png", dot()};
        const QTemporaryDir folder;
        saved.folder = QDir(folder.path()).canonicalPath() + u'/';
        QVERIFY(save(folder, u"style.css"_s, "#p { margin-top: 43px }"));

        QVERIFY(load(shown, saved));
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

    void showsPicturesAndStylesUnderAnyName()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Bridge"_s, paragraphs(2))));
        const QTemporaryDir folder;
        QVERIFY(save(folder, u"style"_s, "#p { margin-top: 47px }"));
        QVERIFY(save(folder, u"other"_s, "#p { margin-left: 49px }"));
        QVERIFY(save(folder, u"photo"_s, dot()));
        QVERIFY(save(folder, u"text"_s, "no picture"));
        OriginalPage saved;
        saved.html = u"<!DOCTYPE html><link rel=stylesheet href='style'>"
                     "<link rel=stylesheet href='other'><img id=photo src='photo'>"
                     "<img id=text src='text'><p id=p>Old page</p>"_s;
        saved.folder = QDir(folder.path()).canonicalPath() + u'/';
        saved.styles = {u"style"_s};

        QVERIFY(load(shown, saved));
        QCOMPARE(shown.value(u"getComputedStyle(p).marginTop"_s).toString(), u"47px"_s);
        QCOMPARE(shown.value(u"getComputedStyle(p).marginLeft"_s).toString(), u"0px"_s);
        QCOMPARE(shown.value(u"photo.naturalWidth"_s).toInt(), 1);
        QCOMPARE(shown.value(u"text.naturalWidth"_s).toInt(), 0);
    }

    void saysWhichFramesItRefused()
    {
        ShownPane shown;
        QVERIFY(shown.show(article(u"Bridge"_s, paragraphs(2))));
        OriginalPage saved;
        saved.html = u"<!DOCTYPE html><p>Old page</p><iframe src='https://frames.example/'>"
                     "</iframe><iframe src='about:blank'></iframe>"_s;

        QVERIFY(load(shown, saved));
        QTRY_COMPARE(shown.pane->refusedRequests(), QList{QUrl(u"https://frames.example/"_s)});
    }
};

ENGINE_TEST_MAIN(tst_OriginalView)
#include "tst_originalview.moc"
