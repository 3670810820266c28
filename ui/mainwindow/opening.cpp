#include "ui/mainwindow/opening.h"

#include "app/session/librarysession.h"
#include "ui/support/whendone.h"

#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

QStringList droppedPaths(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

Opening::Opening(LibrarySession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(5s);
    connect(&m_patience, &QTimer::timeout, this, &Opening::goOn);
    connect(&m_session, &LibrarySession::changed, this, &Opening::follow);
}

void Opening::open(const QStringList &paths)
{
    ++m_opening;
    m_paths.clear();
    for (const QString &path : paths)
        m_paths.append(QDir::cleanPath(QDir::current().absoluteFilePath(path)));
    m_trying = 0;
    m_rest = {};
    m_patience.stop();
    m_isAwaited = false;
    if (!m_paths.isEmpty())
        readFirst();
}

void Opening::readFirst()
{
    const QString path = m_paths.at(m_trying);
    const auto take = [this, path, opening = m_opening](const Result<QList<Article>> &articles) {
        if (opening != m_opening) // something else was opened meanwhile
            return;
        if (!articles.has_value())
            return fail(articles.error());
        const Article &article = articles.value().first();
        m_isAwaited = true;
        m_awaitedPath = path;
        m_awaitedPart = article.part;
        if (m_paths.size() > 1)
            m_rest = [this] { m_session.visitFiles(m_paths); };
        else
            m_rest = [this, path] {
                m_session.visitFolder(QFileInfo(path).path(), Depth::ThisFolderOnly);
            };
        m_patience.start();
        Q_EMIT opened(path);
        Q_EMIT articleRead(article);
    };
    whenDone(m_session.readFile(path), this, take);
}

void Opening::fail(const Error &error)
{
    const QString path = m_paths.at(m_trying);
    // Only what turned out not to be a file is asked whether it is a folder.
    if (error.kind == Error::Kind::NotAFile && QFileInfo(path).isDir()) {
        Q_EMIT opened(path);
        Q_EMIT folderChosen();
        if (m_paths.size() > 1)
            return m_session.visitFiles(m_paths);
        return m_session.visitFolder(path, Depth::Recursive);
    }

    Q_EMIT failed(error);
    if (++m_trying < m_paths.size())
        return readFirst();
    if (m_paths.size() > 1)
        return m_session.visitFiles(m_paths);
    const QFileInfo folder(QFileInfo(path).path());
    if (folder.isDir())
        m_session.visitFolder(folder.filePath(), Depth::ThisFolderOnly);
}

void Opening::goOn()
{
    m_patience.stop();
    const auto rest = std::exchange(m_rest, {});
    if (!rest)
        return;
    if (m_isAwaited) // it may be listed already: then the library has nothing to say of it
        whenDone(m_session.articlesOfFile(m_awaitedPath), this,
                 [this](const QList<ArticleSummary> &listed) { match(listed); });
    rest();
}

// Changes are passed on one after another: a later one must not overtake one that is still being
// looked at.
void Opening::follow(const LibraryChanges &changes)
{
    m_arrived.append(changes);
    if (!m_isMatching)
        followNext();
}

void Opening::followNext()
{
    while (!m_arrived.isEmpty()) {
        if (m_isAwaited) {
            m_isMatching = true;
            whenDone(m_session.articlesOfFile(m_awaitedPath), this,
                     [this](const QList<ArticleSummary> &arrived) {
                         match(arrived);
                         m_isMatching = false;
                         Q_EMIT listChanged(m_arrived.takeFirst());
                         followNext();
                     });
            return;
        }
        Q_EMIT listChanged(m_arrived.takeFirst());
    }
}

void Opening::match(const QList<ArticleSummary> &arrived)
{
    const auto found = std::ranges::find_if(arrived, [this](const ArticleSummary &summary) {
        return (summary.path == m_awaitedPath || summary.places.contains(m_awaitedPath))
            && summary.part == m_awaitedPart;
    });
    if (!m_isAwaited || found == arrived.end())
        return;
    m_isAwaited = false;
    Q_EMIT articleListed(found->id);
}
