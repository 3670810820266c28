#include "app/session/filetrash.h"

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

} // namespace

Trashed movedToTrash(const QStringList &paths)
{
    Trashed trashed;
    for (const QString &path : paths) {
        QFile file(path);
        if (file.moveToTrash())
            trashed.files.append({path, file.fileName()});
        else if (!QFile::exists(path))
            trashed.problems.append(Error{Error::Kind::NotFound, path, {}});
        else
            trashed.problems.append(Error{Error::Kind::Unreadable, path, file.errorString()});
    }
    return trashed;
}

QList<Error> restoredFromTrash(const QList<TrashedFile> &files)
{
    QList<Error> problems;
    for (const TrashedFile &trashed : files) {
        QFile file(trashed.pathInTrash);
        QDir().mkpath(QFileInfo(trashed.path).path());
        if (file.rename(trashed.path))
            QFile::remove(descriptionOf(trashed.pathInTrash));
        else if (!QFile::exists(trashed.pathInTrash))
            problems.append(Error{Error::Kind::NotFound, trashed.path, {}});
        else
            problems.append(Error{Error::Kind::Unreadable, trashed.path, file.errorString()});
    }
    return problems;
}
