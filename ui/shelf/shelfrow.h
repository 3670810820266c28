#pragma once
// One row of the library's tree, and the whole tree of an overview. Values; pure.

#include "app/library/libraryoverview.h"
#include "app/search/searchquery.h"

#include <QSet>

struct ShelfRow
{
    enum class Kind {
        All,
        Unread,
        Starred,
        Opened,
        Heading, // over rows of one kind; nothing by itself
        Folder,
        VisitedFolder, // only while the reader looks at something in it
        Subfolder,
        Search,
        Tag,
        Publisher,
        Section,
        Author,
        More, // stands for the rows of its heading that are not shown, or for hiding them again
    };

    Kind kind = Kind::All;
    QString key;   // with the kind: who it is among its brothers, whatever happens to its numbers
    QString name;  // one line; comes from files, so it is shortened and has nothing invisible
    QString query; // of a saved search
    qsizetype articles = 0;
    qsizetype unread = 0;
    bool isAway = false;
    QList<ShelfRow> rows;

    bool isSame(const ShelfRow &other) const { return kind == other.kind && key == other.key; }
    bool isPlace() const { return kind != Kind::Heading && kind != Kind::More; }
    bool canBeRenamed() const { return kind == Kind::Folder || kind == Kind::Search; }
    bool hasUnreadCount() const; // tags and facets are counted once, read or not
};

// What the list shows when the row is chosen. Everything for a row that is no place.
SearchQuery queryOf(const ShelfRow &row);

// The rows of the tree. Of publishers, sections and authors the first twenty, but all those of the
// headings in `whole`, by their keys.
QList<ShelfRow> shelfRows(const LibraryOverview &overview, const QSet<QString> &whole);
