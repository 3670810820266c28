#pragma once
// What happens when the reader opens something: the asked file is read first and by itself; what
// lies beside it only when the window says that the article is on the screen; and then the article
// is found again among the library's. Owned by the window; GUI thread.

#include "app/article/articlesummary.h"
#include "app/base/result.h"
#include "app/library/librarychanges.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>

class LibrarySession;
class QMimeData;

// The files and folders of this machine among what was dropped.
QStringList droppedPaths(const QMimeData &data);

class Opening final : public QObject
{
    Q_OBJECT

public:
    explicit Opening(LibrarySession &session, QObject *parent = nullptr);

    // Files and folders, as a file manager, the command line or a drop gives them: the first
    // article that can be read is shown, and every file is listed; a file alone brings its
    // neighbours, a folder all that is in it.
    void open(const QStringList &paths);

    // The article is on the screen: now the rest may be read. Harmless when there is no rest.
    void goOn();

Q_SIGNALS:
    void opened(const QString &path); // a file that had an article in it, or a folder
    void articleRead(const Article &article);
    void failed(const Error &error);  // the asked file; what is beside it will be read all the same
    void folderChosen();              // there is no article to show yet: the first listed may be
    void articleListed(ArticleId id); // the one of articleRead() has this id
    void listChanged(const LibraryChanges &changes); // after articleListed(), when that is in it

private:
    void readFirst();
    void fail(const Error &error);
    void planFolder(const QString &folder);
    void follow(const LibraryChanges &changes);
    void followNext();
    void match(const QList<ArticleSummary> &arrived);

    LibrarySession &m_session;
    int m_opening = 0;            // counts up, so that an overtaken answer is known
    QStringList m_paths;          // what was asked for
    qsizetype m_trying = 0;       // which of them is being read
    std::function<void()> m_rest; // what is still to be read, once
    QTimer m_patience;            // the rest is read even if nobody says that the article is shown

    // The article that waits to be found among the library's.
    bool m_isAwaited = false;
    QString m_awaitedPath;
    QString m_awaitedPart;
    QList<LibraryChanges> m_arrived; // in order; the first one's summaries may be on their way
    bool m_isMatching = false;
};
