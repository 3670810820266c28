#pragma once
// What has happened in watched folders, as it matters to the library: looked up on the disk after
// the system has told of it, because what was written may be gone again by then.

#include "app/library/folderfiles.h"
#include "app/library/folderwatch.h"

#include <QMutex>

#include <memory>

struct Happenings
{
    QList<std::pair<QString, QString>> moved; // in their order; before anything else
    QStringList gone;
    QList<FoundFile> files;  // written, moved here, or in folders that are new
    QStringList lost;        // watched folders that can no longer be heard of
    bool overflowed = false; // anything may have happened
};

// The watch, for those who walk and those who listen: any thread.
class WatchedFolders final
{
public:
    // Whether the system tells of a folder: see FolderWatch. May take for ever.
    using IsTold = std::function<bool(const QString &folder)>;

    explicit WatchedFolders(const IsTold &isTold = &FolderWatch::isTold) : m_isTold(isTold) { }

    int descriptor() const { return m_watch.descriptor(); }
    // Before it is listed, so that nothing falls between.
    void enter(const QString &folder);
    void leave(const QString &root, const std::function<bool(const QString &)> &isKept);
    bool isWatched(const QString &folder) const;

    struct Counts
    {
        qsizetype watched = 0;
        qsizetype unwatched = 0;
        bool isFull = false;
    };
    Counts counts() const;
    // Whether there are folders in it of which the system does not tell.
    bool hasUnwatched(const QString &root) const;

    FolderNews read();

private:
    IsTold m_isTold;
    mutable QMutex m_mutex;
    FolderWatch m_watch;
    QHash<QString, FolderWatch::Answer> m_unwatched;
};

// With threads that may outlive its owner, where a disk does not answer.
using WatchedFoldersPointer = std::shared_ptr<WatchedFolders>;

// Looks up what has become of what was heard of. `isDeep` tells whether folders in a folder belong
// to the library: new ones are watched, and then looked through.
Happenings lookedUp(const FolderNews &news, WatchedFolders &watched,
                    const std::function<bool(const QString &folder)> &isDeep);
