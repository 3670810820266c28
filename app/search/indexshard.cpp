#include "app/search/indexshard.h"

#include "app/search/shardfolder.h"
#include "app/search/shardreader.h"
#include "app/search/shardwords.h"

#include <QFile>

#include <xapian.h>

using namespace Qt::StringLiterals;

namespace {

Error cancelledError(const QString &subject)
{
    return {Error::Kind::Cancelled, subject, {}};
}

// DB_DANGEROUS writes in place, without keeping the state before: nobody reads a shard that is
// being made, and after a crash it is thrown away.
constexpr int making = Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC
    | Xapian::DB_DANGEROUS;

// Xapian keeps what has been added in trees of terms and of documents until it is written out:
// beyond so many articles those leave the processor's cache, and adding takes half as long again.
constexpr qsizetype articlesInAFlush = 500;

// Twice Xapian's own: fewer packed texts are cut in two, which saves a twentieth of the index.
constexpr int mergedBlockSize = 16'384; // bytes

std::string encoded(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

} // namespace

Result<BuiltShard> buildShard(const QString &indexDirectory, const QList<IndexedArticle> &articles,
                              const std::function<bool()> &cancelled)
{
    auto folder = ShardFolder::made(indexDirectory);
    if (!folder.has_value())
        return folder.error();
    BuiltShard shard{std::move(folder.value()), 0};
    try {
        Xapian::WritableDatabase database(encoded(shard.folder->path()), making);
        ShardWords words(database);
        for (const IndexedArticle &article : articles) {
            if (cancelled())
                return cancelledError(indexDirectory);
            if (const auto document = words.documentOf(article.id, article.words)) {
                database.add_document(*document);
                if (++shard.articles % articlesInAFlush == 0)
                    database.commit();
            }
        }
        words.writeForms();
        database.commit();
        database.close();
    } catch (const Xapian::Error &error) {
        return indexError(shard.folder->path(), error);
    }
    if (const Outcome failed = shard.folder->sync())
        return *failed;
    return shard;
}

Result<MergedShards> mergeShards(const ShardMerge &merge, const std::function<bool()> &cancelled)
{
    auto folder = ShardFolder::made(merge.indexDirectory);
    if (!folder.has_value())
        return folder.error();
    MergedShards merged{{std::move(folder.value()), 0}, merge.shards, {}};
    try {
        Xapian::Database all;
        for (const QString &name : merge.shards) {
            const Xapian::Database shard(encoded(merge.indexDirectory + u'/' + name));
            merged.revisions.append(shard.get_revision());
            all.add_database(shard);
        }
        if (cancelled())
            return cancelledError(merge.indexDirectory);
        merged.shard.articles = all.get_doccount();
        all.compact(encoded(merged.shard.folder->path()), Xapian::Compactor::FULLER,
                    mergedBlockSize);
    } catch (const Xapian::DatabaseModifiedError &) {
        return cancelledError(merge.indexDirectory);
    } catch (const Xapian::DatabaseOpeningError &) {
        return cancelledError(merge.indexDirectory);
    } catch (const Xapian::Error &error) {
        return indexError(merge.indexDirectory, error);
    }
    if (const Outcome failed = merged.shard.folder->sync())
        return *failed;
    return merged;
}
