#include "app/session/folderwalks.h"

#include "app/library/knownfolders.h"
#include "app/library/library.h"
#include "app/session/parserun.h"
#include "app/session/wayhome.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <atomic>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWalks = 16;
constexpr qint64 glimpseAfter = 500; // ms
constexpr qsizetype glimpse = 50;    // files: what fills the list on the screen

qint64 now()
{
    static const QElapsedTimer clock = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return clock.elapsed();
}

bool isMountPoint(const QString &folder)
{
    struct stat inside;
    struct stat above;
    return ::stat(QFile::encodeName(folder).constData(), &inside) == 0
        && ::stat(QFile::encodeName(folder + u"/.."_s).constData(), &above) == 0
        && inside.st_dev != above.st_dev;
}

// The newest of both, first.
void keepNewest(QList<FoundFile> &kept, const QList<FoundFile> &more)
{
    kept += more;
    const auto end = kept.begin() + std::min(glimpse, kept.size());
    std::ranges::partial_sort(kept, end, std::greater(), &FoundFile::modified);
    kept.erase(end, kept.end());
}

} // namespace

struct FolderWalks::Walk
{
    Walk(FolderWalks *walks, const QString &folder, Depth wanted)
        : owner(walks), home(walks), root(folder), depth(wanted), answeredAt(now())
    {
    }

    void cancel()
    {
        isCancelled = true;
        home.close();
    }

    FolderWalks *owner; // asked on its own thread only
    WayHome home;
    QString root;
    Depth depth;
    std::atomic<qint64> answeredAt;
    std::atomic<bool> isCancelled = false;
    bool isHung = false; // the session's thread
};

FolderWalks::FolderWalks(const Library &library, QObject *parent)
    : QObject(parent), m_library(library), m_pool(patientPool(mostWalks))
{
}

FolderWalks::~FolderWalks()
{
    cancelAll();
}

// Tells the newest of what a walk has found until then, once it has taken long.
std::function<void(const QList<FoundFile> &)> FolderWalks::glimpsing(const WalkPointer &walk)
{
    QElapsedTimer timer;
    timer.start();
    return [walk, timer, newest = QList<FoundFile>(),
            hasGlimpsed = false](const QList<FoundFile> &files) mutable {
        if (hasGlimpsed)
            return;
        keepNewest(newest, files);
        if (!timer.hasExpired(glimpseAfter))
            return;
        hasGlimpsed = true;
        walk->home.tell([walk, newest] {
            if (!walk->isCancelled) // since it was told
                Q_EMIT walk->owner->glimpsed(walk->root, newest);
        });
    };
}

WalkedFolder FolderWalks::walkedFolder(const WalkPointer &walk, const Entering &entering,
                                       KnownFolders &known)
{
    WalkedFolder folder{walk->root, walk->depth, {}, {}, 0, true, false};
    WalkCompanion companion;
    companion.cancelled = [walk] {
        walk->answeredAt = now();
        return walk->isCancelled.load();
    };
    companion.entering = [&](const QString &path) {
        walk->answeredAt = now();
        if (entering && !walk->isCancelled)
            entering(path);
    };
    companion.knows = [&](const QString &path, const FileTable &files) {
        const qint64 number = known.settled(path, files);
        if (number != 0)
            folder.settled.insert(number);
        return number != 0;
    };
    companion.left = glimpsing(walk);
    folder.found = filesIn(walk->root, walk->depth, companion);
    folder.catalogue = known.catalogue();
    const QList<Error> &problems = folder.found.problems;
    folder.isThere = std::ranges::none_of(
        problems, [&](const Error &problem) { return problem.subject == walk->root; });
    folder.isEmpty = folder.isThere && folder.found.files.isEmpty() && folder.settled.isEmpty()
        && !isMountPoint(walk->root)
        && QDir(walk->root)
               .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    return folder;
}

void FolderWalks::start(const QString &root, Depth depth, const Entering &entering)
{
    cancel(root);
    // Shared with a thread that may outlive this.
    const auto walk = std::make_shared<Walk>(this, root, depth);
    m_walks.push_back(walk);
    m_pool->start(
        [walk, entering, places = m_library.places(), reader = m_library.readerVersion()] {
            stepAside();
            KnownFolders known(places, reader);
            const WalkedFolder folder = walkedFolder(walk, entering, known);
            walk->home.tell([walk, folder] {
                if (!walk->isCancelled)
                    walk->owner->end(walk, folder);
            });
        });
}

void FolderWalks::startNamed(const QStringList &files)
{
    const auto walk = std::make_shared<Walk>(this, QString(), Depth::ThisFolderOnly); // as above
    m_walks.push_back(walk);
    m_pool->start([walk, files] {
        const WalkedFolder folder{{}, Depth::ThisFolderOnly, filesNamed(files), {}, 0, true, false};
        walk->home.tell([walk, folder] {
            if (!walk->isCancelled)
                walk->owner->end(walk, folder);
        });
    });
}

void FolderWalks::end(const WalkPointer &walk, const WalkedFolder &folder)
{
    std::erase(m_walks, walk);
    Q_EMIT walked(folder);
}

void FolderWalks::cancel(const QString &root)
{
    for (const WalkPointer &walk : m_walks) {
        if (walk->root == root)
            walk->cancel();
    }
    std::erase_if(m_walks, [](const WalkPointer &walk) { return walk->isCancelled.load(); });
}

void FolderWalks::cancelAll()
{
    for (const WalkPointer &walk : std::exchange(m_walks, {}))
        walk->cancel();
}

bool FolderWalks::isWalking(const QString &root) const
{
    return std::ranges::any_of(m_walks, [&](const auto &walk) { return walk->root == root; });
}

bool FolderWalks::isWalking() const
{
    return std::ranges::any_of(m_walks, [](const auto &walk) { return !walk->isHung; });
}

QStringList FolderWalks::newlyHung(qint64 milliseconds)
{
    QStringList roots;
    for (const WalkPointer &walk : m_walks) {
        const bool isHung = now() - walk->answeredAt > milliseconds;
        if (isHung && !walk->isHung)
            roots.append(walk->root);
        walk->isHung = isHung;
    }
    return roots;
}
