#pragma once
// The bytes of one file and where they came from. A value: reading it from disk is the one place
// in app/ where an article's file is touched, and it only ever reads. Any thread.

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

// An article's file may hold this much and no more; a larger one is refused by name.
inline constexpr qint64 maximumFileSize = 64 * 1024 * 1024; // bytes

struct SourceFile
{
    QString path; // as given by whoever asked; used to find pictures beside the file
    QByteArray bytes;
};

// Tells the system that a file will soon be read, so that the disk is at work meanwhile. Nothing
// comes of it when there is none.
void expectSourceFile(const QString &path);

// Reads the whole of a regular file, or of a link to one. Never blocks on a pipe or a device, and
// never follows what is not a file. Errors: NotFound (also a broken link), Unreadable, NotAFile,
// Empty (no bytes), TooLarge.
Result<SourceFile> readSourceFile(const QString &path);

// The same for a path as the system spells it, which need not be text; `path` is how it is shown.
Result<SourceFile> readSourceFile(const QByteArray &nativePath, const QString &path);
