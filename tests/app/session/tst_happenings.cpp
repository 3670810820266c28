#include "app/session/happenings.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

class tst_Happenings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsAWrittenFile();
    void followsAFileThatWasMovedTwice();
    void takesAnEditorsSavingForAChange();
    void takesWhatIsNoArticleAnyMoreForGone();
    void looksThroughANewFolder();
    void leavesANewFolderAloneWhereFoldersDoNotBelong();
    void leavesThePicturesOfAPageThatComesAfterThem();
    void holdsUpNobodyForADiskThatDoesNotAnswer();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name);
    Happenings now(bool isDeep = true);
    static QStringList paths(const Happenings &happenings);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WatchedFolders> m_watched;
};

void tst_Happenings::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_watched = std::make_unique<WatchedFolders>();
    m_watched->enter(m_folder->path());
}

void tst_Happenings::write(const QString &name)
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write("words") != 5)
        qFatal("cannot write into the test's own folder");
}

Happenings tst_Happenings::now(bool isDeep)
{
    return lookedUp(m_watched->read(), *m_watched, [isDeep](const QString &) { return isDeep; });
}

QStringList tst_Happenings::paths(const Happenings &happenings)
{
    QStringList found;
    for (const FoundFile &file : happenings.files)
        found.append(file.path);
    found.sort();
    return found;
}

void tst_Happenings::findsAWrittenFile()
{
    write(u"a.txt"_s);
    write(u"b.txt"_s);
    QFile::remove(path(u"b.txt"_s));

    const Happenings happenings = now();

    QCOMPARE(paths(happenings), QStringList{path(u"a.txt"_s)});
    QCOMPARE(happenings.gone, QStringList{path(u"b.txt"_s)});
}

void tst_Happenings::followsAFileThatWasMovedTwice()
{
    write(u"a.txt"_s);
    now();

    QFile::rename(path(u"a.txt"_s), path(u"b.txt"_s));
    QFile::rename(path(u"b.txt"_s), path(u"c.txt"_s));
    const Happenings happenings = now();

    QCOMPARE(happenings.moved.size(), 1);
    QCOMPARE(happenings.moved.first(), std::pair(path(u"a.txt"_s), path(u"c.txt"_s)));
    QVERIFY(happenings.gone.isEmpty());
}

void tst_Happenings::takesAnEditorsSavingForAChange()
{
    write(u"a.txt"_s);
    now();

    QFile::rename(path(u"a.txt"_s), path(u"a.txt~"_s));
    write(u"a.txt"_s);
    QFile::remove(path(u"a.txt~"_s));
    const Happenings happenings = now();

    QVERIFY(happenings.moved.isEmpty());
    QCOMPARE(paths(happenings), QStringList{path(u"a.txt"_s)});
    QVERIFY(!happenings.gone.contains(path(u"a.txt"_s)));
}

void tst_Happenings::takesWhatIsNoArticleAnyMoreForGone()
{
    write(u"a.txt"_s);
    now();

    QFile::rename(path(u"a.txt"_s), path(u"a.jpg"_s));
    const Happenings happenings = now();

    QVERIFY(happenings.moved.isEmpty());
    QVERIFY(happenings.files.isEmpty());
    QVERIFY(happenings.gone.contains(path(u"a.txt"_s)));
}

void tst_Happenings::looksThroughANewFolder()
{
    write(u"new/deeper/a.txt"_s);
    write(u"new/.git/b.txt"_s);

    QCOMPARE(paths(now()), QStringList{path(u"new/deeper/a.txt"_s)});
    QVERIFY(m_watched->isWatched(path(u"new/deeper"_s)));
    write(u"new/deeper/c.txt"_s);

    QCOMPARE(paths(now()), QStringList{path(u"new/deeper/c.txt"_s)});
}

void tst_Happenings::leavesANewFolderAloneWhereFoldersDoNotBelong()
{
    write(u"new/a.txt"_s);

    QVERIFY(now(false).files.isEmpty());
    QVERIFY(!m_watched->isWatched(path(u"new"_s)));
}

void tst_Happenings::leavesThePicturesOfAPageThatComesAfterThem()
{
    write(u"Story_files/frame.html"_s);
    QCOMPARE(paths(now()), QStringList{path(u"Story_files/frame.html"_s)});

    write(u"Story.html"_s);
    const Happenings happenings = now();

    QCOMPARE(paths(happenings), QStringList{path(u"Story.html"_s)});
    QVERIFY(happenings.gone.contains(path(u"Story_files"_s)));
    QVERIFY(!m_watched->isWatched(path(u"Story_files"_s)));
}

void tst_Happenings::holdsUpNobodyForADiskThatDoesNotAnswer()
{
    QSemaphore asked;
    QSemaphore answers;
    WatchedFolders watched([&](const QString &folder) {
        if (folder != u"/net"_s)
            return true;
        asked.release();
        answers.acquire();
        return false;
    });
    const std::unique_ptr<QThread> waiting(QThread::create([&] { watched.enter(u"/net"_s); }));
    waiting->start();
    asked.acquire();

    watched.enter(m_folder->path());

    QVERIFY(watched.isWatched(m_folder->path()));
    QVERIFY(!watched.hasUnwatched(u"/net"_s));
    answers.release();
    QVERIFY(waiting->wait());
    QVERIFY(watched.hasUnwatched(u"/net"_s));
}

QTEST_GUILESS_MAIN(tst_Happenings)
#include "tst_happenings.moc"
