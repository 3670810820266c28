#pragma once
// What the measuring programs share: a program started and ended as a reader does, its memory, and
// medians in a table. One thread.

#include <QList>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

// A program on the screen, at the top left corner, with folders of its own for settings and
// library, so that the reader's are left alone.
class StartedProgram final
{
public:
    StartedProgram(const QString &program, const QStringList &arguments, const QString &home);
    ~StartedProgram();

    qint64 startedAt() const { return m_startedAt; } // ScreenWatch::now()
    bool isRunning() const { return m_process.state() == QProcess::Running; }

    // Proportional set size of the process and everything it started, in KiB.
    qint64 memory() const;

private:
    QProcess m_process;
    qint64 m_startedAt = 0;
};

double median(QList<double> values);

// One line: what, our median, the floor's, their ratio and the most it may be.
void printLine(const QString &what, const QList<double> &ours, const QList<double> &floor,
               const QString &unit, double most);

// The same where there is no floor: the median and the 95th percentile.
void printLine(const QString &what, QList<double> values, const QString &unit);
