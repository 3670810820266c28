#pragma once
// Kills what draws the pages of a program that runs. For end-to-end tests; Linux.

#include <QDir>
#include <QFile>
#include <QStringList>

#include <csignal>

using namespace Qt::StringLiterals;

// What /proc/PID/stat says behind the process's name, which may hold anything: the state, the
// parent and so on. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
inline QStringList processState(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromLocal8Bit(file.readAll()).section(u") "_s, -1).split(u' ');
}

inline bool isBelow(qint64 process, qint64 program)
{
    while (process > 1 && process != program)
        process = processState(process).value(1).toLongLong();
    return process == program;
}

// The engine's own words for its processes come too late or never. Those that draw have threads,
// unlike the one that they were forked from. How many there were.
inline int killRenderersBelow(qint64 program)
{
    int killed = 0;
    for (const QString &number : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const qint64 process = number.toLongLong();
        QFile line(u"/proc/%1/cmdline"_s.arg(number));
        constexpr int threads = 17; // where their count stands
        if (process > 1 && line.open(QIODevice::ReadOnly)
            && line.readAll().contains("QtWebEngineProcess")
            && processState(process).value(threads).toInt() > 1 && isBelow(process, program)
            && ::kill(pid_t(process), SIGKILL) == 0)
            ++killed;
    }
    return killed;
}
