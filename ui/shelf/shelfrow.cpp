#include "ui/shelf/shelfrow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortFacet = 20; // rows of a facet before "more…"
constexpr qsizetype longestName = 160;

struct Shelf
{
    Q_DECLARE_TR_FUNCTIONS(Shelf)
};

QString oneLine(const QString &name)
{
    QString line = name.left(longestName).simplified();
    line.removeIf([](QChar letter) { return !letter.isPrint() && !letter.isSurrogate(); });
    return line;
}

ShelfRow headingRow(const QString &key, const QString &name, const QList<ShelfRow> &rows)
{
    ShelfRow row;
    row.kind = ShelfRow::Kind::Heading;
    row.key = key;
    row.name = name;
    row.rows = rows;
    return row;
}

ShelfRow countRow(ShelfRow::Kind kind, const QString &name, qsizetype articles,
                  qsizetype unread = 0)
{
    ShelfRow row;
    row.kind = kind;
    row.name = name;
    row.articles = articles;
    row.unread = unread;
    return row;
}

ShelfRow folderRow(ShelfRow::Kind kind, const FolderOverview &folder)
{
    ShelfRow row = countRow(kind, oneLine(folder.name), folder.articles, folder.unread);
    row.key = folder.path;
    row.isAway = folder.isAway;
    if (row.name.isEmpty())
        row.name = oneLine(folder.path);
    for (const FolderOverview &inside : folder.folders)
        row.rows.append(folderRow(ShelfRow::Kind::Subfolder, inside));
    return row;
}

QList<ShelfRow> folderRows(const LibraryOverview &overview, ShelfRow::Kind kind)
{
    QList<ShelfRow> rows;
    for (const FolderOverview &folder : overview.folders) {
        if (folder.isVisited == (kind == ShelfRow::Kind::VisitedFolder))
            rows.append(folderRow(kind, folder));
    }
    return rows;
}

QList<ShelfRow> countRows(ShelfRow::Kind kind, const QList<FacetCount> &counts, qsizetype atMost)
{
    QList<ShelfRow> rows;
    for (const FacetCount &count : counts.first(qMin(atMost, counts.size()))) {
        rows.append(countRow(kind, oneLine(count.value), count.articles));
        rows.last().key = count.value;
    }
    return rows;
}

QList<ShelfRow> searchRows(const QList<SavedSearch> &searches)
{
    QList<ShelfRow> rows;
    for (const SavedSearch &search : searches) {
        rows.append(countRow(ShelfRow::Kind::Search, oneLine(search.name), 0));
        rows.last().key = search.name;
        rows.last().query = search.query;
    }
    return rows;
}

void addHeading(QList<ShelfRow> &rows, const QString &key, const QString &name,
                const QList<ShelfRow> &below)
{
    if (!below.isEmpty())
        rows.append(headingRow(key, name, below));
}

void addFacet(QList<ShelfRow> &rows, ShelfRow::Kind kind, const QString &name,
              const QList<FacetCount> &counts, const QSet<QString> &whole)
{
    const QString key = u"facet-%1"_s.arg(int(kind));
    const bool isWhole = whole.contains(key);
    QList<ShelfRow> below = countRows(kind, counts, isWhole ? counts.size() : shortFacet);
    if (counts.size() > shortFacet) {
        ShelfRow more = countRow(ShelfRow::Kind::More,
                                 isWhole ? Shelf::tr("Fewer") : Shelf::tr("More…"), 0);
        more.key = key;
        below.append(more);
    }
    addHeading(rows, key, name, below);
}

SearchQuery leaf(SearchQuery::Kind kind, const QString &text = {})
{
    SearchQuery query;
    query.kind = kind;
    query.text = text;
    return query;
}

} // namespace

bool ShelfRow::hasUnreadCount() const
{
    return kind == Kind::All || kind == Kind::Folder || kind == Kind::VisitedFolder
        || kind == Kind::Subfolder;
}

SearchQuery queryOf(const ShelfRow &row)
{
    switch (row.kind) {
    case ShelfRow::Kind::Unread:
        return leaf(SearchQuery::Kind::Unread);
    case ShelfRow::Kind::Starred:
        return leaf(SearchQuery::Kind::Starred);
    case ShelfRow::Kind::Opened:
        return leaf(SearchQuery::Kind::Opened);
    case ShelfRow::Kind::Folder:
    case ShelfRow::Kind::VisitedFolder:
    case ShelfRow::Kind::Subfolder:
        return leaf(SearchQuery::Kind::Folder, row.key);
    case ShelfRow::Kind::Search:
        return SearchQuery::parsed(row.query);
    case ShelfRow::Kind::Tag:
        return leaf(SearchQuery::Kind::Tag, row.key);
    case ShelfRow::Kind::Publisher:
        return leaf(SearchQuery::Kind::Publisher, row.key);
    case ShelfRow::Kind::Section:
        return leaf(SearchQuery::Kind::Section, row.key);
    case ShelfRow::Kind::Author:
        return leaf(SearchQuery::Kind::Author, row.key);
    case ShelfRow::Kind::All:
    case ShelfRow::Kind::Heading:
    case ShelfRow::Kind::More:
        break;
    }
    return {};
}

QList<ShelfRow> shelfRows(const LibraryOverview &overview, const QSet<QString> &whole)
{
    using Kind = ShelfRow::Kind;
    QList<ShelfRow> rows{
        countRow(Kind::All, Shelf::tr("All Articles"), overview.articles, overview.unread),
        countRow(Kind::Unread, Shelf::tr("Unread"), overview.unread),
        countRow(Kind::Starred, Shelf::tr("Starred"), overview.starred),
        countRow(Kind::Opened, Shelf::tr("Opened"), overview.opened),
    };
    addHeading(rows, u"folders"_s, Shelf::tr("Folders"), folderRows(overview, Kind::Folder));
    addHeading(rows, u"visited"_s, Shelf::tr("Visited"), folderRows(overview, Kind::VisitedFolder));
    addHeading(rows, u"searches"_s, Shelf::tr("Saved Searches"), searchRows(overview.searches));
    addHeading(rows, u"tags"_s, Shelf::tr("Tags"),
               countRows(Kind::Tag, overview.tags, overview.tags.size()));
    const SearchFacets &facets = overview.facets;
    addFacet(rows, Kind::Publisher, Shelf::tr("Publishers"), facets.publishers, whole);
    addFacet(rows, Kind::Section, Shelf::tr("Sections"), facets.sections, whole);
    addFacet(rows, Kind::Author, Shelf::tr("Authors"), facets.authors, whole);
    return rows;
}
