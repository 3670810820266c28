#include "ui/handover/handover.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 2000; // ms
constexpr int protocol = 1;

class Connection
{
public:
    explicit Connection(const QString &address)
        : m_descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const QByteArray path = QFile::encodeName(address);
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        if (m_descriptor < 0 || std::size_t(path.size()) >= sizeof name.sun_path)
            return;
        std::memcpy(name.sun_path, path.constData(), std::size_t(path.size()));
        // Of a local socket this does not wait for the other side to do anything.
        m_isOpen = ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&name), sizeof name)
            == 0;
    }
    ~Connection()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(Connection)

    bool isOwn() const { return m_isOpen && isOwnPeer(m_descriptor); }

    bool send(const QByteArray &bytes) const
    {
        for (qsizetype sent = 0; sent < bytes.size();) {
            if (!waitsFor(POLLOUT))
                return false;
            const ssize_t now = ::send(m_descriptor, bytes.constData() + sent,
                                       std::size_t(bytes.size() - sent),
                                       MSG_NOSIGNAL | MSG_DONTWAIT);
            if (now <= 0)
                return false;
            sent += now;
        }
        return true;
    }

    // The first line that comes back, or what there is of it.
    QByteArray line() const
    {
        QByteArray line;
        std::array<char, 256> piece;
        while (!line.contains('\n') && line.size() < 4096 && waitsFor(POLLIN)) {
            const ssize_t now = ::recv(m_descriptor, piece.data(), piece.size(), MSG_DONTWAIT);
            if (now <= 0)
                break;
            line.append(piece.data(), now);
        }
        return line;
    }

private:
    bool waitsFor(short event) const
    {
        pollfd wanted{m_descriptor, event, 0};
        return ::poll(&wanted, 1, patience) == 1 && (wanted.revents & event);
    }

    int m_descriptor;
    bool m_isOpen = false;
};

} // namespace

QByteArray HandoverRequest::toBytes() const
{
    const QJsonObject object{{u"broadsheet"_s, protocol},
                             {u"paths"_s, QJsonArray::fromStringList(paths)},
                             {u"newWindow"_s, wantsNewWindow},
                             {u"token"_s, QString::fromLatin1(activationToken)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<HandoverRequest> HandoverRequest::fromBytes(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object["broadsheet"_L1].toInt() != protocol)
        return std::nullopt;
    HandoverRequest request;
    for (const QJsonValue &path : object["paths"_L1].toArray())
        request.paths.append(path.toString());
    request.wantsNewWindow = object["newWindow"_L1].toBool();
    request.activationToken = object["token"_L1].toString().toLatin1();
    return request;
}

QString handoverAddress(const QString &library)
{
    QByteArray folder = qgetenv("XDG_RUNTIME_DIR");
    // Each start of a Flatpak has a runtime folder of its own; in it, all starts share this one.
    const QByteArray flatpak = qgetenv("FLATPAK_ID");
    if (!folder.isEmpty() && !flatpak.isEmpty())
        folder += "/app/" + flatpak;
    struct stat status;
    const bool isPrivate = folder.startsWith('/') && ::stat(folder.constData(), &status) == 0
        && S_ISDIR(status.st_mode) && status.st_uid == ::getuid() && (status.st_mode & 077) == 0;
    if (!isPrivate)
        return {};
    const QByteArray digest = QCryptographicHash::hash(library.toUtf8(),
                                                       QCryptographicHash::Sha256);
    return QFile::decodeName(folder) + u"/broadsheet-"_s
        + QString::fromLatin1(digest.toHex().left(16));
}

bool handOver(const QString &address, const HandoverRequest &request)
{
    if (address.isEmpty())
        return false;
    const Connection connection(address);
    return connection.isOwn() && connection.send(request.toBytes())
        && connection.line() == handoverTaken;
}

bool isOwnPeer(int descriptor)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == ::getuid();
}
