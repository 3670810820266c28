#include "ui/mainwindow/filemanager.h"

#include "ui/portals/portal.h"
#include "ui/portals/portalfiles.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

void openFolderOf(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

} // namespace

// https://www.freedesktop.org/wiki/Specifications/file-manager-interface/
void showInFileManager(const QStringList &paths, const QDBusConnection &bus, QObject *context)
{
    if (paths.isEmpty())
        return;
    if (!bus.isConnected())
        return openFolderOf(paths.first());
    if (isInSandbox())
        return showByPortal(paths, bus, context, openFolderOf);
    QStringList uris;
    for (const QString &path : paths)
        uris.append(QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()));
    QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.freedesktop.FileManager1"_s, u"/org/freedesktop/FileManager1"_s,
        u"org.freedesktop.FileManager1"_s, u"ShowItems"_s);
    question << uris << QString();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [watcher, path = paths.first()] {
                         watcher->deleteLater();
                         if (QDBusPendingReply<>(*watcher).isError())
                             openFolderOf(path);
                     });
}
