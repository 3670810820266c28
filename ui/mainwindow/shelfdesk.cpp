#include "ui/mainwindow/shelfdesk.h"

#include "app/session/librarysession.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/windowdialogs.h"
#include "ui/support/whendone.h"

#include <QDesktopServices>
#include <QDir>
#include <QUrl>

using namespace std::chrono_literals;

ShelfDesk::ShelfDesk(LibrarySession &session, Shelf *shelf, MessageBar *messages, QWidget *window)
    : QObject(window), m_session(session), m_shelf(shelf), m_messages(messages), m_window(window)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(300ms);
    connect(&m_soon, &QTimer::timeout, this, &ShelfDesk::ask);
    connect(&session, &LibrarySession::overviewChanged, this, &ShelfDesk::askSoon);
    connect(&session, &LibrarySession::changed, this, &ShelfDesk::askSoon);
    connect(&session, &LibrarySession::scanFinished, this, &ShelfDesk::askSoon);
    connectShelf();
}

void ShelfDesk::connectShelf()
{
    connect(m_shelf, &Shelf::folderWanted, this, &ShelfDesk::chooseFolder);
    connect(m_shelf, &Shelf::foldersDropped, this, &ShelfDesk::addFolders);
    connect(m_shelf, &Shelf::taskChosen, this, &ShelfDesk::perform);
    connect(m_shelf, &Shelf::renamed, this, &ShelfDesk::rename);
}

// While a scan goes on the library changes all the time: it is asked again when the last answer
// has been here for a while, and not when the last change has.
void ShelfDesk::askSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void ShelfDesk::ask()
{
    whenDone(m_session.overview(), this, [this](const LibraryOverview &overview) {
        m_overview = overview;
        m_shelf->showLibrary(overview);
        Q_EMIT overviewCame();
    });
}

void ShelfDesk::addFolders(const QStringList &paths)
{
    for (const QString &path : paths) {
        const QString folder = QDir::cleanPath(QDir::current().absoluteFilePath(path));
        m_session.addFolder(folder);
        Q_EMIT folderAdded(folder);
    }
    askSoon();
}

void ShelfDesk::chooseFolder()
{
    askForFolder(m_window, tr("Add a Folder to the Library"), QDir::homePath(),
                 [this](const QString &folder) { addFolders({folder}); });
}

void ShelfDesk::saveSearch(const QString &query, const QString &name)
{
    askForName(m_window, tr("Save Search"), tr("&Name in the library:"), name,
               [this, query](const QString &chosen) {
                   m_session.saveSearch({chosen, query});
                   askSoon();
               });
}

void ShelfDesk::perform(const ShelfRow &row, ShelfTask task)
{
    switch (task) {
    case ShelfTask::Remove:
        if (row.kind == ShelfRow::Kind::Search)
            removeSearch(row);
        else
            removeFolder(row);
        break;
    case ShelfTask::Keep:
        m_session.keepFolder(row.key);
        break;
    case ShelfTask::Close:
        m_session.leaveFolder(row.key);
        break;
    case ShelfTask::ShowInFileManager:
        QDesktopServices::openUrl(QUrl::fromLocalFile(row.key));
        break;
    case ShelfTask::Rescan:
        if (row.kind == ShelfRow::Kind::VisitedFolder)
            m_session.visitFolder(row.key, Depth::ThisFolderOnly);
        else
            m_session.addFolder(row.key);
        break;
    case ShelfTask::AddFolder:
    case ShelfTask::Rename:
        break; // the shelf's own
    }
    askSoon();
}

void ShelfDesk::rename(const ShelfRow &row, const QString &name)
{
    if (row.kind == ShelfRow::Kind::Folder)
        return m_session.renameFolder(row.key, name);
    m_session.saveSearch({name, row.query});
    m_session.removeSearch(row.key);
}

void ShelfDesk::removeFolder(const ShelfRow &row)
{
    m_session.removeFolder(row.key);
    m_messages->offer(
        tr("“%1” is not in the library any more. Its files stay where they are.").arg(row.name),
        tr("&Undo"), [this, row] {
            m_session.addFolder(row.key);
            if (row.name != QDir(row.key).dirName())
                m_session.renameFolder(row.key, row.name);
            m_messages->hide();
            askSoon();
        });
}

void ShelfDesk::removeSearch(const ShelfRow &row)
{
    m_session.removeSearch(row.key);
    m_messages->offer(tr("The saved search “%1” is removed.").arg(row.name), tr("&Undo"),
                      [this, row] {
                          m_session.saveSearch({row.key, row.query});
                          m_messages->hide();
                          askSoon();
                      });
}
