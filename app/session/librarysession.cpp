#include "app/session/librarysession.h"

#include "app/formats/formats.h"
#include "app/library/library.h"
#include "app/session/scanning.h"

#include <QDir>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int filesAtOnce = 8; // opened by the reader; more than one, because a disk may not answer

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

Result<Article> articleAt(const ArticleSummary &summary)
{
    const auto articles = readArticles(summary.path);
    if (!articles.has_value())
        return articles.error();
    const auto same = std::ranges::find(articles.value(), summary.part, &Article::part);
    if (same == articles.value().end())
        return Error{Error::Kind::NotFound, summary.path, summary.part};
    Article article = *same;
    article.id = summary.id;
    return article;
}

} // namespace

// One lane writes, one lane reads, each runs one job at a time: Library needs no locks. Lanes keep
// their thread for good, because a database connection stays on the thread that made it. Neither
// touches the reader's files: a disk that does not answer must not hold them.
LibrarySession::LibrarySession(Library &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_files(patientPool(filesAtOnce))
    , m_scanning(std::make_unique<Scanning>(library, m_writeLane))
{
    for (QThreadPool *lane : {&m_readLane, &m_writeLane}) {
        lane->setMaxThreadCount(1);
        lane->setExpiryTimeout(-1);
    }
    Scanning *const scanning = m_scanning.get();
    connect(scanning, &Scanning::changed, this, &LibrarySession::hearChanges);
    connect(scanning, &Scanning::wordsFound, this, &LibrarySession::wordsFound);
    connect(scanning, &Scanning::started, this, &LibrarySession::scanStarted);
    connect(scanning, &Scanning::progressed, this, [this](int done, int total, qint64 left) {
        Q_EMIT scanProgressed({done, total, left});
    });
    connect(scanning, &Scanning::finished, this, &LibrarySession::scanFinished);
    connect(scanning, &Scanning::failed, this, &LibrarySession::failed);
}

LibrarySession::~LibrarySession()
{
    m_scanning->stop();
    m_newestRelated.cancel();
    m_newestList.cancel();
    m_newestSnippets.cancel();
    m_newestFacets.cancel();
    m_newestOverview.cancel();
    m_writeLane.start([this] { m_library.closeWriting(); });
    m_readLane.start([this] { m_library.closeReading(); });
    m_writeLane.waitForDone();
    m_readLane.waitForDone();
}

void LibrarySession::hearChanges(const LibraryChanges &changes)
{
    m_order = changes.order;
    Q_EMIT changed(changes);
}

QFuture<Result<QList<Article>>> LibrarySession::readFile(const QString &path)
{
    return QtConcurrent::run(m_files.get(), [path] { return readArticles(path); });
}

// Where it is says the read lane, and what it is the file itself.
QFuture<Result<Article>> LibrarySession::readArticle(ArticleId id)
{
    // Shared, because a job must be copyable.
    const auto promise = std::make_shared<QPromise<Result<Article>>>();
    promise->start();
    m_readLane.start([this, id, promise] {
        const auto found = m_library.summaries({id});
        if (found.has_value() && !found.value().isEmpty()) {
            const ArticleSummary summary = found.value().first();
            return m_files->start([promise, summary] {
                promise->addResult(articleAt(summary));
                promise->finish();
            });
        }
        promise->addResult(found.has_value()
                               ? Error{Error::Kind::NotFound, QString::number(quint64(id)), {}}
                               : found.error());
        promise->finish();
    });
    return promise->future();
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
            const auto changes = m_library.setRead({id}, read);
            if (!changes.has_value())
                return changes.error();
            all = changes.value();
        }
        all.changed = ids;
        tell([this, all] { hearChanges(all); });
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
    return QtConcurrent::run(m_files.get(), restoredFromTrash, files);
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
    m_scanning->giveUpAll();
    m_scanning->scan(QDir::cleanPath(QDir(folder).absolutePath()), depth, Scanning::Announce::Yes);
}

void LibrarySession::visitFiles(const QStringList &paths)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute.append(QDir::cleanPath(QDir().absoluteFilePath(path)));
    absolute.removeDuplicates();
    m_scanning->giveUpAll();
    m_scanning->readNamed(absolute);
}

void LibrarySession::pauseScan()
{
    m_scanning->pause();
}

void LibrarySession::resumeScan()
{
    m_scanning->resume();
}

void LibrarySession::cancelScan()
{
    m_scanning->cancel();
}

bool LibrarySession::isScanning() const
{
    return m_scanning->isScanning();
}

bool LibrarySession::isPaused() const
{
    return m_scanning->isPaused();
}

// Runs `news` where the session lives, or never when the session goes first.
void LibrarySession::tell(const std::function<void()> &news)
{
    QMetaObject::invokeMethod(this, news, Qt::QueuedConnection);
}
