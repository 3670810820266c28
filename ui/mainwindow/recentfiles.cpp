#include "ui/mainwindow/recentfiles.h"

#include <QFileInfo>
#include <QMenu>

namespace {

constexpr qsizetype pathsKept = 12;
constexpr qsizetype longestName = 80;

} // namespace

RecentFiles::RecentFiles(QMenu *menu, const QStringList &paths, QObject *parent)
    : QObject(parent), m_menu(menu), m_paths(paths.mid(0, pathsKept))
{
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &RecentFiles::fill);
}

void RecentFiles::add(const QString &path)
{
    m_paths.removeAll(path);
    m_paths.prepend(path);
    m_paths = m_paths.mid(0, pathsKept);
    Q_EMIT changed();
}

void RecentFiles::forget(const QString &path)
{
    if (m_paths.removeAll(path) > 0)
        Q_EMIT changed();
}

void RecentFiles::fill()
{
    m_menu->clear();
    for (const QString &path : std::as_const(m_paths)) {
        QString name = QFileInfo(path).fileName().left(longestName);
        QAction *entry = m_menu->addAction(name.replace(u'&', QStringLiteral("&&")));
        entry->setToolTip(path);
        entry->setStatusTip(path);
        connect(entry, &QAction::triggered, this, [this, path] { Q_EMIT chosen(path); });
    }
    if (m_paths.isEmpty())
        m_menu->addAction(tr("Nothing opened yet"))->setEnabled(false);
    m_menu->addSeparator();
    QAction *clear = m_menu->addAction(tr("&Clear This List"));
    clear->setEnabled(!m_paths.isEmpty());
    connect(clear, &QAction::triggered, this, [this] {
        m_paths.clear();
        Q_EMIT changed();
    });
}
