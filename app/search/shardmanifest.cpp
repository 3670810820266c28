#include "app/search/shardmanifest.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QByteArray title = "Broadsheet index 1";

QString fileName(const QString &indexDirectory)
{
    return indexDirectory + u"/shards"_s;
}

// Nothing that leads out of the index.
bool isName(const QByteArray &name)
{
    return name.size() == 16 && std::ranges::all_of(name, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

} // namespace

QByteArray ShardManifest::bytes() const
{
    QByteArray bytes = title + '\n';
    for (const Shard &shard : shards)
        bytes += "shard " + shard.name.toLatin1() + ' ' + QByteArray::number(shard.articles) + '\n';
    if (!tail.isEmpty())
        bytes += "tail " + tail.toLatin1() + '\n';
    return bytes;
}

std::optional<ShardManifest> ShardManifest::fromBytes(const QByteArray &bytes)
{
    ShardManifest manifest;
    if (bytes.isEmpty())
        return manifest;
    QList<QByteArray> lines = bytes.split('\n');
    if (lines.takeFirst() != title || lines.isEmpty() || !lines.takeLast().isEmpty())
        return {};
    for (const QByteArray &line : std::as_const(lines)) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() < 2 || !isName(words.at(1)))
            return {};
        const QString name = QString::fromLatin1(words.at(1));
        if (words.at(0) == "shard" && words.size() == 3 && manifest.indexOf(name) < 0)
            manifest.shards.append({name, words.at(2).toLongLong()});
        else if (words.at(0) == "tail" && words.size() == 2 && manifest.indexOf(name) >= 0)
            manifest.tail = name;
        else
            return {};
    }
    return manifest;
}

qsizetype ShardManifest::indexOf(const QString &name) const
{
    const auto found = std::ranges::find(shards, name, &Shard::name);
    return found == shards.end() ? -1 : found - shards.begin();
}

Result<QByteArray> manifestBytes(const QString &indexDirectory)
{
    QFile file(fileName(indexDirectory));
    if (!file.open(QIODevice::ReadOnly)) {
        if (!file.exists())
            return QByteArray();
        return Error{Error::Kind::Unreadable, file.fileName(), file.errorString()};
    }
    return file.readAll();
}

Outcome writeManifest(const QString &indexDirectory, const ShardManifest &manifest)
{
    QSaveFile file(fileName(indexDirectory));
    if (file.open(QIODevice::WriteOnly) && file.write(manifest.bytes()) > 0 && file.commit())
        return {};
    const bool isFull = file.error() == QFileDevice::ResourceError
        || file.error() == QFileDevice::WriteError;
    return Error{isFull ? Error::Kind::DiskFull : Error::Kind::Unreadable, file.fileName(),
                 file.errorString()};
}
