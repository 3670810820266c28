#pragma once
// What can be done to the rows of the list, each with its words and keys, where it stands in the
// menus, and whether it can act now. What it does is RowDeeds'. Owned by the window; GUI thread.

#include <QAction>
#include <QList>
#include <QObject>
#include <QTimer>

class ArticleList;
class MessageBar;
class QMainWindow;
class RowDeeds;
class WindowActions;

class RowActions final : public QObject
{
    Q_OBJECT

public:
    RowActions(RowDeeds &deeds, ArticleList &list, MessageBar *messages, QMainWindow *window);

    QAction *nextUnread, *toggleRead, *markAllRead, *toggleStar, *editTags;
    QAction *moveToTrash, *undo, *showInFileManager, *copyPath, *copyCitation, *printSelected,
        *markRelated;

    // Once, after the first frame, into menus that have their other entries.
    void fillMenus(const WindowActions &window);

    void setCanPrint(bool canPrint); // there is somebody who prints

private:
    QAction *add(const QString &text, const QList<QKeySequence> &keys);
    void makeActions();
    void connectActions();
    void update();
    void offerUndo(const QString &sentence);
    void withdrawUndo();
    void showMenu(const QPoint &place);

    RowDeeds &m_deeds;
    ArticleList &m_list;
    MessageBar *m_messages;
    QMainWindow *m_window;
    bool m_canPrint = false;
    QString m_offer; // the sentence that the message bar shows
    QTimer m_offerEnds;
    QTimer m_updateSoon; // once for many rows that change
};
