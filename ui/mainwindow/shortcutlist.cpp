#include "ui/mainwindow/shortcutlist.h"

#include "ui/mainwindow/windowactions.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString bare(QString text)
{
    return text.remove(u'&');
}

QString keysOf(const QAction *action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action->shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(QObject::tr(" or "));
}

QTreeWidgetItem *sectionFor(QTreeWidget *tree, const QString &title)
{
    auto *section = new QTreeWidgetItem(tree, {title});
    QFont font = tree->font();
    font.setBold(true);
    section->setFont(0, font);
    section->setFlags(Qt::ItemIsEnabled);
    section->setFirstColumnSpanned(true);
    return section;
}

} // namespace

ShortcutList::ShortcutList(const WindowActions &actions, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto *tree = new QTreeWidget(this);
    tree->setAccessibleName(windowTitle());
    tree->setHeaderLabels({tr("What it does"), tr("Keys")});
    tree->setRootIsDecorated(false);
    tree->setAlternatingRowColors(true);
    for (const QMenu *menu : actions.menus()) {
        QTreeWidgetItem *section = nullptr;
        for (const QAction *action : menu->actions()) {
            if (action->shortcuts().isEmpty())
                continue;
            if (!section)
                section = sectionFor(tree, bare(menu->title()));
            new QTreeWidgetItem(section, {bare(action->text()), keysOf(action)});
        }
    }
    auto *leave = new QTreeWidgetItem(sectionFor(tree, tr("Everywhere")));
    leave->setText(0, bare(actions.leave->text()));
    leave->setText(1, keysOf(actions.leave));
    tree->expandAll();
    tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tree);
    layout->addWidget(buttons);
    resize(560, 620);
}
