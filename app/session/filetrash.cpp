#include "app/session/filetrash.h"

#include "app/library/folderfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

// "…/Trash/files/story.txt" has its description in "…/Trash/info/story.txt.trashinfo":
// https://specifications.freedesktop.org/trash-spec/
QString descriptionOf(const QString &pathInTrash)
{
    const QFileInfo file(pathInTrash);
    return QDir::cleanPath(file.path() + u"/../info/"_s + file.fileName() + u".trashinfo"_s);
}

// What the system said of it is no sentence: "cannot be read" is not what happened.
Error stayed(const Error &error)
{
    return {Error::Kind::Failed, error.subject,
            u"“%1” stays where it is and was not moved to the trash (%2)"_s.arg(
                QFileInfo(error.subject).fileName(), error.detail)};
}

// Once the page is gone: what nobody else's pictures are in.
QList<TrashedFile> orphansOf(const QString &page, const TrashWay &way, QList<Error> &problems)
{
    QList<TrashedFile> orphans;
    for (const QString &folder : companionFoldersOf(page)) {
        if (!isWalkedInto(folder))
            continue;
        if (const Result<QString> there = way(folder); there.has_value())
            orphans.append({folder, there.value(), {}});
        else
            problems.append(stayed(there.error()));
    }
    return orphans;
}

// Whether it is there again.
bool putBack(const TrashedFile &trashed)
{
    QDir().mkpath(QFileInfo(trashed.path).path());
    // A folder would be renamed into one that has come in its place.
    if (QFileInfo::exists(trashed.path) || !QDir().rename(trashed.pathInTrash, trashed.path))
        return false;
    QFile::remove(descriptionOf(trashed.pathInTrash));
    return true;
}

} // namespace

Result<QString> toOwnTrash(const QString &path)
{
    QFile file(path);
    if (!file.moveToTrash())
        return Error{Error::Kind::Unreadable, path, file.errorString()};
    return file.fileName();
}

Trashed movedToTrash(const QStringList &paths, const TrashWay &way)
{
    Trashed trashed;
    for (const QString &path : paths) {
        const Result<QString> there = way(path);
        if (there.has_value())
            trashed.files.append({path, there.value(), orphansOf(path, way, trashed.problems)});
        else if (!QFile::exists(path))
            trashed.problems.append(Error{Error::Kind::NotFound, path, {}});
        else
            trashed.problems.append(stayed(there.error()));
    }
    return trashed;
}

QList<Error> restoredFromTrash(const QList<TrashedFile> &files)
{
    QList<Error> problems;
    for (const TrashedFile &trashed : files) {
        for (const TrashedFile &companion : trashed.companions)
            putBack(companion); // without its pictures a page is still a page
        if (putBack(trashed))
            continue;
        const bool isThere = QFile::exists(trashed.pathInTrash);
        problems.append(
            Error{isThere ? Error::Kind::Unreadable : Error::Kind::NotFound, trashed.path, {}});
    }
    return problems;
}
