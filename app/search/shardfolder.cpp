#include "app/search/shardfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// Of a folder that is not locked yet, which takes a moment. One that is older was left by a crash.
const QString unlockedPrefix = u"unlocked-"_s;
constexpr qint64 longestUnlocked = 60; // seconds

// The descriptor that holds the lock; -1 when somebody else has it.
int lockedFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0 && ::flock(folder, LOCK_EX | LOCK_NB) != 0) {
        ::close(folder);
        return -1;
    }
    return folder;
}

bool synced(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool isDone = ::fsync(file) == 0 || errno == EINVAL; // a file system without it
    ::close(file);
    return isDone;
}

} // namespace

ShardFolder::ShardFolder(const QString &indexDirectory, const QString &name)
    : m_name(name), m_path(indexDirectory + u'/' + name)
{
}

// It comes by its name when it is locked: before that it would be a leftover like any other.
Result<std::unique_ptr<ShardFolder>> ShardFolder::made(const QString &indexDirectory)
{
    const QString name = u"%1"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QChar(u'0'));
    const QString unlocked = indexDirectory + u'/' + unlockedPrefix + name;
    std::unique_ptr<ShardFolder> folder(new ShardFolder(indexDirectory, name));
    const QByteArray from = QFile::encodeName(unlocked);
    bool isMade = ::mkdir(from.constData(), 0700) == 0;
    if (isMade) {
        folder->m_lock = lockedFolder(unlocked);
        isMade = ::rename(from.constData(), QFile::encodeName(folder->m_path).constData()) == 0;
    }
    if (isMade)
        return {std::move(folder)};
    const auto kind = errno == ENOSPC ? Error::Kind::DiskFull : Error::Kind::Unreadable;
    folder->m_isKept = true; // whatever stands there is not ours
    ::rmdir(from.constData());
    return Error{kind, folder->m_path, u"the folder of a shard cannot be made"_s};
}

ShardFolder::~ShardFolder()
{
    if (!m_isKept)
        QDir(m_path).removeRecursively();
    if (m_lock >= 0)
        ::close(m_lock);
}

Outcome ShardFolder::sync() const
{
    const QDir folder(m_path);
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden);
    bool isDone = synced(m_path) && synced(QFileInfo(m_path).path());
    for (const QString &name : names)
        isDone = synced(folder.filePath(name)) && isDone;
    if (isDone)
        return {};
    return Error{errno == ENOSPC ? Error::Kind::DiskFull : Error::Kind::Unreadable, m_path,
                 u"what was written does not reach the disk"_s};
}

void removeLeftovers(const QString &indexDirectory, const QStringList &names)
{
    const QDir index(indexDirectory);
    const auto folders = index.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden);
    for (const QString &name : folders) {
        if (names.contains(name))
            continue;
        const QString path = index.filePath(name);
        if (name.startsWith(unlockedPrefix)
            && QFileInfo(path).lastModified().secsTo(QDateTime::currentDateTime())
                < longestUnlocked)
            continue;
        if (const int lock = lockedFolder(path); lock >= 0) {
            QDir(path).removeRecursively();
            ::close(lock);
        }
    }
}
