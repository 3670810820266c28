#include "app/library/library.h"

Result<QList<IndexedArticle>> Library::toIndex(const QList<ParsedFile> &files)
{
    if (const Outcome failed = openWriting())
        return *failed;
    QList<IndexedArticle> articles;
    for (const ParsedFile &file : files) {
        const auto ids = m_written->articlesOf(file.file);
        if (!ids.has_value())
            return ids.error();
        for (const ParsedArticle &article : file.articles) {
            const ArticleId id = ids.value().value(article.summary.part);
            if (id != ArticleId{}) // else the file has changed since it was listed
                articles.append({id, article.words});
        }
    }
    return articles;
}

// First the index, then the mark that it has them: after a power cut between the two the next scan
// does the work again, and never forgets it.
Outcome Library::putWords(const QList<IndexedArticle> &articles, const QList<FoundFile> &files)
{
    if (const Outcome failed = openWriting())
        return failed;
    for (const IndexedArticle &article : articles) {
        if (const Outcome failed = m_writtenIndex->put(article.id, article.words))
            return failed;
    }
    if (const Outcome failed = m_writtenIndex->commit())
        return failed;
    return m_written->markIndexed(files);
}

Outcome Library::adoptShard(const BuiltShard &shard, const QList<ArticleId> &ids,
                            const QList<FoundFile> &files)
{
    if (const Outcome failed = openWriting())
        return failed;
    const auto gone = m_written->absentOf(ids);
    if (!gone.has_value())
        return gone.error();
    if (const Outcome failed = m_writtenIndex->adopt(shard, gone.value()))
        return failed;
    return m_written->markIndexed(files);
}

std::optional<ShardMerge> Library::nextMerge(SearchIndexWriter::Merge when)
{
    return m_writtenIndex ? m_writtenIndex->nextMerge(when) : std::nullopt;
}

Outcome Library::adoptMerged(const MergedShards &merged)
{
    if (const Outcome failed = openWriting())
        return failed;
    return m_writtenIndex->adopt(merged);
}

void Library::giveUpMerge(const ShardMerge &merge)
{
    if (m_writtenIndex)
        m_writtenIndex->giveUp(merge);
}
