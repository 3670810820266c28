#include "app/search/searchindexwriter.h"

#include "app/search/shardedits.h"
#include "app/search/shardfolder.h"
#include "app/search/shardreader.h"
#include "app/search/shardwords.h"

#include <QDir>
#include <QFile>

#include <xapian.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QString damagedPrefix = u"damaged-"_s;

// Changes of single articles are quick while the shard they go to is small.
constexpr qsizetype mostInTail = articlesInAShard / 2;

// Shards of about one size are merged when there are enough of them, so that an article is merged
// once in each size: twice on its way into a million.
struct MergeSize
{
    qsizetype from; // articles
    qsizetype to;
    qsizetype enough; // shards
    qsizetype enoughSettled;
};
constexpr MergeSize mergeSizes[] = {{0, 4 * articlesInAShard, 8, 2},
                                    {4 * articlesInAShard, 40 * articlesInAShard, 8, 6}};
constexpr qsizetype mostInAMerge = 16; // shards

QList<ArticleId> sorted(const QSet<ArticleId> &ids)
{
    QList<ArticleId> list(ids.begin(), ids.end());
    std::ranges::sort(list);
    return list;
}

// Of a shard that no manifest names yet: the index itself has no damage.
Error newIsUnreadable(Error error)
{
    error.kind = Error::Kind::Unreadable;
    return error;
}

// Before there were shards the index was one database, in this folder itself.
bool removeEarlierIndex(const QString &directory)
{
    const QDir index(directory);
    if (!index.exists(u"iamglass"_s))
        return false;
    for (const QString &name : index.entryList({u"*.glass"_s, u"flintlock"_s}, QDir::Files))
        QFile::remove(index.filePath(name));
    QFile::remove(index.filePath(u"iamglass"_s)); // last: a crash before this begins it again
    return true;
}

} // namespace

struct SearchIndexWriter::Tail
{
    Tail(const QString &path, std::unique_ptr<ShardFolder> newFolder)
        : folder(std::move(newFolder))
        , database(QFile::encodeName(path).toStdString(),
                   Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS)
        , words(database)
    {
    }

    std::unique_ptr<ShardFolder> folder; // null when the manifest has it already
    Xapian::WritableDatabase database;
    ShardWords words;
};

SearchIndexWriter::SearchIndexWriter(const QString &directory) : m_directory(directory) { }

SearchIndexWriter::~SearchIndexWriter()
{
    static_cast<void>(commit()); // what is lost is found missing by the next scan
}

QString SearchIndexWriter::pathOf(const QString &shard) const
{
    return m_directory + u'/' + shard;
}

Outcome SearchIndexWriter::open()
{
    if (!QDir().mkpath(m_directory))
        return Error{Error::Kind::Unreadable, m_directory, u"the index's folder cannot be made"_s};
    m_tail.reset();
    m_changed.clear();
    m_uncommitted = 0;
    const Result<QByteArray> bytes = manifestBytes(m_directory);
    if (!bytes.has_value())
        return bytes.error();
    const auto manifest = ShardManifest::fromBytes(bytes.value());
    m_isNew = bytes.value().isEmpty();
    m_manifest = manifest.value_or(ShardManifest());
    if (m_isNew || !manifest) {
        if (const Outcome failed = writeManifest(m_directory, m_manifest))
            return failed;
    }
    QStringList names;
    for (const ShardManifest::Shard &shard : std::as_const(m_manifest.shards))
        names += shard.name;
    for (const QString &name : QDir(m_directory).entryList({damagedPrefix + u'*'}, QDir::Dirs))
        names += name;
    removeLeftovers(m_directory, names);
    if (!manifest)
        return Error{Error::Kind::Damaged, m_directory, u"the list of shards is unreadable"_s};
    if (removeEarlierIndex(m_directory))
        return Error{Error::Kind::Damaged, m_directory, u"an earlier version made it"_s};
    return setDamagedAside();
}

// One generation of them is kept, for whoever wants to know what happened.
Outcome SearchIndexWriter::setDamagedAside()
{
    Outcome damage;
    for (qsizetype i = m_manifest.shards.size() - 1; i >= 0; --i) {
        ShardManifest::Shard &shard = m_manifest.shards[i];
        const auto articles = probedShard(pathOf(shard.name));
        if (articles.has_value()) {
            shard.articles = articles.value();
            continue;
        }
        if (articles.error().kind != Error::Kind::Damaged)
            return articles.error();
        if (!damage) {
            const QDir index(m_directory);
            for (const QString &old : index.entryList({damagedPrefix + u'*'}, QDir::Dirs))
                QDir(index.filePath(old)).removeRecursively();
        }
        QDir().rename(pathOf(shard.name), pathOf(damagedPrefix + shard.name));
        damage = Error{Error::Kind::Damaged, pathOf(damagedPrefix + shard.name),
                       articles.error().detail};
        if (m_manifest.tail == shard.name)
            m_manifest.tail.clear();
        m_manifest.shards.removeAt(i);
    }
    if (damage) {
        if (const Outcome failed = writeManifest(m_directory, m_manifest))
            return failed;
    }
    return damage;
}

Outcome SearchIndexWriter::startAgain()
{
    m_tail.reset();
    m_changed.clear();
    m_merging.clear();
    m_uncommitted = 0;
    m_manifest = {};
    if (!QDir().mkpath(m_directory))
        return Error{Error::Kind::Unreadable, m_directory, u"the index's folder cannot be made"_s};
    if (const Outcome failed = writeManifest(m_directory, m_manifest))
        return failed;
    removeEarlierIndex(m_directory);
    removeLeftovers(m_directory, {});
    m_isNew = true;
    return {};
}

Outcome SearchIndexWriter::openTail()
{
    if (m_tail)
        return {};
    std::unique_ptr<ShardFolder> folder;
    QString path = pathOf(m_manifest.tail);
    if (m_manifest.tail.isEmpty()) {
        auto made = ShardFolder::made(m_directory);
        if (!made.has_value())
            return made.error();
        folder = std::move(made.value());
        path = folder->path();
    }
    try {
        m_tail = std::make_unique<Tail>(path, std::move(folder));
    } catch (const Xapian::Error &error) {
        return indexError(path, error);
    }
    return {};
}

Outcome SearchIndexWriter::put(ArticleId id, const ArticleWords &words)
{
    if (const Outcome failed = openTail())
        return failed;
    try {
        const auto document = m_tail->words.documentOf(id, words);
        if (document)
            m_tail->database.replace_document(idTerm(id), *document);
        else
            m_tail->database.delete_document(idTerm(id));
    } catch (const Xapian::Error &error) {
        return indexError(m_directory, error);
    }
    m_changed.insert(id);
    ++m_uncommitted;
    return {};
}

Outcome SearchIndexWriter::remove(ArticleId id)
{
    if (m_tail || !m_manifest.tail.isEmpty()) {
        if (const Outcome failed = openTail())
            return failed;
        try {
            m_tail->database.delete_document(idTerm(id));
        } catch (const Xapian::Error &error) {
            return indexError(m_directory, error);
        }
    }
    m_changed.insert(id);
    ++m_uncommitted;
    return {};
}

// The new words first, and only then the old ones go: after a crash between the two an article is
// there twice, which readers see to, and never not at all.
Outcome SearchIndexWriter::commit()
{
    // By name: a tail that this commit fills is no tail any more.
    const QString tail = m_tail && m_tail->folder ? m_tail->folder->name() : m_manifest.tail;
    if (const Outcome failed = commitTail())
        return failed;
    if (const Outcome failed = removeElsewhere(sorted(m_changed), tail))
        return failed;
    m_changed.clear();
    m_uncommitted = 0;
    return {};
}

Outcome SearchIndexWriter::commitTail()
{
    if (!m_tail)
        return {};
    const std::unique_ptr<Tail> tail = std::move(m_tail); // closed in the end: others write too
    qsizetype articles = 0;
    try {
        tail->words.writeForms();
        tail->database.commit();
        articles = tail->database.get_doccount();
        tail->database.close();
    } catch (const Xapian::Error &error) {
        return indexError(m_directory, error);
    }
    ShardManifest manifest = m_manifest;
    if (tail->folder) {
        manifest.tail = tail->folder->name();
        manifest.shards.append({manifest.tail, articles});
    }
    manifest.shards[manifest.indexOf(manifest.tail)].articles = articles;
    const bool isFull = articles >= mostInTail;
    if (isFull)
        manifest.tail.clear();
    // Every writing of the manifest has every reader open every shard again.
    if (tail->folder || isFull) {
        if (const Outcome failed = writeManifest(m_directory, manifest))
            return failed;
    }
    if (tail->folder)
        tail->folder->keep();
    m_manifest = manifest;
    return {};
}

Outcome SearchIndexWriter::removeElsewhere(const QList<ArticleId> &ids, const QString &but)
{
    ShardManifest manifest = m_manifest;
    QStringList emptied;
    for (ShardManifest::Shard &shard : manifest.shards) {
        if (shard.name == but || ids.isEmpty())
            continue;
        const auto present = presentIn(pathOf(shard.name), ids);
        if (!present.has_value())
            return present.error();
        if (present.value().size() == shard.articles) {
            emptied += shard.name;
        } else if (!present.value().isEmpty()) {
            const auto left = removeFrom(pathOf(shard.name), present.value());
            if (!left.has_value())
                return left.error();
            shard.articles = left.value();
        }
    }
    manifest.shards.removeIf([&](const auto &shard) { return emptied.contains(shard.name); });
    if (emptied.contains(manifest.tail))
        manifest.tail.clear();
    if (!emptied.isEmpty()) {
        if (const Outcome failed = writeManifest(m_directory, manifest))
            return failed;
    }
    for (const QString &name : std::as_const(emptied))
        QDir(pathOf(name)).removeRecursively();
    m_manifest = manifest;
    return {};
}

Outcome SearchIndexWriter::adopt(const BuiltShard &shard, const QList<ArticleId> &gone)
{
    const QString path = shard.folder->path();
    qsizetype articles = shard.articles;
    if (!gone.isEmpty()) {
        const auto left = removeFrom(path, gone);
        if (!left.has_value())
            return left.error();
        articles = left.value();
    }
    if (articles == 0)
        return {};
    auto ids = idsIn(path);
    if (!ids.has_value())
        return newIsUnreadable(ids.error());
    ShardManifest manifest = m_manifest;
    manifest.shards.append({shard.folder->name(), articles});
    if (const Outcome failed = writeManifest(m_directory, manifest))
        return failed;
    shard.folder->keep();
    m_manifest = manifest;
    std::ranges::sort(ids.value());
    return removeElsewhere(ids.value(), shard.folder->name());
}

std::optional<ShardMerge> SearchIndexWriter::nextMerge(Merge when)
{
    QList<ShardManifest::Shard> free;
    for (const ShardManifest::Shard &shard : std::as_const(m_manifest.shards)) {
        if (shard.name != m_manifest.tail && !m_merging.contains(shard.name))
            free.append(shard);
    }
    for (const MergeSize &size : mergeSizes) {
        ShardMerge merge{m_directory, {}, 0};
        for (const ShardManifest::Shard &shard : std::as_const(free)) {
            if (shard.articles >= size.from && shard.articles < size.to
                && merge.shards.size() < mostInAMerge) {
                merge.shards += shard.name;
                merge.articles += shard.articles;
            }
        }
        if (merge.shards.size() >= (when == Merge::Settled ? size.enoughSettled : size.enough)) {
            m_merging.unite({merge.shards.begin(), merge.shards.end()});
            return merge;
        }
    }
    return {};
}

void SearchIndexWriter::giveUp(const ShardMerge &merge)
{
    m_merging.subtract({merge.shards.begin(), merge.shards.end()});
}

Outcome SearchIndexWriter::adopt(const MergedShards &merged)
{
    m_merging.subtract({merged.merged.begin(), merged.merged.end()});
    ShardManifest manifest = m_manifest;
    for (const QString &name : merged.merged) {
        const qsizetype row = manifest.indexOf(name);
        if (row < 0) // another program has merged it, or it was emptied
            return {};
        manifest.shards.removeAt(row);
    }
    const auto articles = withoutRemoved(merged);
    if (!articles.has_value())
        return articles.error();
    // The old shards go for good now: what stands for them must be there, all of it.
    const auto found = probedShard(merged.shard.folder->path());
    if (!found.has_value())
        return newIsUnreadable(found.error());
    if (found.value() != articles.value())
        return Error{Error::Kind::Unreadable, merged.shard.folder->path(),
                     u"it holds another number of articles than went into it"_s};
    if (articles.value() > 0)
        manifest.shards.append({merged.shard.folder->name(), articles.value()});
    if (const Outcome failed = writeManifest(m_directory, manifest))
        return failed;
    if (articles.value() > 0)
        merged.shard.folder->keep();
    m_manifest = manifest;
    for (const QString &name : merged.merged)
        QDir(pathOf(name)).removeRecursively();
    return {};
}

// What left the old shards after they were read leaves the new one too; how many are left.
Result<qsizetype> SearchIndexWriter::withoutRemoved(const MergedShards &merged) const
{
    bool isChanged = false;
    for (qsizetype i = 0; i < merged.merged.size(); ++i) {
        const auto revision = revisionOf(pathOf(merged.merged.at(i)));
        if (!revision.has_value())
            return revision.error();
        isChanged = isChanged || revision.value() != merged.revisions.at(i);
    }
    if (!isChanged)
        return merged.shard.articles;
    QSet<ArticleId> left;
    for (const QString &name : merged.merged) {
        const auto ids = idsIn(pathOf(name));
        if (!ids.has_value())
            return ids.error();
        left.unite({ids.value().begin(), ids.value().end()});
    }
    auto removed = idsIn(merged.shard.folder->path());
    if (!removed.has_value())
        return removed.error();
    removed.value().removeIf([&left](ArticleId id) { return left.contains(id); });
    return removeFrom(merged.shard.folder->path(), removed.value());
}

Result<QList<ArticleId>> SearchIndexWriter::ids() const
{
    QList<ArticleId> all;
    for (const ShardManifest::Shard &shard : m_manifest.shards) {
        const auto some = idsIn(pathOf(shard.name));
        if (!some.has_value())
            return some.error();
        all += some.value();
    }
    std::ranges::sort(all);
    return all;
}

qsizetype SearchIndexWriter::articleCount() const
{
    qsizetype articles = 0;
    for (const ShardManifest::Shard &shard : m_manifest.shards)
        articles += shard.articles;
    return articles;
}
