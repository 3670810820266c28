#include "ui/mainwindow/filedesk.h"

#include "ui/mainwindow/articleproperties.h"
#include "ui/mainwindow/currentarticle.h"
#include "ui/mainwindow/opening.h"
#include "ui/mainwindow/recentfiles.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/mainwindow/windowdialogs.h"
#include "ui/reading/readingpane.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QWidget>

FileDesk::FileDesk(Opening &opening, const CurrentArticle &current, const RecentFiles &recent,
                   const WindowActions &actions, QWidget *window)
    : QObject(window), m_opening(opening), m_current(current), m_window(window)
{
    connect(actions.openFile, &QAction::triggered, this, [this] {
        askForFiles(m_window, startFolder(),
                    [this](const QStringList &paths) { m_opening.open(paths); });
    });
    connect(actions.openFolder, &QAction::triggered, this, [this] {
        askForFolder(m_window, tr("Open a Folder of Articles"), startFolder(),
                     [this](const QString &folder) { m_opening.open({folder}); });
    });
    connect(actions.properties, &QAction::triggered, this, [this] {
        const Article *article = m_current.onScreen();
        const ReadingPane *pane = m_current.pane();
        const QList<QUrl> refused = pane ? pane->refusedRequests() : QList<QUrl>();
        if (article)
            (new ArticleProperties(*article, refused, m_window))->open();
    });
    connect(&recent, &RecentFiles::chosen, this,
            [this](const QString &path) { m_opening.open({path}); });
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

// Beside the article that is being read.
QString FileDesk::startFolder() const
{
    const Article *article = m_current.article();
    return article ? QFileInfo(article->path).path() : QString();
}

bool FileDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter) {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        if (drag->mimeData()->hasUrls() && !drag->source()) // nor rows of ours
            drag->acceptProposedAction();
        return true;
    }
    if (event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QStringList paths = droppedPaths(*drop->mimeData());
        if (!paths.isEmpty()) {
            drop->acceptProposedAction();
            m_opening.open(paths);
        }
        return true;
    }
    return QObject::eventFilter(watched, event);
}
