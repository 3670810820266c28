#include "app/library/articlerow.h"

#include "app/library/cataloguenames.h"
#include "app/library/newstime.h"
#include "app/search/foldedtext.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace {

constexpr int printedTime = 1; // bits of article.precision
constexpr int printedZone = 2;

// Headlines that are the same for so long are in order of time: whole ones would double the index.
constexpr qsizetype longestSortKey = 40; // characters

// What is written of every article, in the order of ArticleRow::values().
const QStringList columns{
    u"read"_s,       u"starred"_s, u"opened"_s,   u"words"_s,     u"part"_s,     u"time"_s,
    u"publisher"_s,  u"section"_s, u"language"_s, u"authors"_s,   u"headline"_s, u"sortkey"_s,
    u"firstwords"_s, u"moment"_s,  u"offset"_s,   u"precision"_s, u"zone"_s,     u"alsoprinted"_s,
    u"url"_s,        u"digest"_s,  u"sketch"_s,   u"file"_s,      u"folder"_s};

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

QString written(const QList<qint64> &numbers)
{
    QString text;
    for (const qint64 number : numbers)
        text += QString::number(number) + u' ';
    return text.trimmed();
}

QVariantList dateValues(const PrintedDate &date)
{
    const QVariant none(QMetaType::fromType<qint64>());
    return {date.isValid() ? QVariant(date.moment.toMSecsSinceEpoch()) : none,
            date.isValid() ? QVariant(date.moment.offsetFromUtc()) : none,
            (date.hasTime ? printedTime : 0) | (date.hasZone ? printedZone : 0), date.zone,
            date.alsoPrinted};
}

} // namespace

ArticleRow articleRow(const ParsedArticle &article, qint64 fileModified, CatalogueNames &names)
{
    const ArticleSummary &summary = article.summary;
    const qint64 time = newsTime(summary.date, fileModified);
    ArticleRow row;
    row.counted.publisher = names.numberOf(NameKind::Publisher, article.publisher);
    row.counted.section = names.numberOf(NameKind::Section, summary.section);
    row.counted.language = names.numberOf(NameKind::Language, article.language);
    for (const QString &author : article.authors) {
        const qint64 number = names.numberOf(NameKind::Author, author);
        if (number != 0 && !row.counted.authors.contains(number))
            row.counted.authors.append(number);
    }
    row.counted.month = summary.date.isValid() ? newsMonth(time) : 0;
    row.fixed = {summary.part,          time,
                 row.counted.publisher, row.counted.section,
                 row.counted.language,  written(row.counted.authors),
                 summary.headline,      sortKey(summary.headline),
                 summary.firstWords};
    row.fixed += dateValues(summary.date);
    row.fixed += QVariantList{foldedUrl(article.url), article.digest, article.sketch};
    return row;
}

QVariantList ArticleRow::values() const
{
    // Of a NULL, Qt says that it is a null string.
    const QVariant opened = state.opened.isNull() ? QVariant(QMetaType::fromType<qint64>())
                                                  : state.opened;
    return QVariantList{state.read, state.starred, opened, false} + fixed;
}

const QString &insertArticle()
{
    static const QString statement = u"INSERT INTO article (%1, id) VALUES (%2)"_s.arg(
        columns.join(u','), QStringList(columns.size() + 1, u"?"_s).join(u','));
    return statement;
}

const QString &updateArticle()
{
    static const QString statement = u"UPDATE article SET %1 = ? WHERE id = ?"_s.arg(
        columns.join(u" = ?, "));
    return statement;
}

CountedArticle countedFrom(const QSqlQuery &row, int column, bool read)
{
    CountedArticle counted;
    counted.folder = row.value(column).toLongLong();
    counted.read = read;
    counted.publisher = row.value(column + 1).toLongLong();
    counted.section = row.value(column + 2).toLongLong();
    counted.language = row.value(column + 3).toLongLong();
    const QStringList authors = row.value(column + 4).toString().split(u' ', Qt::SkipEmptyParts);
    for (const QString &author : authors)
        counted.authors.append(author.toLongLong());
    counted.month = row.isNull(column + 6) ? 0 : newsMonth(row.value(column + 5).toLongLong());
    return counted;
}

// Paths and names hold no line feed as a rule; one that does is shown as two.
const QString &summaryColumns()
{
    static const QString columns =
        u"SELECT article.id, rtrim(folder.path, '/') || '/' || file.name, part, headline,"
        " (SELECT text FROM name WHERE id = publisher), (SELECT text FROM name WHERE id ="
        " section), firstwords, moment, offset, precision, zone, alsoprinted, article.read,"
        " article.starred, folder.away,"
        " (SELECT group_concat(name, char(10)) FROM (SELECT tag.name FROM state.tagged"
        " JOIN state.tag ON tag.id = tagged.tag WHERE tagged.digest = article.digest"
        " ORDER BY tag.folded)),"
        " (SELECT group_concat(rtrim(f.path, '/') || '/' || p.name, char(10)) FROM place"
        " JOIN file AS p ON p.id = place.file JOIN folder AS f ON f.id = p.folder"
        " WHERE place.article = article.id)"
        " FROM article JOIN file ON file.id = article.file"
        " JOIN folder ON folder.id = file.folder "_s;
    return columns;
}

ArticleSummary summaryFrom(const QSqlQuery &row)
{
    ArticleSummary summary;
    summary.id = ArticleId{row.value(0).toULongLong()};
    summary.path = row.value(1).toString();
    summary.part = row.value(2).toString();
    summary.headline = row.value(3).toString();
    summary.section = row.value(5).toString();
    summary.source = row.isNull(4) ? summary.section : row.value(4).toString();
    summary.firstWords = row.value(6).toString();
    summary.date = dateFrom(row, 7);
    summary.read = row.value(12).toBool();
    summary.starred = row.value(13).toBool();
    summary.isAway = row.value(14).toBool();
    summary.tags = row.value(15).toString().split(u'\n', Qt::SkipEmptyParts);
    summary.places = row.value(16).toString().split(u'\n', Qt::SkipEmptyParts);
    return summary;
}

QString sortKey(const QString &headline)
{
    return foldedText(headline).left(longestSortKey);
}
