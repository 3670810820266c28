#include "app/session/happenings.h"

#include <QFileInfo>
#include <QSet>

namespace {

bool isIn(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

// What was moved twice was moved once: from the first place to the last.
QList<std::pair<QString, QString>> joined(const QList<std::pair<QString, QString>> &moves)
{
    QList<std::pair<QString, QString>> result;
    for (const auto &move : moves) {
        const auto earlier = std::ranges::find(result, move.first,
                                               &std::pair<QString, QString>::second);
        if (earlier != result.end())
            earlier->second = move.second;
        else
            result.append(move);
    }
    return result;
}

class LookUp final
{
public:
    LookUp(WatchedFolders &watched, const std::function<bool(const QString &)> &isDeep)
        : m_watched(watched), m_isDeep(isDeep)
    {
    }

    Happenings happenings;

    void move(const QString &from, const QString &to)
    {
        const QFileInfo now(to);
        const bool isListed = now.isDir() ? isWalkedInto(to) : fileAt(to).has_value();
        // An editor that writes its copy beside the file moves the old one away first: who stands
        // at the old name now is the file.
        if (!isListed || QFileInfo::exists(from))
            return look(from), look(to);
        happenings.moved.append({from, to});
        look(to);
    }

    void look(const QString &path)
    {
        if (m_seen.contains(path))
            return;
        m_seen.insert(path);
        if (const auto file = fileAt(path)) {
            happenings.files.append(*file);
            leaveCompanions(path);
        } else if (isWalkedInto(path)) {
            explore(path);
        } else {
            happenings.gone.append(path); // or hidden, or a picture: no article, in any case
        }
    }

private:
    void explore(const QString &folder)
    {
        if (!m_isDeep(folder))
            return;
        const WalkCompanion companion{
            {}, [this](const QString &entered) { m_watched.enter(entered); }, {}, {}};
        happenings.files += filesIn(folder, Depth::Recursive, companion).files.list();
    }

    // The pictures of a page come before it: their folder was no companion's when it was made.
    void leaveCompanions(const QString &page)
    {
        for (const QString &folder : companionFoldersOf(page)) {
            if (!QFileInfo(folder).isDir())
                continue;
            m_watched.leave(folder, {});
            happenings.gone.append(folder);
            happenings.files.removeIf(
                [&](const FoundFile &file) { return isIn(file.path, folder); });
        }
    }

    WatchedFolders &m_watched;
    const std::function<bool(const QString &)> &m_isDeep;
    QSet<QString> m_seen;
};

} // namespace

void WatchedFolders::enter(const QString &folder)
{
    // A disk that does not answer holds up whoever asks it, and nobody who waits for the lock.
    const bool isTold = m_isTold(folder);
    const QMutexLocker locked(&m_mutex);
    const auto answer = isTold ? m_watch.watch(folder) : FolderWatch::Answer::Untold;
    if (answer == FolderWatch::Answer::Full || answer == FolderWatch::Answer::Untold)
        m_unwatched.insert(folder, answer);
    else
        m_unwatched.remove(folder);
}

void WatchedFolders::leave(const QString &root, const std::function<bool(const QString &)> &isKept)
{
    const QMutexLocker locked(&m_mutex);
    m_watch.leave(root, isKept);
    m_unwatched.removeIf(
        [&](const auto &one) { return isIn(one.key(), root) && !(isKept && isKept(one.key())); });
}

bool WatchedFolders::isWatched(const QString &folder) const
{
    const QMutexLocker locked(&m_mutex);
    return m_watch.isWatched(folder);
}

WatchedFolders::Counts WatchedFolders::counts() const
{
    const QMutexLocker locked(&m_mutex);
    return {m_watch.count(), m_unwatched.size(), std::ranges::any_of(m_unwatched, [](auto answer) {
                return answer == FolderWatch::Answer::Full;
            })};
}

bool WatchedFolders::hasUnwatched(const QString &root) const
{
    const QMutexLocker locked(&m_mutex);
    return std::any_of(m_unwatched.keyBegin(), m_unwatched.keyEnd(),
                       [&](const QString &folder) { return isIn(folder, root); });
}

FolderNews WatchedFolders::read()
{
    const QMutexLocker locked(&m_mutex);
    return m_watch.read();
}

Happenings lookedUp(const FolderNews &news, WatchedFolders &watched,
                    const std::function<bool(const QString &folder)> &isDeep)
{
    LookUp lookUp(watched, isDeep);
    lookUp.happenings.overflowed = news.overflowed;
    lookUp.happenings.lost = news.lost;
    for (const auto &[from, to] : joined(news.moved))
        lookUp.move(from, to);
    for (const QStringList &paths : {news.folders, news.written, news.gone}) {
        for (const QString &path : paths)
            lookUp.look(path);
    }
    return lookUp.happenings;
}
