// The words of articles on their way into the index, of Library.
#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "app/library/library.h"

QString Library::indexDirectory() const
{
    return indexFolder(m_places);
}

// Those that another file has already need no words of their own.
Result<QList<IndexedArticle>> Library::toIndex(const QList<ParsedFile> &files)
{
    QList<IndexedArticle> articles;
    for (const ParsedFile &file : files)
        articles += m_toIndex.take(file.file.path);
    return articles;
}

// First the index, then the mark that it has them: after a power cut between the two the next scan
// does the work again, and never forgets it.
Outcome Library::changeWords(const std::function<Outcome(SearchIndexWriter &index)> &change,
                             const QList<ArticleId> &found)
{
    if (const Outcome failed = openWriting())
        return giveUp(*failed);
    if (const Outcome failed = change(*m_writtenIndex))
        return giveUp(*failed);
    m_written->begin();
    m_written->markIndexed(found);
    if (const Outcome failed = m_written->commit())
        return giveUp(*failed);
    m_lock.letGo();
    return {};
}

// One that has changed meanwhile has newer words on their way: it is not done yet.
QList<ArticleId> Library::settled(const QList<ArticleId> &ids)
{
    QList<ArticleId> settled;
    for (const ArticleId id : ids) {
        if (--m_awaited[id] > 0)
            continue;
        m_awaited.remove(id);
        settled.append(id);
    }
    return settled;
}

Outcome Library::putWords(const QList<IndexedArticle> &articles, const QList<FoundFile> &)
{
    QList<ArticleId> ids;
    for (const IndexedArticle &article : articles)
        ids.append(article.id);
    return changeWords(
        [&](SearchIndexWriter &index) -> Outcome {
            for (const IndexedArticle &article : articles) {
                if (const Outcome failed = index.put(article.id, article.words))
                    return failed;
            }
            return index.commit();
        },
        settled(ids));
}

Outcome Library::adoptShard(const BuiltShard &shard, const QList<ArticleId> &ids,
                            const QList<FoundFile> &)
{
    return changeWords(
        [&](SearchIndexWriter &index) -> Outcome {
            const QList<ArticleId> gone = m_written->absentOf(ids);
            if (const Outcome failed = m_written->database().takeFailure())
                return failed;
            return index.adopt(shard, gone);
        },
        settled(ids));
}

std::optional<ShardMerge> Library::nextMerge(SearchIndexWriter::Merge when)
{
    return m_writtenIndex ? m_writtenIndex->nextMerge(when) : std::nullopt;
}

Outcome Library::adoptMerged(const MergedShards &merged)
{
    return changeWords([&](SearchIndexWriter &index) { return index.adopt(merged); }, {});
}

void Library::giveUpMerge(const ShardMerge &merge)
{
    if (m_writtenIndex)
        m_writtenIndex->giveUp(merge);
}

Outcome Library::removeWords(const QList<ArticleId> &ids)
{
    for (const ArticleId id : ids) {
        if (const Outcome failed = m_writtenIndex->remove(id))
            return failed;
    }
    return ids.isEmpty() ? Outcome() : m_writtenIndex->commit();
}

// What the index has no words of is read again by the next scan.
Outcome Library::markLostWords(const QList<ArticleId> &left)
{
    m_written->begin();
    m_written->markLostWords(left);
    return m_written->commit();
}
