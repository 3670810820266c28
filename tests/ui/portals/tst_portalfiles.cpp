#include "ui/portals/portalfiles.h"

#include "tests/support/fakeportal.h"
#include "ui/mainwindow/filemanager.h"

#include <QDir>
#include <QtConcurrent>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class tst_PortalFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsEachFolderOnce();
    void saysWhatIsNotShown();
    void isWhatTheFileManagerIsInASandbox();
    void throwsAFileAway();
    void throwsAFolderAway();
    void saysWhyAFileStays();

private:
    QString write(const QString &name)
    {
        QDir().mkpath(QFileInfo(m_folder->filePath(name)).path());
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write("news") != 4)
            qFatal("cannot write into the test's own folder");
        return file.fileName();
    }

    // The portal lives on the test's thread, and would wait for itself.
    std::optional<Result<QString>> thrownAway(const QString &path)
    {
        const auto answer = QtConcurrent::run(
            [path, bus = *m_desk->bus.asking] { return toTrashByPortal(path, bus); });
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }))
            return std::nullopt;
        return answer.result();
    }

    std::unique_ptr<PortalDesk> m_desk;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_PortalFiles::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_desk = std::make_unique<PortalDesk>();
    if (!m_desk->open())
        QSKIP("there is no dbus-daemon here to try it with");
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_PortalFiles::cleanup()
{
    m_desk.reset();
}

void tst_PortalFiles::showsEachFolderOnce()
{
    const QString one = write(u"may/one.txt"_s);
    const QString two = write(u"may/two.txt"_s);
    const QString three = write(u"june/three.txt"_s);
    m_desk->portal.answers[u"OpenDirectory"_s] = {0, {}};
    QObject context;
    QStringList unshown;

    showByPortal({one, two, three}, *m_desk->bus.asking, &context,
                 [&](const QString &path) { unshown.append(path); });

    QTRY_COMPARE(m_desk->portal.calls.size(), 2);
    QCOMPARE(m_desk->portal.calls.first().member, u"OpenDirectory"_s);
    QCOMPARE(m_desk->portal.calls.first().file, one);
    QCOMPARE(m_desk->portal.calls.last().file, three);
    QTRY_VERIFY(context.children().isEmpty()); // both are answered
    QVERIFY(unshown.isEmpty());
}

void tst_PortalFiles::saysWhatIsNotShown()
{
    const QString here = write(u"here.txt"_s);
    const QString gone = m_folder->filePath(u"before/gone.txt"_s);
    m_desk->portal.answers[u"OpenDirectory"_s] = {2, {}};
    QObject context;
    QStringList unshown;

    showByPortal({here, gone}, *m_desk->bus.asking, &context,
                 [&](const QString &path) { unshown.append(path); });

    QTRY_COMPARE(unshown, (QStringList{gone, here}));
}

void tst_PortalFiles::isWhatTheFileManagerIsInASandbox()
{
    const QString one = write(u"one.txt"_s);
    m_desk->portal.answers[u"OpenDirectory"_s] = {0, {}};
    QObject context;
    qputenv("SNAP", "/snap/broadsheet/1");

    showInFileManager({one}, *m_desk->bus.asking, &context);

    qunsetenv("SNAP");
    QTRY_COMPARE(m_desk->portal.calls.size(), 1);
    QCOMPARE(m_desk->portal.calls.first().file, one);
}

void tst_PortalFiles::throwsAFileAway()
{
    const QString file = write(u"story.txt"_s);

    const auto there = thrownAway(file);

    QVERIFY(there && there->has_value());
    QCOMPARE(there->value(), QString()); // the portal does not say
    QCOMPARE(m_desk->portal.calls.size(), 1);
    QCOMPARE(m_desk->portal.calls.first().interface, u"org.freedesktop.portal.Trash"_s);
    QCOMPARE(m_desk->portal.calls.first().file, file);
}

void tst_PortalFiles::throwsAFolderAway()
{
    const QString folder = QFileInfo(write(u"page_files/one.png"_s)).path();

    const auto there = thrownAway(folder);

    QVERIFY(there && there->has_value());
    QCOMPARE(m_desk->portal.calls.first().file, folder);
}

void tst_PortalFiles::saysWhyAFileStays()
{
    const QString gone = m_folder->filePath(u"gone.txt"_s);
    const auto unopened = thrownAway(gone);
    QVERIFY(unopened && !unopened->has_value());
    QCOMPARE(unopened->error().subject, gone);
    QCOMPARE(unopened->error().detail, u"No such file or directory"_s);
    QVERIFY(m_desk->portal.calls.isEmpty());

    const QString here = write(u"here.txt"_s);
    m_desk->portal.trashes = false;
    const auto refused = thrownAway(here);
    QVERIFY(refused && !refused->has_value());
    QVERIFY(!refused->error().detail.isEmpty());

    m_desk->portal.isRefusing = true;
    const auto absent = thrownAway(here);
    QVERIFY(absent && !absent->has_value());
    QCOMPARE(absent->error().detail, u"no"_s);
}

QTEST_MAIN(tst_PortalFiles)
#include "tst_portalfiles.moc"
