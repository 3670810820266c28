#include "app/library/folderwatch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

class tst_FolderWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsOfAFileWhenItIsWhole();
    void tellsOfLinksToFilesElsewhere();
    void tellsOfAFileThatIsGone();
    void tellsOfAMoveAsOneThing();
    void tellsOfWhatComesFromElsewhereAndGoesThere();
    void passesOverHiddenFiles();
    void tellsOfANewFolder();
    void knowsAMovedFolderByItsNewName();
    void tellsOfALostFolder();
    void leavesAFolderAndThoseBelowIt();
    void leavesSomethingForOtherPrograms();
    void tellsThatTooMuchHasHappened();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString write(const QString &name, const QByteArray &bytes = "words");

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FolderWatch> m_watch;
};

void tst_FolderWatch::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_watch = std::make_unique<FolderWatch>(1000);
    QCOMPARE(m_watch->watch(m_folder->path()), FolderWatch::Answer::Watched);
}

QString tst_FolderWatch::write(const QString &name, const QByteArray &bytes)
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write into the test's own folder");
    return file.fileName();
}

void tst_FolderWatch::tellsOfAFileWhenItIsWhole()
{
    QFile file(path(u"a.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("half");
    QVERIFY(file.flush());

    QVERIFY(m_watch->read().isEmpty());
    file.write("the other half");
    file.close();

    QCOMPARE(m_watch->read().written, QStringList{path(u"a.txt"_s)});
    QVERIFY(m_watch->read().isEmpty());
}

void tst_FolderWatch::tellsOfLinksToFilesElsewhere()
{
    const QTemporaryDir elsewhere;
    QFile file(elsewhere.filePath(u"a.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();

    QVERIFY(file.link(path(u"soft.txt"_s)));
    QCOMPARE(::link(qPrintable(file.fileName()), qPrintable(path(u"hard.txt"_s))), 0);

    QCOMPARE(m_watch->read().written, (QStringList{path(u"soft.txt"_s), path(u"hard.txt"_s)}));
}

void tst_FolderWatch::tellsOfAFileThatIsGone()
{
    write(u"a.txt"_s);
    m_watch->read();

    QFile::remove(path(u"a.txt"_s));

    QCOMPARE(m_watch->read().gone, QStringList{path(u"a.txt"_s)});
}

void tst_FolderWatch::tellsOfAMoveAsOneThing()
{
    QDir().mkdir(path(u"deeper"_s));
    m_watch->watch(path(u"deeper"_s));
    write(u"a.txt"_s);
    m_watch->read();

    QVERIFY(QFile::rename(path(u"a.txt"_s), path(u"deeper/b.txt"_s)));

    const FolderNews news = m_watch->read();
    QCOMPARE(news.moved.size(), 1);
    QCOMPARE(news.moved.first(), std::pair(path(u"a.txt"_s), path(u"deeper/b.txt"_s)));
    QVERIFY(news.gone.isEmpty());
    QVERIFY(news.written.isEmpty());
}

void tst_FolderWatch::tellsOfWhatComesFromElsewhereAndGoesThere()
{
    const QTemporaryDir elsewhere;
    write(u"a.txt"_s);
    m_watch->read();

    QVERIFY(QFile::rename(path(u"a.txt"_s), elsewhere.filePath(u"a.txt"_s)));
    QCOMPARE(m_watch->read().gone, QStringList{path(u"a.txt"_s)});

    QVERIFY(QFile::rename(elsewhere.filePath(u"a.txt"_s), path(u"b.txt"_s)));
    QCOMPARE(m_watch->read().written, QStringList{path(u"b.txt"_s)});
}

void tst_FolderWatch::passesOverHiddenFiles()
{
    write(u".a.txt.swp"_s);
    QVERIFY(m_watch->read().isEmpty());

    QVERIFY(QFile::rename(path(u".a.txt.swp"_s), path(u"a.txt"_s)));
    QCOMPARE(m_watch->read().written, QStringList{path(u"a.txt"_s)});

    QVERIFY(QFile::rename(path(u"a.txt"_s), path(u".a.txt"_s)));
    QCOMPARE(m_watch->read().gone, QStringList{path(u"a.txt"_s)});
}

void tst_FolderWatch::tellsOfANewFolder()
{
    QDir().mkdir(path(u"deeper"_s));

    QCOMPARE(m_watch->read().folders, QStringList{path(u"deeper"_s)});
    QVERIFY(!m_watch->isWatched(path(u"deeper"_s))); // that is for the owner to ask
}

void tst_FolderWatch::knowsAMovedFolderByItsNewName()
{
    QDir().mkpath(path(u"old/inner"_s));
    m_watch->watch(path(u"old"_s));
    m_watch->watch(path(u"old/inner"_s));
    m_watch->read();

    QVERIFY(QDir().rename(path(u"old"_s), path(u"new"_s)));
    QCOMPARE(m_watch->read().moved.value(0), std::pair(path(u"old"_s), path(u"new"_s)));
    write(u"new/inner/a.txt"_s);

    QCOMPARE(m_watch->read().written, QStringList{path(u"new/inner/a.txt"_s)});
    QVERIFY(m_watch->isWatched(path(u"new/inner"_s)));
    QVERIFY(!m_watch->isWatched(path(u"old/inner"_s)));
}

void tst_FolderWatch::tellsOfALostFolder()
{
    QDir().mkdir(path(u"deeper"_s));
    m_watch->watch(path(u"deeper"_s));
    m_watch->read();

    QVERIFY(QDir().rmdir(path(u"deeper"_s))); // which the folder above tells
    const FolderNews below = m_watch->read();
    QVERIFY(QDir().rmdir(m_folder->path()));
    const FolderNews top = m_watch->read();

    QCOMPARE(below.gone, QStringList{path(u"deeper"_s)});
    QVERIFY(below.lost.isEmpty());
    QCOMPARE(top.lost, QStringList{m_folder->path()});
    QCOMPARE(m_watch->count(), 0);
}

void tst_FolderWatch::leavesAFolderAndThoseBelowIt()
{
    QDir().mkpath(path(u"one/two"_s));
    QDir().mkpath(path(u"one-more"_s));
    for (const QString &name : {u"one"_s, u"one/two"_s, u"one-more"_s})
        m_watch->watch(path(name));
    m_watch->read();

    m_watch->leave(path(u"one"_s),
                   [this](const auto &folder) { return folder == path(u"one/two"_s); });
    write(u"one/a.txt"_s);
    write(u"one/two/b.txt"_s);
    write(u"one-more/c.txt"_s);

    QCOMPARE(m_watch->read().written,
             (QStringList{path(u"one/two/b.txt"_s), path(u"one-more/c.txt"_s)}));
}

void tst_FolderWatch::leavesSomethingForOtherPrograms()
{
    FolderWatch small(1);
    QDir().mkdir(path(u"deeper"_s));

    QCOMPARE(small.watch(m_folder->path()), FolderWatch::Answer::Watched);
    QCOMPARE(small.watch(m_folder->path()), FolderWatch::Answer::Watched);
    QCOMPARE(small.watch(path(u"deeper"_s)), FolderWatch::Answer::Full);
    QCOMPARE(m_watch->watch(path(u"gone"_s)), FolderWatch::Answer::Failed);
    QCOMPARE(small.count(), 1);
    QVERIFY(FolderWatch::fairShare() > 0);
}

// The system remembers so many events and then one that says that there were more.
void tst_FolderWatch::tellsThatTooMuchHasHappened()
{
    QFile limit(u"/proc/sys/fs/inotify/max_queued_events"_s);
    QVERIFY(limit.open(QIODevice::ReadOnly));
    const int events = limit.readAll().trimmed().toInt();
    if (events > 100'000)
        QSKIP("The system remembers more events here than a test should cause.");
    const QByteArray files[] = {write(u"a.txt"_s).toUtf8(), write(u"b.txt"_s).toUtf8()};
    for (int i = 0; i <= events; ++i) // by turns: the same twice in a row is told once
        ::close(::open(files[i % 2].constData(), O_WRONLY));

    QVERIFY(m_watch->read().overflowed);
    write(u"c.txt"_s);
    QCOMPARE(m_watch->read().written, QStringList{path(u"c.txt"_s)});
}

QTEST_GUILESS_MAIN(tst_FolderWatch)
#include "tst_folderwatch.moc"
