#include "ui/shelf/shelfmenu.h"

#include "ui/support/icons.h"

#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace {

struct ShelfMenu
{
    Q_DECLARE_TR_FUNCTIONS(ShelfMenu)
};

struct Entry
{
    ShelfTask task;
    QString text;
    QString icon;
    QKeySequence key; // for the eye: the tree itself listens to it
};

Entry showEntry()
{
    return {
        ShelfTask::ShowInFileManager, ShelfMenu::tr("Open in &File Manager"), u"folder-open"_s, {}};
}

Entry rescanEntry()
{
    return {ShelfTask::Rescan, ShelfMenu::tr("&Look for Changes"), u"view-refresh"_s, {}};
}

Entry renameEntry()
{
    return {ShelfTask::Rename, ShelfMenu::tr("Re&name…"), u"edit-rename"_s, Qt::Key_F2};
}

QList<Entry> entriesFor(const ShelfRow &row)
{
    switch (row.kind) {
    case ShelfRow::Kind::Folder:
        return {showEntry(),
                rescanEntry(),
                renameEntry(),
                {ShelfTask::Remove, ShelfMenu::tr("&Remove from Library"), u"list-remove"_s,
                 Qt::Key_Delete}};
    case ShelfRow::Kind::VisitedFolder:
        return {{ShelfTask::Keep, ShelfMenu::tr("&Keep in Library"), u"list-add"_s, {}},
                {ShelfTask::Close, ShelfMenu::tr("&Close"), u"window-close"_s, Qt::Key_Delete},
                showEntry(),
                rescanEntry()};
    case ShelfRow::Kind::Subfolder: // looked through with the folder that it is in
        return {showEntry()};
    case ShelfRow::Kind::Search:
        return {renameEntry(),
                {ShelfTask::Remove, ShelfMenu::tr("&Remove Saved Search"), u"list-remove"_s,
                 Qt::Key_Delete}};
    default:
        return {};
    }
}

} // namespace

QMenu *shelfMenu(const ShelfRow &row, QWidget *parent, const std::function<void(ShelfTask)> &chosen)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<Entry> entries = entriesFor(row);
    for (const Entry &entry : entries) {
        QAction *action = menu->addAction(themedIcon(entry.icon), entry.text, parent,
                                          [chosen, task = entry.task] { chosen(task); });
        action->setShortcut(entry.key);
        action->setShortcutContext(Qt::WidgetShortcut);
    }
    if (!entries.isEmpty())
        menu->addSeparator();
    menu->addAction(themedIcon(u"folder-new"_s), ShelfMenu::tr("&Add Folder to Library…"), parent,
                    [chosen] { chosen(ShelfTask::AddFolder); });
    return menu;
}
