#include "ui/mainwindow/desktoprecents.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QStandardPaths>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>

#include <glib.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 longestList = 4'000'000; // bytes

struct FreeBookmarks
{
    void operator()(GBookmarkFile *file) const { g_bookmark_file_free(file); }
};

} // namespace

bool addToRecents(const QString &path, const QString &list)
{
    const std::unique_ptr<GBookmarkFile, FreeBookmarks> bookmarks(g_bookmark_file_new());
    const QByteArray file = QFile::encodeName(list);
    const QFileInfo info(list);
    const bool isReadable = info.size() <= longestList
        && g_bookmark_file_load_from_file(bookmarks.get(), file.constData(), nullptr);
    if (info.exists() && info.size() > 0 && !isReadable)
        return false;
    const QByteArray uri = QUrl::fromLocalFile(path).toEncoded();
    const QByteArray type = QMimeDatabase()
                                .mimeTypeForFile(path, QMimeDatabase::MatchExtension)
                                .name()
                                .toLatin1();
    g_bookmark_file_set_mime_type(bookmarks.get(), uri.constData(), type.constData());
    g_bookmark_file_add_application(bookmarks.get(), uri.constData(), "broadsheet",
                                    "broadsheet %f");
    if (!g_bookmark_file_to_file(bookmarks.get(), file.constData(), nullptr))
        return false;
    return QFile::setPermissions(list, QFile::ReadOwner | QFile::WriteOwner);
}

void tellDesktopLater(const QString &path, QObject *context)
{
    QTimer::singleShot(3s, context, [path] {
        addToRecents(path,
                     QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                         + u"/recently-used.xbel"_s);
    });
}
