// Which folders need no second look, and what becomes of a scan that left them out.
#include "app/library/cataloguewriter.h"
#include "app/library/knownfolders.h"
#include "tests/support/storedarticles.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class tst_KnownFolders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void knowsAFolderInWhichAllIsAsItWas();
    void noticesWhatIsOtherwise_data();
    void noticesWhatIsOtherwise();
    void knowsNothingOfWhatHasNoWords();
    void knowsNothingForAnotherReader();
    void knowsNothingWithoutALibrary();
    void keepsWhatAScanHasLeftOut();
    void looksAgainWhenTheCatalogueIsAnother();

private:
    // Two files in /n and one below it, with their words.
    void fill();
    KnownFolders folders(const QByteArray &reader = readerVersion()) const
    {
        return {m_library->places(), reader};
    }
    static FoundFile file(const QString &path, qint64 size = 1, qint64 modified = 1'000'000'000)
    {
        return {path, size, modified, 0};
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Library> m_library;
};

void tst_KnownFolders::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_library.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(m_directory->filePath(u"library"_s));
}

void tst_KnownFolders::fill()
{
    addTo(*m_library,
          {parsedFileOf(u"/n/b"_s, {story(u"Ferry late"_s)}),
           parsedFileOf(u"/n/ä"_s, {story(u"Ferry early"_s)}),
           parsedFileOf(u"/n/deep/a"_s, {story(u"Ferry gone"_s)})});
}

void tst_KnownFolders::knowsAFolderInWhichAllIsAsItWas()
{
    fill();
    KnownFolders known(m_library->places(), readerVersion());

    const qint64 number = known.settled(u"/n"_s, {file(u"/n/ä"_s), file(u"/n/b"_s)});
    QVERIFY(number != 0);
    QVERIFY(known.catalogue() != 0);
    const qint64 deep = known.settled(u"/n/deep"_s, {file(u"/n/deep/a"_s)});
    QVERIFY(deep != 0 && deep != number);
}

void tst_KnownFolders::noticesWhatIsOtherwise_data()
{
    QTest::addColumn<QList<FoundFile>>("files");
    using Files = QList<FoundFile>;
    QTest::newRow("one is gone") << Files{file(u"/n/b"_s)};
    QTest::newRow("all are gone") << Files{};
    QTest::newRow("one is new") << Files{file(u"/n/b"_s), file(u"/n/c"_s), file(u"/n/ä"_s)};
    QTest::newRow("the last is new") << Files{file(u"/n/b"_s), file(u"/n/ä"_s), file(u"/n/ö"_s)};
    QTest::newRow("one has another name") << Files{file(u"/n/a"_s), file(u"/n/ä"_s)};
    QTest::newRow("one is longer") << Files{file(u"/n/b"_s, 2), file(u"/n/ä"_s)};
    QTest::newRow("one was written to") << Files{file(u"/n/b"_s, 1, 7), file(u"/n/ä"_s)};
}

void tst_KnownFolders::noticesWhatIsOtherwise()
{
    QFETCH(const QList<FoundFile>, files);
    fill();

    QCOMPARE(folders().settled(u"/n"_s, files), 0);
    QCOMPARE(folders().settled(u"/m"_s, {file(u"/m/b"_s)}), 0);
}

void tst_KnownFolders::knowsNothingOfWhatHasNoWords()
{
    QVERIFY(m_library->add({parsedFileOf(u"/n/b"_s, {story(u"Ferry late"_s)})}).has_value());

    QCOMPARE(folders().settled(u"/n"_s, {file(u"/n/b"_s)}), 0);
}

void tst_KnownFolders::knowsNothingForAnotherReader()
{
    fill();

    QCOMPARE(folders("a later one").settled(u"/n/deep"_s, {file(u"/n/deep/a"_s)}), 0);
}

void tst_KnownFolders::knowsNothingWithoutALibrary()
{
    KnownFolders known(m_library->places(), readerVersion());

    QCOMPARE(known.settled(u"/n"_s, {file(u"/n/b"_s)}), 0);
    QCOMPARE(known.catalogue(), 0);
    QVERIFY(!QFileInfo::exists(catalogueFile(m_library->places())));
}

void tst_KnownFolders::keepsWhatAScanHasLeftOut()
{
    fill();
    KnownFolders known(m_library->places(), readerVersion());
    FolderScan scan{u"/n"_s, Depth::Recursive, {file(u"/n/deep/a"_s), file(u"/n/deep/b"_s)}, {}};
    scan.settled = {known.settled(u"/n"_s, {file(u"/n/ä"_s), file(u"/n/b"_s)})};
    scan.catalogue = known.catalogue();
    QVERIFY(m_library->setAway(u"/n"_s, true).has_value());
    FileTable toRead;

    const auto changes = m_library->setFolder(scan, toRead);

    QCOMPARE(toRead.list(), QList{file(u"/n/deep/b"_s)});
    QVERIFY(changes.value().removed.isEmpty());
    QCOMPARE(changes.value().changed.size(), 3); // none is away any more
}

// Its numbers are those of a catalogue that was damaged, say, and has been set aside since.
void tst_KnownFolders::looksAgainWhenTheCatalogueIsAnother()
{
    const QString path = m_directory->filePath(u"news.txt"_s);
    QFile news(path);
    QVERIFY(news.open(QIODevice::WriteOnly) && news.write("Ferry late") > 0);
    news.close();
    fill();
    FolderScan scan{m_directory->path(), Depth::ThisFolderOnly, {}, {}};
    scan.settled = {1};
    scan.catalogue = 4711;
    FileTable toRead;

    QVERIFY(m_library->setFolder(scan, toRead).has_value());

    QCOMPARE(toRead.size(), 1);
    QCOMPARE(toRead.at(0).path, path);
}

QTEST_APPLESS_MAIN(tst_KnownFolders)
#include "tst_knownfolders.moc"
