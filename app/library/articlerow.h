#pragma once
// One article's row in the catalogue: columns to summary and back. For Catalogue alone.

#include "app/library/parsedfile.h"

class QSqlQuery;

// SELECT … FROM …, to be followed by a condition: the columns of summaryFrom(), in its order.
const QString &summaryColumns();
ArticleSummary summaryFrom(const QSqlQuery &row);

// In the order of the columns in Catalogue::putArticle(). `time` as in Catalogue::Place.
void bindArticle(QSqlQuery &query, qint64 fileRow, const ParsedArticle &article, qint64 time);

// Qt binds a null string as NULL, which is not what an absent word is here.
QString orEmpty(const QString &text);
