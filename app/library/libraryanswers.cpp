// What Library answers, on its read lane.
#include "app/formats/formats.h"
#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "app/library/library.h"

#include <QFile>

#include <algorithm>

// Nothing where there is no catalogue yet: a file is read before its folder is.
Result<CatalogueReader *> Library::reading()
{
    if (m_read && m_read->isReplaced())
        m_read.reset();
    if (m_read)
        return m_read.get();
    if (!QFile::exists(catalogueFile(m_places)) || !QFile::exists(stateFile(m_places)))
        return nullptr;
    auto catalogue = std::make_unique<CatalogueReader>(m_places);
    if (const Outcome failed = catalogue->open())
        return *failed;
    if (!catalogue->isMade()) // another program is just making it
        return nullptr;
    m_read = std::move(catalogue);
    return m_read.get();
}

void Library::closeReading()
{
    m_read.reset();
    m_readIndex.close();
}

Outcome Library::askCatalogue(const std::function<void(CatalogueReader &)> &question)
{
    const auto catalogue = reading();
    if (!catalogue.has_value())
        return catalogue.error();
    if (!catalogue.value())
        return {};
    question(*catalogue.value());
    const Outcome failed = catalogue.value()->takeFailure();
    if (failed)
        m_read.reset(); // the next question looks again
    return failed;
}

template <typename Answer>
Result<Answer> Library::ask(const std::function<Answer(CatalogueReader &)> &question)
{
    Answer answer{};
    const Outcome failed = askCatalogue(
        [&](CatalogueReader &catalogue) { answer = question(catalogue); });
    return failed ? Result<Answer>(*failed) : answer;
}

Result<ArticleOrder> Library::list(const ListRequest &request, qsizetype atMost,
                                   const Cancelled &cancelled)
{
    if (request.query.asksForWords())
        return search(request, atMost, cancelled);
    return ask<ArticleOrder>([&](CatalogueReader &catalogue) {
        return catalogue.lists().list(request, atMost, cancelled);
    });
}

// What the index does not sort by, the catalogue does.
Result<ArticleOrder> Library::search(const ListRequest &request, qsizetype atMost,
                                     const Cancelled &cancelled)
{
    const bool isIndexed = request.sortBy == SortBy::Date || request.sortBy == SortBy::Relevance;
    SearchOptions options;
    options.sortBy = request.sortBy == SortBy::Relevance ? SearchOptions::Sort::Relevance
                                                         : SearchOptions::Sort::Date;
    options.reversed = request.reversed;
    options.atMost = isIndexed ? atMost : SearchOptions::all;
    const auto answer = m_readIndex.search(
        request.query, options, [this](const SearchQuery &leaf) { return idsOf(leaf); }, cancelled);
    if (!answer.has_value())
        return answer.error();
    return ask<ArticleOrder>([&](CatalogueReader &catalogue) {
        ArticleOrder order = catalogue.lists().known(answer.value().hits);
        if (isIndexed && order.ids.size() >= atMost)
            order.total = qMax<qsizetype>(order.ids.size(), answer.value().atLeast);
        if (!isIndexed)
            order = catalogue.lists().sorted(order.ids, request.sortBy, request.reversed);
        order.suggestion = answer.value().suggestion;
        order.mayBeMore = options.atMost != SearchOptions::all && !answer.value().isExact;
        return order;
    });
}

Result<IdSet> Library::idsOf(const SearchQuery &leaf)
{
    return ask<IdSet>([&](CatalogueReader &catalogue) { return catalogue.idsOf(leaf); });
}

Result<QList<Snippet>> Library::snippets(const SearchQuery &query, const QList<ArticleId> &ids,
                                         const Cancelled &cancelled)
{
    return m_readIndex.snippets(query, ids, cancelled);
}

Result<LibraryOverview> Library::overview(const Cancelled &)
{
    return ask<LibraryOverview>([](CatalogueReader &catalogue) { return catalogue.overview(); });
}

Result<SearchFacets> Library::facets(const SearchQuery &query, const QList<ArticleId> &all,
                                     const Cancelled &cancelled)
{
    if (query.asksForWords() && !all.isEmpty()) {
        SearchQuery known;
        known.kind = SearchQuery::Kind::Ids;
        const IdSet ids{all, false};
        return m_readIndex.facets(
            known, [&ids](const SearchQuery &) { return ids; }, cancelled);
    }
    if (query.asksForWords())
        return m_readIndex.facets(
            query, [this](const SearchQuery &leaf) { return idsOf(leaf); }, cancelled);
    return ask<SearchFacets>(
        [&](CatalogueReader &catalogue) { return catalogue.facets(query, cancelled); });
}

Result<ReadingState> Library::readingState(ArticleId id)
{
    return ask<ReadingState>(
        [&](CatalogueReader &catalogue) { return catalogue.readingState(id); });
}

Result<QList<Error>> Library::problems()
{
    return ask<QList<Error>>([](CatalogueReader &catalogue) { return catalogue.problems(); });
}

Result<qsizetype> Library::count()
{
    return ask<qsizetype>([](CatalogueReader &catalogue) { return catalogue.count(); });
}

Result<QList<ArticleSummary>> Library::summaries(const QList<ArticleId> &ids)
{
    return ask<QList<ArticleSummary>>(
        [&](CatalogueReader &catalogue) { return catalogue.summaries(ids); });
}

Result<Article> Library::article(ArticleId id)
{
    const auto found = summaries({id});
    if (!found.has_value())
        return found.error();
    if (found.value().isEmpty())
        return Error{Error::Kind::NotFound, QString::number(quint64(id)), {}};
    const ArticleSummary &summary = found.value().first();

    const auto articles = readArticles(summary.path);
    if (!articles.has_value())
        return articles.error();
    const auto same = std::ranges::find(articles.value(), summary.part, &Article::part);
    if (same == articles.value().end())
        return Error{Error::Kind::NotFound, summary.path, summary.part};
    Article article = *same;
    article.id = id;
    return article;
}
