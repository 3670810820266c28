#pragma once
// One article's row in the catalogue: columns to values and back. For this room alone.

#include "app/library/cataloguecounts.h"
#include "app/library/parsedfile.h"

#include <QVariant>

class CatalogueNames;
class QSqlQuery;

// What the row repeats of the reading state.
struct RowState
{
    bool read = false;
    bool starred = false;
    QVariant opened; // milliseconds since 1970
};

struct ArticleRow
{
    RowState state;
    CountedArticle counted; // but for folder and read
    QVariantList fixed;     // what the file says of it

    QVariantList values() const; // in the order of the statements below
};

ArticleRow articleRow(const ParsedArticle &article, qint64 fileModified, CatalogueNames &names);

// To be run with ArticleRow::values(), then file, folder, and id: null for a new one.
const QString &insertArticle();
const QString &updateArticle();

// The columns folder, publisher, section, language, authors, time, moment, from `column` on.
CountedArticle countedFrom(const QSqlQuery &row, int column, bool read);

// SELECT … FROM …, to be followed by a condition: the columns of summaryFrom(), in its order.
const QString &summaryColumns();
ArticleSummary summaryFrom(const QSqlQuery &row);

// What lists are sorted by where the reader sorts by headline.
QString sortKey(const QString &headline);
