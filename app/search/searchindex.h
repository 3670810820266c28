#pragma once
// The words of the library's articles, on disk, asked. An object stays on its thread and sees what
// SearchIndexWriter, elsewhere, has committed. What goes wrong in Xapian becomes an Error.

#include "app/article/articleid.h"
#include "app/base/result.h"
#include "app/search/similararticles.h"

#include <QList>
#include <QSet>

#include <functional>
#include <memory>

class ShardReader;

class SearchIndex final
{
public:
    explicit SearchIndex(const QString &directory);
    ~SearchIndex();
    Q_DISABLE_COPY_MOVE(SearchIndex)

    // The articles most like one with these words, best first. `self` is that article where the
    // index has it. Nothing, and no error, where there is no index yet.
    Result<QList<SimilarArticle>> similarTo(const ArticleWords &words, ArticleId self,
                                            const QSet<ArticleId> &leaveOut, int atMost,
                                            const std::function<bool()> &cancelled);
    void close();

private:
    std::unique_ptr<ShardReader> m_shards;
};
