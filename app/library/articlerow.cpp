#include "app/library/articlerow.h"

#include "app/search/foldedtext.h"

#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace {

constexpr int printedTime = 1; // bits of article.precision
constexpr int printedZone = 2;

PrintedDate dateFrom(const QSqlQuery &row, int column)
{
    if (row.isNull(column))
        return {};
    PrintedDate date;
    const int precision = row.value(column + 2).toInt();
    date.hasTime = precision & printedTime;
    date.hasZone = precision & printedZone;
    const qint64 moment = row.value(column).toLongLong();
    const int offset = row.value(column + 1).toInt();
    date.moment = date.hasZone ? QDateTime::fromMSecsSinceEpoch(moment, Qt::OffsetFromUTC, offset)
                               : QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
    date.zone = row.value(column + 3).toString();
    date.alsoPrinted = row.value(column + 4).toString();
    return date;
}

} // namespace

const QString &summaryColumns()
{
    static const QString columns = u"SELECT article.id, file.path, part, headline, source, "
                                   u"section, firstwords, moment, offset,"
                                   " precision, zone, alsoprinted, EXISTS (SELECT 1 FROM reading "
                                   "WHERE digest = article.digest)"
                                   " FROM article JOIN file ON file.id = article.file "_s;
    return columns;
}

ArticleSummary summaryFrom(const QSqlQuery &row)
{
    ArticleSummary summary;
    summary.id = ArticleId{row.value(0).toULongLong()};
    summary.path = row.value(1).toString();
    summary.part = row.value(2).toString();
    summary.headline = row.value(3).toString();
    summary.source = row.value(4).toString();
    summary.section = row.value(5).toString();
    summary.firstWords = row.value(6).toString();
    summary.date = dateFrom(row, 7);
    summary.read = row.value(12).toBool();
    return summary;
}

QString orEmpty(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

void bindArticle(QSqlQuery &query, qint64 fileRow, const ParsedArticle &article, qint64 time)
{
    const ArticleSummary &summary = article.summary;
    const PrintedDate &date = summary.date;
    query.addBindValue(fileRow);
    query.addBindValue(orEmpty(summary.part));
    query.addBindValue(orEmpty(summary.headline));
    query.addBindValue(orEmpty(summary.source));
    query.addBindValue(orEmpty(summary.section));
    query.addBindValue(orEmpty(summary.firstWords));
    query.addBindValue(time);
    query.addBindValue(date.isValid() ? QVariant(date.moment.toMSecsSinceEpoch()) : QVariant());
    query.addBindValue(date.isValid() ? QVariant(date.moment.offsetFromUtc()) : QVariant());
    query.addBindValue((date.hasTime ? printedTime : 0) | (date.hasZone ? printedZone : 0));
    query.addBindValue(orEmpty(date.zone));
    query.addBindValue(orEmpty(date.alsoPrinted));
    query.addBindValue(orEmpty(foldedText(summary.headline)));
    query.addBindValue(orEmpty(foldedUrl(article.url)));
    query.addBindValue(article.digest);
}
