#pragma once
// A program run from outside to its end, and something for it to read. For end-to-end tests.

#include <QProcess>
#include <QString>

using namespace Qt::StringLiterals;

inline constexpr int patience = 60000; // ms; much longer than anything takes, on a busy machine too

struct Outcome
{
    int status = -1;
    QString output;
    QString errors;
};

// Runs a program to its end.
inline Outcome
run(const QString &program, const QStringList &arguments,
    const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

// A day's story, long enough to be turned a page in.
inline QByteArray storyOf(const QByteArray &headline, const QByteArray &day)
{
    return headline + "\n\nPublished: " + day + "\n\n"
        + QByteArray("The harbour office said on the telephone that nothing would sail before the "
                     "storm had passed the outer islands, and that nobody should ask again.\n\n")
              .repeated(30);
}
