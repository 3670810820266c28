#pragma once
// Which files of a folder may be articles. Looks at names and kinds, opens nothing but what is too
// large to be read on suspicion, and changes nothing. Pure functions of the disk; any thread.

#include "app/base/result.h"
#include "app/library/filetable.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

// Whether a folder's folders belong to it.
enum class Depth {
    ThisFolderOnly, // a double-clicked file's neighbours
    Recursive,      // a folder that the reader chose
};

struct FolderFiles
{
    FileTable files;       // last written first
    QList<Error> problems; // folders that could not be read
};

// Whoever goes along while a folder is looked through; any of these may be absent. Called on the
// walking thread, between two calls to the system that may take for ever.
struct WalkCompanion
{
    std::function<bool()> cancelled;                     // for every entry of every folder
    std::function<void(const QString &folder)> entering; // before it is opened
    // Whether these files of a folder are of no interest: they are not among those found then.
    std::function<bool(const QString &folder, const FileTable &files)> knows;
    std::function<void(const QList<FoundFile> &files)> left; // a folder, in which these were found
};

// Passed over: hidden files and folders, those of version control, a saved page's companion folder
// ("Story_files" beside "Story.html"), pictures and other files whose names say that they are no
// text, large binaries, archives that hold no saved page, pipes, sockets and devices, links that
// lead nowhere or back into a folder already seen.
FolderFiles filesIn(const QString &folder, Depth depth, const std::function<bool()> &cancelled);
FolderFiles filesIn(const QString &folder, Depth depth, const WalkCompanion &companion);

// The same for exactly these files; the ones that cannot be opened are problems.
FolderFiles filesNamed(const QStringList &paths);

// What a walk would find there: nothing when it is gone or would be passed over.
std::optional<FoundFile> fileAt(const QString &path);

// Whether a walk from above would go into this folder.
bool isWalkedInto(const QString &folder);

// The folders with a saved page's pictures that may be beside it: "Story_files" of "Story.html".
// Only names; none when it is no page.
QStringList companionFoldersOf(const QString &page);

// Whether a reader would expect an article behind this name: ".txt", ".html", ".md" …
bool isNamedLikeAnArticle(const QString &path);
