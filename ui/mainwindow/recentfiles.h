#pragma once
// File > Open Recent: what was opened lately, the newest on top. Files that turn out to be gone are
// forgotten when somebody tries to open them; nothing is looked for on the disk to fill a menu.
// Owned by the window; GUI thread.

#include <QObject>
#include <QStringList>

class QMenu;

class RecentFiles final : public QObject
{
    Q_OBJECT

public:
    RecentFiles(QMenu *menu, const QStringList &paths, QObject *parent);

    void add(const QString &path);
    void forget(const QString &path);
    QStringList paths() const { return m_paths; }

Q_SIGNALS:
    void chosen(const QString &path);
    void changed();

private:
    void fill();

    QMenu *m_menu;
    QStringList m_paths;
};
