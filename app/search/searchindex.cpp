#include "app/search/searchindex.h"

#include "app/search/shardreader.h"

SearchIndex::SearchIndex(const QString &directory)
    : m_shards(std::make_unique<ShardReader>(directory))
{
}

SearchIndex::~SearchIndex() = default;

void SearchIndex::close()
{
    m_shards->close();
}

Result<QList<SimilarArticle>> SearchIndex::similarTo(const ArticleWords &words, ArticleId self,
                                                     const QSet<ArticleId> &leaveOut, int atMost,
                                                     const std::function<bool()> &cancelled)
{
    return similarArticles(*m_shards, words, self, leaveOut, atMost, cancelled);
}
