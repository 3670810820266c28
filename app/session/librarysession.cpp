#include "app/session/librarysession.h"

#include "app/formats/formats.h"
#include "app/library/library.h"

#include <QDir>
#include <QElapsedTimer>
#include <QtConcurrentRun>
#include <QThread>

#include <deque>

#include <sys/resource.h>
#include <unistd.h>

namespace {

constexpr qsizetype firstBatch = 50;      // files: what fills the list on the screen
constexpr qint64 batchTime = 250;         // ms: so that signals do not flood
constexpr qsizetype filesInAFirstRun = 8; // parsed by one job, before the first batch is full
constexpr qsizetype filesInARun = 32;     // and after it; stems are shared within a run
constexpr int niceness = 5;

// The scan leaves the processor to the window whenever the window wants it. QThread's priorities
// do nothing under Linux's ordinary scheduler; there niceness is a thread's own.
void stepAside()
{
    ::setpriority(PRIO_PROCESS, id_t(::gettid()), niceness);
}

QList<ParsedFile> listedRun(const QList<FoundFile> &files, const std::function<bool()> &cancelled)
{
    stepAside();
    QList<ParsedFile> parsed;
    for (const FoundFile &file : files) {
        if (cancelled())
            break;
        parsed.append(listedFile(file));
    }
    return parsed;
}

QList<ParsedFile> indexedRun(const QList<FoundFile> &files, const std::function<bool()> &cancelled)
{
    stepAside();
    WordIndexer indexer;
    QList<ParsedFile> parsed;
    for (const FoundFile &file : files) {
        if (cancelled())
            break;
        parsed.append(indexedFile(file, indexer));
    }
    return parsed;
}

} // namespace

struct LibrarySession::Scan
{
    quint64 number = 0;
    std::function<bool()> cancelled;
    QList<Error> problems;
    decltype(&listedRun) parse = listedRun;
    QList<FoundFile> toRead;
    qsizetype started = 0;                          // of toRead, given to the parse pool
    qsizetype done = 0;                             // of toRead, in the library
    std::deque<QFuture<QList<ParsedFile>>> parsing; // in the order of toRead
};

// One lane writes, one lane reads, each runs one job at a time: Library needs no locks. Lanes keep
// their thread for good, because a database connection stays on the thread that made it.
LibrarySession::LibrarySession(Library &library, QObject *parent)
    : QObject(parent), m_library(library)
{
    for (QThreadPool *lane : {&m_fileLane, &m_readLane, &m_writeLane}) {
        lane->setMaxThreadCount(1);
        lane->setExpiryTimeout(-1);
    }
    m_parsePool.setMaxThreadCount(qMax(1, QThread::idealThreadCount() - 1));
}

LibrarySession::~LibrarySession()
{
    ++m_newestScan;
    m_newestRelated.cancel();
    m_writeLane.start([this] { m_library.closeWriting(); });
    m_readLane.start([this] { m_library.closeReading(); });
    for (QThreadPool *lane : {&m_writeLane, &m_parsePool, &m_readLane, &m_fileLane})
        lane->waitForDone();
}

QFuture<Result<QList<Article>>> LibrarySession::readFile(const QString &path)
{
    return QtConcurrent::run(&m_fileLane, [path] { return readArticles(path); });
}

QFuture<Result<Article>> LibrarySession::readArticle(ArticleId id)
{
    return QtConcurrent::run(&m_readLane, [this, id] { return m_library.article(id); });
}

QFuture<QList<ArticleSummary>> LibrarySession::summaries(const QList<ArticleId> &ids)
{
    return QtConcurrent::run(&m_readLane, [this, ids] {
        const auto found = m_library.summaries(ids);
        return found.has_value() ? found.value() : QList<ArticleSummary>();
    });
}

QFuture<RelatedStories> LibrarySession::related(const Article &article)
{
    m_newestRelated.cancel();
    m_newestRelated = QtConcurrent::run(
        &m_readLane, [this, article](QPromise<RelatedStories> &promise) {
            if (promise.isCanceled()) // overtaken while it queued
                return;
            promise.addResult(
                relatedStories(article, m_library, [&] { return promise.isCanceled(); }));
        });
    return m_newestRelated;
}

void LibrarySession::setRead(ArticleId id, bool read)
{
    m_writeLane.start([this, id, read] {
        const auto changes = m_library.setRead(id, read);
        if (changes.has_value())
            tell([this, changes = changes.value()] { Q_EMIT changed(changes); });
    });
}

void LibrarySession::openFolder(const QString &folder, Depth depth)
{
    const QString path = QDir::cleanPath(QDir(folder).absolutePath());
    start(path, [path, depth](const auto &cancelled) { return filesIn(path, depth, cancelled); });
}

void LibrarySession::openFiles(const QStringList &paths)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute.append(QDir::cleanPath(QDir().absoluteFilePath(path)));
    absolute.removeDuplicates();
    start({}, [absolute](const auto &) { return filesNamed(absolute); });
}

void LibrarySession::cancelScan()
{
    ++m_newestScan;
    if (!m_isScanning)
        return;
    m_isScanning = false;
    Q_EMIT scanFinished({});
}

void LibrarySession::start(const QString &folder, const FindFiles &find)
{
    const auto scan = std::make_shared<Scan>();
    scan->number = ++m_newestScan;
    scan->cancelled = [this, number = scan->number] { return m_newestScan != number; };
    m_isScanning = true;
    Q_EMIT scanStarted(folder);
    m_writeLane.start([this, scan, find] { findFiles(scan, find); });
}

// Runs `news` where the session lives, or never when the session goes first.
void LibrarySession::tell(const std::function<void()> &news)
{
    QMetaObject::invokeMethod(this, news, Qt::QueuedConnection);
}

// The same, unless the scan has been overtaken by then.
void LibrarySession::tellOf(const ScanPointer &scan, const std::function<void()> &news)
{
    tell([scan, news] {
        if (!scan->cancelled())
            news();
    });
}

void LibrarySession::findFiles(const ScanPointer &scan, const FindFiles &find)
{
    stepAside();
    const FolderFiles found = find(scan->cancelled);
    if (scan->cancelled()) // half a listing would make the other half leave
        return;
    scan->problems = found.problems;

    const auto changes = m_library.setFiles(found.files, scan->toRead);
    if (!changes.has_value()) {
        scan->problems.append(changes.error());
        return finish(scan);
    }
    tell([this, news = changes.value()] { Q_EMIT changed(news); });
    listSome(scan);
}

// One batch. Each is a job of its own, so that whatever else is to be written comes between two
// batches and not after the last.
void LibrarySession::listSome(const ScanPointer &scan)
{
    const QList<ParsedFile> batch = takeBatch(*scan);
    if (scan->cancelled())
        return finish(scan);
    if (batch.isEmpty())
        return findUnindexed(scan);

    const auto changes = m_library.add(batch);
    if (!changes.has_value()) { // a full disk is full for the next batch too
        scan->problems.append(changes.error());
        return finish(scan);
    }
    for (const ParsedFile &file : batch) {
        if (file.problem)
            scan->problems.append(*file.problem);
    }
    scan->done += batch.size();
    tell([this, news = changes.value()] { Q_EMIT changed(news); });
    tellOf(scan, [this, done = int(scan->done), total = int(scan->toRead.size())] {
        Q_EMIT scanProgressed(done, total);
    });
    m_writeLane.start([this, scan] { listSome(scan); });
}

// The list is full: now the words, also those that a scan broken off has left to do.
void LibrarySession::findUnindexed(const ScanPointer &scan)
{
    const auto files = m_library.withoutWords();
    if (!files.has_value()) {
        scan->problems.append(files.error());
        return finish(scan);
    }
    scan->parse = indexedRun;
    scan->toRead = files.value();
    scan->started = 0;
    m_writeLane.start([this, scan] { indexSome(scan); });
}

void LibrarySession::indexSome(const ScanPointer &scan)
{
    const QList<ParsedFile> batch = takeBatch(*scan);
    if (scan->cancelled() || batch.isEmpty())
        return finish(scan);
    const auto words = m_library.addWords(batch);
    if (!words.has_value()) {
        scan->problems.append(words.error());
        return finish(scan);
    }
    for (const ParsedFile &file : batch) {
        if (file.problem)
            scan->problems.append(*file.problem);
    }
    if (words.value() == Library::Words::Committed)
        tell([this] { Q_EMIT wordsFound(); });
    m_writeLane.start([this, scan] { indexSome(scan); });
}

// The next files in order, parsed: few at first, so that the list is soon there, then what a
// quarter of a second gives. Empty when all are done.
QList<ParsedFile> LibrarySession::takeBatch(Scan &scan)
{
    QElapsedTimer timer;
    timer.start();
    QList<ParsedFile> batch;
    while (!scan.cancelled() && !timer.hasExpired(batchTime)) {
        keepParsing(scan);
        if (scan.parsing.empty())
            break;
        batch += scan.parsing.front().takeResult(); // waits, or parses it here if nobody has begun
        scan.parsing.pop_front();
        if (scan.done == 0 && batch.size() >= firstBatch)
            break;
    }
    return batch;
}

// Gives the pool enough to do while this lane writes, and no more than memory should hold.
void LibrarySession::keepParsing(Scan &scan)
{
    const auto ahead = size_t(4 * m_parsePool.maxThreadCount() + 4);
    while (scan.parsing.size() < ahead && scan.started < scan.toRead.size()) {
        const qsizetype size = scan.started < firstBatch ? filesInAFirstRun : filesInARun;
        const QList<FoundFile> run = scan.toRead.mid(scan.started, size);
        scan.started += run.size();
        scan.parsing.push_back(QtConcurrent::run(&m_parsePool, scan.parse, run, scan.cancelled));
    }
}

void LibrarySession::finish(const ScanPointer &scan)
{
    if (const Outcome failed = m_library.commitWords())
        scan->problems.append(*failed);
    else
        tell([this] { Q_EMIT wordsFound(); });
    tellOf(scan, [this, problems = scan->problems] {
        m_isScanning = false;
        Q_EMIT scanFinished(problems);
    });
}
