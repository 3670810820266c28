#include "app/cli/status.h"

#include "app/cli/add.h"
#include "app/cli/output.h"
#include "app/library/librarycheck.h"
#include "app/library/librarystatus.h"
#include "app/library/readerversion.h"

#include <QFile>
#include <QLocale>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr const char *statusUsage =
    "Usage: broadsheet-cli [--library DIR] status\n"
    "Says what the library holds, what it takes on the disk, and which files could not be read.\n";
constexpr const char *checkUsage =
    "Usage: broadsheet-cli [--library DIR] check\n"
    "Verifies the library and changes nothing. What it finds is named on standard output.\n"
    "\n"
    "Exit status: 0 all is well, 1 something was found, 2 wrong usage.\n";
constexpr const char *rebuildUsage =
    "Usage: broadsheet-cli [--library DIR] rebuild\n"
    "Throws away what was made from the articles, and makes it again from the folders of the\n"
    "library. What was read, starred, tagged and noted is kept.\n";

// What is to be returned at once: help was asked for, or the usage is wrong.
std::optional<int> refused(const QList<QByteArray> &arguments, const char *usage)
{
    if (arguments.isEmpty())
        return std::nullopt;
    if (arguments.first() == "--help" || arguments.first() == "-h") {
        print(usage);
        return finishPrinting() ? Done : SomeFailed;
    }
    std::fprintf(stderr, "broadsheet-cli: %s: there is no such argument\n",
                 arguments.first().constData());
    std::fputs(usage, stderr);
    return WrongUsage;
}

int fail(const Error &error)
{
    printProblem(QFile::encodeName(error.subject), error);
    return SomeFailed;
}

QByteArray number(qint64 value)
{
    return QLocale(QLocale::English).toString(value).toUtf8();
}

QByteArray size(qint64 bytes)
{
    return QLocale(QLocale::English)
        .formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat)
        .toUtf8();
}

// One line each: a path may hold a line feed.
QByteArray lineOf(const QString &text)
{
    QString line = text;
    line.replace(u'\n', u' ');
    return line.toUtf8();
}

void printFolders(const QList<FolderOverview> &folders)
{
    for (const FolderOverview &folder : folders) {
        QByteArray line = "Folder     " + lineOf(folder.path) + ": " + number(folder.articles)
            + " articles, " + number(folder.unread) + " unread";
        if (folder.isVisited)
            line += ", visited";
        if (folder.isAway)
            line += ", away";
        print(line + '\n');
    }
}

} // namespace

int status(const LibraryPlaces &places, const QList<QByteArray> &arguments)
{
    if (const auto answer = refused(arguments, statusUsage))
        return *answer;
    const auto found = libraryStatus(places);
    if (!found.has_value())
        return fail(found.error());
    const LibraryStatus &status = found.value();
    const LibraryOverview &overview = status.overview;
    print("State      " + lineOf(places.state) + ": " + size(status.stateBytes) + '\n');
    print("Cache      " + lineOf(places.cache) + ": catalogue " + size(status.catalogueBytes)
          + ", index " + size(status.indexBytes) + '\n');
    print("Versions   Broadsheet " BROADSHEET_VERSION ", state "
          + QByteArray::number(status.stateVersion) + ", catalogue "
          + QByteArray::number(status.catalogueVersion) + ", reader " + readerVersion() + '\n');
    printFolders(overview.folders);
    print("Articles   " + number(overview.articles) + ": " + number(overview.unread) + " unread, "
          + number(overview.starred) + " starred, " + number(overview.opened) + " opened\n");
    print("Words      of " + number(status.withWords) + " articles\n");
    for (const FacetCount &tag : overview.tags)
        print("Tag        " + lineOf(tag.value) + ": " + number(tag.articles) + '\n');
    print("Problems   " + number(status.problems.size()) + " files could not be read\n");
    for (const Error &problem : status.problems)
        printProblem(QFile::encodeName(problem.subject), problem);
    return finishPrinting() ? Done : SomeFailed;
}

int check(const LibraryPlaces &places, const QList<QByteArray> &arguments)
{
    if (const auto answer = refused(arguments, checkUsage))
        return *answer;
    const auto checked = checkLibrary(places);
    if (!checked.has_value())
        return fail(checked.error());
    const LibraryCheck &found = checked.value();
    for (const QString &finding : found.findings)
        print(lineOf(finding) + '\n');
    if (found.findings.isEmpty())
        print("All is well: " + number(found.articles) + " articles, the words of "
              + number(found.withWords) + " in " + number(found.shards) + " shards\n");
    return finishPrinting() && found.findings.isEmpty() ? Done : SomeFailed;
}

int rebuild(const LibraryPlaces &places, const QList<QByteArray> &arguments)
{
    if (const auto answer = refused(arguments, rebuildUsage))
        return *answer;
    const auto folders = chosenFolders(places);
    if (!folders.has_value())
        return fail(folders.error());
    if (const Outcome failed = discardCache(places))
        return fail(*failed);
    if (folders.value().isEmpty()) {
        print("The library has no folders\n");
        return finishPrinting() ? Done : SomeFailed;
    }
    QList<QByteArray> names{"--"};
    for (const QString &folder : folders.value())
        names.append(QFile::encodeName(folder));
    return add(places, names);
}
