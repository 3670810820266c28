#include "app/library/folderfiles.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

class tst_FolderFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsTheLastWrittenFirst();
    void leavesFoldersOfAFolderAloneUnlessAsked();
    void passesOver_data();
    void passesOver();
    void readsALargeFileOnlyWhenItMayBeText();
    void takesAnArchiveThatHoldsASavedPage();
    void passesOverTheFolderOfASavedPagesPictures();
    void followsALinkToAFolderOnce();
    void saysWhichFolderCannotBeRead();
    void stopsWhenCancelled();
    void takesExactlyTheFilesNamed();
    void tellsOfEachFolderBeforeAndAfterItIsListed();
    void judgesOneFileAsTheWalkWould();
    void judgesOneFolderAsTheWalkWould();

private:
    void write(const QString &name, const QByteArray &bytes = "words", qint64 seconds = 1000);
    QStringList namesIn(Depth depth);

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {
bool never()
{
    return false;
}
} // namespace

void tst_FolderFiles::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_FolderFiles::write(const QString &name, const QByteArray &bytes, qint64 seconds)
{
    QFile file(m_folder->filePath(name));
    QDir().mkpath(QFileInfo(file).path());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        qFatal("cannot write into the test's own folder");
    file.setFileTime(QDateTime::fromSecsSinceEpoch(seconds), QFileDevice::FileModificationTime);
}

QStringList tst_FolderFiles::namesIn(Depth depth)
{
    QStringList names;
    for (const FoundFile &file : filesIn(m_folder->path(), depth, never).files.list())
        names.append(QDir(m_folder->path()).relativeFilePath(file.path));
    return names;
}

void tst_FolderFiles::findsTheLastWrittenFirst()
{
    write(u"old.txt"_s, "a", 100);
    write(u"new.txt"_s, "abc", 300);
    write(u"middle.html"_s, "a", 200);

    const FolderFiles found = filesIn(m_folder->path() + u'/', Depth::ThisFolderOnly, never);

    QCOMPARE(found.files.size(), 3);
    QCOMPARE(found.files.at(0), (FoundFile{m_folder->filePath(u"new.txt"_s), 3, 300'000'000'000}));
    QCOMPARE(found.files.list().last().path, m_folder->filePath(u"old.txt"_s));
    QVERIFY(found.problems.isEmpty());
}

void tst_FolderFiles::leavesFoldersOfAFolderAloneUnlessAsked()
{
    write(u"a.txt"_s, "a", 200);
    write(u"deeper/still/b.txt"_s, "b", 100);

    QCOMPARE(namesIn(Depth::ThisFolderOnly), QStringList{u"a.txt"_s});
    QCOMPARE(namesIn(Depth::Recursive), (QStringList{u"a.txt"_s, u"deeper/still/b.txt"_s}));
}

void tst_FolderFiles::passesOver_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("a hidden file") << u".notes.txt"_s;
    QTest::newRow("a hidden folder") << u".cache/page.html"_s;
    QTest::newRow("a picture") << u"picture.JPG"_s;
    QTest::newRow("an editor's copy") << u"article.txt~"_s;
    QTest::newRow("what version control keeps") << u"CVS/Entries"_s;
    QTest::newRow("an archive") << u"articles.tar.gz"_s;
    QTest::newRow("an archive that holds no page") << u"articles.zip"_s;
}

void tst_FolderFiles::passesOver()
{
    QFETCH(QString, name);
    write(name);
    write(u"kept"_s);
    ::mkfifo(QFile::encodeName(m_folder->filePath(u"pipe.txt"_s)).constData(), 0600);
    QFile::link(m_folder->filePath(u"nowhere"_s), m_folder->filePath(u"broken.txt"_s));

    QCOMPARE(namesIn(Depth::Recursive), QStringList{u"kept"_s});
}

void tst_FolderFiles::readsALargeFileOnlyWhenItMayBeText()
{
    write(u"film"_s, QByteArray(2'000'000, '\0'), 4);
    write(u"wide"_s, "\xFF\xFE" + QByteArray("a\0", 2).repeated(1'000'000), 3);
    write(u"long"_s, QByteArray(2'000'000, 'a'), 2);
    write(u"asked.txt"_s, QByteArray(2'000'000, '\0'), 1);

    QCOMPARE(namesIn(Depth::Recursive), (QStringList{u"wide"_s, u"long"_s, u"asked.txt"_s}));
}

void tst_FolderFiles::takesAnArchiveThatHoldsASavedPage()
{
    const QByteArray directory = "index.html … manifest.json … PK\x05\x06";
    write(u"page.zip"_s, QByteArray(2'000'000, '\0') + directory, 2);
    write(u"site.ZIP"_s, "index.html and styles", 1);

    QCOMPARE(namesIn(Depth::Recursive), QStringList{u"page.zip"_s});
}

void tst_FolderFiles::passesOverTheFolderOfASavedPagesPictures()
{
    write(u"Story.html"_s, "a", 5);
    write(u"Story_files/frame.html"_s);
    write(u"Bericht.htm"_s, "a", 4);
    write(u"Bericht-Dateien/frame.html"_s);
    write(u"case_files/one.txt"_s, "a", 3);

    QCOMPARE(namesIn(Depth::Recursive),
             (QStringList{u"Story.html"_s, u"Bericht.htm"_s, u"case_files/one.txt"_s}));
}

void tst_FolderFiles::followsALinkToAFolderOnce()
{
    write(u"inner/a.txt"_s);
    QFile::link(m_folder->path(), m_folder->filePath(u"inner/round"_s));
    QFile::link(m_folder->filePath(u"inner"_s), m_folder->filePath(u"inner/again"_s));

    QCOMPARE(namesIn(Depth::Recursive).size(), 1);
}

void tst_FolderFiles::saysWhichFolderCannotBeRead()
{
    const QString gone = m_folder->filePath(u"gone"_s);
    QCOMPARE(filesIn(gone, Depth::Recursive, never).problems.value(0).subject, gone);
    QCOMPARE(filesIn(gone, Depth::Recursive, never).problems.value(0).kind, Error::Kind::NotFound);

    if (::geteuid() == 0)
        QSKIP("root may read everything");
    write(u"locked/a.txt"_s);
    write(u"open.txt"_s);
    QFile(m_folder->filePath(u"locked"_s)).setPermissions({});
    const FolderFiles found = filesIn(m_folder->path(), Depth::Recursive, never);
    QFile(m_folder->filePath(u"locked"_s)).setPermissions(QFile::Permissions(0x7000));

    QCOMPARE(found.files.size(), 1);
    QCOMPARE(found.problems.size(), 1);
    QCOMPARE(found.problems.first().kind, Error::Kind::Unreadable);
}

void tst_FolderFiles::stopsWhenCancelled()
{
    write(u"a.txt"_s);

    QVERIFY(filesIn(m_folder->path(), Depth::Recursive, [] { return true; }).files.isEmpty());
}

void tst_FolderFiles::takesExactlyTheFilesNamed()
{
    write(u".hidden.txt"_s);
    write(u"other.txt"_s);
    const QString gone = m_folder->filePath(u"gone.txt"_s);

    const FolderFiles found = filesNamed(
        {m_folder->filePath(u".hidden.txt"_s), gone, m_folder->path()});

    QCOMPARE(found.files.size(), 1);
    QCOMPARE(found.problems.size(), 2);
    QCOMPARE(found.problems.first().kind, Error::Kind::NotFound);
    QCOMPARE(found.problems.last().kind, Error::Kind::NotAFile);
}

void tst_FolderFiles::tellsOfEachFolderBeforeAndAfterItIsListed()
{
    write(u"a.txt"_s);
    write(u"deeper/b.txt"_s);
    QStringList told;
    const QString deeper = m_folder->filePath(u"deeper"_s);
    const WalkCompanion companion{
        {},
        [&](const QString &folder) { told.append(u"entering "_s + folder); },
        {},
        [&](const QList<FoundFile> &files) { told.append(files.first().path); }};

    const FolderFiles found = filesIn(m_folder->path(), Depth::Recursive, companion);

    QCOMPARE(found.files.size(), 2);
    QCOMPARE(told,
             (QStringList{u"entering "_s + m_folder->path(), m_folder->filePath(u"a.txt"_s),
                          u"entering "_s + deeper, deeper + u"/b.txt"_s}));
}

void tst_FolderFiles::judgesOneFileAsTheWalkWould()
{
    write(u"a.txt"_s, "abc", 5);
    for (const auto &name : {u"b.jpg"_s, u".c.txt"_s, u"d.txt~"_s})
        write(name);
    write(u"e"_s, {});

    QCOMPARE(fileAt(m_folder->filePath(u"a.txt"_s)),
             (FoundFile{m_folder->filePath(u"a.txt"_s), 3, 5'000'000'000}));
    for (const auto &name : {u"b.jpg"_s, u".c.txt"_s, u"d.txt~"_s, u"e"_s, u"gone.txt"_s})
        QVERIFY2(!fileAt(m_folder->filePath(name)), qPrintable(name));
    QVERIFY(!fileAt(m_folder->path()));
}

void tst_FolderFiles::judgesOneFolderAsTheWalkWould()
{
    write(u"Story.html"_s);
    write(u"Story_files/frame.html"_s);
    write(u"Other_files/a.txt"_s);
    write(u".hidden/a.txt"_s);
    write(u"CVS/a.txt"_s);

    for (const auto &name : {u"Story_files"_s, u".hidden"_s, u"CVS"_s, u"Story.html"_s, u"gone"_s})
        QVERIFY2(!isWalkedInto(m_folder->filePath(name)), qPrintable(name));
    QVERIFY(isWalkedInto(m_folder->filePath(u"Other_files"_s)));
    QVERIFY(companionFoldersOf(m_folder->filePath(u"Story.html"_s))
                .contains(m_folder->filePath(u"Story_files"_s)));
    QVERIFY(companionFoldersOf(m_folder->filePath(u"Story.txt"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(tst_FolderFiles)
#include "tst_folderfiles.moc"
