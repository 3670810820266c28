#pragma once
// The library for callers who must not wait: the only room that starts threads. Lives on the
// caller's thread; its answers are futures (see ui/support/whendone.h) and its signals arrive
// where it lives. Destroying it cancels what is under way and waits for it. While it lives nobody
// else uses the library object; other programs may use the same library.

#include "app/article/articlesummary.h"
#include "app/base/result.h"
#include "app/formats/originalpage.h"
#include "app/library/folderfiles.h"
#include "app/library/librarychanges.h"
#include "app/library/libraryoverview.h"
#include "app/library/listrequest.h"
#include "app/library/readingstate.h"
#include "app/library/storytraits.h"
#include "app/related/relatedstories.h"
#include "app/related/textcomparison.h"
#include "app/session/filetrash.h"
#include "app/session/patientpool.h"
#include "app/session/wayhome.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <limits>
#include <memory>

class FolderKeeping;
class Library;
class Scanning;

class LibrarySession final : public QObject
{
    Q_OBJECT

public:
    struct ScanProgress // of all folders that are being read, together
    {
        int done = 0;
        int total = 0;      // grows while folders are still looked through
        qint64 msLeft = -1; // at the pace of late; -1 while nobody can tell
    };
    struct WatchLimit // the system watches only so many folders
    {
        int watched = 0;
        int unwatched = 0;   // looked through from time to time instead
        int msBetween = 0;   // from one look to the next, or longer
        bool isFull = false; // the system's limit is reached; else the file system cannot tell
    };
    static constexpr qsizetype everyArticle = std::numeric_limits<qsizetype>::max();

    explicit LibrarySession(Library &library, QObject *parent = nullptr);
    ~LibrarySession() override;

    // The articles of one file, straight from disk, before and beside any scan: a double-clicked
    // file is on the screen before anything is indexed. Errors: those of readArticles().
    QFuture<Result<QList<Article>>> readFile(const QString &path);
    // The saved page of an article. Errors: those of readOriginalPage().
    QFuture<Result<OriginalPage>> readOriginal(const QString &path);
    // The whole article behind a row. Errors: also NotFound when it has left the library.
    QFuture<Result<Article>> readArticle(ArticleId id);
    // Those of `ids` that are in the library, in the order asked.
    QFuture<QList<ArticleSummary>> summaries(const QList<ArticleId> &ids);
    QFuture<QList<ArticleSummary>> articlesOfFile(const QString &path);

    // Of each of these the newest request wins: asking again cancels the one before.
    QFuture<Result<ArticleOrder>> list(const ListRequest &request, qsizetype atMost = everyArticle);
    QFuture<QList<Snippet>> snippets(const SearchQuery &query, const QList<ArticleId> &ids);
    QFuture<SearchFacets> facets(const SearchQuery &query, const QList<ArticleId> &all = {});
    QFuture<LibraryOverview> overview();
    QFuture<RelatedStories> related(const Article &article);
    QFuture<ArticleComparison> compared(const Article &before, const Article &after);

    // The reader's folders: listed, watched, read again where they have changed. A visited one is
    // there only because something in it was opened, and until it is left or kept.
    void addFolder(const QString &path);
    void removeFolder(const QString &path);
    void renameFolder(const QString &path, const QString &name);
    void visitFolder(const QString &path, Depth depth);
    void visitFiles(const QStringList &paths); // exactly these: dropped or chosen together
    void keepFolder(const QString &path);
    void leaveFolder(const QString &path);

    // Looks through all of them for what has changed since the program last ran, and hears of
    // changes from then on. To be called when the window is on the screen.
    void followFolders();

    // What the reader does to articles. changed() follows, also in the middle of a scan.
    QFuture<Result<ReadingState>> readingState(ArticleId id);
    QFuture<QStringList> notes(const QList<ArticleId> &ids); // one each, empty where there is none
    void setRead(const QList<ArticleId> &ids, bool read);
    void setStarred(const QList<ArticleId> &ids, bool starred);
    void setTag(const QList<ArticleId> &ids, const QString &tag, bool tagged);
    void setNote(ArticleId id, const QString &text);
    void setOpened(ArticleId id);                  // now, and so read
    void setScroll(ArticleId id, double position); // 0 at the top, 1 at the end
    // judged() follows, not changed(): no row of a list looks otherwise.
    void setJudgement(ArticleId id, const QList<ArticleId> &others, Judgement judgement);
    void saveSearch(const SavedSearch &search); // under its name, in place of an earlier one
    void removeSearch(const QString &name);
    QFuture<Trashed> moveToTrash(const QList<ArticleId> &ids, const TrashWay &way = toOwnTrash);
    QFuture<QList<Error>> restoreFromTrash(const QList<TrashedFile> &files);

    void pauseScan();
    void resumeScan();
    void cancelScan(); // what is listed stays; scanFinished() follows at once
    bool isScanning() const;
    bool isPaused() const;

Q_SIGNALS:
    void changed(const LibraryChanges &changes);
    void overviewChanged(); // folders, counts, tags or saved searches
    void judged();          // related stories are others than before
    void wordsFound();      // searches and related stories may find more than before
    void written();         // after cancelScan(): what was begun before is on the disk, and told
    void scanStarted(const QString &folder);
    void scanProgressed(const LibrarySession::ScanProgress &progress);
    void scanFinished(const QList<Error> &problems); // one a file that could not be read
    void watchLimited(const LibrarySession::WatchLimit &limit);
    void failed(const Error &error); // what was asked for could not be kept: a full disk

private:
    void tell(const std::function<void()> &news);
    void hearChanges(const LibraryChanges &changes);
    void lookForOthers();
    void keep(const std::function<Outcome(Library &)> &change);
    template <typename Answer>
    QFuture<Answer>
    askNewest(QFuture<Answer> &newest,
              const std::function<Answer(Library &library, const std::function<bool()> &cancelled)>
                  &question);

    Library &m_library;
    WayHomePointer m_home;
    PatientPool m_files;              // readFile() and the like, which wait for nobody
    std::unique_ptr<Library> m_lists; // the same library, for the list lane
    QThreadPool m_readLane;           // of one: what is on the screen
    QThreadPool m_listLane;           // of one
    QThreadPool m_writeLane;          // of one
    std::unique_ptr<Scanning> m_scanning;
    std::unique_ptr<FolderKeeping> m_keeping;
    QTimer m_others; // asks whether another program has changed the library
    QFuture<RelatedStories> m_newestRelated;
    QFuture<Result<ArticleOrder>> m_newestList;
    QFuture<QList<Snippet>> m_newestSnippets;
    QFuture<SearchFacets> m_newestFacets;
    QFuture<LibraryOverview> m_newestOverview;
};
