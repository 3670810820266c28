#pragma once
// Which program the desktop opens a kind of file with, asked and changed by the desktop's own tool
// (xdg-mime of xdg-utils): it knows each desktop's ways. GUI thread; waits for nobody.

#include <QObject>
#include <QStringList>

class QProcess;

class DefaultReader final : public QObject
{
    Q_OBJECT

public:
    // `tool` stands in for xdg-mime in tests.
    explicit DefaultReader(QObject *parent = nullptr, const QString &tool = {});

    ~DefaultReader() override;

    // Whether there is such a tool: in a sandbox there is none, and the desktop's own settings are
    // the place.
    bool isThere() const { return !m_tool.isEmpty(); }

    void ask(const QString &type); // answers with told()
    // Makes Broadsheet the one for `types`; answers with told() for each, as it is then.
    void claim(const QStringList &types);

Q_SIGNALS:
    // "Firefox"; empty for none. `isOurs` when it is Broadsheet.
    void told(const QString &type, const QString &program, bool isOurs);
    void failed(); // the tool did not do it

private:
    QProcess *run(const QStringList &arguments);

    QString m_tool;
};
