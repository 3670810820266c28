#include "ui/preferences/defaultreader.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

const QString ours = u"org.broadsheet.Broadsheet.desktop"_s;

// As its desktop entry calls it.
// https://specifications.freedesktop.org/desktop-entry-spec/latest/recognized-keys.html
QString nameOf(const QString &entry)
{
    const QString path = entry.isEmpty()
        ? QString()
        : QStandardPaths::locate(QStandardPaths::ApplicationsLocation, entry);
    QFile file(path);
    if (!path.isEmpty() && file.open(QIODevice::ReadOnly)) {
        bool isEntry = false;
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine(4096)).trimmed();
            if (line.startsWith(u'['))
                isEntry = line == u"[Desktop Entry]";
            else if (isEntry && line.startsWith(u"Name="))
                return line.section(u'=', 1).trimmed();
        }
    }
    return entry.section(u".desktop"_s, 0, 0);
}

} // namespace

DefaultReader::DefaultReader(QObject *parent, const QString &tool)
    : QObject(parent), m_tool(tool.isEmpty() ? QStandardPaths::findExecutable(u"xdg-mime"_s) : tool)
{
}

// What was begun is carried through, and nobody waits for it.
DefaultReader::~DefaultReader()
{
    for (QProcess *process : findChildren<QProcess *>()) {
        process->disconnect(this);
        process->setParent(nullptr);
    }
}

QProcess *DefaultReader::run(const QStringList &arguments)
{
    auto *process = new QProcess(this);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // finished() comes
        process->deleteLater();
        Q_EMIT failed();
    });
    process->start(m_tool, arguments);
    return process;
}

void DefaultReader::ask(const QString &type)
{
    QProcess *process = run({u"query"_s, u"default"_s, type});
    connect(process, &QProcess::finished, this, [this, process, type] {
        const QString entry = QString::fromUtf8(process->readAllStandardOutput()).trimmed();
        Q_EMIT told(type, nameOf(entry), entry == ours);
    });
}

void DefaultReader::claim(const QStringList &types)
{
    QProcess *process = run(QStringList{u"default"_s, ours} + types);
    connect(process, &QProcess::finished, this, [this, types](int status) {
        if (status != 0)
            Q_EMIT failed();
        for (const QString &type : types)
            ask(type);
    });
}
