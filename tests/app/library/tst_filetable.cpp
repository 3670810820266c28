// Many files in little memory: what goes in comes out, and in which order.
#include "app/library/filetable.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_FileTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void givesBackWhatItWasGiven()
    {
        const QList<FoundFile> files{{u"/news/2031/a.txt"_s, 1, 30, 7},
                                     {u"/at the root.html"_s, 2, 20, 8},
                                     {u"/news/ünïcode/文 book.md"_s, 3, 10, 0},
                                     {u"/news/2031/b.txt"_s, 4, 5, quint64(-1)},
                                     {u"/news/2031"_s, 5, 4, 1}};
        const FileTable table(files);

        QCOMPARE(table.size(), files.size());
        QCOMPARE(table.list(), files);
        for (qsizetype row = 0; row < files.size(); ++row)
            QCOMPARE(table.at(row).inode, files.at(row).inode);
        QVERIFY(FileTable().isEmpty());
    }

    void knowsAFolderByOneNumber()
    {
        const FileTable table{{u"/n/a"_s}, {u"/m/a"_s}, {u"/n/b"_s}, {u"/c"_s}, {u"/n/m/a"_s}};

        QCOMPARE(table.folders(), (QStringList{u"/n"_s, u"/m"_s, QString(), u"/n/m"_s}));
        QCOMPARE(table.folderOf(2), 0);
        QCOMPARE(table.folderOf(4), 3);
        QCOMPARE(table.nameOf(2).toByteArray(), "b");
    }

    void putsTheNewestFirst()
    {
        FileTable table{{u"/n/old"_s, 0, 1},
                        {u"/n/b"_s, 0, 5},
                        {u"/m/z"_s, 0, 5},
                        {u"/n/a"_s, 0, 5},
                        {u"/n/new"_s, 0, 9}};
        const FileTable before = table;

        table.sortNewestFirst();

        QStringList paths;
        for (const FoundFile &file : table.list())
            paths.append(file.path);
        QCOMPARE(paths, (QStringList{u"/n/new"_s, u"/m/z"_s, u"/n/a"_s, u"/n/b"_s, u"/n/old"_s}));
        QCOMPARE(before.at(0).path, u"/n/old"_s); // a value of its own
        table.append({u"/n/c"_s, 0, 3});
        QCOMPARE(table.at(5).path, u"/n/c"_s);
    }

    void dropsWhatIsNotWanted()
    {
        FileTable table{{u"/n/a"_s, 0, 1}, {u"/m/b"_s, 0, 2}, {u"/n/c"_s, 0, 3}};

        table.removeIf([](const FoundFile &file) { return file.path == u"/m/b"_s; });

        QCOMPARE(table.list(), (QList<FoundFile>{{u"/n/a"_s, 0, 1}, {u"/n/c"_s, 0, 3}}));
    }
};

QTEST_APPLESS_MAIN(tst_FileTable)
#include "tst_filetable.moc"
