// broadsheet-cli: the reader without a screen, for scripts, servers and measurements. One file a
// command: this one only picks it.
#include "app/cli/add.h"
#include "app/cli/output.h"
#include "app/cli/related.h"
#include "app/cli/search.h"
#include "app/cli/show.h"
#include "app/cli/status.h"
#include "app/library/libraryplaces.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <langinfo.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <optional>

namespace {

struct Command
{
    const char *name;
    int (*run)(const LibraryPlaces &places, const QList<QByteArray> &arguments);
};

constexpr Command commands[] = {
    {"show", [](const auto &, const auto &arguments) { return show(arguments); }},
    {"add", add},
    {"search", search},
    {"related", related},
    {"status", status},
    {"check", check},
    {"rebuild", rebuild},
};

constexpr const char
    *usage = "Usage: broadsheet-cli [--library DIR] COMMAND [OPTION...] [ARGUMENT...]\n"
             "Broadsheet without a window.\n"
             "\n"
             "  show     print the articles in files\n"
             "  add      put folders and files into the library\n"
             "  search   find articles of the library, best first\n"
             "  related  find what belongs beside an article, and say why\n"
             "  status   say what the library holds\n"
             "  check    verify the library\n"
             "  rebuild  make the library again from its folders\n"
             "\n"
             "  --library DIR  another library than the reader's own, whole below DIR\n"
             "  --help         this text; COMMAND --help says more\n"
             "  --version      which Broadsheet this is\n";

// Qt reads and writes text in UTF-8 and says so on standard error where the locale does not.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

// Takes "--library DIR" out of the arguments, before or behind the command; nothing when DIR is
// missing.
std::optional<LibraryPlaces> placesOf(QList<QByteArray> &arguments)
{
    LibraryPlaces places = LibraryPlaces::ofReader();
    for (qsizetype at = 0; at < arguments.size() && arguments.at(at) != "--"; ++at) {
        const bool isJoined = arguments.at(at).startsWith("--library=");
        if (arguments.at(at) != "--library" && !isJoined)
            continue;
        const QByteArray option = arguments.takeAt(at);
        if (!isJoined && at == arguments.size())
            return std::nullopt;
        const QByteArray directory = isJoined ? option.mid(qsizetype(qstrlen("--library=")))
                                              : arguments.takeAt(at);
        if (directory.isEmpty())
            return std::nullopt;
        places = LibraryPlaces::below(
            QDir::cleanPath(QDir().absoluteFilePath(QFile::decodeName(directory))));
        --at;
    }
    return places;
}

// The memory of one file is that of the next: without this, the C library gives it back each time.
void keepMemory()
{
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024); // bytes
    mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
#endif
}

} // namespace

int main(int argc, char *argv[])
{
    keepMemory();
    useUtf8();
    std::signal(SIGPIPE, SIG_DFL); // when nobody reads any more, end quietly
    QList<QByteArray> arguments(argv + qMin(argc, 1), argv + argc); // Qt would lose odd bytes
    QCoreApplication program(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("broadsheet-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BROADSHEET_VERSION));

    const std::optional<LibraryPlaces> places = placesOf(arguments);
    if (!places) {
        std::fputs("broadsheet-cli: --library needs a folder\n", stderr);
        return WrongUsage;
    }
    const QByteArray name = arguments.isEmpty() ? QByteArray() : arguments.takeFirst();
    if (name == "--help" || name == "-h" || name == "--version") {
        print(name == "--version" ? "broadsheet-cli " BROADSHEET_VERSION "\n" : usage);
        return finishPrinting() ? Done : SomeFailed;
    }
    for (const Command &command : commands) {
        if (name == command.name)
            return command.run(*places, arguments);
    }
    if (!name.isEmpty())
        std::fprintf(stderr, "broadsheet-cli: %s: there is no such command\n", name.constData());
    std::fputs(usage, stderr);
    return WrongUsage;
}
