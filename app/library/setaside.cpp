#include "app/library/setaside.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

const QString mark = u".damaged-"_s;

void removeEarlier(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfoList earlier = QDir(file.path())
                                      .entryInfoList({file.fileName() + mark + u'*'},
                                                     QDir::Files | QDir::Dirs
                                                         | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : earlier) {
        if (entry.isDir())
            QDir(entry.filePath()).removeRecursively();
        else
            QFile::remove(entry.filePath());
    }
}

} // namespace

QString setAside(const QString &path, Earlier earlier)
{
    if (earlier == Earlier::Remove)
        removeEarlier(path);
    const QString aside = path + mark
        + QDateTime::currentDateTime().toString(u"yyyy-MM-dd-HHmmss.zzz"_s);
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s}) {
        if (QFileInfo::exists(path + ending))
            std::rename(QFile::encodeName(path + ending).constData(),
                        QFile::encodeName(aside + ending).constData());
    }
    return aside;
}
