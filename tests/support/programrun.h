#pragma once
// A program run from outside to its end, and something for it to read. For end-to-end tests.

#include <QDir>
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

// Of a reader whose home is that folder, at a screen without a desktop.
inline QProcessEnvironment environmentAt(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    for (const QString &folder :
         {u"CONFIG_HOME"_s, u"DATA_HOME"_s, u"CACHE_HOME"_s, u"STATE_HOME"_s, u"RUNTIME_DIR"_s}) {
        const QString path = home + u'/' + folder.toLower();
        QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        environment.insert(u"XDG_"_s + folder, path);
    }
    for (const QString &ours : {u"DBUS_SESSION_BUS_ADDRESS"_s, u"XDG_CURRENT_DESKTOP"_s,
                                u"QT_QPA_PLATFORMTHEME"_s, u"QT_STYLE_OVERRIDE"_s})
        environment.remove(ours);
    return environment;
}

// A day's story, long enough to be turned a page in.
inline QByteArray storyOf(const QByteArray &headline, const QByteArray &day)
{
    return headline + "\n\nPublished: " + day + "\n\n"
        + QByteArray("The harbour office said on the telephone that nothing would sail before the "
                     "storm had passed the outer islands, and that nobody should ask again.\n\n")
              .repeated(30);
}
