#include "app/library/folderfiles.h"

#include "app/formats/companionfolders.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 64;                     // folders within folders
constexpr qint64 readOnSuspicion = 1024 * 1024; // bytes
constexpr qint64 lengthOfDirectory = 64 * 1024; // bytes at the end of an archive

// Of version control; most of its folders are hidden ones.
const QSet<QString> controlFolders{u"CVS"_s, u"RCS"_s, u"SCCS"_s, u"_darcs"_s, u"_svn"_s};

const QSet<QString> articleSuffixes{u"txt"_s,      u"text"_s, u"html"_s,  u"htm"_s,
                                    u"xhtml"_s,    u"xht"_s,  u"shtml"_s, u"md"_s,
                                    u"markdown"_s, u"mht"_s,  u"mhtml"_s, u"webarchive"_s};

// Never an article, whatever is in them: reading them would only cost time.
const QSet<QString> otherSuffixes{
    u"jpg"_s,    u"jpeg"_s,  u"png"_s, u"gif"_s,  u"webp"_s, u"avif"_s,  u"svg"_s,       u"bmp"_s,
    u"tif"_s,    u"tiff"_s,  u"ico"_s, u"heic"_s, u"css"_s,  u"js"_s,    u"mjs"_s,       u"map"_s,
    u"woff"_s,   u"woff2"_s, u"ttf"_s, u"otf"_s,  u"eot"_s,  u"mp3"_s,   u"ogg"_s,       u"wav"_s,
    u"flac"_s,   u"m4a"_s,   u"mp4"_s, u"m4v"_s,  u"mov"_s,  u"webm"_s,  u"avi"_s,       u"mkv"_s,
    u"pdf"_s,    u"gz"_s,    u"bz2"_s, u"xz"_s,   u"zst"_s,  u"7z"_s,    u"rar"_s,       u"tar"_s,
    u"exe"_s,    u"dll"_s,   u"so"_s,  u"o"_s,    u"a"_s,    u"class"_s, u"jar"_s,       u"db"_s,
    u"sqlite"_s, u"iso"_s,   u"deb"_s, u"rpm"_s,  u"swp"_s,  u"part"_s,  u"crdownload"_s};

const QStringList pageSuffixes{u".html"_s,  u".htm"_s,  u".xhtml"_s,
                               u".shtml"_s, u".HTML"_s, u".HTM"_s};

QString suffixOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.mid(dot + 1).toLower() : QString();
}

Error systemError(const QString &path)
{
    const int number = errno;
    const bool absent = number == ENOENT || number == ELOOP;
    const auto kind = absent ? Error::Kind::NotFound
        : number == ENOTDIR  ? Error::Kind::NotAFile
                             : Error::Kind::Unreadable;
    return {kind, path, QString::fromLocal8Bit(std::strerror(number))};
}

FoundFile foundFile(const QString &path, const struct stat &status)
{
    return {path, qint64(status.st_size),
            qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec,
            quint64(status.st_ino)};
}

// Judged by its name alone.
bool mayBeArticle(const QString &name)
{
    if (name.endsWith(u".gz"_s, Qt::CaseInsensitive))
        return articleSuffixes.contains(suffixOf(name.chopped(3)));
    return !otherSuffixes.contains(suffixOf(name)) && !name.endsWith(u'~');
}

// A large file without an article's name is worth four kilobytes of doubt.
bool isLargeBinary(const FoundFile &file)
{
    if (file.size <= readOnSuspicion || isNamedLikeAnArticle(file.path))
        return false;
    QFile beginning(file.path);
    if (!beginning.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false; // the reading will say why
    const QByteArray bytes = beginning.read(4096);
    const bool isWide = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
    return bytes.contains('\0') && !isWide;
}

bool isArchive(const QString &path)
{
    return path.endsWith(u".zip"_s, Qt::CaseInsensitive);
}

// What is in an archive stands at its end; most are no saved page.
bool holdsPage(const QString &path, qint64 size)
{
    QFile archive(path);
    if (!archive.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    archive.seek(std::max<qint64>(0, size - lengthOfDirectory));
    const QByteArray end = archive.read(lengthOfDirectory);
    return end.contains("index.html") && end.contains("manifest.json");
}

bool isTaken(const FoundFile &file)
{
    if (isArchive(file.path))
        return holdsPage(file.path, file.size);
    return (file.size > 0 || isNamedLikeAnArticle(file.path)) && !isLargeBinary(file);
}

struct CloseFolder
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

class Walk
{
public:
    Walk(Depth depth, const WalkCompanion &companion) : m_depth(depth), m_companion(companion) { }

    void visit(const QString &folder, int level);
    FolderFiles found;

private:
    struct Entries
    {
        FileTable files;
        QStringList folders;
        QSet<QString> pages; // names of HTML files without their suffix
    };

    // Whether the folder is new to this walk, and was read to its end.
    bool list(const QString &folder, Entries &entries);
    void take(const QString &folder, const FileTable &listed);
    void look(int descriptor, const QString &folder, const dirent &entry, Entries &entries);
    static bool isCompanion(const QString &name, const Entries &entries);
    bool isCancelled() const { return m_companion.cancelled && m_companion.cancelled(); }

    Depth m_depth;
    const WalkCompanion &m_companion;
    QSet<std::pair<quint64, quint64>> m_seen; // device and inode: links may lead in circles
};

void Walk::visit(const QString &folder, int level)
{
    if (m_companion.entering)
        m_companion.entering(folder);
    Entries entries;
    if (!list(folder, entries))
        return;
    take(folder, entries.files);
    if (m_depth == Depth::ThisFolderOnly || level == deepest)
        return;
    for (const QString &name : std::as_const(entries.folders)) {
        if (isCancelled())
            return;
        if (!isCompanion(name, entries) && !controlFolders.contains(name))
            visit(folder + u'/' + name, level + 1);
    }
}

void Walk::take(const QString &folder, const FileTable &listed)
{
    if (listed.isEmpty() || (m_companion.knows && m_companion.knows(folder, listed)))
        return;
    const QList<FoundFile> files = listed.list();
    for (const FoundFile &file : files)
        found.files.append(file);
    if (m_companion.left)
        m_companion.left(files);
}

// Lets go of the folder before its folders are visited: open ones are few in a process.
bool Walk::list(const QString &folder, Entries &entries)
{
    const std::unique_ptr<DIR, CloseFolder> open(::opendir(QFile::encodeName(folder).constData()));
    struct stat status;
    if (!open || ::fstat(::dirfd(open.get()), &status) != 0) {
        found.problems.append(systemError(folder));
        return false;
    }
    const std::pair identity{quint64(status.st_dev), quint64(status.st_ino)};
    if (m_seen.contains(identity))
        return false;
    m_seen.insert(identity);

    errno = 0;
    while (const dirent *entry = ::readdir(open.get())) {
        if (isCancelled())
            return false;
        if (entry->d_name[0] != '.')
            look(::dirfd(open.get()), folder, *entry, entries);
        errno = 0;
    }
    if (errno != 0) { // half a folder is none
        found.problems.append(systemError(folder));
        return false;
    }
    return true;
}

// Asks the system about nothing that its name gives away.
void Walk::look(int descriptor, const QString &folder, const dirent &entry, Entries &entries)
{
    const QString text = QFile::decodeName(entry.d_name);
    if (entry.d_type == DT_DIR)
        return entries.folders.append(text);
    const bool mayBe = mayBeArticle(text);
    if (entry.d_type == DT_REG && !mayBe)
        return;
    struct stat status;
    if (::fstatat(descriptor, entry.d_name, &status, 0) != 0)
        return; // gone since, or a link that leads nowhere
    if (S_ISDIR(status.st_mode))
        return entries.folders.append(text);
    if (!S_ISREG(status.st_mode) || !mayBe)
        return;

    const QString suffix = suffixOf(text);
    if (suffix.contains(u"htm"))
        entries.pages.insert(text.chopped(suffix.size() + 1));
    const FoundFile file = foundFile(folder + u'/' + text, status);
    if (isTaken(file))
        entries.files.append(file);
}

bool Walk::isCompanion(const QString &name, const Entries &entries)
{
    return std::ranges::any_of(companionEndings(), [&](const QString &ending) {
        return name.endsWith(ending) && entries.pages.contains(name.chopped(ending.size()));
    });
}

} // namespace

FolderFiles filesIn(const QString &folder, Depth depth, const std::function<bool()> &cancelled)
{
    return filesIn(folder, depth, WalkCompanion{cancelled, {}, {}, {}});
}

FolderFiles filesIn(const QString &folder, Depth depth, const WalkCompanion &companion)
{
    Walk walk(depth, companion);
    walk.visit(folder.size() > 1 && folder.endsWith(u'/') ? folder.chopped(1) : folder, 0);
    walk.found.files.sortNewestFirst();
    return walk.found;
}

FolderFiles filesNamed(const QStringList &paths)
{
    FolderFiles found;
    for (const QString &path : paths) {
        struct stat status;
        if (::stat(QFile::encodeName(path).constData(), &status) != 0)
            found.problems.append(systemError(path));
        else if (!S_ISREG(status.st_mode))
            found.problems.append(Error{Error::Kind::NotAFile, path, {}});
        else
            found.files.append(foundFile(path, status));
    }
    found.files.sortNewestFirst();
    return found;
}

bool isNamedLikeAnArticle(const QString &path)
{
    return articleSuffixes.contains(suffixOf(path.section(u'/', -1)));
}

std::optional<FoundFile> fileAt(const QString &path)
{
    const QString name = path.section(u'/', -1);
    struct stat status;
    if (name.startsWith(u'.') || !mayBeArticle(name)
        || ::stat(QFile::encodeName(path).constData(), &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    const FoundFile file = foundFile(path, status);
    return isTaken(file) ? std::optional(file) : std::nullopt;
}

bool isWalkedInto(const QString &folder)
{
    const QString name = folder.section(u'/', -1);
    if (name.startsWith(u'.') || controlFolders.contains(name) || !QFileInfo(folder).isDir())
        return false;
    return std::ranges::none_of(companionEndings(), [&](const QString &ending) {
        const QString page = folder.chopped(ending.size());
        return name.endsWith(ending)
            && std::ranges::any_of(pageSuffixes, [&](const QString &suffix) {
                   return QFileInfo::exists(page + suffix);
               });
    });
}

QStringList companionFoldersOf(const QString &page)
{
    const QString suffix = suffixOf(page.section(u'/', -1));
    QStringList folders;
    if (!suffix.contains(u"htm"))
        return folders;
    for (const QString &ending : companionEndings())
        folders.append(page.chopped(suffix.size() + 1) + ending);
    return folders;
}
