#include "app/cli/add.h"

#include "app/cli/addprogress.h"
#include "app/cli/output.h"
#include "app/library/library.h"
#include "app/library/librarystatus.h"
#include "app/session/librarysession.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>

#include <sys/signalfd.h>
#include <unistd.h>

namespace {

constexpr const char *usage =
    "Usage: broadsheet-cli [--library DIR] add DIR|FILE...\n"
    "Puts the articles of folders, and single files, into the library. Folders stay in it: they\n"
    "are watched while a window of Broadsheet is open. What is known already and has not changed\n"
    "is not read again, so an add that was stopped goes on when it is called again.\n"
    "\n"
    "  --library DIR  another library than the reader's own, whole below DIR\n"
    "  --help         this text\n"
    "\n"
    "Exit status: 0 done, 1 some inputs failed (each named on standard error) or stopped,\n"
    "2 wrong usage.\n";

// Interrupt and termination arrive as bytes to be read, for the event loop. To be made before any
// thread is, because they must be blocked in all of them.
class StopSignals final
{
public:
    StopSignals()
    {
        sigset_t signals;
        sigemptyset(&signals);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            sigaddset(&signals, signal);
        ::sigprocmask(SIG_BLOCK, &signals, &m_before);
        m_descriptor = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    }
    ~StopSignals()
    {
        ::close(m_descriptor);
        ::sigprocmask(SIG_SETMASK, &m_before, nullptr);
    }
    Q_DISABLE_COPY_MOVE(StopSignals)

    int descriptor() const { return m_descriptor; }
    // Takes what has arrived; otherwise it would be delivered again, in earnest, at the end.
    void take()
    {
        signalfd_siginfo signal;
        while (::read(m_descriptor, &signal, sizeof(signal)) > 0) { }
    }

private:
    sigset_t m_before;
    int m_descriptor = -1;
};

// What was named, by absolute path.
struct Inputs
{
    QStringList folders;
    QStringList files;
    QStringList missing;
    QHash<QString, QByteArray> names; // as they were given
};

// The library's own folders are not looked at: one that does not answer would hold up all others.
Inputs lookedAt(const LibraryPlaces &places, const QList<QByteArray> &names)
{
    Inputs inputs;
    const auto known = chosenFolders(places);
    const QStringList kept = known.has_value() ? known.value() : QStringList();
    for (const QByteArray &name : names) {
        const QString path = QDir::cleanPath(QDir().absoluteFilePath(QFile::decodeName(name)));
        inputs.names.insert(path, name);
        const QFileInfo info(path);
        if (kept.contains(path) || info.isDir())
            inputs.folders.append(path);
        else
            (info.exists() ? inputs.files : inputs.missing).append(path);
    }
    return inputs;
}

class Adding final : public QObject
{
public:
    Adding(LibrarySession &session, AddProgress &progress)
        : m_session(session), m_progress(progress)
    {
        m_clock.start();
        connect(&session, &LibrarySession::changed, this, [this](const LibraryChanges &changes) {
            m_added += changes.added.size();
            m_changed += changes.changed.size();
            m_removed += changes.removed.size();
            for (const Error &notice : changes.notices)
                say(notice);
        });
        connect(&session, &LibrarySession::scanProgressed, this,
                [this](const auto &progressed) { m_progress.show(progressed); });
        connect(&session, &LibrarySession::failed, this, &Adding::fail);
        connect(&session, &LibrarySession::scanFinished, this, [this](const auto &problems) {
            for (const Error &problem : problems)
                fail(problem);
            if (!m_isStopped)
                QCoreApplication::quit();
        });
        connect(&session, &LibrarySession::written, this, &QCoreApplication::quit);
    }

    void begin(const Inputs &inputs)
    {
        m_names = inputs.names;
        for (const QString &path : inputs.missing)
            fail(Error{Error::Kind::NotFound, path, {}});
        for (const QString &path : inputs.folders)
            m_session.addFolder(path);
        if (!inputs.files.isEmpty())
            m_session.visitFiles(inputs.files);
        if (!m_session.isScanning())
            QMetaObject::invokeMethod(this, &QCoreApplication::quit, Qt::QueuedConnection);
    }

    void stop()
    {
        m_isStopped = true;
        m_session.cancelScan(); // and what is in the library then is counted
    }

    int finish()
    {
        m_progress.clear();
        const qint64 time = qMax(m_clock.elapsed(), qint64(1));
        QByteArray line = "Added " + withCommas(m_added)
            + (m_added == 1 ? " article" : " articles");
        if (m_changed > 0)
            line += ", " + withCommas(m_changed) + " changed";
        if (m_removed > 0)
            line += ", " + withCommas(m_removed) + " gone";
        line += " in " + durationOf(time);
        if (m_added > 0)
            line += " (" + withCommas(m_added * 1000 / time) + " a second)";
        print(line + '\n');
        if (m_isStopped || m_isDiskFull)
            std::fputs("broadsheet-cli: stopped; the same command again goes on from here\n",
                       stderr);
        return finishPrinting() && !m_hasFailed && !m_isStopped ? Done : SomeFailed;
    }

private:
    void say(const Error &error)
    {
        const QByteArray name = m_names.value(error.subject, QFile::encodeName(error.subject));
        if (m_said.contains(name))
            return;
        m_said.insert(name);
        m_progress.clear();
        printProblem(name, error);
    }

    void fail(const Error &error)
    {
        m_hasFailed = true;
        const bool isFull = error.kind == Error::Kind::DiskFull;
        if (!isFull
            || !std::exchange(m_isDiskFull, true)) // of every file at once, which is one thing
            say(error);
    }

    LibrarySession &m_session;
    AddProgress &m_progress;
    QElapsedTimer m_clock;
    QHash<QString, QByteArray> m_names;
    QSet<QByteArray> m_said;
    qsizetype m_added = 0;
    qsizetype m_changed = 0;
    qsizetype m_removed = 0;
    bool m_hasFailed = false;
    bool m_isDiskFull = false;
    bool m_isStopped = false;
};

int addAll(const LibraryPlaces &places, const QList<QByteArray> &names)
{
    // As long as nothing is begun, a signal just ends the program: a disk may not answer.
    const Inputs inputs = lookedAt(places, names);
    StopSignals stopSignals; // before the session's threads
    AddProgress progress(::isatty(STDOUT_FILENO) ? AddProgress::Place::Terminal
                                                 : AddProgress::Place::File);
    Library library(places);
    LibrarySession session(library);
    Adding adding(session, progress);
    QSocketNotifier stop(stopSignals.descriptor(), QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &adding, [&] {
        stopSignals.take();
        adding.stop();
    });
    adding.begin(inputs);
    QCoreApplication::exec();
    return adding.finish();
}

} // namespace

int add(const LibraryPlaces &places, const QList<QByteArray> &arguments)
{
    QList<QByteArray> names;
    bool areOptions = true;
    for (const QByteArray &argument : arguments) {
        if (areOptions && (argument == "--help" || argument == "-h")) {
            print(usage);
            return finishPrinting() ? Done : SomeFailed;
        }
        if (areOptions && argument == "--") {
            areOptions = false;
        } else if (areOptions && argument.size() > 1 && argument.startsWith('-')) {
            std::fprintf(stderr, "broadsheet-cli: %s: there is no such option\n",
                         argument.constData());
            std::fputs(usage, stderr);
            return WrongUsage;
        } else {
            names.append(argument);
        }
    }
    if (names.isEmpty()) {
        std::fputs("broadsheet-cli: add which folder or file?\n", stderr);
        std::fputs(usage, stderr);
        return WrongUsage;
    }
    return addAll(places, names);
}
