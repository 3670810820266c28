// broadsheet-cli: the reader without a screen, for scripts, servers and measurements. One file a
// command: this one only picks it.
#include "app/cli/output.h"
#include "app/cli/show.h"

#include <QCoreApplication>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <langinfo.h>

namespace {

struct Command
{
    const char *name;
    int (*run)(const QList<QByteArray> &arguments);
};

constexpr Command commands[] = {
    {"show", show},
};

constexpr const char *usage = "Usage: broadsheet-cli COMMAND [OPTION...] [ARGUMENT...]\n"
                              "Broadsheet without a window.\n"
                              "\n"
                              "  show     print the articles in files\n"
                              "\n"
                              "  --help     this text; COMMAND --help says more\n"
                              "  --version  which Broadsheet this is\n";

// Qt reads and writes text in UTF-8 and says so on standard error where the locale does not.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

} // namespace

int main(int argc, char *argv[])
{
    useUtf8();
    std::signal(SIGPIPE, SIG_DFL); // when nobody reads any more, end quietly
    QList<QByteArray> arguments(argv + qMin(argc, 1), argv + argc); // Qt would lose odd bytes
    QCoreApplication program(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("broadsheet-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BROADSHEET_VERSION));

    const QByteArray name = arguments.isEmpty() ? QByteArray() : arguments.takeFirst();
    if (name == "--help" || name == "-h" || name == "--version") {
        print(name == "--version" ? "broadsheet-cli " BROADSHEET_VERSION "\n" : usage);
        return finishPrinting() ? Done : SomeFailed;
    }
    for (const Command &command : commands) {
        if (name == command.name)
            return command.run(arguments);
    }
    if (!name.isEmpty())
        std::fprintf(stderr, "broadsheet-cli: %s: there is no such command\n", name.constData());
    std::fputs(usage, stderr);
    return WrongUsage;
}
