#include "ui/handover/applicationservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

// Called over a bus of the test's own, as a desktop calls it.
class tst_ApplicationService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void comesToTheFront();
    void opensFilesAndNothingElse();
    void opensAnotherWindow();
    void leavesTheNameToWhoHasIt();

private:
    void call(const QString &method, const QVariantList &arguments);

    QProcess m_daemon;
    QString m_address;
    QObject m_application;
    QList<HandoverRequest> m_requests;
};

void tst_ApplicationService::initTestCase()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!m_daemon.waitForStarted())
        QSKIP("there is no dbus-daemon here to try it with");
    QVERIFY(m_daemon.waitForReadyRead());
    m_address = QString::fromLatin1(m_daemon.readLine().trimmed());
    auto *service = new ApplicationService(
        &m_application, [this](const HandoverRequest &request) { m_requests += request; });
    QVERIFY(service->offer(QDBusConnection::connectToBus(m_address, u"program"_s)));
}

void tst_ApplicationService::cleanupTestCase()
{
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void tst_ApplicationService::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_requests.clear();
}

void tst_ApplicationService::call(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.broadsheet.Broadsheet"_s,
                                                          u"/org/broadsheet/Broadsheet"_s,
                                                          u"org.freedesktop.Application"_s, method);
    message.setArguments(arguments);
    QVERIFY(QDBusConnection::connectToBus(m_address, u"desktop"_s).send(message));
    QTRY_COMPARE(m_requests.size(), 1);
}

void tst_ApplicationService::comesToTheFront()
{
    call(u"Activate"_s, {QVariantMap{{u"desktop-startup-id"_s, u"id-7"_s}}});

    QCOMPARE(m_requests.first(), (HandoverRequest{{}, false, "id-7"}));
}

void tst_ApplicationService::opensFilesAndNothingElse()
{
    const QStringList uris{u"file:///news/a%20b.txt"_s, u"https://example.org/c.html"_s};

    call(u"Open"_s, {uris, QVariantMap{{u"activation-token"_s, u"token-9"_s}}});

    QCOMPARE(m_requests.first(), (HandoverRequest{{u"/news/a b.txt"_s}, false, "token-9"}));
}

void tst_ApplicationService::opensAnotherWindow()
{
    call(u"ActivateAction"_s, {u"new-window"_s, QVariantList(), QVariantMap()});

    QVERIFY(m_requests.first().wantsNewWindow);
}

void tst_ApplicationService::leavesTheNameToWhoHasIt()
{
    QObject second;
    auto *late = new ApplicationService(&second, {});

    QVERIFY(!late->offer(QDBusConnection::connectToBus(m_address, u"second"_s)));
}

QTEST_GUILESS_MAIN(tst_ApplicationService)
#include "tst_applicationservice.moc"
