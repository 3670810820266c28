#include "app/library/librarylock.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

LibraryLock::~LibraryLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

Outcome LibraryLock::take(const QString &path)
{
    if (m_file < 0)
        m_file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    int taken = -1;
    while (m_file >= 0 && (taken = ::flock(m_file, LOCK_EX)) != 0 && errno == EINTR) { }
    if (taken == 0)
        return {};
    const auto kind = errno == ENOSPC ? Error::Kind::DiskFull : Error::Kind::Unreadable;
    return Error{kind, path, QString::fromLocal8Bit(std::strerror(errno))};
}

void LibraryLock::letGo()
{
    if (m_file >= 0)
        ::flock(m_file, LOCK_UN);
}
