#include "app/session/filetrash.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_FileTrash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void movesFilesToTheTrashAndBack();
    void saysWhichFileStayedAndMovesTheOthers();
    void writesOverNothingWhenItPutsBack();
    void takesThePicturesOfASavedPageAlong();
    void leavesThePicturesThatAnotherPageShows();
    void goesTheWayThatItIsGiven();

private:
    QString write(const QString &name, const QByteArray &bytes);
    static QByteArray read(const QString &path);

    std::unique_ptr<QTemporaryDir> m_home; // the trash's, so that the reader's own stays as it is
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_FileTrash::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->path().toUtf8());
}

QString tst_FileTrash::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    QDir().mkpath(QFileInfo(file).path());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write into the test's own folder");
    return file.fileName();
}

QByteArray tst_FileTrash::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_FileTrash::movesFilesToTheTrashAndBack()
{
    const QString one = write(u"one.txt"_s, "one");
    const QString two = write(u"deeper/one.txt"_s, "two");

    const Trashed trashed = movedToTrash({one, two});

    QVERIFY(trashed.problems.isEmpty());
    QCOMPARE(trashed.files.size(), 2);
    QVERIFY(!QFile::exists(one));
    QVERIFY(!QFile::exists(two));
    QCOMPARE(read(trashed.files.at(1).pathInTrash), "two");

    QVERIFY(QDir(m_folder->path()).rmdir(u"deeper"_s)); // it comes back with its file
    QVERIFY(restoredFromTrash(trashed.files).isEmpty());

    QCOMPARE(read(one), "one");
    QCOMPARE(read(two), "two");
    const QDir trash(QFileInfo(trashed.files.first().pathInTrash).path());
    QVERIFY(trash.isEmpty());
    QVERIFY(QDir(trash.filePath(u"../info"_s)).isEmpty());
}

void tst_FileTrash::saysWhichFileStayedAndMovesTheOthers()
{
    const QString one = write(u"one.txt"_s, "one");
    const QString gone = m_folder->filePath(u"gone.txt"_s);

    const Trashed trashed = movedToTrash({gone, one});

    QCOMPARE(trashed.files.size(), 1);
    QCOMPARE(trashed.files.first().path, one);
    QCOMPARE(trashed.problems.size(), 1);
    QCOMPARE(trashed.problems.first().subject, gone);
    QCOMPARE(trashed.problems.first().kind, Error::Kind::NotFound);
}

void tst_FileTrash::writesOverNothingWhenItPutsBack()
{
    const QString one = write(u"one.txt"_s, "one");
    const Trashed trashed = movedToTrash({one});
    write(u"one.txt"_s, "another");

    const QList<Error> problems = restoredFromTrash(trashed.files);

    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().subject, one);
    QCOMPARE(read(one), "another");
    QCOMPARE(read(trashed.files.first().pathInTrash), "one");
}

void tst_FileTrash::takesThePicturesOfASavedPageAlong()
{
    const QString page = write(u"Storm.html"_s, "page");
    const QString picture = write(u"Storm_files/sea.png"_s, "sea");
    const QString other = write(u"Storm_notes/mine.txt"_s, "mine");

    const Trashed trashed = movedToTrash({page});

    QVERIFY(trashed.problems.isEmpty());
    QCOMPARE(trashed.files.size(), 1);
    QVERIFY(!QFile::exists(QFileInfo(picture).path()));
    QVERIFY(QFile::exists(other));

    QVERIFY(restoredFromTrash(trashed.files).isEmpty());

    QCOMPARE(read(page), "page");
    QCOMPARE(read(picture), "sea");
}

void tst_FileTrash::leavesThePicturesThatAnotherPageShows()
{
    const QString page = write(u"Storm.html"_s, "page");
    const QString twin = write(u"Storm.htm"_s, "twin");
    const QString picture = write(u"Storm_files/sea.png"_s, "sea");

    QVERIFY(movedToTrash({page}).files.first().companions.isEmpty());
    QCOMPARE(read(picture), "sea");
    QCOMPARE(movedToTrash({twin}).files.first().companions.size(), 1);
}

// The page, and the folder of its pictures once the page is gone.
void tst_FileTrash::goesTheWayThatItIsGiven()
{
    const QString page = write(u"page.html"_s, "<p>one");
    const QString picture = write(u"page_files/one.png"_s, "picture");
    const QString other = write(u"other.txt"_s, "other");
    QStringList asked;
    const TrashWay way = [&](const QString &path) -> Result<QString> {
        asked.append(path);
        if (path == other)
            return Error{Error::Kind::Unreadable, path, u"not today"_s};
        if (path == page)
            QFile::remove(path);
        return QString();
    };

    const Trashed trashed = movedToTrash({page, other}, way);

    QCOMPARE(asked, (QStringList{page, QFileInfo(picture).path(), other}));
    QCOMPARE(trashed.files.size(), 1);
    QCOMPARE(trashed.files.first().pathInTrash, QString());
    QCOMPARE(trashed.files.first().companions.size(), 1);
    QCOMPARE(trashed.problems.size(), 1);
    QCOMPARE(trashed.problems.first().subject, other);
    QCOMPARE(trashed.problems.first().detail,
             u"“other.txt” stays where it is and was not moved to the trash (not today)"_s);
}

QTEST_GUILESS_MAIN(tst_FileTrash)
#include "tst_filetrash.moc"
