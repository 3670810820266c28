#pragma once
// The words of the library's articles, on their way to disk. One object, on one thread, while the
// library's lock is held; SearchIndex reads, elsewhere, what has been committed or adopted. After a
// crash at any moment the index is what it was after the last commit or adoption that returned.
// What goes wrong in Xapian becomes an Error.
//
// Single articles are put into the tail, a small shard. Thousands are built into shards of their
// own on other threads (app/search/indexshard.h) and adopted; merges likewise.

#include "app/search/indexshard.h"
#include "app/search/shardmanifest.h"

#include <QSet>

class SearchIndexWriter final
{
public:
    explicit SearchIndexWriter(const QString &directory);
    ~SearchIndexWriter(); // commits
    Q_DISABLE_COPY_MOVE(SearchIndexWriter)

    // Makes the index where there is none, and removes what a crash left behind. Call it at the
    // start of every batch: another program may have changed the index since. A shard that cannot
    // be read is set aside as damaged-…, and the Error is of kind Damaged and names it; the writer
    // is open all the same, with the rest: ids() tells whose words are still there.
    Outcome open();
    // Throws away what is there, and is open with an empty index.
    Outcome startAgain();
    bool isNew() const { return m_isNew; } // open() made it: it has no words of anything

    Outcome put(ArticleId id, const ArticleWords &words);
    Outcome remove(ArticleId id);
    // What was put and removed can be found, and not, by those who ask from here on. On the disk
    // when this returns.
    Outcome commit();
    int uncommitted() const { return m_uncommitted; } // articles put or removed

    // Makes the shard part of the index, on disk and at once. Words that the index has of the same
    // articles go; so do those of `gone`, which have left the library while the shard was built.
    Outcome adopt(const BuiltShard &shard, const QList<ArticleId> &gone = {});

    // The shards to be made one, if any. Settled: as few as is worth the work, when nothing more is
    // to come. Ask again after each adoption; what was handed out is not handed out again until it
    // is adopted or given up.
    enum class Merge { WhileAdding, Settled };
    std::optional<ShardMerge> nextMerge(Merge when);
    // What has been removed from those shards meanwhile stays removed. Does nothing when they have
    // changed otherwise, which another program may have done.
    Outcome adopt(const MergedShards &merged);
    void giveUp(const ShardMerge &merge);

    // Whose words the index has, in order; a double stands twice.
    Result<QList<ArticleId>> ids() const;
    qsizetype articleCount() const; // about: as of the last commit or adoption
    qsizetype shardCount() const { return m_manifest.shards.size(); }

private:
    struct Tail;

    Outcome setDamagedAside();
    Outcome openTail();
    Outcome commitTail();
    Outcome removeElsewhere(const QList<ArticleId> &ids, const QString &but);
    Result<qsizetype> withoutRemoved(const MergedShards &merged) const;
    QString pathOf(const QString &shard) const;

    QString m_directory;
    ShardManifest m_manifest;
    std::unique_ptr<Tail> m_tail;
    QSet<ArticleId> m_changed; // put or removed since the last commit
    QSet<QString> m_merging;
    int m_uncommitted = 0;
    bool m_isNew = false;
};
