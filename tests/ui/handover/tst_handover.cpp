// What a later start hands to a running program.
#include "ui/handover/handoverlistener.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <future>

using namespace Qt::StringLiterals;

class tst_Handover final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { qunsetenv("XDG_RUNTIME_DIR"); }

    void isHeardByTheRunningProgram();
    void isNotTakenWhenNobodyIsThere();
    void aSocketThatACrashedProgramLeftIsNoObstacle();
    void onlyOneListens();
    void anotherProgramsSocketIsNotBelieved();
    void whoTalksNonsenseIsNotHeard_data();
    void whoTalksNonsenseIsNotHeard();
    void aFolderThatOthersCanEnterIsNotUsed();
    void everyLibraryHasItsOwn();
    void theStartsOfAFlatpakMeetInTheFolderTheyShare();

private:
    // The listener's thread must be free while the other side waits.
    static bool handedOver(const QString &address, const HandoverRequest &request)
    {
        auto answer = std::async(std::launch::async, [&] { return handOver(address, request); });
        [[maybe_unused]] const bool came = QTest::qWaitFor(
            [&] { return answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready; },
            10000);
        return answer.get();
    }

    QString address() const { return handoverAddress(u"/library"_s); }

    std::unique_ptr<QTemporaryDir> m_runtime;
};

void tst_Handover::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_runtime = std::make_unique<QTemporaryDir>(); // 0700
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime->path()));
}

void tst_Handover::isHeardByTheRunningProgram()
{
    HandoverListener listener;
    QVERIFY(listener.listen(address()));
    QSignalSpy asked(&listener, &HandoverListener::asked);
    const HandoverRequest request{
        {u"/news/a \"quoted\" name.html"_s, u"/news/two\nlines.txt"_s, u"/news/صحيفة.txt"_s},
        true,
        "token_TIME42"};
    QVERIFY(handedOver(address(), request));
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<HandoverRequest>(), request);
    QVERIFY(handedOver(address(), {})); // and the next
    QTRY_COMPARE(asked.size(), 2);
}

void tst_Handover::isNotTakenWhenNobodyIsThere()
{
    QVERIFY(!handOver(address(), {}));
    QVERIFY(!handOver({}, {}));
}

void tst_Handover::aSocketThatACrashedProgramLeftIsNoObstacle()
{
    {
        QLocalServer crashed;
        QVERIFY(crashed.listen(address()));
        QVERIFY(QFile::rename(address(), address() + u".kept"_s)); // it would put it away
    }
    QVERIFY(QFile::rename(address() + u".kept"_s, address()));
    QVERIFY(!handOver(address(), {}));
    HandoverListener listener;
    QVERIFY(listener.listen(address()));
    QVERIFY(handedOver(address(), {}));
}

void tst_Handover::onlyOneListens()
{
    HandoverListener first;
    QVERIFY(first.listen(address()));
    HandoverListener second;
    QVERIFY(!second.listen(address()));
    QVERIFY(handedOver(address(), {})); // the first is still heard
}

void tst_Handover::anotherProgramsSocketIsNotBelieved()
{
    QLocalServer other;
    QVERIFY(other.listen(address()));
    connect(&other, &QLocalServer::newConnection, &other, [&other] {
        QLocalSocket *guest = other.nextPendingConnection();
        guest->write("HTTP/1.1 400 Bad Request\n");
        guest->flush();
    });
    QVERIFY(!handedOver(address(), {}));
}

void tst_Handover::whoTalksNonsenseIsNotHeard_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another protocol") << QByteArray("GET / HTTP/1.1\n");
    QTest::newRow("another version") << QByteArray("{\"broadsheet\":99,\"paths\":[\"/a\"]}\n");
    QTest::newRow("without end") << QByteArray(3 * longestHandover, 'x');
}

void tst_Handover::whoTalksNonsenseIsNotHeard()
{
    QFETCH(QByteArray, bytes);
    HandoverListener listener;
    QVERIFY(listener.listen(address()));
    QSignalSpy asked(&listener, &HandoverListener::asked);
    QLocalSocket socket;
    socket.connectToServer(address());
    QSignalSpy gone(&socket, &QLocalSocket::disconnected);
    socket.write(bytes);
    QVERIFY(gone.wait(10000));
    QCOMPARE(asked.size(), 0);
}

void tst_Handover::aFolderThatOthersCanEnterIsNotUsed()
{
    QVERIFY(QFile::setPermissions(m_runtime->path(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                      | QFile::ReadGroup));
    QCOMPARE(address(), QString());
    qunsetenv("XDG_RUNTIME_DIR");
    QCOMPARE(address(), QString());
    HandoverListener listener;
    QVERIFY(!listener.listen(address()));
}

void tst_Handover::everyLibraryHasItsOwn()
{
    QVERIFY(address().startsWith(m_runtime->path()));
    QVERIFY(handoverAddress(u"/other"_s) != address());
}

void tst_Handover::theStartsOfAFlatpakMeetInTheFolderTheyShare()
{
    qputenv("FLATPAK_ID", "org.broadsheet.Broadsheet");
    const QString shared = m_runtime->filePath(u"app/org.broadsheet.Broadsheet"_s);
    const auto cleanup = qScopeGuard([] { qunsetenv("FLATPAK_ID"); });

    QCOMPARE(address(), QString()); // it is not there

    QVERIFY(QDir().mkpath(shared));
    QVERIFY(QFile::setPermissions(shared, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(QFileInfo(address()).path(), shared);
    HandoverListener listener;
    QVERIFY(listener.listen(address()));
    QVERIFY(handedOver(address(), {{u"/news/a.txt"_s}, false, {}}));
}

QTEST_GUILESS_MAIN(tst_Handover)
#include "tst_handover.moc"
