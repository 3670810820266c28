#include "app/search/searchindex.h"

#include "app/search/facetcounter.h"
#include "app/search/rankedsearch.h"
#include "app/search/shardreader.h"
#include "app/search/snippetmaker.h"

using namespace Qt::StringLiterals;

namespace {

// The question is asked anew when the index has changed meanwhile.
template <typename Value>
Result<Value> asked(ShardReader &shards,
                    const std::function<Result<Value>(const Xapian::Database &)> &question)
{
    std::optional<Result<Value>> answer;
    const Outcome failed = shards.ask([&](const Xapian::Database &database) {
        answer.emplace(database.get_doccount() > 0 ? question(database) : Result<Value>(Value()));
    });
    return failed ? Result<Value>(*failed) : *answer;
}

QList<Snippet> snippetsIn(const Xapian::Database &database, const SearchQuery &query,
                          const QList<ArticleId> &ids, const SearchIndex::Cancelled &cancelled)
{
    QList<Snippet> snippets;
    SnippetMaker maker(query);
    for (const ArticleId id : ids) {
        if (cancelled())
            break;
        const std::string term = indexformat::articleId + std::to_string(quint64(id));
        const auto place = database.postlist_begin(term);
        if (place == database.postlist_end(term))
            continue;
        const Xapian::Document document = database.get_document(*place, Xapian::DOC_ASSUME_VALID);
        const auto text = storedText(document);
        if (!text)
            continue;
        const std::string language = document.get_value(indexformat::LanguageSlot);
        snippets.append(maker.snippet(
            id, *text, language.empty() ? u"und"_s : QString::fromStdString(language)));
    }
    return snippets;
}

} // namespace

SearchIndex::SearchIndex(const QString &directory)
    : m_shards(std::make_unique<ShardReader>(directory))
{
}

SearchIndex::~SearchIndex() = default;

void SearchIndex::close()
{
    m_shards->close();
}

Result<SearchAnswer> SearchIndex::search(const SearchQuery &query, const SearchOptions &options,
                                         const IdsOf &idsOf, const Cancelled &cancelled)
{
    return asked<SearchAnswer>(*m_shards, [&](const Xapian::Database &database) {
        return rankedSearch(database, query, options, idsOf, cancelled);
    });
}

Result<SearchFacets> SearchIndex::facets(const SearchQuery &query, const IdsOf &idsOf,
                                         const Cancelled &cancelled)
{
    return asked<SearchFacets>(*m_shards, [&](const Xapian::Database &database) {
        return countedFacets(database, query, idsOf, cancelled);
    });
}

Result<QList<Snippet>> SearchIndex::snippets(const SearchQuery &query, const QList<ArticleId> &ids,
                                             const Cancelled &cancelled)
{
    return asked<QList<Snippet>>(*m_shards, [&](const Xapian::Database &database) {
        return Result<QList<Snippet>>(snippetsIn(database, query, ids, cancelled));
    });
}

Result<QList<SimilarArticle>> SearchIndex::similarTo(const ArticleWords &words, ArticleId self,
                                                     const QSet<ArticleId> &leaveOut, int atMost,
                                                     const Cancelled &cancelled)
{
    return similarArticles(*m_shards, words, self, leaveOut, atMost, cancelled);
}
