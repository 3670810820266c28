#include "app/session/librarysession.h"

#include "app/formats/formats.h"
#include "app/library/library.h"
#include "app/library/storyanswers.h"
#include "app/related/textcomparison.h"
#include "app/session/folderkeeping.h"
#include "app/session/scanning.h"

#include <QDateTime>
#include <QDir>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto betweenOthers = 2s; // from one question whether others have written to the next
constexpr int filesAtOnce = 8; // opened by the reader; more than one, because a disk may not answer

template <typename Answer>
Answer orNothing(const Result<Answer> &answer)
{
    return answer.has_value() ? answer.value() : Answer();
}

// Not QtConcurrent::run(): who waits for its future may be made to do the job himself, on a thread
// where the lane's database connections are not at home. Overtaken jobs are not begun.
template <typename Answer>
QFuture<Answer> askOn(QThreadPool &lane, const std::function<void(QPromise<Answer> &)> &job)
{
    // Shared, because a job must be copyable.
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const QFuture<Answer> answer = promise->future();
    lane.start([promise, job] {
        if (!promise->isCanceled())
            job(*promise);
        promise->finish();
    });
    return answer;
}

QString cleanFolder(const QString &path)
{
    return QDir::cleanPath(QDir(path).absolutePath());
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

// One lane writes, one reads what is on the screen, one lists, which may take its time; each runs
// one job at a time: Library needs no locks. Lanes keep
// their thread for good, because a database connection stays on the thread that made it. Neither
// touches the reader's files: a disk that does not answer must not hold them.
LibrarySession::LibrarySession(Library &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_home(std::make_shared<WayHome>(this)) // see its type
    , m_files(patientPool(filesAtOnce))
    , m_lists(std::make_unique<Library>(library.places()))
    , m_scanning(std::make_unique<Scanning>(library, m_writeLane))
    , m_keeping(std::make_unique<FolderKeeping>(*m_scanning))
{
    for (QThreadPool *lane : {&m_readLane, &m_listLane, &m_writeLane}) {
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
    m_others.setSingleShot(true);
    m_others.setInterval(betweenOthers);
    connect(&m_others, &QTimer::timeout, this, &LibrarySession::lookForOthers);
    connect(m_keeping.get(), &FolderKeeping::limited, this,
            [this](int watched, int unwatched, bool isFull) {
                Q_EMIT watchLimited({watched, unwatched, FolderKeeping::betweenLooks, isFull});
            });
}

LibrarySession::~LibrarySession()
{
    m_home->close();
    m_keeping->stop();
    m_scanning->stop();
    m_newestRelated.cancel();
    m_newestList.cancel();
    m_newestSnippets.cancel();
    m_newestFacets.cancel();
    m_newestOverview.cancel();
    m_writeLane.start([this] { m_library.closeWriting(); });
    m_readLane.start([this] { m_library.closeReading(); });
    m_listLane.start([this] { m_lists->closeReading(); });
    for (QThreadPool *lane : {&m_writeLane, &m_readLane, &m_listLane})
        lane->waitForDone();
}

void LibrarySession::hearChanges(const LibraryChanges &changes)
{
    Q_EMIT changed(changes);
    Q_EMIT overviewChanged();
}

QFuture<Result<QList<Article>>> LibrarySession::readFile(const QString &path)
{
    return QtConcurrent::run(m_files.get(), [path] { return readArticles(path); });
}

QFuture<Result<OriginalPage>> LibrarySession::readOriginal(const QString &path)
{
    return QtConcurrent::run(m_files.get(), [path] { return readOriginalPage(path); });
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
    return askOn<QList<ArticleSummary>>(m_readLane, [this, ids](auto &promise) {
        promise.addResult(orNothing(m_library.summaries(ids)));
    });
}

QFuture<Result<ReadingState>> LibrarySession::readingState(ArticleId id)
{
    return askOn<Result<ReadingState>>(
        m_readLane, [this, id](auto &promise) { promise.addResult(m_library.readingState(id)); });
}

QFuture<QStringList> LibrarySession::notes(const QList<ArticleId> &ids)
{
    return askOn<QStringList>(m_readLane, [this, ids](auto &promise) {
        QStringList notes;
        for (ArticleId id : ids) {
            const Result<ReadingState> state = m_library.readingState(id);
            notes += state.has_value() ? state.value().note : QString();
        }
        promise.addResult(notes);
    });
}

QFuture<RelatedStories> LibrarySession::related(const Article &article)
{
    m_newestRelated.cancel();
    m_newestRelated = askOn<RelatedStories>(m_readLane, [this, article](auto &promise) {
        promise.addResult(
            relatedStories(article, m_library, {}, [&] { return promise.isCanceled(); }));
    });
    return m_newestRelated;
}

QFuture<ArticleComparison> LibrarySession::compared(const Article &before, const Article &after)
{
    return QtConcurrent::run(m_files.get(), comparedArticle, before, after);
}

QFuture<QList<ArticleSummary>> LibrarySession::articlesOfFile(const QString &path)
{
    return askOn<QList<ArticleSummary>>(m_readLane, [this, path](auto &promise) {
        promise.addResult(orNothing(StoryAnswers(m_library).inFile(path)));
    });
}

// The newest one wins: it is asked for on the list lane, and the one before is cancelled.
template <typename Answer>
QFuture<Answer> LibrarySession::askNewest(
    QFuture<Answer> &newest,
    const std::function<Answer(Library &library, const std::function<bool()> &cancelled)> &question)
{
    newest.cancel();
    newest = askOn<Answer>(m_listLane, [this, question](auto &promise) {
        promise.addResult(question(*m_lists, [&] { return promise.isCanceled(); }));
    });
    return newest;
}

QFuture<Result<ArticleOrder>> LibrarySession::list(const ListRequest &request, qsizetype atMost)
{
    return askNewest<Result<ArticleOrder>>(m_newestList,
                                           [=](Library &library, const auto &cancelled) {
                                               return library.list(request, atMost, cancelled);
                                           });
}

QFuture<QList<Snippet>> LibrarySession::snippets(const SearchQuery &query,
                                                 const QList<ArticleId> &ids)
{
    // Not behind a list that looks into many texts.
    m_newestSnippets.cancel();
    m_newestSnippets = askOn<QList<Snippet>>(m_readLane, [this, query, ids](auto &promise) {
        promise.addResult(
            orNothing(m_library.snippets(query, ids, [&] { return promise.isCanceled(); })));
    });
    return m_newestSnippets;
}

QFuture<SearchFacets> LibrarySession::facets(const SearchQuery &query, const QList<ArticleId> &all)
{
    return askNewest<SearchFacets>(m_newestFacets, [=](Library &library, const auto &cancelled) {
        return orNothing(library.facets(query, all, cancelled));
    });
}

QFuture<LibraryOverview> LibrarySession::overview()
{
    return askNewest<LibraryOverview>(m_newestOverview,
                                      [](Library &library, const auto &cancelled) {
                                          return orNothing(library.overview(cancelled));
                                      });
}

void LibrarySession::setRead(const QList<ArticleId> &ids, bool read)
{
    m_scanning->write([=](Library &library) { return library.setRead(ids, read); });
}

void LibrarySession::setStarred(const QList<ArticleId> &ids, bool starred)
{
    m_scanning->write([=](Library &library) { return library.setStarred(ids, starred); });
}

void LibrarySession::setTag(const QList<ArticleId> &ids, const QString &tag, bool tagged)
{
    m_scanning->write([=](Library &library) { return library.setTag(ids, tag, tagged); });
}

void LibrarySession::setNote(ArticleId id, const QString &text)
{
    m_scanning->write([=](Library &library) { return library.setNote(id, text); });
}

void LibrarySession::setOpened(ArticleId id)
{
    m_scanning->write([id, now = QDateTime::currentDateTimeUtc()](Library &library) {
        return library.setOpened(id, now);
    });
}

void LibrarySession::setScroll(ArticleId id, double position)
{
    m_scanning->write([=](Library &library) { return library.setScroll(id, position); });
}

void LibrarySession::setJudgement(ArticleId id, const QList<ArticleId> &others, Judgement judgement)
{
    m_writeLane.start([this, id, others, judgement] {
        const auto changes = m_library.setJudgement(id, others, judgement);
        tell([this, changes] {
            if (changes.has_value())
                Q_EMIT judged();
            else
                Q_EMIT failed(changes.error());
        });
    });
}

void LibrarySession::saveSearch(const SavedSearch &search)
{
    keep([search](Library &library) { return library.saveSearch(search); });
}

void LibrarySession::removeSearch(const QString &name)
{
    keep([name](Library &library) { return library.removeSearch(name); });
}

// What no article changes by.
void LibrarySession::keep(const std::function<Outcome(Library &)> &change)
{
    m_writeLane.start([this, change] {
        const Outcome failure = change(m_library);
        tell([this, failure] {
            if (failure)
                Q_EMIT failed(*failure);
            else
                Q_EMIT overviewChanged();
        });
    });
}

QFuture<Trashed> LibrarySession::moveToTrash(const QList<ArticleId> &ids, const TrashWay &way)
{
    // Shared, because a job must be copyable.
    const auto promise = std::make_shared<QPromise<Trashed>>();
    promise->start();
    const auto move = [this, promise, way, home = m_home](const QStringList &paths) {
        const Trashed trashed = movedToTrash(paths, way);
        QStringList gone;
        for (const TrashedFile &file : trashed.files)
            gone.append(file.path);
        home->tell([this, gone] {
            m_scanning->write([gone](Library &library) { return library.forget(gone); });
        });
        promise->addResult(trashed);
        promise->finish();
    };
    m_readLane.start([this, ids, move] {
        QStringList paths; // with the other places of the same article
        for (const ArticleSummary &summary : orNothing(m_library.summaries(ids)))
            paths += QStringList{summary.path} + summary.places;
        paths.removeDuplicates();
        m_files->start([move, paths] { move(paths); });
    });
    return promise->future();
}

QFuture<QList<Error>> LibrarySession::restoreFromTrash(const QList<TrashedFile> &files)
{
    return QtConcurrent::run(m_files.get(), restoredFromTrash, files);
}

// Known first, then looked through: the write lane takes them in this order.
void LibrarySession::addFolder(const QString &path)
{
    const QString folder = cleanFolder(path);
    m_scanning->write([folder](Library &library) { return library.addFolder(folder); });
    m_keeping->keep(folder, Depth::Recursive, Scanning::Announce::Yes);
}

void LibrarySession::removeFolder(const QString &path)
{
    const QString folder = cleanFolder(path);
    m_keeping->leave(folder);
    m_scanning->write([folder](Library &library) { return library.removeFolder(folder); });
}

void LibrarySession::renameFolder(const QString &path, const QString &name)
{
    const QString folder = cleanFolder(path);
    m_scanning->write([=](Library &library) { return library.renameFolder(folder, name); });
}

void LibrarySession::visitFolder(const QString &path, Depth depth)
{
    const QString folder = cleanFolder(path);
    m_scanning->write([=](Library &library) { return library.visitFolder(folder, depth); });
    m_keeping->keep(folder, depth, Scanning::Announce::Yes);
}

void LibrarySession::keepFolder(const QString &path)
{
    addFolder(path);
}

void LibrarySession::leaveFolder(const QString &path)
{
    const QString folder = cleanFolder(path);
    m_keeping->leave(folder);
    m_scanning->write([folder](Library &library) { return library.leaveFolder(folder); });
}

// One question at a time, so that they do not pile up behind a long batch.
void LibrarySession::lookForOthers()
{
    m_writeLane.start([this] {
        const bool haveWritten = m_library.haveOthersWritten();
        tell([this, haveWritten] {
            m_others.start();
            if (!haveWritten)
                return;
            hearChanges({});
            Q_EMIT wordsFound();
        });
    });
}

void LibrarySession::followFolders()
{
    m_others.start();
    m_writeLane.start([this] {
        const auto folders = m_library.folders();
        if (!folders.has_value())
            return tell([this, error = folders.error()] { Q_EMIT failed(error); });
        tell([this, known = folders.value()] {
            for (const ReaderFolder &folder : known) {
                if (!m_keeping->isKept(folder.path))
                    m_keeping->keep(folder.path, folder.depth, Scanning::Announce::No);
            }
        });
    });
}

void LibrarySession::visitFiles(const QStringList &paths)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute.append(QDir::cleanPath(QDir().absoluteFilePath(path)));
    absolute.removeDuplicates();
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
    m_writeLane.start([this, home = m_home] { home->tell([this] { Q_EMIT written(); }); });
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
