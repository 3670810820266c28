#pragma once
// The library for callers who must not wait: the only room that starts threads. Lives on the
// caller's thread; its answers are futures (see ui/support/whendone.h) and its signals arrive
// where it lives. Destroying it cancels what is under way and waits for it.

#include "app/article/articlesummary.h"
#include "app/base/result.h"
#include "app/library/librarychanges.h"
#include "app/related/relatedstories.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

class Library;

// Whether a folder's folders belong to it.
enum class Depth {
    ThisFolderOnly, // a double-clicked file's neighbours
    Recursive,      // a folder that the reader chose
};

class LibrarySession final : public QObject
{
    Q_OBJECT

public:
    explicit LibrarySession(Library &library, QObject *parent = nullptr);
    ~LibrarySession() override;

    // The articles of one file, straight from disk, before and beside any scan: a double-clicked
    // file is on the screen before anything is indexed. Errors: those of readArticles().
    QFuture<Result<QList<Article>>> readFile(const QString &path);

    // The whole article behind a row. Errors: also NotFound when it has left the library.
    QFuture<Result<Article>> readArticle(ArticleId id);

    // Makes the library hold the articles of `folder`, newest files first, in the background; what
    // was listed before and is not in it leaves. A scan under way is cancelled.
    void openFolder(const QString &folder, Depth depth);
    // The same for exactly these files (several dropped or double-clicked at once).
    void openFiles(const QStringList &paths);
    void cancelScan();

    QFuture<QList<ArticleSummary>> summaries(const QList<ArticleId> &ids);
    void setRead(ArticleId id, bool read);

    // The newest request wins: asking again cancels the one before.
    QFuture<RelatedStories> related(const Article &article);

Q_SIGNALS:
    void changed(const LibraryChanges &changes);
    void scanStarted(const QString &folder);
    void scanProgressed(int done, int total);        // files
    void scanFinished(const QList<Error> &problems); // one a file that could not be read

private:
    Library &m_library;
};
