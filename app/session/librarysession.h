#pragma once
// The library for callers who must not wait: the only room that starts threads. Lives on the
// caller's thread; its answers are futures (see ui/support/whendone.h) and its signals arrive
// where it lives. Destroying it cancels what is under way and waits for it. While it lives nobody
// else uses the library.

#include "app/article/articlesummary.h"
#include "app/base/result.h"
#include "app/library/folderfiles.h"
#include "app/library/librarychanges.h"
#include "app/related/relatedstories.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

class Library;
struct ParsedFile;

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
    // was listed before and is not in it leaves. A scan under way is cancelled, without a
    // scanFinished(): the new scanStarted() takes its place.
    void openFolder(const QString &folder, Depth depth);
    // The same for exactly these files (several dropped or double-clicked at once).
    void openFiles(const QStringList &paths);
    void cancelScan(); // what is listed stays; scanFinished() follows at once
    bool isScanning() const { return m_isScanning; }

    // Those of `ids` that are in the library, in the order asked.
    QFuture<QList<ArticleSummary>> summaries(const QList<ArticleId> &ids);
    void setRead(ArticleId id, bool read); // also in the middle of a scan; changed() follows

    // The newest request wins: asking again cancels the one before.
    QFuture<RelatedStories> related(const Article &article);

Q_SIGNALS:
    void changed(const LibraryChanges &changes);
    void wordsFound(); // in the articles listed: what is related to one may have changed
    void scanStarted(const QString &folder);
    void scanProgressed(int done, int total);        // files listed; their words come afterwards
    void scanFinished(const QList<Error> &problems); // one a file that could not be read

private:
    struct Scan;                               // one opened folder on its way along the write lane
    using ScanPointer = std::shared_ptr<Scan>; // handed from job to job; jobs must be copyable
    using FindFiles = std::function<FolderFiles(const std::function<bool()> &cancelled)>;

    void start(const QString &folder, const FindFiles &find);
    void findFiles(const ScanPointer &scan, const FindFiles &find);
    void listSome(const ScanPointer &scan);
    void findUnindexed(const ScanPointer &scan);
    void indexSome(const ScanPointer &scan);
    void finish(const ScanPointer &scan);
    QList<ParsedFile> takeBatch(Scan &scan);
    void keepParsing(Scan &scan);
    void tell(const std::function<void()> &news);
    void tellOf(const ScanPointer &scan, const std::function<void()> &news);

    Library &m_library;
    QThreadPool m_fileLane;  // of one: readFile(), which waits for nobody
    QThreadPool m_readLane;  // of one
    QThreadPool m_writeLane; // of one
    QThreadPool m_parsePool;
    QFuture<RelatedStories> m_newestRelated;
    std::atomic<quint64> m_newestScan = 0; // raising it is how a scan is cancelled
    bool m_isScanning = false;
};
