#include "app/session/scanning.h"

#include "app/session/heap.h"
#include "app/session/indexfeeding.h"
#include "app/session/parserun.h"

#include <QDateTime>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto hangs = 10'000;            // ms without an answer
constexpr qint64 stillTime = 2'000;       // ms
constexpr qsizetype worthAnnouncing = 50; // files: less is over before anybody could read of it

FolderScan folderScan(const WalkedFolder &folder)
{
    FolderScan scan{folder.root, folder.depth,   folder.found.files,
                    {},          folder.settled, folder.catalogue};
    for (const Error &problem : folder.found.problems) {
        if (problem.kind != Error::Kind::NotFound) // a folder that is gone takes its articles along
            scan.away.append(problem.subject);
    }
    if (folder.isEmpty) // more likely what was mounted there is not than that all was deleted
        scan.away.append(folder.root);
    return scan;
}

} // namespace

Scanning::Scanning(Library &library, QThreadPool &writeLane, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_writeLane(writeLane)
    , m_walks(library)
    , m_home(std::make_shared<WayHome>(this))
    , m_pool(this, [this] { writeSoon(); })
    , m_words(std::make_unique<IndexFeeding>(
          library, m_pool, m_home, writeLane,
          [this](const Outcome &outcome) { tell([this, outcome] { hearOfWords(outcome); }); }))
{
    connect(&m_walks, &FolderWalks::glimpsed, this, &Scanning::lookAgain);
    connect(&m_walks, &FolderWalks::walked, this, &Scanning::take);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &Scanning::look);
}

Scanning::~Scanning()
{
    stop();
}

// Runs `news` on this object's thread, or never when it goes first.
void Scanning::tell(const std::function<void()> &news)
{
    QMetaObject::invokeMethod(this, news, Qt::QueuedConnection);
}

void Scanning::tellChanges(const LibraryChanges &changes)
{
    if (!changes.isEmpty() || !changes.notices.isEmpty())
        tell([this, changes] { Q_EMIT changed(changes); });
}

void Scanning::begin()
{
    m_isBusy = true;
    m_tick.start();
}

void Scanning::announce(const QString &root)
{
    m_isAnnounced = true;
    Q_EMIT started(root);
}

void Scanning::scan(const QString &root, Depth depth, Announce isAnnounced)
{
    begin();
    if (isAnnounced == Announce::Yes)
        announce(root);
    m_walks.start(root, depth, m_entering);
}

void Scanning::readNamed(const QStringList &files)
{
    begin();
    announce({});
    m_walks.startNamed(files);
}

void Scanning::lookAgain(const QString &root, const QList<FoundFile> &files)
{
    begin();
    choose(root, Share::Some, [files](Library &library, FileTable &toRead) {
        return library.lookAgain(files, toRead);
    });
}

void Scanning::take(const WalkedFolder &folder)
{
    m_hasLookedThrough = true;
    m_problems += folder.found.problems;
    if (!folder.isThere) {
        goAway(folder.root);
        return settleWhenIdle();
    }
    choose(folder.root, Share::All,
           [scan = folderScan(folder)](Library &library, FileTable &toRead) {
               return library.setFolder(scan, toRead);
           });
    Q_EMIT walked(folder);
}

// On the write lane: which of them have to be read.
void Scanning::choose(const QString &root, Share share, const Choice &choice)
{
    ++m_choices;
    m_writeLane.start([this, root, share, choice, work = m_work.load()] {
        FileTable toRead;
        const auto changes = choice(m_library, toRead);
        if (!changes.has_value()) {
            tell([this, error = changes.error()] { giveUp(error); });
        } else {
            tell([this, news = changes.value()] { Q_EMIT changed(news); });
            if (work == m_work) // not cancelled meanwhile
                readChosen(root, share, toRead);
        }
        tell([this] {
            --m_choices;
            settleWhenIdle();
        });
    });
}

// On the write lane. Where the system does not tell when a file is whole, it is when it has not
// been written to for a moment.
void Scanning::readChosen(const QString &root, Share share, FileTable &toRead)
{
    const qint64 recently = (QDateTime::currentMSecsSinceEpoch() - stillTime) * 1'000'000;
    const qsizetype all = toRead.size();
    if (!root.isEmpty() && m_isWatched) {
        toRead.removeIf([&](const FoundFile &file) {
            return file.modified > recently && !m_isWatched(file.path.section(u'/', 0, -2));
        });
    }
    if (toRead.size() < all)
        tell([this, root] { Q_EMIT foundHalfWritten(root); });
    share == Share::All ? m_pool.queue().add(root, toRead)
                        : m_pool.queue().addChanged(root, toRead);
    m_pool.wake();
}

void Scanning::goAway(const QString &folder)
{
    if (folder.isEmpty())
        return;
    write([folder](Library &library) { return library.setAway(folder, true); });
    Q_EMIT wentAway(folder);
}

void Scanning::setWatch(const FolderWalks::Entering &entering,
                        const std::function<bool(const QString &folder)> &isWatched)
{
    m_entering = entering;
    m_isWatched = isWatched;
}

void Scanning::write(const std::function<Result<LibraryChanges>(Library &)> &job)
{
    m_writeLane.start([this, job] {
        const auto changes = job(m_library);
        if (changes.has_value())
            tellChanges(changes.value());
        else
            tell([this, error = changes.error()] { Q_EMIT failed(error); });
    });
}

void Scanning::writeSoon()
{
    if (std::exchange(m_isWriting, true))
        return;
    m_writeLane.start([this] {
        const bool hasWritten = writeSome();
        tell([this, hasWritten] {
            m_isWriting = false;
            if (!hasWritten)
                return settleWhenIdle();
            tellProgress();
            writeSoon();
        });
    });
}

// On the write lane: one batch, so that whatever else is to be written comes between two.
bool Scanning::writeSome()
{
    stepAside();
    const QList<ParsedFile> batch = m_pool.queue().takeParsed();
    if (batch.isEmpty())
        return false;
    const auto changes = m_library.add(batch);
    if (!changes.has_value()) {
        m_words->release(batch);
        tell([this, error = changes.error()] { giveUp(error); });
        return true;
    }
    tellChanges(changes.value());
    m_words->take(batch);
    QList<Error> problems;
    for (const ParsedFile &file : batch) {
        if (file.problem)
            problems.append(*file.problem);
    }
    if (!problems.isEmpty())
        tell([this, problems] { m_problems += problems; });
    m_pool.wake();
    return true;
}

void Scanning::hearOfWords(const Outcome &outcome)
{
    if (outcome)
        return giveUp(*outcome);
    Q_EMIT wordsFound();
    settleWhenIdle();
}

// A full disk is full for the next batch too.
void Scanning::giveUp(const Error &error)
{
    ++m_work;
    m_walks.cancelAll();
    m_pool.queue().forgetAll();
    m_problems.append(error);
    settleWhenIdle();
}

void Scanning::tellProgress()
{
    const ReadingQueue::Counts counts = m_pool.queue().counts();
    if (!m_isAnnounced && counts.total > worthAnnouncing)
        announce({});
    if (m_isAnnounced)
        Q_EMIT progressed(int(counts.done), int(counts.total), counts.msLeft);
}

// Once a second while there is work: for what does not answer.
void Scanning::look()
{
    QStringList roots = m_walks.newlyHung(hangs) + m_pool.replaceHung(hangs);
    roots.removeDuplicates();
    for (const QString &root : std::as_const(roots)) {
        m_problems.append({Error::Kind::Unreadable, root, u"it does not answer"_s});
        goAway(root);
    }
    writeSoon();
}

bool Scanning::isIdle()
{
    return !m_walks.isWalking() && m_choices == 0 && !m_isWriting && m_pool.queue().isIdle();
}

void Scanning::settleWhenIdle()
{
    if (!m_isBusy || !isIdle() || std::exchange(m_isSettling, true))
        return;
    m_writeLane.start([this] {
        if (!m_words->settle())
            return tell([this] { m_isSettling = false; }); // it will be heard of
        if (m_hasLookedThrough.exchange(false)) {
            m_library.rest();
            giveBackMemory();
        }
        tell([this] {
            m_isSettling = false;
            if (isIdle())
                finish();
        });
    });
}

void Scanning::finish()
{
    m_isBusy = false;
    m_tick.stop();
    const QList<Error> problems = std::exchange(m_problems, {});
    if (std::exchange(m_isAnnounced, false))
        Q_EMIT finished(problems);
}

void Scanning::leave(const QString &root)
{
    m_walks.cancel(root);
    m_pool.queue().forget(root);
    settleWhenIdle();
}

void Scanning::pause()
{
    m_pool.queue().setPaused(true);
}

void Scanning::resume()
{
    m_pool.queue().setPaused(false);
    m_pool.wake();
    settleWhenIdle();
}

void Scanning::giveUpAll()
{
    ++m_work;
    m_walks.cancelAll();
    m_pool.queue().forgetAll();
    m_problems.clear();
    m_isAnnounced = false;
}

// What is listed stays, and gets its words.
void Scanning::cancel()
{
    const bool wasAnnounced = m_isAnnounced;
    giveUpAll();
    resume();
    if (wasAnnounced)
        Q_EMIT finished({});
}

void Scanning::stop()
{
    giveUpAll();
    m_isBusy = false;
    m_home->close();
    m_pool.stop();
}
