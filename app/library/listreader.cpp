#include "app/library/listreader.h"

#include "app/library/database.h"
#include "app/library/listcondition.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Rows that come in one answer: a million single rows would take twice the time, and nobody could
// cancel one answer of a million.
constexpr qsizetype rowsTogether = 50'000;

// So many are faster found and then sorted than met on a walk along the order.
constexpr qint64 few = 4'000;

// Id and day in one number: QDate::toJulianDay() has less than 22 bits for ages to come.
constexpr qint64 dayBits = 1 << 22;
const QString packed = u"id * 4194304 + (time + 210866803200000) / 86400000"_s; // 2440588 days on

void unpack(const QByteArray &numbers, ArticleOrder &order)
{
    qint64 number = 0;
    for (const char digit : numbers) {
        if (digit != ',') {
            number = number * 10 + (digit - '0');
            continue;
        }
        order.ids.append(ArticleId(number / dayBits));
        order.days.append(qint32(number % dayBits));
        number = 0;
    }
    if (numbers.isEmpty())
        return;
    order.ids.append(ArticleId(number / dayBits));
    order.days.append(qint32(number % dayBits));
}

// In which order the rows of one list stand, and how they go on after a row: its sort key, its
// time, its id are bound three, two and one time.
struct Order
{
    QString columns;
    QString after;
    bool hasKey = false;
};

Order orderBy(SortBy sortBy, bool reversed)
{
    const QString timeAfter = reversed ? u"(time >= ? AND (time > ? OR id < ?))"_s
                                       : u"(time <= ? AND (time < ? OR id > ?))"_s;
    const QString time = reversed ? u"time, id DESC"_s : u"time DESC, id"_s;
    if (sortBy == SortBy::Headline) {
        const QString keyAfter = reversed ? u"(sortkey <= ? AND (sortkey < ? OR %1))"_s
                                          : u"(sortkey >= ? AND (sortkey > ? OR %1))"_s;
        return {(reversed ? u"sortkey DESC, "_s : u"sortkey, "_s) + time, keyAfter.arg(timeAfter),
                true};
    }
    return {time, timeAfter, false};
}

QString indexFor(const ListCondition &condition, SortBy sortBy)
{
    if (sortBy == SortBy::Headline)
        return u"article_headline"_s;
    if (condition.isStarred)
        return u"article_starred"_s;
    if (condition.asksMore || condition.isOpened)
        return u"article_time"_s;
    return condition.isUnread ? u"article_unread"_s
        : condition.isRead    ? u"article_read"_s
                              : u"article_time"_s;
}

} // namespace

struct ListReader::Walk
{
    QString from; // a table, and the index to be walked
    QString condition;
    QVariantList values;
    Order order;
    bool isWhole = false; // not to be taken in pieces: it is sorted, or short
};

// Piece by piece, each going on after the last row of the one before.
void ListReader::walk(Walk walk, qsizetype atMost, const Cancelled &cancelled, ArticleOrder &order)
{
    QVariantList after;
    while (order.ids.size() < atMost && !cancelled()) {
        const qsizetype wanted = walk.isWhole ? atMost - order.ids.size()
                                              : qMin(rowsTogether, atMost - order.ids.size());
        const QString place = after.isEmpty() ? QString() : u" AND "_s + walk.order.after;
        const QString rows = u"SELECT %1 AS v FROM %2 WHERE %3%4 ORDER BY %5 LIMIT %6"_s.arg(
            packed, walk.from, walk.condition, place, walk.order.columns, QString::number(wanted));
        const qsizetype before = order.ids.size();
        m_catalogue.eachOnce(
            u"SELECT CAST(group_concat(v) AS BLOB) FROM (%1)"_s.arg(rows), walk.values + after,
            [&](const QSqlQuery &row) { unpack(row.value(0).toByteArray(), order); });
        if (order.ids.size() - before < wanted || walk.isWhole)
            return;
        after.clear();
        m_catalogue.each(u"SELECT sortkey, time FROM article WHERE id = ?"_s,
                         {quint64(order.ids.last())}, [&](const QSqlQuery &row) {
                             if (walk.order.hasKey)
                                 after = {row.value(0), row.value(0)};
                             after += {row.value(1), row.value(1), quint64(order.ids.last())};
                         });
    }
}

ArticleOrder ListReader::list(const ListRequest &request, qsizetype atMost,
                              const Cancelled &cancelled)
{
    const ListCondition condition = listCondition(m_catalogue, request.query);
    ArticleOrder order;
    order.ids.reserve(qMin<qsizetype>(condition.atMost, atMost));
    order.days.reserve(order.ids.capacity());
    const bool isFew = condition.atMost <= few;
    if (request.sortBy == SortBy::Publisher) {
        byPublisher(condition, request.reversed, atMost, cancelled, order);
    } else if (request.sortBy == SortBy::Opened) {
        const QString by = request.reversed ? u"opened, time, id DESC"_s
                                            : u"opened DESC, time DESC, id"_s;
        walk({u"article"_s, condition.sql, condition.values, {by, {}, false}, true}, atMost,
             cancelled, order);
    } else {
        const QString index = indexFor(condition, request.sortBy);
        const QString from = isFew ? u"article"_s : u"article INDEXED BY "_s + index;
        Order by = orderBy(request.sortBy, request.reversed);
        if (isFew)
            by.columns = u'+' + by.columns; // found first, then sorted
        walk({from, condition.sql, condition.values, by, isFew}, atMost, cancelled, order);
    }
    order.total = order.ids.size() < atMost ? order.ids.size() : count(condition);
    if (request.sortBy == SortBy::Headline)
        groupByLetter(condition, request.reversed, order);
    return order;
}

qint64 ListReader::count(const ListCondition &condition)
{
    if (condition.isExact)
        return condition.atMost;
    qint64 count = 0;
    m_catalogue.eachOnce(u"SELECT count(*) FROM article WHERE "_s + condition.sql, condition.values,
                         [&](const QSqlQuery &row) { count = row.value(0).toLongLong(); });
    return count;
}

// Publishers by name, and each one's articles newest first; those of nobody at the end.
void ListReader::byPublisher(const ListCondition &condition, bool reversed, qsizetype atMost,
                             const Cancelled &cancelled, ArticleOrder &order)
{
    QList<std::pair<qint64, QString>> publishers;
    m_catalogue.each(u"SELECT id, text FROM name WHERE kind = 1 AND articles > 0"
                     " ORDER BY folded, text"_s,
                     {}, [&](const QSqlQuery &row) {
                         publishers.append({row.value(0).toLongLong(), row.value(1).toString()});
                     });
    publishers.append({0, QString()});
    if (reversed)
        std::ranges::reverse(publishers);
    for (const auto &[number, name] : std::as_const(publishers)) {
        if (order.ids.size() >= atMost || cancelled())
            return;
        const qsizetype before = order.ids.size();
        const QString sql = u"publisher = %1 AND %2"_s.arg(QString::number(number), condition.sql);
        walk({u"article INDEXED BY article_publisher"_s, sql, condition.values,
              orderBy(SortBy::Date, reversed), false},
             atMost, cancelled, order);
        if (order.ids.size() > before)
            order.groups.append({before, name});
    }
}

// By the first letter of what they are sorted by: no accent, no quotation mark.
void ListReader::groupByLetter(const ListCondition &condition, bool reversed, ArticleOrder &order)
{
    qsizetype row = 0;
    if (!order.isWhole()) { // its beginning is soon looked at, and the whole list is not
        QString before;
        for (const ArticleId id : std::as_const(order.ids)) {
            const QString key = m_catalogue
                                    .value(u"SELECT sortkey FROM article WHERE id = ?"_s,
                                           {quint64(id)})
                                    .toString();
            const QString letter = key.left(1).toUpper();
            if (row == 0 || letter != before)
                order.groups.append({row, letter});
            before = letter;
            ++row;
        }
        return;
    }
    m_catalogue.eachOnce(u"SELECT upper(substr(sortkey, 1, 1)) AS letter, count(*) FROM article"
                         " WHERE %1 GROUP BY letter ORDER BY min(sortkey) %2"_s.arg(
                             condition.sql, reversed ? u"DESC"_s : u"ASC"_s),
                         condition.values, [&](const QSqlQuery &group) {
                             if (row < order.ids.size())
                                 order.groups.append({row, group.value(0).toString().toUpper()});
                             row += group.value(1).toLongLong();
                         });
}

QList<ArticleId> ListReader::matching(const SearchQuery &query)
{
    const ListCondition condition = listCondition(m_catalogue, query);
    ArticleOrder order;
    walk(
        {u"article"_s, condition.sql, condition.values, {u"+id"_s, {}, false}, true},
        std::numeric_limits<qsizetype>::max(), [] { return false; }, order);
    return order.ids;
}

// A question for some hundred at a time: the index may know what has left the library.
ArticleOrder ListReader::known(const QList<SearchHit> &hits)
{
    QHash<quint64, qint32> days;
    for (qsizetype from = 0; from < hits.size(); from += rowsTogether) {
        QString ids;
        for (const SearchHit &hit : hits.mid(from, rowsTogether))
            ids += (ids.isEmpty() ? u"["_s : u","_s) + QString::number(quint64(hit.id));
        ArticleOrder found;
        m_catalogue.each(u"SELECT CAST(group_concat(%1) AS BLOB) FROM article"
                         " WHERE id IN (SELECT value FROM json_each(?))"_s.arg(packed),
                         {ids + u']'},
                         [&](const QSqlQuery &row) { unpack(row.value(0).toByteArray(), found); });
        for (qsizetype i = 0; i < found.ids.size(); ++i)
            days.insert(quint64(found.ids.at(i)), found.days.at(i));
    }
    ArticleOrder order;
    for (const SearchHit &hit : hits) {
        const auto day = days.constFind(quint64(hit.id));
        if (day == days.constEnd())
            continue;
        order.ids.append(hit.id);
        order.days.append(*day);
        days.erase(day); // a hit that comes twice
    }
    order.total = order.ids.size();
    return order;
}

ArticleOrder ListReader::sorted(const QList<ArticleId> &ids, SortBy sortBy, bool reversed)
{
    ArticleOrder order;
    QString json;
    for (const ArticleId id : ids)
        json += (json.isEmpty() ? u"["_s : u","_s) + QString::number(quint64(id));
    const QString direction = reversed ? u" DESC"_s : QString();
    const QString
        publisher = u"publisher = 0%1, (SELECT folded FROM name WHERE id = publisher)%1, "_s.arg(
            direction);
    const Order by = orderBy(sortBy, reversed);
    const QString columns = sortBy == SortBy::Publisher ? publisher + by.columns
        : sortBy == SortBy::Opened ? (reversed ? u"opened, "_s : u"opened DESC, "_s) + by.columns
                                   : u'+' + by.columns;
    walk(
        {u"article"_s,
         u"id IN (SELECT value FROM json_each(?))"_s,
         {json.isEmpty() ? u"[]"_s : json + u']'},
         {columns, {}, false},
         true},
        std::numeric_limits<qsizetype>::max(), [] { return false; }, order);
    order.total = order.ids.size();
    return order;
}
