#include "ui/reading/articleschemehandler.h"

#include "tests/ui/reading/startedengine.h"

#include <QDir>
#include <QTemporaryDir>
#include <QWebEngineScript>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

ArticleImage dot()
{
    ArticleImage image;
    image.contentUrl = u"data:image/svg+xml,"_s;
    image.bytes = "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'></svg>";
    return image;
}

// Loads pages and looks at the pictures in them.
struct Browser
{
    bool load(const QUrl &address)
    {
        QSignalSpy loaded(&page, &QWebEnginePage::loadFinished);
        page.load(address);
        return loaded.wait(20000) && loaded.last().first().toBool();
    }

    // The widths of the pictures: 0 for one that did not come.
    QVariantList widths()
    {
        QVariantList widths;
        bool done = false;
        page.runJavaScript(u"Array.from(document.images, image => image.naturalWidth)"_s,
                           QWebEngineScript::ApplicationWorld, [&](const QVariant &result) {
                               widths = result.toList();
                               done = true;
                           });
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return done; }, 20000);
        return widths;
    }

    ReadingProfile profile;
    QWebEnginePage page{&profile};
};

QString imageOf(const QString &address)
{
    return u"<img src=\"%1\">"_s.arg(address);
}

} // namespace

class tst_ArticleSchemeHandler final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startEngine()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void servesThePageAndItsPictures()
    {
        Browser browser;
        const QString address = browser.profile.articles().setPictures({dot()});

        QVERIFY(browser.load(
            browser.profile.articles().setPage(imageOf(address + u"0"_s) + u"Grüße"_s)));

        QCOMPARE(browser.widths(), QVariantList{7});
    }

    void servesADrawingWhateverItsAddressSays()
    {
        ArticleImage chart;
        chart.contentUrl = u"https://a.example/chart?7"_s;
        chart.bytes = "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='640' "
                      "height='320'><path d='M0 0L9 9'/></svg>";
        Browser browser;
        const QString address = browser.profile.articles().setPictures({chart});

        QVERIFY(browser.load(browser.profile.articles().setPage(imageOf(address + u"0"_s))));

        QCOMPARE(browser.widths(), QVariantList{640});
    }

    void answersForTheCurrentArticleOnly()
    {
        Browser browser;
        ArticleSchemeHandler &articles = browser.profile.articles();
        const QString before = articles.setPictures({dot()});
        const QUrl pageBefore = articles.setPage(u"before"_s);
        const QString now = articles.setPictures({dot()});

        QVERIFY(browser.load(articles.setPage(imageOf(before + u"0"_s) + imageOf(now + u"0"_s)
                                              + imageOf(now + u"1"_s) + imageOf(now + u"-1"_s)
                                              + imageOf(now + u"0/0"_s))));

        QCOMPARE(browser.widths(), (QVariantList{0, 7, 0, 0, 0}));
        QVERIFY(!browser.load(pageBefore));
    }

    void neverOpensAPipeOrAFolder()
    {
        QTemporaryDir folder;
        const QString pipe = folder.filePath(u"pipe.png"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        ArticleImage fromPipe;
        fromPipe.filePath = pipe;
        ArticleImage fromFolder;
        fromFolder.filePath = folder.path();
        Browser browser;
        const QString address = browser.profile.articles().setPictures({fromPipe, fromFolder});

        QVERIFY(browser.load(browser.profile.articles().setPage(imageOf(address + u"0"_s)
                                                                + imageOf(address + u"1"_s))));

        QCOMPARE(browser.widths(), (QVariantList{0, 0}));
    }
};

ENGINE_TEST_MAIN(tst_ArticleSchemeHandler)
#include "tst_articleschemehandler.moc"
