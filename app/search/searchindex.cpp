#include "app/search/searchindex.h"

#include "app/search/facetcounter.h"
#include "app/search/headlinesearch.h"
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

// The articles that the index has, in the order asked.
void eachDocument(const Xapian::Database &database, const QList<ArticleId> &ids,
                  const SearchIndex::Cancelled &cancelled,
                  const std::function<void(ArticleId, const Xapian::Document &)> &use)
{
    for (const ArticleId id : ids) {
        if (cancelled())
            return;
        const std::string term = indexformat::articleId + std::to_string(quint64(id));
        const auto place = database.postlist_begin(term);
        if (place != database.postlist_end(term))
            use(id, database.get_document(*place, Xapian::DOC_ASSUME_VALID));
    }
}

QList<Snippet> snippetsIn(const Xapian::Database &database, const SearchQuery &query,
                          const QList<ArticleId> &ids, const SearchIndex::Cancelled &cancelled)
{
    QList<Snippet> snippets;
    SnippetMaker maker(query);
    eachDocument(database, ids, cancelled, [&](ArticleId id, const Xapian::Document &document) {
        const auto text = storedText(document);
        if (!text)
            return;
        const std::string language = document.get_value(indexformat::LanguageSlot);
        snippets.append(maker.snippet(
            id, *text, language.empty() ? u"und"_s : QString::fromStdString(language)));
    });
    return snippets;
}

QList<IndexedText> textsIn(const Xapian::Database &database, const QList<ArticleId> &ids)
{
    QList<IndexedText> texts;
    eachDocument(
        database, ids, [] { return false; },
        [&](ArticleId id, const Xapian::Document &document) {
            if (const auto text = storedText(document))
                texts.append({id, text->headline, text->standfirst, text->body});
        });
    return texts;
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

Result<QList<SimilarArticle>> SearchIndex::similarTo(const AskedArticle &asked, qsizetype atMost,
                                                     const Cancelled &cancelled)
{
    return similarArticles(*m_shards, asked, atMost, cancelled);
}

Result<QList<ArticleId>> SearchIndex::withHeadlineLike(const QString &headline, const QDate &first,
                                                       const QDate &last, qsizetype atMost)
{
    return asked<QList<ArticleId>>(*m_shards, [&](const Xapian::Database &database) {
        return Result<QList<ArticleId>>(
            articlesWithHeadlineLike(database, headline, first, last, atMost));
    });
}

Result<QList<IndexedText>> SearchIndex::texts(const QList<ArticleId> &ids)
{
    return asked<QList<IndexedText>>(*m_shards, [&](const Xapian::Database &database) {
        return Result<QList<IndexedText>>(textsIn(database, ids));
    });
}
