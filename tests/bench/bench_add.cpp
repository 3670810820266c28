// bench_add FOLDER [TIMES]: adds the articles of FOLDER to a new library by broadsheet-cli, as a
// reader would, and prints
//
//   added     articles, seconds from start to end with the index in order, articles a second,
//             and processor time an article
//   memory    the most that was resident, in MB
//   disk      catalogue, reading state and index in MB, and against the text
//   again     seconds of a second add, which finds everything known
//   changed   ms from the moment that one changed file is closed until a search for its new word
//             finds it, in a session that keeps this library: median of TIMES (20), and the longest
//
// Use a release build. The folder's files are left as they were; the changed one is beside them, in
// a folder of its own.
#include "app/library/library.h"
#include "app/session/librarysession.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

double megabytes(const QString &folder)
{
    double sum = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        sum += double(files.nextFileInfo().size());
    return sum / 1e6;
}

struct Ended
{
    int status = -1;
    double seconds = 0;
    double processor = 0; // seconds
    double memory = 0;    // MB
};

// As a shell would; wait4() tells what it took.
Ended run(const QStringList &command)
{
    QElapsedTimer clock;
    clock.start();
    std::vector<QByteArray> words;
    for (const QString &word : command)
        words.push_back(QFile::encodeName(word));
    const pid_t child = ::fork();
    if (child == 0) {
        std::vector<char *> arguments;
        for (QByteArray &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        ::execv(arguments.front(), arguments.data());
        ::_exit(127);
    }
    Ended ended;
    rusage usage;
    ::wait4(child, &ended.status, 0, &usage);
    ended.seconds = double(clock.nsecsElapsed()) / 1e9;
    ended.processor = double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    ended.memory = double(usage.ru_maxrss) / 1e3;
    return ended;
}

Ended add(const QString &library, const QString &folder)
{
    return run({QCoreApplication::applicationDirPath() + u"/broadsheet-cli"_s, u"--library"_s,
                library, u"add"_s, folder});
}

// Asks for the word whenever something is heard of the library.
class Finder final : public QObject
{
public:
    explicit Finder(LibrarySession &session) : m_session(session)
    {
        connect(&session, &LibrarySession::wordsFound, this, &Finder::ask);
    }

    double millisecondsToFind(const QString &file, const QString &word)
    {
        m_query = SearchQuery::parsed(word);
        QFile changed(file);
        if (!changed.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(file));
        changed.write("Harbour report\n\nThe " + word.toUtf8() + " left in the morning.\n");
        changed.close();
        QElapsedTimer clock;
        clock.start();
        QTimer::singleShot(20'000, &m_loop, &QEventLoop::quit);
        m_loop.exec();
        return double(clock.nsecsElapsed()) / 1e6;
    }

private:
    void ask()
    {
        auto *watcher = new QFutureWatcher<Result<ArticleOrder>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
            watcher->deleteLater();
            if (watcher->future().resultCount() > 0 && watcher->result().has_value()
                && !watcher->result().value().ids.isEmpty())
                m_loop.quit();
        });
        watcher->setFuture(m_session.list({m_query}, 50));
    }

    LibrarySession &m_session;
    SearchQuery m_query;
    QEventLoop m_loop;
};

// Until the session has looked through everything there is.
void settle(LibrarySession &session)
{
    QEventLoop loop;
    QTimer quiet;
    quiet.setSingleShot(true);
    quiet.setInterval(3000);
    QObject::connect(&quiet, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&session, &LibrarySession::changed, &quiet, qOverload<>(&QTimer::start));
    session.followFolders();
    quiet.start();
    loop.exec();
}

void measureChanges(const QString &libraryFolder, int times)
{
    const QTemporaryDir beside;
    Library library(LibraryPlaces::below(libraryFolder));
    LibrarySession session(library);
    settle(session);
    session.addFolder(beside.path());
    settle(session);
    Finder finder(session);
    std::vector<double> found;
    for (int i = 0; i < times; ++i)
        found.push_back(
            finder.millisecondsToFind(beside.filePath(u"changed.txt"_s), u"zeppelin%1"_s.arg(i)));
    std::ranges::sort(found);
    std::printf("changed  %.0f ms, at the longest %.0f ms, n=%d\n", found.at(found.size() / 2),
                found.back(), times);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    const int times = std::max(1, program.arguments().value(2, u"20"_s).toInt());
    const QTemporaryDir home(QDir::tempPath() + u"/bench_add-XXXXXX"_s);
    const QString folder = QDir(program.arguments().value(1, u"."_s)).absolutePath();
    const QString library = home.filePath(u"library"_s);

    const Ended first = add(library, folder);
    Library opened(LibraryPlaces::below(library));
    const auto counted = opened.count();
    const double count = counted.has_value() ? double(counted.value()) : 0;
    opened.closeReading();
    if (first.status != 0 || count == 0) {
        std::printf("PROBLEM: the add ended with %d\n", first.status);
        return 1;
    }
    std::printf("added    %.0f articles in %.1f s: %.0f a second; processor %.0f us an article\n",
                count, first.seconds, count / first.seconds, first.processor / count * 1e6);
    std::printf("memory   %.0f MB\n", first.memory);
    const double text = megabytes(folder);
    const double disk = megabytes(library);
    std::printf("disk     %.1f MB, of it the index %.1f: %.2f times the text of %.1f MB\n", disk,
                megabytes(library + u"/cache/index"_s), disk / text, text);
    std::printf("again    %.1f s\n", add(library, folder).seconds);
    std::fflush(stdout);
    measureChanges(library, times);
    return 0;
}
