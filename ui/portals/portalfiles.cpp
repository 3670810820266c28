#include "ui/portals/portalfiles.h"

#include "ui/portals/portal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusUnixFileDescriptor>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// A portal is given the file itself, so that nothing else can be had by its name. Not valid, and
// errno set, where it cannot be opened so.
QDBusUnixFileDescriptor opened(const QString &path, int how)
{
    QDBusUnixFileDescriptor file;
    const int descriptor = ::open(QFile::encodeName(path).constData(), how | O_CLOEXEC);
    if (descriptor >= 0)
        file.giveFileDescriptor(descriptor);
    return file;
}

QStringList firstOfEachFolder(const QStringList &paths)
{
    QStringList firsts;
    QSet<QString> folders;
    for (const QString &path : paths) {
        const QString folder = QFileInfo(path).absolutePath();
        if (!folders.contains(folder))
            firsts.append(path);
        folders.insert(folder);
    }
    return firsts;
}

} // namespace

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.OpenURI.html
void showByPortal(const QStringList &paths, const QDBusConnection &bus, QObject *context,
                  const std::function<void(const QString &path)> &otherwise)
{
    for (const QString &path : firstOfEachFolder(paths)) {
        const QDBusUnixFileDescriptor file = opened(path, O_PATH);
        if (!file.isValid()) {
            otherwise(path);
            continue;
        }
        const PortalQuestion open{
            u"OpenURI"_s, u"OpenDirectory"_s, {QString(), QVariant::fromValue(file)}, {}};
        askPortal(bus, open, context, [otherwise, path](const PortalAnswer &answer) {
            if (answer.kind != PortalAnswer::Kind::Done
                && answer.kind != PortalAnswer::Kind::Cancelled)
                otherwise(path);
        });
    }
}

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Trash.html
// Whoever may write a file may have it thrown away. A folder cannot be opened for writing: of one,
// the portal looks itself.
Result<QString> toTrashByPortal(const QString &path, const QDBusConnection &bus)
{
    const auto problem = [&path](const QString &detail) {
        return Error{Error::Kind::Unreadable, path, detail};
    };
    const QDBusUnixFileDescriptor file = opened(path, QFileInfo(path).isDir() ? O_PATH : O_RDWR);
    if (!file.isValid())
        return problem(qt_error_string(errno));
    QDBusMessage call = QDBusMessage::createMethodCall(
        u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s,
        u"org.freedesktop.portal.Trash"_s, u"TrashFile"_s);
    call << QVariant::fromValue(file);
    const QDBusReply<uint> answer = bus.call(call);
    if (!answer.isValid())
        return problem(answer.error().message());
    if (answer.value() != 1)
        return problem(u"the desktop did not take it into the trash"_s);
    return QString();
}
