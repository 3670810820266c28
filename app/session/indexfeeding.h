#pragma once
// Gives the index the words of what was read: a few articles at once, thousands in shards that the
// pool's threads build and merge. Everything but the constructor and the destructor is called on
// the write lane.

#include "app/library/library.h"
#include "app/session/readingpool.h"

class IndexFeeding final
{
public:
    // `told` is called on the write lane when words can be found from then on, or why they cannot.
    IndexFeeding(Library &library, ReadingPool &pool, const WayHomePointer &home,
                 QThreadPool &writeLane, const std::function<void(const Outcome &)> &told);
    Q_DISABLE_COPY_MOVE(IndexFeeding)

    // Of these the rows have been written.
    void take(const QList<ParsedFile> &files);
    // These come to nothing.
    void release(const QList<ParsedFile> &files);
    // Nothing more comes for now. Whether all words can be found, and the index is as small as it
    // is worth; if not, it will be after some more calls of `told`.
    bool settle();

private:
    struct Bundle // of articles, on their way into one shard
    {
        QList<IndexedArticle> articles;
        QList<FoundFile> files;
        qint64 bytes = 0; // of the files
    };

    void build();
    void put();
    void adoptInOrder();
    void merge(SearchIndexWriter::Merge when);
    Outcome adopt(const Bundle &bundle, const Result<BuiltShard> &shard);
    void adopt(const ShardMerge &merge, const Result<MergedShards> &merged);
    void release(qsizetype files, qint64 bytes);
    void onWriteLane(const std::function<void()> &job);

    Library &m_library;
    ReadingPool &m_pool;
    WayHomePointer m_home;
    QThreadPool &m_writeLane;
    std::function<void(const Outcome &)> m_told;
    Bundle m_bundle;
    quint64 m_lastBuild = 0;
    quint64 m_lastAdopted = 0;
    std::map<quint64, std::pair<Bundle, Result<BuiltShard>>> m_built; // waits for earlier ones
    bool m_isMerging = false;
    bool m_hasFailed = false;
};
