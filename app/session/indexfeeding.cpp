#include "app/session/indexfeeding.h"

namespace {

// So few go into the index as they are: a shard of its own for each handful would be merged for
// longer than it took to build.
constexpr qsizetype handful = 300;
// A shard's articles in memory take several times what they take on the disk.
constexpr qint64 bytesInAShard = 12'000'000;

} // namespace

IndexFeeding::IndexFeeding(Library &library, ReadingPool &pool, const WayHomePointer &home,
                           QThreadPool &writeLane, const std::function<void(const Outcome &)> &told)
    : m_library(library), m_pool(pool), m_home(home), m_writeLane(writeLane), m_told(told)
{
}

void IndexFeeding::take(const QList<ParsedFile> &files)
{
    const auto articles = m_library.toIndex(files);
    if (!articles.has_value()) {
        release(files);
        return m_told(articles.error());
    }
    m_bundle.articles += articles.value();
    for (const ParsedFile &file : files) {
        m_bundle.files.append(file.file);
        m_bundle.bytes += file.file.size;
    }
    if (m_bundle.articles.size() >= articlesInAShard || m_bundle.bytes >= bytesInAShard)
        build();
}

void IndexFeeding::release(const QList<ParsedFile> &files)
{
    qint64 bytes = 0;
    for (const ParsedFile &file : files)
        bytes += file.file.size;
    release(files.size(), bytes);
}

void IndexFeeding::release(qsizetype files, qint64 bytes)
{
    m_pool.queue().settle(files, bytes);
    m_pool.wake();
}

// From a thread of the pool, by way of the session's thread, which knows whether we are still here.
void IndexFeeding::onWriteLane(const std::function<void()> &job)
{
    m_writeLane.start(job);
}

void IndexFeeding::build()
{
    const Bundle bundle = std::exchange(m_bundle, {});
    const auto job = [this, home = m_home, bundle, number = ++m_lastBuild,
                      directory = m_library.indexDirectory()](const auto &cancelled) {
        const auto shard = buildShard(directory, bundle.articles, cancelled);
        home->tell([=, this] {
            onWriteLane([=, this] {
                m_built.emplace(number, std::pair(bundle, shard));
                adoptInOrder();
            });
        });
    };
    m_pool.start(job);
}

// A file that was read twice, because it has changed, may be in two shards: the later one's words
// are the right ones, and the one adopted last prevails.
void IndexFeeding::adoptInOrder()
{
    while (!m_built.empty() && m_built.begin()->first == m_lastAdopted + 1) {
        const auto [bundle, shard] = m_built.begin()->second;
        m_built.erase(m_built.begin());
        ++m_lastAdopted;
        const Outcome failed = adopt(bundle, shard);
        m_hasFailed = m_hasFailed || failed;
        m_told(failed);
        if (!failed)
            merge(SearchIndexWriter::Merge::WhileAdding);
    }
}

Outcome IndexFeeding::adopt(const Bundle &bundle, const Result<BuiltShard> &shard)
{
    release(bundle.files.size(), bundle.bytes);
    if (!shard.has_value())
        return shard.error();
    QList<ArticleId> ids;
    for (const IndexedArticle &article : bundle.articles)
        ids.append(article.id);
    return m_library.adoptShard(shard.value(), ids, bundle.files);
}

void IndexFeeding::put()
{
    const Bundle bundle = std::exchange(m_bundle, {});
    release(bundle.files.size(), bundle.bytes);
    m_told(m_library.putWords(bundle.articles, bundle.files));
}

void IndexFeeding::merge(SearchIndexWriter::Merge when)
{
    if (m_isMerging)
        return;
    const auto merge = m_library.nextMerge(when);
    if (!merge)
        return;
    m_isMerging = true;
    m_pool.start([this, home = m_home, merge = *merge](const auto &cancelled) {
        const auto merged = mergeShards(merge, cancelled);
        home->tell([this, merge, merged] {
            onWriteLane([this, merge, merged] { adopt(merge, merged); });
        });
    });
}

// A merge that has come too late, because the shards have changed, is no misfortune.
void IndexFeeding::adopt(const ShardMerge &merge, const Result<MergedShards> &merged)
{
    m_isMerging = false;
    Outcome failed;
    if (merged.has_value())
        failed = m_library.adoptMerged(merged.value());
    else if (merged.error().kind != Error::Kind::Cancelled)
        failed = merged.error();
    if (!merged.has_value() || failed)
        m_library.giveUpMerge(merge);
    m_hasFailed = m_hasFailed || failed;
    m_told(failed);
}

bool IndexFeeding::settle()
{
    if (m_bundle.articles.size() > handful)
        build();
    if (m_lastBuild != m_lastAdopted || m_isMerging)
        return false;
    if (!m_bundle.files.isEmpty())
        put();
    if (!std::exchange(m_hasFailed, false)) // else it would fail again, and again
        merge(SearchIndexWriter::Merge::Settled);
    return !m_isMerging;
}
