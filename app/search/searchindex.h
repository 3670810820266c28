#pragma once
// The words of the library's articles, on disk, asked. An object stays on its thread and sees what
// SearchIndexWriter, elsewhere, has committed. What goes wrong in Xapian becomes an Error. Where
// there is no index yet, nothing is found.

#include "app/article/articleid.h"
#include "app/base/result.h"
#include "app/search/idset.h"
#include "app/search/indexedtext.h"
#include "app/search/searchhit.h"
#include "app/search/searchoptions.h"
#include "app/search/searchquery.h"
#include "app/search/similararticles.h"

#include <QDate>
#include <QList>

#include <functional>
#include <memory>

class ShardReader;

class SearchIndex final
{
public:
    using Cancelled = std::function<bool()>;

    explicit SearchIndex(const QString &directory);
    ~SearchIndex();
    Q_DISABLE_COPY_MOVE(SearchIndex)

    // Which articles match. An article may have left the library since its words were found: drop
    // what the catalogue does not know.
    Result<SearchAnswer> search(const SearchQuery &query, const SearchOptions &options,
                                const IdsOf &idsOf, const Cancelled &cancelled);
    // How all of them divide, however many they are; nothing when cancelled.
    Result<SearchFacets> facets(const SearchQuery &query, const IdsOf &idsOf,
                                const Cancelled &cancelled);
    // In the order of `ids`; those that the index does not have are left out.
    Result<QList<Snippet>> snippets(const SearchQuery &query, const QList<ArticleId> &ids,
                                    const Cancelled &cancelled);

    // The articles most like that one, best first.
    Result<QList<SimilarArticle>> similarTo(const AskedArticle &asked, qsizetype atMost,
                                            const Cancelled &cancelled);
    // The likeliest to be what a page printed as `headline`: see headlinesearch.h.
    Result<QList<ArticleId>> withHeadlineLike(const QString &headline, const QDate &first,
                                              const QDate &last, qsizetype atMost);
    // In the order of `ids`; those that the index does not have are left out.
    Result<QList<IndexedText>> texts(const QList<ArticleId> &ids);
    void close();

private:
    std::unique_ptr<ShardReader> m_shards;
};
