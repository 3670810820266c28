#include "app/library/folderwatch.h"

// Where the system is not asked yet: nobody tells of any folder, as of a network's on Linux, and
// the session looks into each from time to time.

bool FolderNews::isEmpty() const
{
    return written.isEmpty() && gone.isEmpty() && moved.isEmpty() && folders.isEmpty()
        && lost.isEmpty() && !overflowed;
}

qsizetype FolderWatch::fairShare()
{
    return 0;
}

FolderWatch::FolderWatch(qsizetype atMost) : m_atMost(atMost) { }

FolderWatch::~FolderWatch() = default;

bool FolderWatch::isTold(const QString &)
{
    return false;
}

FolderWatch::Answer FolderWatch::watch(const QString &)
{
    return Answer::Untold;
}

void FolderWatch::leave(const QString &, const std::function<bool(const QString &)> &) { }

FolderNews FolderWatch::read()
{
    return {};
}
