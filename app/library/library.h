#pragma once
// The reader's articles: what is known of them (Catalogue), their words (SearchIndex) and what the
// reader did to them (StateDatabase), changed together, in directories of the library's own. It
// never writes into the reader's folders.
//
// It has two sides that share no memory, so it needs no locks: everything under *write lane* is
// called on one thread at a time, everything under *read lane* on one thread at a time, and each
// side stays on its thread until its close…() is called. A caller without threads calls both.
// Any number of Library objects, in one program or several, may have the same places: writers take
// turns, a batch each, and readers wait for nobody.

#include "app/library/folderscan.h"
#include "app/library/librarychanges.h"
#include "app/library/librarylock.h"
#include "app/library/libraryoverview.h"
#include "app/library/libraryplaces.h"
#include "app/library/listrequest.h"
#include "app/library/parsedfile.h"
#include "app/library/readerfolders.h"
#include "app/library/readerversion.h"
#include "app/library/readingstate.h"
#include "app/library/storytraits.h"
#include "app/search/idset.h"
#include "app/search/searchindex.h"
#include "app/search/searchindexwriter.h"

#include <QHash>

class CatalogueReader;
class CatalogueWriter;
class StoryAnswers;

class Library final
{
public:
    using Cancelled = std::function<bool()>;

    // Makes nothing yet. What another `readerVersion` has read is read again by the next scan.
    explicit Library(const LibraryPlaces &places,
                     const QByteArray &readerVersion = ::readerVersion());
    explicit Library(const QString &directory, const QByteArray &readerVersion = ::readerVersion());
    ~Library();
    Q_DISABLE_COPY_MOVE(Library)
    const LibraryPlaces &places() const { return m_places; }
    const QByteArray &readerVersion() const { return m_readerVersion; }

    // Write lane. Paths are absolute and clean.

    // The reader's folders. Adding one lists nothing yet: a scan does. Adding a visited one keeps
    // it. What no folder holds any more leaves the list; what was done to it is remembered.
    Result<QList<ReaderFolder>> folders(); // in the order they were added
    Result<LibraryChanges> addFolder(const QString &path);
    Result<LibraryChanges> removeFolder(const QString &path);
    Result<LibraryChanges> renameFolder(const QString &path, const QString &name);
    Result<LibraryChanges> visitFolder(const QString &path, Depth depth);
    Result<LibraryChanges> keepFolder(const QString &path); // as addFolder()
    Result<LibraryChanges> leaveFolder(const QString &path);
    Result<LibraryChanges> setAway(const QString &path, bool away); // it cannot be reached

    // Makes what was found the files of that folder: what is not there any more leaves at once,
    // what was renamed or moved keeps its articles; `toRead` becomes those that are new or have
    // changed, in the order given. Other folders are left alone.
    Result<LibraryChanges> setFolder(const FolderScan &scan, FileTable &toRead);
    // The same for some files of which something was heard: nothing leaves.
    Result<LibraryChanges> lookAgain(const QList<FoundFile> &files, FileTable &toRead);
    Result<LibraryChanges> forget(const QStringList &paths); // files or folders that are gone
    // A file or folder has another name now; its articles stay what they were.
    Result<LibraryChanges> moved(const QString &from, const QString &to);
    // Whether another program has, since this was last asked; no, before anything was written here.
    bool haveOthersWritten();
    Result<LibraryChanges> add(const QList<ParsedFile> &files); // without their words
    // Words, when the rows of their files are written. Few are put; many are built into shards on
    // other threads (app/search/indexshard.h) and adopted. Either is found, and known, on return.
    QString indexDirectory() const;
    Result<QList<IndexedArticle>> toIndex(const QList<ParsedFile> &files);
    Outcome putWords(const QList<IndexedArticle> &articles, const QList<FoundFile> &files);
    Outcome adoptShard(const BuiltShard &shard, const QList<ArticleId> &ids,
                       const QList<FoundFile> &files);
    std::optional<ShardMerge> nextMerge(SearchIndexWriter::Merge when);
    Outcome adoptMerged(const MergedShards &merged);
    void giveUpMerge(const ShardMerge &merge);

    // What the reader did. It is on the disk when these return.
    Result<LibraryChanges> setRead(const QList<ArticleId> &ids, bool read);
    Result<LibraryChanges> setStarred(const QList<ArticleId> &ids, bool starred);
    Result<LibraryChanges> setTag(const QList<ArticleId> &ids, const QString &tag, bool tagged);
    Result<LibraryChanges> setNote(ArticleId id, const QString &text);
    Result<LibraryChanges> setOpened(ArticleId id, const QDateTime &moment); // and so read
    Result<LibraryChanges> setScroll(ArticleId id, double position); // 0 at the top, 1 at the end
    Result<LibraryChanges> setJudgement(ArticleId id, const QList<ArticleId> &others,
                                        Judgement judgement);
    Outcome saveSearch(const SavedSearch &search); // in place of an earlier one of that name
    Outcome removeSearch(const QString &name);
    void rest(); // nothing is to be added for a while: gives back the memory that this takes
    void closeWriting();

    // Read lane. Each sees what was committed before it was called. What belongs beside a story is
    // asked through StoryAnswers.

    // The beginning of a list, at most so many; quick, however long the list is.
    Result<ArticleOrder> list(const ListRequest &request, qsizetype atMost,
                              const Cancelled &cancelled);
    Result<LibraryOverview> overview(const Cancelled &cancelled);
    Result<QList<Snippet>> snippets(const SearchQuery &query, const QList<ArticleId> &ids,
                                    const Cancelled &cancelled);
    // How the articles of a query divide: `all` of them, where they are known.
    Result<SearchFacets> facets(const SearchQuery &query, const QList<ArticleId> &all,
                                const Cancelled &cancelled);
    // Those of a leaf of SearchQuery that only the catalogue and the reading state answer.
    Result<IdSet> idsOf(const SearchQuery &leaf);
    Result<ReadingState> readingState(ArticleId id);
    Result<QList<Error>> problems(); // one a file that could not be read
    Result<QList<ArticleSummary>> summaries(const QList<ArticleId> &ids);
    Result<Article> article(ArticleId id); // read from its file, now
    Result<qsizetype> count();
    void closeReading();

private:
    friend class StoryAnswers;
    using Change = std::function<void(CatalogueWriter &catalogue, LibraryChanges &changes)>;

    Result<LibraryChanges> write(const Change &change);
    Result<LibraryChanges> writeState(const Change &change);
    Outcome openWriting();
    Outcome openIndex();
    Outcome changeWords(const std::function<Outcome(SearchIndexWriter &index)> &change,
                        const QList<ArticleId> &found);
    Outcome markLostWords(const QList<ArticleId> &left);
    Outcome removeWords(const QList<ArticleId> &ids);
    QList<ArticleId> settled(const QList<ArticleId> &ids);
    Outcome giveUp(const Error &error);
    Result<CatalogueReader *> reading();
    Outcome askCatalogue(const std::function<void(CatalogueReader &)> &question);
    Result<ArticleOrder> search(const ListRequest &request, qsizetype atMost,
                                const Cancelled &cancelled);
    template <typename Answer>
    Result<Answer> ask(const std::function<Answer(CatalogueReader &)> &question);

    LibraryPlaces m_places;
    QByteArray m_readerVersion;
    LibraryLock m_lock;
    std::unique_ptr<CatalogueWriter> m_written;
    std::unique_ptr<SearchIndexWriter> m_writtenIndex;
    QList<Error> m_notices;                          // to go with the next changes
    QHash<QString, QList<IndexedArticle>> m_toIndex; // of files just added, by path
    QHash<ArticleId, int> m_awaited;                 // words on their way to the index
    bool m_hasChangedState = false;                  // since the writing side was opened
    std::unique_ptr<CatalogueReader> m_read;
    SearchIndex m_readIndex;
};
