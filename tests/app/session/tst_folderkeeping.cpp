// What happens in folders reaches the library's list and its words by itself.
#include "app/library/library.h"
#include "app/session/librarysession.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_FolderKeeping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsAFileThatIsWrittenLater();
    void findsTheWordsOfAChangedFile();
    void forgetsAFileThatIsDeleted();
    void keepsWhatTheReaderDidToAMovedFile();
    void followsANewFolderAndWhatComesIntoIt();
    void followsAFolderThatIsRenamed();
    void keepsTheArticlesOfAFolderThatIsGone();
    void hearsNothingOfAFolderThatWasRemoved();
    void takesUpFoldersFromBefore();
    void takesABurstTogether();

private:
    QString path(const QString &name) const { return m_news->filePath(name); }
    void write(const QString &name, const QByteArray &headline);
    void start();
    QStringList headlines(const SearchQuery &query = {});
    ArticleId idOf(const QString &path);
    bool has(const QStringList &expected, const SearchQuery &query = {});

    std::unique_ptr<QTemporaryDir> m_news;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<LibrarySession> m_session;
};

namespace {
template <typename T>
T waited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}
} // namespace

void tst_FolderKeeping::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_news = std::make_unique<QTemporaryDir>();
    m_directory = std::make_unique<QTemporaryDir>();
    start();
    write(u"first.txt"_s, "First of all");
    m_session->addFolder(m_news->path());
    QVERIFY(has({u"First of all"_s}));
}

void tst_FolderKeeping::cleanup()
{
    m_session.reset();
    m_library.reset();
}

void tst_FolderKeeping::start()
{
    m_session.reset();
    m_library = std::make_unique<Library>(m_directory->path());
    m_session = std::make_unique<LibrarySession>(*m_library);
}

void tst_FolderKeeping::write(const QString &name, const QByteArray &headline)
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    const QByteArray text = headline + "\n\nThe ferry left the harbour in the morning.\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write into the test's own folder");
}

QStringList tst_FolderKeeping::headlines(const SearchQuery &query)
{
    const auto order = waited(m_session->list({query}));
    QStringList found;
    if (!order.has_value())
        return {order.error().detail};
    for (const ArticleSummary &summary : waited(m_session->summaries(order.value().ids)))
        found.append(summary.headline);
    found.sort();
    return found;
}

// Asks again with everything that is heard of the library.
bool tst_FolderKeeping::has(const QStringList &expected, const SearchQuery &query)
{
    QSignalSpy changed(m_session.get(), &LibrarySession::changed);
    QSignalSpy words(m_session.get(), &LibrarySession::wordsFound);
    return QTest::qWaitFor([&] { return headlines(query) == expected; }, 20'000);
}

ArticleId tst_FolderKeeping::idOf(const QString &path)
{
    const auto found = waited(m_session->articlesOfFile(path));
    return found.isEmpty() ? ArticleId{} : found.first().id;
}

void tst_FolderKeeping::listsAFileThatIsWrittenLater()
{
    write(u"second.txt"_s, "Second to none");

    QVERIFY(has({u"First of all"_s, u"Second to none"_s}));
}

void tst_FolderKeeping::findsTheWordsOfAChangedFile()
{
    const SearchQuery query = SearchQuery::parsed(u"zeppelin"_s);
    QVERIFY(has({}, query));

    write(u"first.txt"_s, "A zeppelin over the harbour");

    QVERIFY(has({u"A zeppelin over the harbour"_s}, query));
    QVERIFY(has({u"A zeppelin over the harbour"_s}));
}

void tst_FolderKeeping::forgetsAFileThatIsDeleted()
{
    QVERIFY(QFile::remove(path(u"first.txt"_s)));

    QVERIFY(has({}));
}

void tst_FolderKeeping::keepsWhatTheReaderDidToAMovedFile()
{
    const ArticleId before = idOf(path(u"first.txt"_s));
    m_session->setTag({before}, u"ferries"_s, true);
    QDir().mkdir(path(u"2031"_s));

    QVERIFY(QFile::rename(path(u"first.txt"_s), path(u"2031/renamed.txt"_s)));

    QVERIFY(
        QTest::qWaitFor([&] { return idOf(path(u"2031/renamed.txt"_s)) != ArticleId{}; }, 20'000));
    const ArticleId after = idOf(path(u"2031/renamed.txt"_s));
    QCOMPARE(waited(m_session->summaries({after})).first().tags, QStringList{u"ferries"_s});
    QVERIFY(has({u"First of all"_s}));
}

void tst_FolderKeeping::followsANewFolderAndWhatComesIntoIt()
{
    write(u"new/deeper/second.txt"_s, "Second to none");
    QVERIFY(has({u"First of all"_s, u"Second to none"_s}));

    write(u"new/deeper/third.txt"_s, "Third in line");

    QVERIFY(has({u"First of all"_s, u"Second to none"_s, u"Third in line"_s}));
}

void tst_FolderKeeping::followsAFolderThatIsRenamed()
{
    write(u"old/second.txt"_s, "Second to none");
    QVERIFY(has({u"First of all"_s, u"Second to none"_s}));

    QVERIFY(QDir().rename(path(u"old"_s), path(u"new"_s)));
    QVERIFY(
        QTest::qWaitFor([&] { return idOf(path(u"new/second.txt"_s)) != ArticleId{}; }, 20'000));
    write(u"new/second.txt"_s, "Second after all");

    QVERIFY(has({u"First of all"_s, u"Second after all"_s}));
}

void tst_FolderKeeping::keepsTheArticlesOfAFolderThatIsGone()
{
    const QString elsewhere = m_directory->filePath(u"elsewhere"_s);
    QVERIFY(QDir().rename(m_news->path(), elsewhere));

    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto found = waited(m_session->articlesOfFile(path(u"first.txt"_s)));
            return found.size() == 1 && found.first().isAway;
        },
        20'000));
    QVERIFY(has({u"First of all"_s}));
    QVERIFY(QDir().rename(elsewhere, m_news->path()));
}

void tst_FolderKeeping::hearsNothingOfAFolderThatWasRemoved()
{
    const QTemporaryDir other;
    m_session->addFolder(other.path());
    m_session->removeFolder(m_news->path());
    QVERIFY(has({}));

    write(u"second.txt"_s, "Second to none");
    QFile file(other.filePath(u"third.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Third in line\n\nThe ferry came back at night.\n");
    file.close();

    QVERIFY(has({u"Third in line"_s}));
}

void tst_FolderKeeping::takesUpFoldersFromBefore()
{
    start();
    write(u"second.txt"_s, "Second to none");
    QCOMPARE(headlines(), QStringList{u"First of all"_s});

    m_session->followFolders();
    QVERIFY(has({u"First of all"_s, u"Second to none"_s}));

    write(u"third.txt"_s, "Third in line");
    QVERIFY(has({u"First of all"_s, u"Second to none"_s, u"Third in line"_s}));
}

void tst_FolderKeeping::takesABurstTogether()
{
    QSignalSpy changed(m_session.get(), &LibrarySession::changed);

    for (int i = 0; i < 500; ++i)
        write(u"%1.txt"_s.arg(i), "Report " + QByteArray::number(i));

    QVERIFY(QTest::qWaitFor([&] { return headlines().size() == 501; }, 20'000));
    QVERIFY2(changed.count() < 60, qPrintable(QString::number(changed.count())));
}

QTEST_GUILESS_MAIN(tst_FolderKeeping)
#include "tst_folderkeeping.moc"
