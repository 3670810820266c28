#include "app/search/indexcheck.h"

#include "app/search/shardedits.h"
#include "app/search/shardmanifest.h"
#include "app/search/shardreader.h"

#include <QDirIterator>

#include <xapian.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// What Xapian says of its own tables, and texts that do not unpack.
QStringList problemsInside(const QString &path)
{
    QStringList problems;
    try {
        const std::string name = QFile::encodeName(path).toStdString();
        if (const size_t errors = Xapian::Database::check(name); errors > 0)
            problems += u"%1 errors in its tables"_s.arg(errors);
        const Xapian::Database shard(name);
        const auto end = shard.postlist_end({});
        for (auto id = shard.postlist_begin({}); id != end; ++id) {
            const Xapian::Document document = shard.get_document(*id);
            if (!storedText(document))
                problems += u"no text in document %1"_s.arg(*id);
        }
    } catch (const Xapian::Error &error) {
        problems += QString::fromStdString(error.get_description());
    }
    return problems;
}

void checkShard(const QString &path, CheckDepth depth, IndexCheck &check, QStringList &problems)
{
    const auto articles = probedShard(path);
    const auto ids = idsIn(path);
    if (!articles.has_value() || !ids.has_value()) {
        problems += articles.has_value() ? ids.error().detail : articles.error().detail;
        return;
    }
    if (articles.value() != ids.value().size())
        problems += u"%1 documents and %2 articles"_s.arg(articles.value()).arg(ids.value().size());
    check.ids += ids.value();
    if (depth == CheckDepth::EveryByte)
        problems += problemsInside(path);
}

void moveDoublesOut(IndexCheck &check)
{
    std::ranges::sort(check.ids);
    for (qsizetype i = 1; i < check.ids.size(); ++i) {
        const ArticleId id = check.ids.at(i);
        if (id == check.ids.at(i - 1) && (check.doubles.isEmpty() || check.doubles.last() != id))
            check.doubles += id;
    }
    check.ids.erase(std::unique(check.ids.begin(), check.ids.end()), check.ids.end());
}

Result<ShardManifest> readManifest(const QString &indexDirectory)
{
    const Result<QByteArray> bytes = manifestBytes(indexDirectory);
    if (!bytes.has_value())
        return bytes.error();
    const auto manifest = ShardManifest::fromBytes(bytes.value());
    if (!manifest)
        return Error{Error::Kind::Damaged, indexDirectory, u"the list of shards is unreadable"_s};
    return *manifest;
}

} // namespace

Result<IndexCheck> checkedIndex(const QString &indexDirectory, CheckDepth depth)
{
    const Result<ShardManifest> manifest = readManifest(indexDirectory);
    if (!manifest.has_value())
        return manifest.error();
    IndexCheck check;
    check.shards = manifest.value().shards.size();
    for (const ShardManifest::Shard &shard : manifest.value().shards) {
        QStringList problems;
        checkShard(indexDirectory + u'/' + shard.name, depth, check, problems);
        for (const QString &problem : std::as_const(problems))
            check.problems += shard.name + u": "_s + problem;
    }
    moveDoublesOut(check);
    QDirIterator files(indexDirectory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        check.bytes += files.fileInfo().size();
    }
    return check;
}

std::optional<qsizetype> shardCount(const QString &indexDirectory)
{
    const Result<ShardManifest> manifest = readManifest(indexDirectory);
    return manifest.has_value() ? std::optional(manifest.value().shards.size()) : std::nullopt;
}
