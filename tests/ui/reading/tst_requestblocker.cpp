#include "ui/reading/requestblocker.h"

#include "tests/ui/reading/startedengine.h"
#include "ui/reading/articlepage.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QWebEngineSettings>

using namespace Qt::StringLiterals;

class tst_RequestBlocker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startEngine()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    // A page without the policy that ours all have: the blocker is alone with it.
    void refusesTheNetworkAndFilesAndCountsThem()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QSignalSpy connected(&server, &QTcpServer::newConnection);
        const QString net = u"http://127.0.0.1:%1/"_s.arg(server.serverPort());
        ReadingProfile profile;
        QWebEnginePage page(&profile);
        QSignalSpy refused(&profile.blocker(), &RequestBlocker::refused);
        QSignalSpy loaded(&page, &QWebEnginePage::loadFinished);

        page.load(profile.articles().setPage(
            u"<img src=\"%1a.png\"><link rel=\"stylesheet\" href=\"%1b.css\">"
            "<iframe src=\"%1c.html\"></iframe><video src=\"%1d.mp4\" preload=\"auto\"></video>"
            "<img src=\"article:/picture/0/0\"><p>Text.</p>"_s.arg(net)));
        QVERIFY(loaded.wait(20000));

        QTRY_COMPARE(refused.count(), 4);
        QCOMPARE(connected.count(), 0);
    }

    // The program's own HTML comes as such an address, and only when it is asked for.
    void goesToNoAddressThatIsAPageItself()
    {
        ReadingProfile profile;
        ArticlePage page(&profile);
        QSignalSpy loaded(&page, &QWebEnginePage::loadFinished);
        const QUrl address = profile.articles().setPage({});
        page.show(u"<p>Here</p>"_s, address);
        QVERIFY(loaded.wait(20000));
        QVERIFY(loaded.first().first().toBool());

        page.load(QUrl(u"data:text/html,<p>Away</p>"_s));

        QVERIFY(loaded.wait(20000));
        QVERIFY(!loaded.last().first().toBool());
        QCOMPARE(page.url(), address);
    }

    void refusesToNavigateAnywhere_data()
    {
        QTest::addColumn<QUrl>("address");
        QTest::newRow("network") << QUrl(u"http://127.0.0.1:9/"_s);
        QTest::newRow("file") << QUrl(u"file:///etc/hostname"_s);
        QTest::newRow("engine") << QUrl(u"chrome://version"_s);
    }
    void refusesToNavigateAnywhere()
    {
        QFETCH(QUrl, address);
        ReadingProfile profile;
        QWebEnginePage page(&profile);
        QSignalSpy loaded(&page, &QWebEnginePage::loadFinished);

        page.load(address);

        QVERIFY(loaded.wait(20000));
        QCOMPARE(loaded.first().first().toBool(), false);
    }

    void leavesTheEngineNothingThatAnArticleDoesNotNeed_data()
    {
        QTest::addColumn<QWebEngineSettings::WebAttribute>("attribute");
        QTest::newRow("scripts") << QWebEngineSettings::JavascriptEnabled;
        QTest::newRow("files") << QWebEngineSettings::LocalContentCanAccessFileUrls;
        QTest::newRow("network") << QWebEngineSettings::LocalContentCanAccessRemoteUrls;
        QTest::newRow("plug-ins") << QWebEngineSettings::PluginsEnabled;
        QTest::newRow("PDF") << QWebEngineSettings::PdfViewerEnabled;
        QTest::newRow("DNS") << QWebEngineSettings::DnsPrefetchEnabled;
        QTest::newRow("drops") << QWebEngineSettings::NavigateOnDropEnabled;
        QTest::newRow("storage") << QWebEngineSettings::LocalStorageEnabled;
    }
    void leavesTheEngineNothingThatAnArticleDoesNotNeed()
    {
        QFETCH(QWebEngineSettings::WebAttribute, attribute);
        ReadingProfile profile;
        const QWebEnginePage page(&profile);

        QVERIFY(profile.isOffTheRecord());
        QVERIFY(!page.settings()->testAttribute(attribute));
    }
};

ENGINE_TEST_MAIN(tst_RequestBlocker)
#include "tst_requestblocker.moc"
