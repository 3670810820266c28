#include "app/base/sourcefile.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
constexpr int opening = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;

// Owns a file descriptor.
class Descriptor
{
public:
    explicit Descriptor(int value) : m_value(value) { }
    ~Descriptor()
    {
        if (m_value >= 0)
            ::close(m_value);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)

    int value() const { return m_value; }

private:
    int m_value;
};

Error systemError(const QString &path)
{
    const int number = errno;
    const bool absent = number == ENOENT || number == ENOTDIR || number == ELOOP;
    return {absent ? Error::Kind::NotFound : Error::Kind::Unreadable, path,
            QString::fromLocal8Bit(std::strerror(number))};
}

} // namespace

void expectSourceFile(const QString &path)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), opening));
    if (file.value() >= 0)
        ::posix_fadvise(file.value(), 0, 0, POSIX_FADV_WILLNEED);
}

Result<SourceFile> readSourceFile(const QString &path)
{
    return readSourceFile(QFile::encodeName(path), path);
}

Result<SourceFile> readSourceFile(const QByteArray &nativePath, const QString &path)
{
    const Descriptor file(::open(nativePath.constData(), opening));
    if (file.value() < 0)
        return errno == ENXIO ? Error{Error::Kind::NotAFile, path, {}} : systemError(path);

    struct stat status;
    if (::fstat(file.value(), &status) != 0)
        return systemError(path);
    if (!S_ISREG(status.st_mode))
        return Error{Error::Kind::NotAFile, path, {}};
    if (status.st_size > maximumFileSize)
        return Error{Error::Kind::TooLarge, path, {}};

    // The size is a hint: a file may grow while it is read, and some report 0 (as /proc does).
    QByteArray bytes(qMax<qint64>(status.st_size + 1, 4096), Qt::Uninitialized);
    qsizetype filled = 0;
    while (true) {
        const ssize_t count = ::read(file.value(), bytes.data() + filled, bytes.size() - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError(path);
        if (count == 0)
            break;
        filled += count;
        if (filled > maximumFileSize)
            return Error{Error::Kind::TooLarge, path, {}};
        if (filled == bytes.size())
            bytes.resize(bytes.size() * 2);
    }
    if (filled == 0)
        return Error{Error::Kind::Empty, path, {}};
    bytes.truncate(filled);
    return SourceFile{path, bytes};
}
