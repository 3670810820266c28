// broadsheet-cli add where the disk is full, or must not be written to. A small file system in
// memory is that disk, so the test needs the right to mount one.
#include "app/library/library.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>

using namespace Qt::StringLiterals;

class tst_AddDisk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom();
    void saysThatTheLibraryCannotBeWritten();
    void readsAFolderThatMustNotBeWritten();

private:
    struct Ended
    {
        int status = -1;
        QByteArray errors;
    };
    Ended add(const QString &library) const;
    bool mount(const char *options, unsigned long flags = 0);
    QStringList contents(const QString &library) const;
    QString home(const QString &name) const { return m_home->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_home;
    bool m_isMounted = false;
};

void tst_AddDisk::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    for (const QString &name : {u"disk"_s, u"news"_s})
        QVERIFY(QDir().mkdir(home(name)));
    for (int i = 0; i < 1500; ++i) {
        QFile file(home(u"news/%1.txt"_s.arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray name = QByteArray::number(i);
        file.write("Harbour report " + name + "\n\nThe ferry left with cargo" + name
                   + " in the morning.\n\n"
                   + QByteArray("Nobody saw it come back before the storm.\n\n").repeated(10));
    }
}

void tst_AddDisk::cleanup()
{
    if (std::exchange(m_isMounted, false))
        ::umount2(QFile::encodeName(home(u"disk"_s)).constData(), MNT_DETACH);
}

bool tst_AddDisk::mount(const char *options, unsigned long flags)
{
    const int answer = ::mount("tmpfs", QFile::encodeName(home(u"disk"_s)).constData(), "tmpfs",
                               flags, options);
    m_isMounted = m_isMounted || answer == 0;
    return answer == 0;
}

tst_AddDisk::Ended tst_AddDisk::add(const QString &library) const
{
    QProcess program;
    program.setStandardOutputFile(QProcess::nullDevice());
    program.start(QCoreApplication::applicationDirPath() + u"/broadsheet-cli"_s,
                  {u"--library"_s, library, u"add"_s, home(u"news"_s)});
    if (!program.waitForFinished(60'000) || program.exitStatus() != QProcess::NormalExit)
        return {};
    return {program.exitCode(), program.readAllStandardError()};
}

// Each headline, and whether its own word finds it and nothing else.
QStringList tst_AddDisk::contents(const QString &directory) const
{
    Library library(directory);
    const auto never = [] { return false; };
    QStringList found;
    const auto order = library.list({}, 100'000, never);
    const auto summaries = library.summaries(order.has_value() ? order.value().ids
                                                               : QList<ArticleId>());
    if (!summaries.has_value())
        return {summaries.error().detail};
    for (const ArticleSummary &summary : summaries.value()) {
        const QString word = u"cargo"_s + summary.headline.section(u' ', -1);
        const auto hits = library.list({SearchQuery::parsed(word)}, 10, never);
        const bool isFound = hits.has_value() && hits.value().ids == QList{summary.id};
        found.append(summary.headline + (isFound ? u" found"_s : u" lost"_s));
    }
    found.sort();
    return found;
}

void tst_AddDisk::saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom()
{
    if (!mount("size=1500k"))
        QSKIP(
            "A small file system cannot be mounted here: that takes root and the right to mount.");
    const QString library = home(u"disk/library"_s);

    const Ended full = add(library);

    QCOMPARE(full.status, 1);
    QVERIFY2(full.errors.contains(": the disk is full\n"), full.errors);
    QVERIFY2(full.errors.contains("the same command again goes on from here\n"), full.errors);
    QCOMPARE(full.errors.count('\n'), 2);

    QVERIFY(mount("size=200m", MS_REMOUNT));
    const Ended rest = add(library);

    QCOMPARE(rest.errors, QByteArray());
    QCOMPARE(rest.status, 0);
    QCOMPARE(add(home(u"undisturbed"_s)).status, 0);
    QCOMPARE(contents(library), contents(home(u"undisturbed"_s)));
    QCOMPARE(contents(library).filter(u" found"_s).size(), 1500);
}

void tst_AddDisk::saysThatTheLibraryCannotBeWritten()
{
    if (!mount("size=1m", MS_RDONLY))
        QSKIP(
            "A small file system cannot be mounted here: that takes root and the right to mount.");

    const Ended ended = add(home(u"disk/library"_s));

    QCOMPARE(ended.status, 1);
    QCOMPARE(ended.errors.count('\n'), 1);
    QVERIFY2(ended.errors.contains("cannot be"), ended.errors);
}

void tst_AddDisk::readsAFolderThatMustNotBeWritten()
{
    const QString news = home(u"news"_s);
    const auto readable = QFile::ReadOwner | QFile::ExeOwner;
    QVERIFY(QFile::setPermissions(news, readable));
    const QDateTime before = QFileInfo(news).lastModified();

    QCOMPARE(add(home(u"library"_s)).status, 0);

    QCOMPARE(contents(home(u"library"_s)).size(), 1500);
    QCOMPARE(QFileInfo(news).lastModified(), before);
    QVERIFY(QFile::setPermissions(news, readable | QFile::WriteOwner));
}

QTEST_GUILESS_MAIN(tst_AddDisk)
#include "tst_adddisk.moc"
