#include "app/session/folderkeeping.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr auto gatherTime = 100ms;
constexpr auto lookTime = 20s;
constexpr qint64 shareOfLooking = 20; // and that many times as long as the look itself takes
constexpr auto halfWrittenTime = 3s;
constexpr int listeners = 4; // more than one, because a disk may not answer

bool isIn(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + u'/') || folder == u'/';
}

} // namespace

FolderKeeping::FolderKeeping(Scanning &scanning, QObject *parent)
    : QObject(parent)
    , m_scanning(scanning)
    , m_watched(std::make_shared<WatchedFolders>()) // see its type
    , m_home(std::make_shared<WayHome>(this))       // see its type
    , m_pool(patientPool(listeners))
{
    m_scanning.setWatch(
        [watched = m_watched](const QString &folder) { watched->enter(folder); },
        [watched = m_watched](const QString &folder) { return watched->isWatched(folder); });
    connect(&m_scanning, &Scanning::walked, this, &FolderKeeping::hearWalked);
    connect(&m_scanning, &Scanning::wentAway, this, [this](const QString &root) {
        if (m_roots.contains(root))
            m_roots[root].isAway = true;
    });
    connect(&m_scanning, &Scanning::foundHalfWritten, this, [this](const QString &root) {
        QTimer::singleShot(halfWrittenTime, this, [this, root] { lookAt(root); });
    });
    if (m_watched->descriptor() >= 0) {
        m_notifier = std::make_unique<QSocketNotifier>(m_watched->descriptor(),
                                                       QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
            m_notifier->setEnabled(false);
            m_gather.start(gatherTime);
        });
    }
    m_gather.setSingleShot(true);
    connect(&m_gather, &QTimer::timeout, this, &FolderKeeping::collect);
    connect(&m_look, &QTimer::timeout, this, &FolderKeeping::lookFromTimeToTime);
    m_look.start(lookTime);
}

FolderKeeping::~FolderKeeping()
{
    stop();
}

void FolderKeeping::stop()
{
    m_home->close();
    m_notifier.reset();
    m_gather.stop();
    m_look.stop();
}

void FolderKeeping::keep(const QString &root, Depth depth, Scanning::Announce announce)
{
    Root &kept = m_roots[root];
    kept.depth = depth;
    kept.looking.start();
    m_scanning.scan(root, depth, announce);
}

void FolderKeeping::leave(const QString &root)
{
    m_roots.remove(root);
    m_scanning.leave(root);
    m_watched->leave(root, [this](const QString &folder) { return !rootOf(folder).isEmpty(); });
    tellLimit();
}

// The innermost: folders of the reader may lie in one another.
QString FolderKeeping::rootOf(const QString &path) const
{
    QString root;
    for (auto at = m_roots.keyBegin(); at != m_roots.keyEnd(); ++at) {
        if (isIn(path, *at) && at->size() > root.size())
            root = *at;
    }
    return root;
}

// While a folder is looked through, what happens in it waits, or an old look would undo it.
bool FolderKeeping::mustWait() const
{
    return std::any_of(m_roots.keyBegin(), m_roots.keyEnd(), [this](const QString &root) {
        return m_scanning.isWalking(root) && m_watched->isWatched(root);
    });
}

void FolderKeeping::collect()
{
    if (mustWait())
        return m_gather.start(gatherTime);
    QStringList shallow;
    for (auto at = m_roots.cbegin(); at != m_roots.cend(); ++at) {
        if (at->depth == Depth::ThisFolderOnly)
            shallow.append(at.key());
    }
    m_pool->start([this, watched = m_watched, home = m_home, shallow] {
        const auto isDeep = [&](const QString &folder) {
            return !shallow.contains(folder.section(u'/', 0, -2));
        };
        const Happenings happenings = lookedUp(watched->read(), *watched, isDeep);
        home->tell([this, happenings] { take(happenings); });
    });
}

void FolderKeeping::take(const Happenings &happenings)
{
    m_notifier->setEnabled(true);
    for (const auto &[from, to] : happenings.moved)
        m_scanning.write([from, to](Library &library) { return library.moved(from, to); });
    if (!happenings.gone.isEmpty())
        m_scanning.write(
            [gone = happenings.gone](Library &library) { return library.forget(gone); });
    QHash<QString, QList<FoundFile>> files;
    for (const FoundFile &file : happenings.files)
        files[rootOf(file.path)].append(file);
    files.remove(QString()); // of a folder that has been left
    for (auto at = files.cbegin(); at != files.cend(); ++at)
        m_scanning.lookAgain(at.key(), at.value());
    for (const QString &lost : happenings.lost) {
        if (!rootOf(lost).isEmpty())
            m_scanning.goAway(lost);
    }
    if (happenings.overflowed) {
        const QStringList roots = m_roots.keys();
        for (const QString &root : roots)
            lookAt(root);
    }
}

void FolderKeeping::lookAt(const QString &root)
{
    if (m_roots.contains(root) && !m_scanning.isWalking(root))
        keep(root, m_roots.value(root).depth, Scanning::Announce::No);
}

void FolderKeeping::hearWalked(const WalkedFolder &folder)
{
    const auto root = m_roots.find(folder.root);
    if (root == m_roots.end())
        return;
    root->isAway = folder.isEmpty || !folder.isThere;
    root->took = root->looking.elapsed();
    tellLimit();
}

void FolderKeeping::tellLimit()
{
    const WatchedFolders::Counts counts = m_watched->counts();
    if (std::exchange(m_toldUnwatched, counts.unwatched) != counts.unwatched)
        Q_EMIT limited(int(counts.watched), int(counts.unwatched), counts.isFull);
}

void FolderKeeping::lookFromTimeToTime()
{
    if (m_scanning.isScanning()) // there is enough to do
        return;
    const QStringList roots = m_roots.keys();
    for (const QString &path : roots) {
        const Root &root = m_roots[path];
        const bool isDue = root.looking.hasExpired(
            std::max(qint64(betweenLooks), shareOfLooking * root.took));
        if (isDue && (root.isAway || m_watched->hasUnwatched(path)))
            lookAt(path);
    }
}
