#include "ui/mainwindow/filemanager.h"

#include "tests/support/fakeportal.h"

#include <QDesktopServices>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// A file manager that says what it was asked, and does it or not.
class FakeFileManager final : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        member = message.member();
        uris = message.arguments().value(0).toStringList();
        connection.send(isWilling ? message.createReply()
                                  : message.createErrorReply(QDBusError::Failed, u"no"_s));
        return true;
    }

    QString member;
    QStringList uris;
    bool isWilling = true;
};

} // namespace

class tst_FileManager final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void asksTheDesktopsFileManager();
    void opensTheFolderWhereTheFileManagerRefuses();
    void opensTheFolderWhereThereIsNoBus();

public Q_SLOTS:
    void takeUrl(const QUrl &url) { m_opened.append(url); }

private:
    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeFileManager> m_manager;
    QList<QUrl> m_opened;
};

void tst_FileManager::initTestCase()
{
    m_bus = std::make_unique<PrivateBus>();
    if (!m_bus->start())
        QSKIP("there is no dbus-daemon here to try it with");
    QDBusConnection &desktop = *m_bus->desktop;
    QVERIFY(desktop.registerService(u"org.freedesktop.FileManager1"_s));
    m_manager = std::make_unique<FakeFileManager>();
    QVERIFY(desktop.registerVirtualObject(u"/org/freedesktop/FileManager1"_s, m_manager.get()));
    QDesktopServices::setUrlHandler(u"file"_s, this, "takeUrl");
}

void tst_FileManager::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_opened.clear();
}

void tst_FileManager::cleanupTestCase()
{
    QDesktopServices::unsetUrlHandler(u"file"_s);
    m_bus.reset();
}

void tst_FileManager::asksTheDesktopsFileManager()
{
    QObject context;

    showInFileManager({u"/news/a b#1.txt"_s, u"/news/ö.txt"_s}, *m_bus->asking, &context);

    QTRY_COMPARE(m_manager->member, u"ShowItems"_s);
    QCOMPARE(m_manager->uris,
             (QStringList{u"file:///news/a%20b%231.txt"_s, u"file:///news/%C3%B6.txt"_s}));
    QVERIFY(m_opened.isEmpty());
}

void tst_FileManager::opensTheFolderWhereTheFileManagerRefuses()
{
    QObject context;
    m_manager->isWilling = false;

    showInFileManager({u"/news/may/a.txt"_s, u"/other/b.txt"_s}, *m_bus->asking, &context);

    QTRY_COMPARE(m_opened, QList<QUrl>{QUrl(u"file:///news/may"_s)});
}

void tst_FileManager::opensTheFolderWhereThereIsNoBus()
{
    QObject context;

    showInFileManager({u"/news/may/a.txt"_s}, QDBusConnection(u"never connected"_s), &context);

    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"file:///news/may"_s)});
}

QTEST_MAIN(tst_FileManager)
#include "tst_filemanager.moc"
