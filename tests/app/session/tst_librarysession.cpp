#include "app/library/library.h"
#include "app/session/librarysession.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

class tst_LibrarySession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsAFileWithoutAnyFolder();
    void saysWhyAFileCannotBeRead();
    void listsAFolderNewestFirst();
    void answersAListWithItsBeginningAndThenWhole();
    void waitsWhilePausedAndGoesOn();
    void readsTheArticleBehindARow();
    void readsTheNotesOfSeveral();
    void listsAThousandFilesInAFewBatches();
    void listsASecondFolderBesideTheFirst();
    void readsAFileInTheMiddleOfAScan();
    void marksAnArticleReadInTheMiddleOfAScan();
    void waitsForItsWorkWhenDestroyedInTheMiddle();
    void livesWithFilesThatVanish();
    void tellsOfArticlesThatCannotBeReadAndOfNothingElse();
    void saysThatAFolderCannotBeRead();
    void opensExactlyTheFilesNamed();
    void keepsWhatIsListedWhenAScanIsCancelled();
    void answersOnlyTheNewestRequestForRelatedStories();
    void changesNothingInTheReadersFolder();

private:
    QString write(const QString &name, const QByteArray &bytes);
    void writeMany(const QString &folder, int count);
    bool finishScan();
    QList<ArticleId> order();
    QStringList headlines();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<LibrarySession> m_session;
    QList<LibraryChanges> m_changes;
    QList<Error> m_problems;
    int m_finished = 0;
};

namespace {
template <typename T>
T waited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}
} // namespace

QList<ArticleId> tst_LibrarySession::order()
{
    const auto order = waited(m_session->list({}));
    return order.has_value() ? order.value().ids : QList<ArticleId>();
}

void tst_LibrarySession::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_directory = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(m_directory->path());
    m_session = std::make_unique<LibrarySession>(*m_library);
    m_changes.clear();
    m_problems.clear();
    m_finished = 0;
    connect(m_session.get(), &LibrarySession::changed, this,
            [this](const LibraryChanges &changes) { m_changes.append(changes); });
    connect(m_session.get(), &LibrarySession::scanFinished, this,
            [this](const QList<Error> &problems) {
                m_problems = problems;
                ++m_finished;
            });
}

void tst_LibrarySession::cleanup()
{
    m_session.reset();
    m_library.reset();
}

QString tst_LibrarySession::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    QDir().mkpath(QFileInfo(file).path());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write into the test's own folder");
    return file.fileName();
}

void tst_LibrarySession::writeMany(const QString &folder, int count)
{
    for (int i = 0; i < count; ++i)
        write(folder + u"/%1.txt"_s.arg(i),
              "Harbour report number " + QByteArray::number(i)
                  + "\n\nThe ferry left the harbour in the morning.\n\nIt came back at night.\n");
}

bool tst_LibrarySession::finishScan()
{
    return QTest::qWaitFor([this] { return m_finished > 0; }, 60'000);
}

QStringList tst_LibrarySession::headlines()
{
    QStringList headlines;
    for (const ArticleSummary &summary : waited(m_session->summaries(order())))
        headlines.append(summary.headline);
    return headlines;
}

void tst_LibrarySession::readsAFileWithoutAnyFolder()
{
    const QString path = write(u"a.txt"_s, "Port opens\n\nThe port opened today.\n");

    const auto articles = waited(m_session->readFile(path));

    QVERIFY(articles.has_value());
    QCOMPARE(articles.value().first().headline, u"Port opens"_s);
    QCOMPARE(articles.value().first().path, path);
}

void tst_LibrarySession::saysWhyAFileCannotBeRead()
{
    const auto articles = waited(m_session->readFile(m_folder->filePath(u"gone.txt"_s)));

    QCOMPARE(articles.error().kind, Error::Kind::NotFound);
}

void tst_LibrarySession::listsAFolderNewestFirst()
{
    write(u"a.txt"_s, "First\nPublished: 2009-03-01\n\nThe first story of three.\n");
    write(u"b.txt"_s, "Third\nPublished: 2009-03-03\n\nThe third story of three.\n");
    write(u"c.txt"_s, "Second\nPublished: 2009-03-02\n\nThe second story of three.\n");
    write(u"deeper/d.txt"_s, "Other\n\nAnother folder's story.\n");
    QSignalSpy started(m_session.get(), &LibrarySession::scanStarted);

    m_session->visitFolder(m_folder->path(), Depth::ThisFolderOnly);

    QVERIFY(finishScan());
    QCOMPARE(started.count(), 1);
    QVERIFY(m_problems.isEmpty());
    QCOMPARE(headlines(), (QStringList{u"Third"_s, u"Second"_s, u"First"_s}));
}

void tst_LibrarySession::answersAListWithItsBeginningAndThenWhole()
{
    write(u"a.txt"_s, "First\nPublished: 2009-03-01\n\nThe first story of two.\n");
    write(u"b.txt"_s, "Second\nPublished: 2009-03-02\n\nThe second story of two.\n");
    m_session->visitFolder(m_folder->path(), Depth::ThisFolderOnly);
    QVERIFY(finishScan());

    const auto beginning = waited(m_session->list({}, 1));
    const auto whole = waited(m_session->list({}));

    QCOMPARE(beginning.value().total, 2);
    QVERIFY(!beginning.value().isWhole());
    QVERIFY(whole.value().isWhole());
    QCOMPARE(whole.value().ids.mid(0, 1), beginning.value().ids);
    QCOMPARE(waited(m_session->summaries(whole.value().ids)).at(1).headline, u"First"_s);
    QCOMPARE(whole.value().days.at(0), QDate(2009, 3, 2).toJulianDay());
}

void tst_LibrarySession::waitsWhilePausedAndGoesOn()
{
    writeMany(u"many"_s, 1000);
    m_session->visitFolder(m_folder->filePath(u"many"_s), Depth::ThisFolderOnly);
    m_session->pauseScan();
    QVERIFY(m_session->isScanning());
    QVERIFY(m_session->isPaused());

    m_session->setRead({}, true); // whatever the reader does is done all the same
    m_session->resumeScan();

    QVERIFY(finishScan());
    QCOMPARE(waited(m_session->list({})).value().total, 1000);
}

void tst_LibrarySession::readsTheArticleBehindARow()
{
    const QString path = write(u"a.txt"_s, "Port opens\n\nThe port opened today.\n");
    m_session->visitFolder(m_folder->path(), Depth::Recursive);
    QVERIFY(finishScan());

    const auto article = waited(m_session->readArticle(order().first()));
    const auto absent = waited(m_session->readArticle(ArticleId{999}));

    QCOMPARE(article.value().path, path);
    QCOMPARE(article.value().id, order().first());
    QVERIFY(article.value().bodyHtml.contains(u"opened today"));
    QCOMPARE(absent.error().kind, Error::Kind::NotFound);
}

void tst_LibrarySession::readsTheNotesOfSeveral()
{
    write(u"a.txt"_s, "First\n\nThe first story.\n");
    write(u"b.txt"_s, "Second\n\nThe second story.\n");
    m_session->visitFolder(m_folder->path(), Depth::Recursive);
    QVERIFY(finishScan());
    const QList<ArticleId> ids = order();
    QCOMPARE(ids.size(), 2);
    m_session->setNote(ids[1], u"Ask again"_s);

    QTRY_COMPARE(waited(m_session->notes({ids[0], ArticleId{}, ids[1]})),
                 QStringList({QString(), QString(), u"Ask again"_s}));
}

void tst_LibrarySession::listsAThousandFilesInAFewBatches()
{
    writeMany(u"many"_s, 1000);
    int progress = 0;
    connect(m_session.get(), &LibrarySession::scanProgressed, this,
            [&](const LibrarySession::ScanProgress &steps) {
                QVERIFY(steps.done > progress && steps.done <= steps.total && steps.total == 1000);
                progress = steps.done;
            });

    m_session->visitFolder(m_folder->filePath(u"many"_s), Depth::ThisFolderOnly);

    QVERIFY(finishScan());
    QCOMPARE(progress, 1000);
    QCOMPARE(order().size(), 1000);
    QVERIFY(m_changes.size() < 100);
    qsizetype added = 0;
    for (const LibraryChanges &changes : std::as_const(m_changes)) {
        added += changes.added.size();
    }
    QCOMPARE(added, 1000);
    QVERIFY(m_changes.at(1).added.size() < 100); // the first batch is small
}

void tst_LibrarySession::listsASecondFolderBesideTheFirst()
{
    writeMany(u"many"_s, 400);
    writeMany(u"few"_s, 3);
    m_session->visitFolder(m_folder->filePath(u"many"_s), Depth::ThisFolderOnly);
    QVERIFY(QTest::qWaitFor([this] { return m_changes.size() > 1; }, 60'000));

    m_session->visitFolder(m_folder->filePath(u"few"_s), Depth::ThisFolderOnly);

    QVERIFY(QTest::qWaitFor([this] { return m_finished > 0 && !m_session->isScanning(); }, 60'000));
    QCOMPARE(order().size(), 400); // three of them at two places
    SearchQuery few;
    few.kind = SearchQuery::Kind::Folder;
    few.text = m_folder->filePath(u"few"_s);
    const auto order = waited(m_session->list({few}));
    QCOMPARE(order.value().ids.size(), 3);
}

void tst_LibrarySession::readsAFileInTheMiddleOfAScan()
{
    writeMany(u"many"_s, 1000);
    const QString path = write(u"a.txt"_s, "Port opens\n\nThe port opened today.\n");
    m_session->visitFolder(m_folder->filePath(u"many"_s), Depth::ThisFolderOnly);

    const auto articles = waited(m_session->readFile(path));

    QCOMPARE(m_finished, 0);
    QCOMPARE(articles.value().first().headline, u"Port opens"_s);
    QVERIFY(finishScan());
}

void tst_LibrarySession::marksAnArticleReadInTheMiddleOfAScan()
{
    writeMany(u"many"_s, 1);
    m_session->visitFolder(m_folder->filePath(u"many"_s), Depth::ThisFolderOnly);
    QVERIFY(finishScan());
    const ArticleId id = order().first();
    writeMany(u"many"_s, 1000);
    m_finished = 0;
    int finishedBefore = -1;
    connect(m_session.get(), &LibrarySession::changed, this, [&](const LibraryChanges &changes) {
        if (changes.changed == QList{id} && changes.added.isEmpty())
            finishedBefore = m_finished;
    });

    m_session->visitFolder(m_folder->filePath(u"many"_s), Depth::ThisFolderOnly);
    m_session->setRead({id}, true);

    QVERIFY(finishScan());
    QCOMPARE(finishedBefore, 0);
    QVERIFY(waited(m_session->summaries({id})).first().read);
}

void tst_LibrarySession::waitsForItsWorkWhenDestroyedInTheMiddle()
{
    writeMany(u"many"_s, 300);
    for (const qsizetype batches : {0, 1, 2}) {
        m_changes.clear();
        if (!m_session) {
            m_session = std::make_unique<LibrarySession>(*m_library);
            connect(m_session.get(), &LibrarySession::changed, this,
                    [this](const LibraryChanges &changes) { m_changes.append(changes); });
        }
        m_session->visitFolder(m_folder->filePath(u"many"_s), Depth::ThisFolderOnly);
        QVERIFY(QTest::qWaitFor([&] { return m_changes.size() >= batches; }, 60'000));
        const auto related = m_session->related(Article{});

        m_session.reset();

        QVERIFY(related.isFinished());
        QCOMPARE(m_finished, 0);
    }
}

void tst_LibrarySession::livesWithFilesThatVanish()
{
    writeMany(u"many"_s, 500);
    m_session->visitFolder(m_folder->filePath(u"many"_s), Depth::ThisFolderOnly);
    QVERIFY(QTest::qWaitFor([this] { return !m_changes.isEmpty(); }, 60'000));

    QDir(m_folder->filePath(u"many"_s)).removeRecursively();

    QVERIFY(finishScan());
    QVERIFY(m_problems.isEmpty());
    QVERIFY(order().size() <= 500);
}

void tst_LibrarySession::tellsOfArticlesThatCannotBeReadAndOfNothingElse()
{
    write(u"a.txt"_s, "Port opens\n\nThe port opened today.\n");
    const QString empty = write(u"empty.txt"_s, {});
    const QString binary = write(u"binary.html"_s, QByteArray("\0\1\2\3\0\0\7", 7).repeated(100));
    write(u"binary.dat"_s, QByteArray("\0\1\2\3\0\0\7", 7).repeated(100));
    write(u"empty"_s, {});
    QCOMPARE(::mkfifo(QFile::encodeName(m_folder->filePath(u"pipe.txt"_s)).constData(), 0600), 0);

    m_session->visitFolder(m_folder->path(), Depth::Recursive);

    QVERIFY(finishScan());
    QStringList subjects;
    for (const Error &problem : std::as_const(m_problems))
        subjects.append(problem.subject);
    subjects.sort();
    QCOMPARE(subjects, (QStringList{binary, empty}));
    QCOMPARE(headlines(), QStringList{u"Port opens"_s});
}

void tst_LibrarySession::saysThatAFolderCannotBeRead()
{
    const QString gone = m_folder->filePath(u"gone"_s);

    m_session->visitFolder(gone, Depth::Recursive);

    QVERIFY(finishScan());
    QCOMPARE(m_problems.size(), 1);
    QCOMPARE(m_problems.first().kind, Error::Kind::NotFound);
    QCOMPARE(m_problems.first().subject, gone);
}

void tst_LibrarySession::opensExactlyTheFilesNamed()
{
    const QString a = write(u"a.txt"_s, "Port opens\n\nThe port opened today.\n");
    write(u"b.txt"_s, "Port closes\n\nThe port closed today.\n");

    m_session->visitFiles({a, a, m_folder->filePath(u"gone.txt"_s)});

    QVERIFY(finishScan());
    QCOMPARE(headlines(), QStringList{u"Port opens"_s});
    QCOMPARE(m_problems.size(), 1);
}

void tst_LibrarySession::keepsWhatIsListedWhenAScanIsCancelled()
{
    writeMany(u"many"_s, 1000);
    m_session->visitFolder(m_folder->filePath(u"many"_s), Depth::ThisFolderOnly);
    QVERIFY(QTest::qWaitFor([this] { return !order().isEmpty(); }, 60'000));

    m_session->cancelScan();
    m_session->cancelScan();

    QCOMPARE(m_finished, 1);
    QVERIFY(!m_session->isScanning());
    QVERIFY(!waited(m_session->summaries(order())).isEmpty());
}

void tst_LibrarySession::answersOnlyTheNewestRequestForRelatedStories()
{
    write(u"a.txt"_s, "Port opens\n\nThe port opened today.\n");
    m_session->visitFolder(m_folder->path(), Depth::Recursive);
    QVERIFY(finishScan());
    Article article;
    article.relatedLinks = {{u"PORT OPENS"_s, {}, {}, {}}};

    QList<QFuture<RelatedStories>> overtaken;
    for (int i = 0; i < 20; ++i)
        overtaken.append(m_session->related(Article{}));
    const RelatedStories stories = waited(m_session->related(article));

    for (const auto &future : std::as_const(overtaken))
        QVERIFY(future.isCanceled());
    QCOMPARE(stories.lookedAt, 1);
    QCOMPARE(stories.linked.value(0).here.value_or(ArticleSummary{}).headline, u"Port opens"_s);
}

void tst_LibrarySession::changesNothingInTheReadersFolder()
{
    write(u"a.txt"_s, "Port opens\n\nThe port opened today.\n");
    const auto before = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden);
    const QDateTime changed = QFileInfo(m_folder->path()).lastModified();

    m_session->visitFolder(m_folder->path(), Depth::Recursive);
    QVERIFY(finishScan());
    m_session.reset();

    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden), before);
    QCOMPARE(QFileInfo(m_folder->path()).lastModified(), changed);
}

QTEST_GUILESS_MAIN(tst_LibrarySession)
#include "tst_librarysession.moc"
