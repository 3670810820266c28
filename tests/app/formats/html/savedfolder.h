#pragma once
// A page in a folder of its own, with pictures beside it, for tests that write both.

#include "tests/app/formats/html/readpage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

class SavedFolder final
{
public:
    // A GIF of that size, as far as its first bytes tell, under "page_files/".
    QString picture(const QString &name, int width = 600, int height = 400) const
    {
        QByteArray bytes("GIF89a");
        for (const int side : {width, height}) {
            bytes += char(side & 0xFF);
            bytes += char(side >> 8);
        }
        QDir(m_folder.path()).mkpath(QStringLiteral("page_files"));
        QFile file(m_folder.filePath(QStringLiteral("page_files/") + name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes + "picture") < 0)
            qFatal("cannot write into the test's own folder");
        return file.fileName();
    }

    Article read(const QString &source) const
    {
        const Result<QList<Article>> read = formats::html.read(
            {m_folder.filePath(QStringLiteral("page.html")), source.toUtf8()});
        return read.has_value() ? read.value().first() : Article();
    }

private:
    QTemporaryDir m_folder;
};
