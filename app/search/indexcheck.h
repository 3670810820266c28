#pragma once
// Whether the index is sound: for broadsheet-cli check. Reads only; any thread.

#include "app/article/articleid.h"
#include "app/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

struct IndexCheck
{
    QList<ArticleId> ids; // whose words it has, in order, each once
    QList<ArticleId>
        doubles;          // those it has twice: a crash may leave them, the next change mends it
    QStringList problems; // what is wrong, a line each with the shard it is wrong with
    qsizetype shards = 0;
    qint64 bytes = 0; // on the disk, leftovers and what was set aside included

    bool isSound() const { return doubles.isEmpty() && problems.isEmpty(); }
};

enum class CheckDepth {
    Articles,  // every article's id; as long as opening
    EveryByte, // also every block of every table, and every text: minutes for a million articles
};

// Nothing, and sound, where there is no index. An Error where the list of shards cannot be read.
Result<IndexCheck> checkedIndex(const QString &indexDirectory, CheckDepth depth);

// How many shards the index is made of, as its list of them says; 0 where there is no index.
// Nothing when that list cannot be read. Opens no shard.
std::optional<qsizetype> shardCount(const QString &indexDirectory);
