#include "app/session/librarysession.h"

#include "app/formats/formats.h"
#include "app/library/library.h"
#include "app/session/parserun.h"

#include <QDir>
#include <QElapsedTimer>
#include <QtConcurrentRun>
#include <QThread>

#include <deque>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype firstBatch = 50;      // files: what fills the list on the screen
constexpr qint64 batchTime = 250;         // ms: so that signals do not flood
constexpr qsizetype filesInAFirstRun = 8; // parsed by one job, before the first batch is full
constexpr qsizetype filesInARun = 32;     // and after it; stems are shared within a run

Result<ArticleOrder> orderOf(Library &library, const QList<ArticleId> &all, qsizetype atMost)
{
    ArticleOrder order;
    order.total = all.size();
    order.ids = all.mid(0, atMost);
    const auto summaries = library.summaries(order.ids);
    if (!summaries.has_value())
        return summaries.error();
    order.ids.clear();
    for (const ArticleSummary &summary : summaries.value()) {
        order.ids.append(summary.id);
        order.days.append(qint32(summary.date.moment.toLocalTime().date().toJulianDay()));
    }
    return order;
}

Error notKept(const QString &what)
{
    return {Error::Kind::Unsupported, what, u"the library does not keep this yet"_s};
}

} // namespace

struct LibrarySession::Scan
{
    quint64 number = 0;
    std::function<bool()> cancelled;
    QList<Error> problems;
    decltype(&listedRun) parse = listedRun;
    QList<FoundFile> toRead;
    qsizetype started = 0; // of toRead, given to the parse pool
    qsizetype done = 0;    // of toRead, in the library
    QElapsedTimer clock;
    std::deque<QFuture<QList<ParsedFile>>> parsing; // in the order of toRead
};

LibrarySession::ScanProgress LibrarySession::progressOf(const Scan &scan)
{
    const qint64 left = scan.toRead.size() - scan.done;
    return {int(scan.done), int(scan.toRead.size()), scan.clock.elapsed() * left / scan.done};
}

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
    m_newestList.cancel();
    m_newestSnippets.cancel();
    m_newestFacets.cancel();
    m_newestOverview.cancel();
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

QFuture<QList<ArticleSummary>> LibrarySession::articlesOfFile(const QString &path)
{
    return QtConcurrent::run(&m_readLane, [this, path] {
        const auto found = m_library.inFile(path);
        return found.has_value() ? found.value() : QList<ArticleSummary>();
    });
}

QFuture<Result<ArticleOrder>> LibrarySession::list(const ListRequest &request, qsizetype atMost)
{
    m_newestList.cancel();
    m_newestList = QtConcurrent::run(
        &m_readLane,
        [this, request, atMost, order = m_order](QPromise<Result<ArticleOrder>> &promise) {
            if (promise.isCanceled())
                return;
            if (request != ListRequest{})
                promise.addResult(Error{Error::Kind::Unsupported, request.query.text, {}});
            else
                promise.addResult(orderOf(m_library, order, atMost));
        });
    return m_newestList;
}

QFuture<QList<Snippet>> LibrarySession::snippets(const SearchQuery &, const QList<ArticleId> &)
{
    m_newestSnippets.cancel();
    m_newestSnippets = QtConcurrent::run(&m_readLane, [] { return QList<Snippet>(); });
    return m_newestSnippets;
}

QFuture<SearchFacets> LibrarySession::facets(const SearchQuery &)
{
    m_newestFacets.cancel();
    m_newestFacets = QtConcurrent::run(&m_readLane, [] { return SearchFacets(); });
    return m_newestFacets;
}

QFuture<LibraryOverview> LibrarySession::overview()
{
    m_newestOverview.cancel();
    m_newestOverview = QtConcurrent::run(&m_readLane, [this] {
        LibraryOverview overview;
        const auto count = m_library.count();
        overview.articles = count.has_value() ? count.value() : 0;
        return overview;
    });
    return m_newestOverview;
}

// Runs `job` between two batches of a scan.
void LibrarySession::write(const std::function<Outcome()> &job)
{
    m_writeLane.start([this, job] {
        if (const Outcome problem = job())
            tell([this, problem] { Q_EMIT failed(*problem); });
    });
}

void LibrarySession::setRead(const QList<ArticleId> &ids, bool read)
{
    write([this, ids, read]() -> Outcome {
        if (ids.isEmpty())
            return {};
        LibraryChanges all;
        for (const ArticleId id : ids) {
            const auto changes = m_library.setRead(id, read);
            if (!changes.has_value())
                return changes.error();
            all = changes.value();
        }
        all.changed = ids;
        tellChanges(all);
        return {};
    });
}

void LibrarySession::setStarred(const QList<ArticleId> &, bool)
{
    write([] { return notKept(u"stars"_s); });
}

void LibrarySession::setTag(const QList<ArticleId> &, const QString &tag, bool)
{
    write([tag] { return notKept(tag); });
}

void LibrarySession::setNote(ArticleId, const QString &)
{
    write([] { return notKept(u"notes"_s); });
}

void LibrarySession::setOpened(ArticleId id)
{
    setRead({id}, true);
}

void LibrarySession::setScroll(ArticleId, double) { }

void LibrarySession::saveSearch(const SavedSearch &search)
{
    write([search] { return notKept(search.name); });
}

void LibrarySession::removeSearch(const QString &name)
{
    write([name] { return notKept(name); });
}

QFuture<Trashed> LibrarySession::moveToTrash(const QList<ArticleId> &ids)
{
    return QtConcurrent::run(&m_readLane, [this, ids] {
        const auto found = m_library.summaries(ids);
        QStringList paths;
        for (const ArticleSummary &summary :
             found.has_value() ? found.value() : QList<ArticleSummary>())
            paths.append(summary.path);
        paths.removeDuplicates();
        return movedToTrash(paths);
    });
}

QFuture<QList<Error>> LibrarySession::restoreFromTrash(const QList<TrashedFile> &files)
{
    return QtConcurrent::run(&m_fileLane, restoredFromTrash, files);
}

void LibrarySession::addFolder(const QString &path)
{
    visitFolder(path, Depth::Recursive);
}

void LibrarySession::removeFolder(const QString &path)
{
    write([path] { return notKept(path); });
}

void LibrarySession::renameFolder(const QString &path, const QString &)
{
    write([path] { return notKept(path); });
}

void LibrarySession::keepFolder(const QString &path)
{
    write([path] { return notKept(path); });
}

void LibrarySession::leaveFolder(const QString &path)
{
    write([path] { return notKept(path); });
}

void LibrarySession::visitFolder(const QString &folder, Depth depth)
{
    const QString path = QDir::cleanPath(QDir(folder).absolutePath());
    start(path, [path, depth](const auto &cancelled) { return filesIn(path, depth, cancelled); });
}

void LibrarySession::visitFiles(const QStringList &paths)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute.append(QDir::cleanPath(QDir().absoluteFilePath(path)));
    absolute.removeDuplicates();
    start({}, [absolute](const auto &) { return filesNamed(absolute); });
}

void LibrarySession::pauseScan()
{
    m_isPaused = true;
}

void LibrarySession::resumeScan()
{
    m_isPaused = false;
    m_writeLane.start([this] {
        if (const auto rest = std::exchange(m_rest, {}))
            rest();
    });
}

void LibrarySession::cancelScan()
{
    ++m_newestScan;
    if (!m_isScanning)
        return;
    m_isScanning = false;
    m_isPaused = false;
    Q_EMIT scanFinished({});
}

void LibrarySession::start(const QString &folder, const FindFiles &find)
{
    const auto scan = std::make_shared<Scan>();
    scan->number = ++m_newestScan;
    scan->cancelled = [this, number = scan->number] { return m_newestScan != number; };
    scan->clock.start();
    m_isScanning = true;
    m_isPaused = false;
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

void LibrarySession::tellChanges(const LibraryChanges &changes)
{
    tell([this, changes] {
        m_order = changes.order;
        Q_EMIT changed(changes);
    });
}

// Each batch is a job of its own, so that whatever else is to be written comes between two batches
// and not after the last; and a pause begins between two.
void LibrarySession::goOn(const ScanPointer &scan,
                          void (LibrarySession::*step)(const ScanPointer &))
{
    if (m_isPaused)
        m_rest = [this, scan, step] { (this->*step)(scan); };
    else
        m_writeLane.start([this, scan, step] { (this->*step)(scan); });
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
    tellChanges(changes.value());
    listSome(scan);
}

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
    tellChanges(changes.value());
    tellOf(scan, [this, steps = progressOf(*scan)] { Q_EMIT scanProgressed(steps); });
    goOn(scan, &LibrarySession::listSome);
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
    goOn(scan, &LibrarySession::indexSome);
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
    goOn(scan, &LibrarySession::indexSome);
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
