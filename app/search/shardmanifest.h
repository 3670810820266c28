#pragma once
// Which shards the index is made of: index/shards, one file, written whole or not at all. A folder
// beside it that it does not name is no part of the index. Only app/search; the writing side writes
// it, while the library's lock is held.

#include "app/base/result.h"

#include <QList>
#include <QString>

struct ShardManifest
{
    struct Shard
    {
        QString name; // of its folder
        qsizetype articles = 0;

        bool operator==(const Shard &other) const = default;
    };

    QList<Shard> shards;
    QString tail; // the one of them that takes single articles; empty: none yet

    // Its bytes are lines:
    //   Broadsheet index 1
    //   shard 3f29c1d80a6b4e57 20000
    //   tail 0b17e4…
    QByteArray bytes() const;
    // Nothing when those are no such bytes. No bytes are no shards.
    static std::optional<ShardManifest> fromBytes(const QByteArray &bytes);

    qsizetype indexOf(const QString &name) const;
};

// What the file holds now; empty when there is none.
Result<QByteArray> manifestBytes(const QString &indexDirectory);
Outcome writeManifest(const QString &indexDirectory, const ShardManifest &manifest);
