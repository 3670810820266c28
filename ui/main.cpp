// broadsheet: opens a window on the files that it is given.
#include "app/library/library.h"
#include "app/session/librarysession.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/reading/engineenvironment.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLockFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

struct CommandLine
{
    QCommandLineParser parser;
};

void describe(CommandLine &line)
{
    line.parser.setApplicationDescription(u"Reads the news articles that are on your disk."_s);
    line.parser.addHelpOption();
    line.parser.addVersionOption();
    line.parser.addPositionalArgument(u"files"_s, u"Articles, or folders of them."_s,
                                      u"[FILE|FOLDER…]"_s);
}

int complain(const QString &sentence)
{
    std::fprintf(stderr, "broadsheet: %s\n", qPrintable(sentence));
    return 2;
}

int openWindow(const QStringList &paths)
{
    const QString home = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(home);
    // A library has one user at a time: a second window at the same time gets one for the day.
    QLockFile lock(home + u"/library.lock"_s);
    lock.setStaleLockTime(0);
    const bool isFirst = lock.tryLock(0);
    std::optional<QTemporaryDir> forTheDay;
    if (!isFirst)
        forTheDay.emplace();
    Library library(isFirst ? home + u"/library"_s : forTheDay->path());
    LibrarySession session(library);
    QSettings settings;
    MainWindow window(session, &loadReadingPlugin, readWindowSettings(settings), paths);
    QObject::connect(&window, &MainWindow::settingsChanged, &window,
                     [&] { writeWindowSettings(settings, window.settings()); });
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    prepareEngine();
    QApplication program(argc, argv);
    QCoreApplication::setApplicationName(u"broadsheet"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BROADSHEET_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Broadsheet"_s);
    QGuiApplication::setDesktopFileName(u"org.broadsheet.Broadsheet"_s);

    CommandLine line;
    describe(line);
    if (!line.parser.parse(QCoreApplication::arguments()))
        return complain(line.parser.errorText());
    if (line.parser.isSet(u"help"_s))
        line.parser.showHelp(0);
    if (line.parser.isSet(u"version"_s))
        line.parser.showVersion();
    const QStringList paths = line.parser.positionalArguments();
    return openWindow(paths);
}
