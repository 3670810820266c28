#pragma once
// Keeps the shelf in step with the library, and does with folders and saved searches what the
// reader wants done. Nothing here touches a file. Owned by the window; GUI thread.

#include "app/library/libraryoverview.h"
#include "ui/shelf/shelf.h"

#include <QObject>
#include <QTimer>

class LibrarySession;
class MessageBar;

class ShelfDesk final : public QObject
{
    Q_OBJECT

public:
    ShelfDesk(LibrarySession &session, Shelf *shelf, MessageBar *messages, QWidget *window);

    void askSoon(); // the library has changed; not after each batch
    const LibraryOverview &overview() const { return m_overview; }

    void addFolders(const QStringList &paths);
    void chooseFolder();                                        // and add it
    void saveSearch(const QString &query, const QString &name); // asks for its name

Q_SIGNALS:
    void overviewCame();
    void folderAdded(const QString &path);

private:
    void ask();
    void connectShelf();
    void perform(const ShelfRow &row, ShelfTask task);
    void rename(const ShelfRow &row, const QString &name);
    void removeFolder(const ShelfRow &row);
    void removeSearch(const ShelfRow &row);

    LibrarySession &m_session;
    Shelf *m_shelf;
    MessageBar *m_messages;
    QWidget *m_window;
    LibraryOverview m_overview;
    QTimer m_soon;
};
