#include "tests/bench/measured.h"

#include "tests/bench/screenwatch.h"

#include <QDir>
#include <QFile>
#include <QHash>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The parent of every process, by /proc/PID/stat: "12 (name) S 7 …", the name may hold anything.
QHash<qint64, qint64> parents()
{
    QHash<qint64, qint64> table;
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const qint64 process = entry.toLongLong();
        const QByteArray stat = process > 0 ? contents(u"/proc/%1/stat"_s.arg(entry))
                                            : QByteArray();
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1)
            table[process] = fields.at(1).toLongLong();
    }
    return table;
}

qint64 proportionalSetSize(qint64 process) // KiB
{
    const QByteArray rollup = contents(u"/proc/%1/smaps_rollup"_s.arg(process));
    const qsizetype at = rollup.indexOf("\nPss:");
    return at < 0 ? 0
                  : rollup.mid(at + 5, rollup.indexOf("kB", at) - at - 5).trimmed().toLongLong();
}

} // namespace

StartedProgram::StartedProgram(const QString &program, const QStringList &arguments,
                               const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "HOME"}) {
        const QString folder = home + u'/' + QString::fromLatin1(name);
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        environment.insert(QString::fromLatin1(name), folder);
    }
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_startedAt = ScreenWatch::now();
    m_process.start(program, QStringList{u"-qwindowgeometry"_s, u"1200x800+0+0"_s} + arguments);
    m_process.waitForStarted();
}

StartedProgram::~StartedProgram()
{
    m_process.terminate();
    if (!m_process.waitForFinished(3000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

qint64 StartedProgram::memory() const
{
    const QHash<qint64, qint64> table = parents();
    QList<qint64> tree{m_process.processId()};
    for (qsizetype at = 0; at < tree.size(); ++at)
        tree += table.keys(tree.at(at));
    qint64 sum = 0;
    for (const qint64 process : std::as_const(tree))
        sum += proportionalSetSize(process);
    return sum;
}

double median(QList<double> values)
{
    if (values.isEmpty())
        return -1;
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values.at(middle)
                                  : (values.at(middle - 1) + values.at(middle)) / 2;
}

void printLine(const QString &what, const QList<double> &ours, const QList<double> &floor,
               const QString &unit, double most)
{
    const double ratio = median(ours) / median(floor);
    std::printf("%-38s %8.1f %-3s  floor %8.1f %-3s  x %.2f (at most %.2f)  %s  n=%d\n",
                qPrintable(what), median(ours), qPrintable(unit), median(floor), qPrintable(unit),
                ratio, most, ratio <= most ? "ok" : "MISSED", int(ours.size()));
    std::fflush(stdout);
}

void printLine(const QString &what, QList<double> values, const QString &unit)
{
    std::ranges::sort(values);
    const double last = values.isEmpty() ? 0
                                         : values.at(qsizetype(0.95 * double(values.size() - 1)));
    std::printf("%-38s %8.1f %-3s  p95 %8.1f %-3s  n=%d\n", qPrintable(what), median(values),
                qPrintable(unit), last, qPrintable(unit), int(values.size()));
    std::fflush(stdout);
}
