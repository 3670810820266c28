#pragma once
// Shards: independent pieces of the index, made on any thread, many at once, without looking at the
// rest of it; and several made into one. What is made here is part of the index only when
// SearchIndexWriter has adopted it; until then it is gone with its last copy, or after a crash.

#include "app/article/articleid.h"
#include "app/base/result.h"
#include "app/search/articlewords.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <memory>

class ShardFolder;

// How many articles make a good shard: more, and Xapian's changes in memory outgrow the processor's
// cache; fewer, and merging costs more than it saves.
inline constexpr qsizetype articlesInAShard = 2'000;

struct IndexedArticle
{
    ArticleId id{};
    ArticleWords words;
};

struct BuiltShard
{
    std::shared_ptr<ShardFolder> folder; // shared, because a QFuture copies what it carries
    qsizetype articles = 0;
};

// What is to be made one, as SearchIndexWriter::nextMerge() chose it.
struct ShardMerge
{
    QString indexDirectory;
    QStringList shards;
    qsizetype articles = 0;
};

struct MergedShards
{
    BuiltShard shard;
    QStringList merged;       // the shards it replaces
    QList<quint64> revisions; // of those, as they were read
};

// Its bytes are on the disk when this returns. Articles without words are left out.
Result<BuiltShard> buildShard(const QString &indexDirectory, const QList<IndexedArticle> &articles,
                              const std::function<bool()> &cancelled);

// Reads the shards as they are now and leaves them alone. A shard that is written to meanwhile, or
// goes, is an Error of kind Cancelled: the merge may be tried again.
Result<MergedShards> mergeShards(const ShardMerge &merge, const std::function<bool()> &cancelled);
