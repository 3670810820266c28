#include "app/library/folderwatch.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <array>
#include <cerrno>
#include <climits>
#include <cstring>

#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// No IN_MODIFY: a file is news when it is whole, and a download would be news all the time.
constexpr quint32 asked = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE
    | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

// File systems whose files others change without this system hearing of it; statfs(2), magic.h.
const QSet<quint32> distant{
    0x6969,     // NFS
    0xFF534D42, // CIFS
    0xFE534D42, // SMB 2
    0x517B,     // SMB
    0x65735546, // FUSE: sshfs, gvfs, cloud drives
    0x01021997, // 9p: shared with a virtual machine
    0x00C36400, // Ceph
    0x5346414F, // AFS
    0x73757245, // Coda
    0x564C,     // NCP
};

// A link to a file elsewhere, by either kind of link: nobody will write and close it here.
bool isLink(const QString &path)
{
    struct stat status;
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0
        && (S_ISLNK(status.st_mode) || (S_ISREG(status.st_mode) && status.st_nlink > 1));
}

bool isBelow(const QString &path, const QString &folder)
{
    return path.size() > folder.size() && path.startsWith(folder) && path[folder.size()] == u'/';
}

} // namespace

bool FolderNews::isEmpty() const
{
    return written.isEmpty() && gone.isEmpty() && moved.isEmpty() && folders.isEmpty()
        && lost.isEmpty() && !overflowed;
}

struct FolderWatch::Event
{
    int watch = 0;
    quint32 mask = 0;
    quint32 cookie = 0;
    QString name;

    bool isFolder() const { return mask & IN_ISDIR; }
};

qsizetype FolderWatch::fairShare()
{
    QFile limit(u"/proc/sys/fs/inotify/max_user_watches"_s);
    const qsizetype all = limit.open(QIODevice::ReadOnly) ? limit.readAll().trimmed().toLongLong()
                                                          : 8192; // as of old
    return all / 2;
}

bool FolderWatch::isTold(const QString &folder)
{
    struct statfs status;
    return ::statfs(QFile::encodeName(folder).constData(), &status) != 0
        || !distant.contains(quint32(status.f_type));
}

FolderWatch::FolderWatch(qsizetype atMost)
    : m_atMost(atMost), m_descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
}

FolderWatch::~FolderWatch()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

FolderWatch::Answer FolderWatch::watch(const QString &folder)
{
    if (m_watches.contains(folder))
        return Answer::Watched;
    if (m_descriptor < 0 || m_folders.size() >= m_atMost)
        return Answer::Full;
    const int watch = ::inotify_add_watch(m_descriptor, QFile::encodeName(folder).constData(),
                                          asked);
    if (watch < 0)
        return errno == ENOSPC || errno == ENOMEM ? Answer::Full : Answer::Failed;
    if (m_folders.contains(watch)) // by another name, which a link leads to
        return Answer::Watched;
    m_folders.insert(watch, folder);
    m_watches.insert(folder, watch);
    return Answer::Watched;
}

void FolderWatch::leave(const QString &folder, const std::function<bool(const QString &)> &isKept)
{
    QList<int> left;
    for (auto at = m_folders.cbegin(); at != m_folders.cend(); ++at) {
        if ((at.value() == folder || isBelow(at.value(), folder))
            && !(isKept && isKept(at.value())))
            left.append(at.key());
    }
    for (const int watch : std::as_const(left)) {
        ::inotify_rm_watch(m_descriptor, watch); // IN_IGNORED follows, for a number no longer known
        forget(watch);
    }
}

void FolderWatch::forget(int watch)
{
    m_watches.remove(m_folders.take(watch));
}

FolderNews FolderWatch::read()
{
    FolderNews news;
    alignas(inotify_event) std::array<char, 64 * (sizeof(inotify_event) + NAME_MAX + 1)> buffer;
    while (m_descriptor >= 0) {
        const ssize_t size = ::read(m_descriptor, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            break;
        // inotify(7): events lie one after another, each with `len` bytes of name behind it.
        for (ssize_t at = 0; at < size;) {
            inotify_event event;
            std::memcpy(&event, buffer.data() + at, sizeof(event));
            const char *const name = buffer.data() + at + sizeof(event);
            hear({event.wd, event.mask, event.cookie,
                  event.len > 0 ? QFile::decodeName(name) : QString()},
                 news);
            at += ssize_t(sizeof(event) + event.len);
        }
    }
    // The system tells both halves of a move together: whose second half is missing has left.
    for (const Departure &departure : std::exchange(m_departed, {}))
        depart(departure.path, departure.isFolder, news);
    return news;
}

void FolderWatch::hear(const Event &event, FolderNews &news)
{
    if (event.mask & IN_Q_OVERFLOW) {
        news.overflowed = true;
        return;
    }
    const auto known = m_folders.constFind(event.watch);
    if (known == m_folders.cend())
        return;
    const QString folder = known.value();
    if (event.name.isEmpty())
        return hearOfSelf(event, folder, news);
    const bool isHidden = event.name.startsWith(u'.');
    const QString path = folder + u'/' + event.name;

    if (event.mask & IN_MOVED_FROM && !isHidden)
        m_departed.insert(event.cookie, {path, event.isFolder()});
    else if (event.mask & IN_MOVED_TO && isHidden && m_departed.contains(event.cookie))
        depart(m_departed.take(event.cookie).path, event.isFolder(), news);
    else if (isHidden)
        return;
    else if (event.mask & IN_DELETE)
        depart(path, event.isFolder(), news);
    else if (event.mask & IN_MOVED_TO)
        arrive(event, path, news);
    else if (event.isFolder())
        news.folders.append(path);
    else if (event.mask & IN_CLOSE_WRITE || isLink(path))
        news.written.append(path);
}

// What happens to a folder is told by the one above, where that is watched.
void FolderWatch::hearOfSelf(const Event &event, const QString &folder, FolderNews &news)
{
    const bool isTop = !m_watches.contains(folder.section(u'/', 0, -2));
    if (event.mask & IN_UNMOUNT || (isTop && event.mask & (IN_DELETE_SELF | IN_MOVE_SELF))) {
        if (!news.lost.contains(folder))
            news.lost.append(folder);
        if (event.mask & IN_MOVE_SELF) // whatever happens in it now has names unknown here
            leave(folder);
    }
    if (event.mask & IN_IGNORED)
        forget(event.watch);
}

void FolderWatch::arrive(const Event &event, const QString &path, FolderNews &news)
{
    const auto departed = m_departed.constFind(event.cookie);
    if (departed != m_departed.cend()) {
        news.moved.append({departed->path, path});
        if (event.isFolder())
            rename(departed->path, path);
        m_departed.erase(departed);
    } else if (event.isFolder()) {
        news.folders.append(path);
    } else {
        news.written.append(path);
    }
}

void FolderWatch::depart(const QString &path, bool isFolder, FolderNews &news)
{
    news.gone.append(path);
    if (isFolder)
        leave(path);
}

void FolderWatch::rename(const QString &from, const QString &to)
{
    for (auto at = m_folders.begin(); at != m_folders.end(); ++at) {
        if (at.value() != from && !isBelow(at.value(), from))
            continue;
        m_watches.remove(at.value());
        at.value().replace(0, from.size(), to);
        m_watches.insert(at.value(), at.key());
    }
}
