#pragma once
// Which files of a folder may be articles. Looks at names and kinds, opens nothing but what is too
// large to be read on suspicion, and changes nothing. Pure functions of the disk; any thread.

#include "app/base/result.h"

#include <QList>
#include <QString>

#include <functional>

// Whether a folder's folders belong to it.
enum class Depth {
    ThisFolderOnly, // a double-clicked file's neighbours
    Recursive,      // a folder that the reader chose
};

struct FoundFile
{
    QString path;
    qint64 size = 0;     // bytes
    qint64 modified = 0; // nanoseconds since 1970, UTC

    bool operator==(const FoundFile &other) const = default;
};

struct FolderFiles
{
    QList<FoundFile> files; // last written first
    QList<Error> problems;  // folders that could not be read
};

// Passed over: hidden files and folders, a saved page's companion folder ("Story_files" beside
// "Story.html"), pictures and other files whose names say that they are no text, large binaries,
// pipes, sockets and devices, links that lead nowhere or back into a folder already seen.
FolderFiles filesIn(const QString &folder, Depth depth, const std::function<bool()> &cancelled);

// The same for exactly these files; the ones that cannot be opened are problems.
FolderFiles filesNamed(const QStringList &paths);

// Whether a reader would expect an article behind this name: ".txt", ".html", ".md" …
bool isNamedLikeAnArticle(const QString &path);
