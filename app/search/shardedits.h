#pragma once
// Looking into one shard, and taking articles out of it. Only app/search's writing side. What goes
// wrong in Xapian becomes an Error.

#include "app/article/articleid.h"
#include "app/base/result.h"

#include <QList>
#include <QSet>
#include <QString>

// How many articles it has; looks into each of its tables, so that plain damage shows.
Result<qsizetype> probedShard(const QString &path);

// All of its articles, in no order.
Result<QList<ArticleId>> idsIn(const QString &path);

// Those of `ids`, which are in order, that the shard has.
Result<QList<ArticleId>> presentIn(const QString &path, const QList<ArticleId> &ids);

// How many articles are left.
Result<qsizetype> removeFrom(const QString &path, const QList<ArticleId> &ids);

// Grows with every commit.
Result<quint64> revisionOf(const QString &path);
