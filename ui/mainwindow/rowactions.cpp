#include "ui/mainwindow/rowactions.h"

#include "ui/articlelist/articlelist.h"
#include "ui/articlelist/articlelistview.h"
#include "ui/articlelist/listheader.h"
#include "ui/articlelist/listselection.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/rowdeeds.h"
#include "ui/mainwindow/windowactions.h"

#include <QMainWindow>
#include <QMenu>

using namespace std::chrono_literals;

RowActions::RowActions(RowDeeds &deeds, ArticleList &list, MessageBar *messages,
                       QMainWindow *window)
    : QObject(window), m_deeds(deeds), m_list(list), m_messages(messages), m_window(window)
{
    m_offerEnds.setSingleShot(true);
    m_offerEnds.setInterval(12s);
    m_updateSoon.setSingleShot(true);
    makeActions();
    connectActions();
    update();
}

QAction *RowActions::add(const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    m_window->addAction(action);
    return action;
}

void RowActions::makeActions()
{
    nextUnread = add(tr("Next &Unread"), {QKeySequence(Qt::Key_N), Qt::CTRL | Qt::Key_N});
    toggleRead = add(tr("Mark as &Read"), {QKeySequence(Qt::Key_M), Qt::CTRL | Qt::Key_M});
    markAllRead = add(tr("Mark &All as Read"), {Qt::CTRL | Qt::SHIFT | Qt::Key_M});
    toggleStar = add(tr("&Star"), {QKeySequence(Qt::Key_S), Qt::CTRL | Qt::Key_D});
    editTags = add(tr("&Tags…"), {QKeySequence(Qt::Key_T)});
    moveToTrash = add(tr("Move to &Trash"), {QKeySequence(Qt::Key_Delete)});
    undo = add(tr("&Undo"), {Qt::CTRL | Qt::Key_Z});
    showInFileManager = add(tr("Show in File &Manager"), {});
    copyPath = add(tr("Copy File &Path"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    copyCitation = add(tr("Copy C&itation"), {});
    printSelected = add(tr("Print Se&lected…"), {});
    markRelated = add(tr("Related to the &Open Article"), {});
    // In a field Delete takes a letter away, and elsewhere nobody means the list by it.
    m_window->removeAction(moveToTrash);
    m_list.view()->addAction(moveToTrash);
    moveToTrash->setShortcutContext(Qt::WidgetShortcut);
    m_window->addAction(m_list.header()->unreadOnly());
}

void RowActions::connectActions()
{
    connect(nextUnread, &QAction::triggered, &m_list, &ArticleList::goToNextUnread);
    connect(toggleRead, &QAction::triggered, &m_deeds,
            [this] { m_deeds.setRead(m_deeds.isAnyUnread()); });
    connect(markAllRead, &QAction::triggered, &m_deeds, &RowDeeds::markAllRead);
    connect(toggleStar, &QAction::triggered, &m_deeds,
            [this] { m_deeds.setStarred(m_deeds.isAnyUnstarred()); });
    connect(editTags, &QAction::triggered, &m_deeds, &RowDeeds::editTags);
    connect(moveToTrash, &QAction::triggered, &m_deeds, &RowDeeds::moveToTrash);
    connect(undo, &QAction::triggered, &m_deeds, &RowDeeds::undo);
    connect(showInFileManager, &QAction::triggered, &m_deeds, &RowDeeds::showInFileManager);
    connect(copyPath, &QAction::triggered, &m_deeds, &RowDeeds::copyPaths);
    connect(copyCitation, &QAction::triggered, &m_deeds, &RowDeeds::copyCitations);
    connect(printSelected, &QAction::triggered, &m_deeds, &RowDeeds::printSelected);
    connect(markRelated, &QAction::triggered, &m_deeds, &RowDeeds::markRelated);

    connect(m_list.view(), &ArticleListView::menuWanted, this, &RowActions::showMenu);
    connect(&m_list, &ArticleList::filled, this, &RowActions::update);
    connect(&m_deeds, &RowDeeds::changed, &m_updateSoon, qOverload<>(&QTimer::start));
    connect(&m_updateSoon, &QTimer::timeout, this, &RowActions::update);
    connect(&m_deeds, &RowDeeds::undoable, this, &RowActions::offerUndo);
    connect(&m_deeds, &RowDeeds::undone, this, &RowActions::withdrawUndo);
    connect(&m_offerEnds, &QTimer::timeout, this, &RowActions::withdrawUndo);
}

void RowActions::setCanPrint(bool canPrint)
{
    m_canPrint = canPrint;
    update();
}

// Words and state are those of the rows that are selected now.
void RowActions::update()
{
    const qsizetype selected = selectedRows(m_list.view()->selectionModel()->selection());
    const bool isAny = selected > 0
        && !(selected == 1 && m_list.articles()->hasNewcomer() && m_list.view()->currentRow() == 0);
    for (QAction *action : {toggleRead, toggleStar, editTags, markRelated, moveToTrash,
                            showInFileManager, copyPath, copyCitation})
        action->setEnabled(isAny);
    printSelected->setEnabled(isAny && m_canPrint);
    const bool hasRows = m_list.articles()->rowCount() > 0;
    nextUnread->setEnabled(hasRows);
    markAllRead->setEnabled(hasRows);
    undo->setEnabled(m_deeds.canUndo());
    if (!isAny)
        return;
    toggleRead->setText(m_deeds.isAnyUnread() ? tr("Mark as &Read") : tr("Mark as Un&read"));
    toggleStar->setText(m_deeds.isAnyUnstarred() ? tr("&Star") : tr("Remove &Star"));
    copyPath->setText(selected == 1 ? tr("Copy File &Path") : tr("Copy File &Paths"));
    copyCitation->setText(selected == 1 ? tr("Copy C&itation") : tr("Copy C&itations"));
}

void RowActions::offerUndo(const QString &sentence)
{
    m_offer = sentence;
    undo->setEnabled(true); // what is offered can be had at once, by its key too
    m_messages->offer(sentence, tr("&Undo"), [this] { m_deeds.undo(); });
    m_offerEnds.start();
}

// Ctrl+Z goes on working; only the sentence goes, unless another one has taken its place.
void RowActions::withdrawUndo()
{
    m_offerEnds.stop();
    if (!m_offer.isEmpty() && m_messages->message() == m_offer)
        m_messages->hide();
    m_offer.clear();
}

void RowActions::fillMenus(const WindowActions &window)
{
    // Beside entries that are there already: whatever else a menu has, these find their place.
    const auto insert = [&](QAction *anchor, int offset, const QList<QAction *> &entries) {
        for (QMenu *menu : window.menus()) {
            const qsizetype at = menu->actions().indexOf(anchor);
            if (at < 0)
                continue;
            QAction *next = menu->actions().value(at + offset);
            for (QAction *entry : entries) {
                if (entry)
                    menu->insertAction(next, entry);
                else
                    menu->insertSeparator(next);
            }
        }
    };
    insert(window.print, 1, {printSelected});
    insert(window.closeWindow, 0, {showInFileManager, moveToTrash, nullptr});
    insert(window.copy, 0, {undo, nullptr});
    insert(window.copy, 1, {copyCitation, copyPath});
    insert(window.showList, 0,
           {m_list.header()->sortMenu()->menuAction(), m_list.header()->unreadOnly(), nullptr});
    insert(window.previousArticle, 1, {nextUnread});
    insert(window.openOriginal, 0,
           {toggleRead, markAllRead, nullptr, toggleStar, editTags, markRelated, nullptr});
}

void RowActions::showMenu(const QPoint &place)
{
    update();
    auto *menu = new QMenu(m_list.view());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({toggleRead, toggleStar, editTags, markRelated});
    menu->addSeparator();
    menu->addActions({copyCitation, copyPath});
    menu->addSeparator();
    menu->addActions({printSelected, showInFileManager, moveToTrash});
    menu->popup(place);
}
