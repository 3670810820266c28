#include "app/library/overviewreader.h"

#include "app/library/cataloguefiles.h"
#include "app/library/cataloguenames.h"
#include "app/library/database.h"
#include "app/library/listcondition.h"
#include "app/library/readerfolders.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNames = 200; // of publishers, sections, authors; as libraryoverview.h says

void sortByName(QList<FolderOverview> &folders)
{
    std::ranges::sort(folders, [](const FolderOverview &a, const FolderOverview &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
}

} // namespace

LibraryOverview OverviewReader::overview()
{
    LibraryOverview overview;
    m_catalogue.each(u"SELECT sum(articles), sum(unread) FROM folder"_s, {},
                     [&](const QSqlQuery &row) {
                         overview.articles = row.value(0).toLongLong();
                         overview.unread = row.value(1).toLongLong();
                     });
    overview.starred = m_catalogue.number(u"SELECT count(*) FROM article WHERE starred = 1"_s);
    overview.opened = m_catalogue.number(
        u"SELECT count(*) FROM article WHERE opened IS NOT NULL"_s);
    readFolders(overview);
    m_catalogue.each(u"SELECT tag.name, count(*) FROM state.tag JOIN state.tagged"
                     " ON tagged.tag = tag.id JOIN article"
                     " ON substr(article.digest, 1, 8) = substr(tagged.digest, 1, 8)"
                     " AND article.digest = tagged.digest GROUP BY tag.id ORDER BY tag.folded"_s,
                     {}, [&](const QSqlQuery &row) {
                         overview.tags.append({row.value(0).toString(), row.value(1).toLongLong()});
                     });
    m_catalogue.each(
        u"SELECT name, query FROM state.search ORDER BY name COLLATE NOCASE"_s, {},
        [&](const QSqlQuery &row) {
            overview.searches.append({row.value(0).toString(), row.value(1).toString()});
        });
    overview.facets = countedFacets();
    return overview;
}

void OverviewReader::readFolders(LibraryOverview &overview)
{
    QMap<QString, Known> known;
    m_catalogue.each(u"SELECT path, articles, unread, away FROM folder"_s, {},
                     [&](const QSqlQuery &row) {
                         known.insert(row.value(0).toString(),
                                      {row.value(1).toLongLong(), row.value(2).toLongLong(),
                                       row.value(3).toBool()});
                     });
    const QList<ReaderFolder> folders = ReaderFolders(m_catalogue).all();
    QStringList roots;
    for (const ReaderFolder &folder : folders)
        roots.append(folder.path);
    readOtherPlaces(known, roots);
    for (const ReaderFolder &folder : folders) {
        FolderOverview one;
        if (folder.depth == Depth::Recursive) {
            one = tree(folder.path, known);
        } else {
            const Known itself = known.value(folder.path);
            one = {folder.path, {}, itself.articles, itself.unread, false, itself.isAway, {}};
        }
        one.name = folder.name.isEmpty() ? fileNameOf(folder.path) : folder.name;
        one.isVisited = folder.isVisited;
        overview.folders.append(one);
    }
}

// An article with places in several of the reader's folders is in each of their lists, so each
// counts it; within one of them it is counted where its first place is.
void OverviewReader::readOtherPlaces(QMap<QString, Known> &known, const QStringList &roots)
{
    const auto rootsOf = [&](const QString &folder) {
        QStringList all;
        for (const QString &root : roots) {
            if (isBelow(folder, root))
                all.append(root);
        }
        return all;
    };
    m_catalogue.each(u"SELECT there.path, first.path, count(DISTINCT article.id),"
                     " count(DISTINCT CASE WHEN article.read = 0 THEN article.id END)"
                     " FROM place JOIN article ON article.id = place.article"
                     " JOIN folder AS there ON there.id = place.folder"
                     " JOIN folder AS first ON first.id = article.folder"
                     " WHERE place.folder <> article.folder"
                     " GROUP BY place.folder, article.folder"_s,
                     {}, [&](const QSqlQuery &row) {
                         const QString there = row.value(0).toString();
                         if (rootsOf(there) == rootsOf(row.value(1).toString()))
                             return;
                         Known &folder = known[there];
                         folder.articles += row.value(2).toLongLong();
                         folder.unread += row.value(3).toLongLong();
                     });
}

// The folder with all below it that have articles. Those between two with articles are there too.
FolderOverview OverviewReader::tree(const QString &path, const QMap<QString, Known> &known)
{
    const Known itself = known.value(path);
    FolderOverview folder{
        path, fileNameOf(path), itself.articles, itself.unread, false, itself.isAway, {}};
    const QString inside = path.endsWith(u'/') ? path : path + u'/';
    QSet<QString> children; // "a" has all of "a/b", though "a-b" may stand between them
    for (auto below = known.lowerBound(inside);
         below != known.end() && below.key().startsWith(inside); ++below) {
        const qsizetype end = below.key().indexOf(u'/', inside.size());
        const QString child = end < 0 ? below.key() : below.key().left(end);
        if (child == inside || children.contains(child))
            continue;
        children.insert(child);
        const FolderOverview branch = tree(child, known);
        if (branch.articles == 0)
            continue;
        folder.articles += branch.articles;
        folder.unread += branch.unread;
        folder.folders.append(branch);
    }
    sortByName(folder.folders);
    return folder;
}

QList<FacetCount> OverviewReader::counted(int kind)
{
    QList<FacetCount> counts;
    m_catalogue.each(u"SELECT text, articles FROM name WHERE kind = ? AND articles > 0"
                     " ORDER BY articles DESC, text LIMIT ?"_s,
                     {kind, mostNames}, [&](const QSqlQuery &row) {
                         counts.append({row.value(0).toString(), row.value(1).toLongLong()});
                     });
    return counts;
}

SearchFacets OverviewReader::countedFacets()
{
    SearchFacets facets{counted(int(NameKind::Publisher)),
                        counted(int(NameKind::Section)),
                        counted(int(NameKind::Author)),
                        {}};
    m_catalogue.each(u"SELECT (month - 1) / 12, (month - 1) % 12 + 1, articles FROM month"
                     " WHERE articles > 0 ORDER BY month"_s,
                     {}, [&](const QSqlQuery &row) {
                         facets.months.append({row.value(0).toInt(), row.value(1).toInt(),
                                               row.value(2).toLongLong()});
                     });
    return facets;
}

SearchFacets OverviewReader::facets(const SearchQuery &query,
                                    const std::function<bool()> &cancelled)
{
    if (query.kind == SearchQuery::Kind::Everything)
        return countedFacets();
    const ListCondition condition = listCondition(m_catalogue, query);
    const auto named = [&](const QString &column, const QString &from) {
        QList<FacetCount> counts;
        if (!cancelled())
            m_catalogue.eachOnce(
                u"SELECT (SELECT text FROM name WHERE id = %1), count(*) AS n FROM %2 WHERE %3"
                " AND %1 <> 0 GROUP BY %1 ORDER BY n DESC LIMIT %4"_s.arg(
                    column, from, condition.sql, QString::number(mostNames)),
                condition.values, [&](const QSqlQuery &row) {
                    counts.append({row.value(0).toString(), row.value(1).toLongLong()});
                });
        return counts;
    };
    SearchFacets facets;
    facets.publishers = named(u"publisher"_s, u"article"_s);
    facets.sections = named(u"section"_s, u"article"_s);
    facets.authors = named(u"byline.author"_s,
                           u"article JOIN byline ON byline.article = article.id"_s);
    if (cancelled())
        return facets;
    m_catalogue.eachOnce(u"SELECT CAST(strftime('%Y', time / 1000, 'unixepoch') AS INTEGER) AS y,"
                         " CAST(strftime('%m', time / 1000, 'unixepoch') AS INTEGER) AS m,"
                         " count(*) FROM article WHERE %1 AND moment IS NOT NULL"
                         " GROUP BY y, m ORDER BY y, m"_s.replace(u"%1"_s, condition.sql),
                         condition.values, [&](const QSqlQuery &row) {
                             facets.months.append({row.value(0).toInt(), row.value(1).toInt(),
                                                   row.value(2).toLongLong()});
                         });
    return facets;
}
