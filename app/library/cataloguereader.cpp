#include "app/library/cataloguereader.h"

#include "app/library/articlerow.h"
#include "app/library/cataloguefiles.h"
#include "app/library/cataloguewriter.h"
#include "app/library/listcondition.h"
#include "app/library/overviewreader.h"
#include "app/search/foldedtext.h"

using namespace Qt::StringLiterals;

CatalogueReader::CatalogueReader(const LibraryPlaces &places)
    : m_places(places), m_database(catalogueFile(places), Database::Access::Read)
{
}

Outcome CatalogueReader::open()
{
    if (const Outcome failed = m_database.open())
        return failed;
    m_database.attach(stateFile(m_places), u"state"_s);
    m_database.runOnce(u"PRAGMA main.cache_size = -8000"_s); // KiB
    return m_database.takeFailure();
}

bool CatalogueReader::isMade()
{
    return m_database.number(u"PRAGMA main.user_version"_s) > 0
        && m_database.number(u"PRAGMA state.user_version"_s) > 0;
}

IdSet CatalogueReader::idsOf(const SearchQuery &leaf)
{
    const bool isMost = listCondition(m_database, leaf).atMost > count() / 2;
    if (!isMost)
        return {lists().matching(leaf), false};
    SearchQuery others;
    others.kind = SearchQuery::Kind::Not;
    others.parts = {leaf};
    return {lists().matching(others), true};
}

LibraryOverview CatalogueReader::overview()
{
    return OverviewReader(m_database).overview();
}

SearchFacets CatalogueReader::facets(const SearchQuery &query,
                                     const std::function<bool()> &cancelled)
{
    return OverviewReader(m_database).facets(query, cancelled);
}

ReadingState CatalogueReader::readingState(ArticleId id)
{
    ReadingState state;
    m_database.each(u"SELECT r.read, r.starred, note, scroll, r.opened FROM article"
                    " JOIN state.reading AS r ON r.digest = article.digest"
                    " WHERE article.id = ?"_s,
                    {quint64(id)}, [&](const QSqlQuery &row) {
                        state.read = row.value(0).toBool();
                        state.starred = row.value(1).toBool();
                        state.note = row.value(2).toString();
                        state.scroll = row.value(3).toDouble();
                        if (!row.isNull(4))
                            state.opened = QDateTime::fromMSecsSinceEpoch(
                                row.value(4).toLongLong());
                    });
    m_database.each(u"SELECT tag.name FROM article JOIN state.tagged"
                    " ON tagged.digest = article.digest JOIN state.tag ON tag.id = tagged.tag"
                    " WHERE article.id = ? ORDER BY tag.folded"_s,
                    {quint64(id)},
                    [&](const QSqlQuery &row) { state.tags.append(row.value(0).toString()); });
    return state;
}

QList<Error> CatalogueReader::problems()
{
    QList<Error> problems;
    m_database.each(u"SELECT kind, rtrim(path, '/') || '/' || name AS file, detail FROM problem"
                    " JOIN file ON file.id = problem.file JOIN folder ON folder.id = file.folder"
                    " ORDER BY file"_s,
                    {}, [&](const QSqlQuery &row) {
                        problems.append({Error::Kind(row.value(0).toInt()), row.value(1).toString(),
                                         row.value(2).toString()});
                    });
    return problems;
}

qsizetype CatalogueReader::count()
{
    return m_database.number(u"SELECT sum(articles) FROM folder"_s);
}

QList<ArticleSummary> CatalogueReader::matching(const QString &condition,
                                                const QVariantList &values)
{
    QList<ArticleSummary> summaries;
    m_database.each(summaryColumns() + condition, values,
                    [&](const QSqlQuery &row) { summaries.append(summaryFrom(row)); });
    return summaries;
}

QList<ArticleSummary> CatalogueReader::summaries(const QList<ArticleId> &ids)
{
    QList<ArticleSummary> summaries;
    summaries.reserve(ids.size());
    for (const ArticleId id : ids)
        summaries.append(matching(u"WHERE article.id = ?"_s, {quint64(id)}));
    return summaries;
}
