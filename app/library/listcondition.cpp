#include "app/library/listcondition.h"

#include "app/library/cataloguenames.h"
#include "app/library/database.h"
#include "app/search/foldedtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Kind = SearchQuery::Kind;

constexpr qint64 firstDay = 2440588; // 1 January 1970, as QDate::toJulianDay()
constexpr qint64 dayLength = 24 * 60 * 60 * 1000;

class Compiler final
{
public:
    explicit Compiler(Database &catalogue) : m_catalogue(catalogue) { }

    ListCondition compiled(const SearchQuery &query);

private:
    struct Numbers
    {
        QString list = u"-1"_s; // numbers parted by commas, and one that nothing has
        qint64 articles = 0;
        qint64 unread = 0;
    };

    ListCondition all(const QList<SearchQuery> &parts);
    ListCondition any(const QList<SearchQuery> &parts);
    ListCondition negated(const SearchQuery &query);
    ListCondition leaf(const SearchQuery &query);
    ListCondition inFolders(const Numbers &folders);
    ListCondition tag(const QString &tag);
    ListCondition date(const SearchQuery &query);
    ListCondition named(NameKind kind, const QString &text, const QString &sql);
    static ListCondition counted(const QString &sql, qint64 articles);
    ListCondition state(Kind kind);
    static ListCondition these(const QList<ArticleId> &ids);
    Numbers names(NameKind kind, const QString &text);
    Numbers folders(const QString &path);
    Numbers numbers(const QString &statement, const QVariantList &values);
    qint64 everything() { return numbers(everyFolder, {}).articles; }
    qint64 unread() { return numbers(everyFolder, {}).unread; }

    static const QString everyFolder;
    Database &m_catalogue;
};

const QString Compiler::everyFolder = u"SELECT '', sum(articles), sum(unread) FROM folder"_s;

// The statement gives a number, articles, unread for each.
Compiler::Numbers Compiler::numbers(const QString &statement, const QVariantList &values)
{
    Numbers numbers;
    m_catalogue.eachOnce(statement, values, [&](const QSqlQuery &row) {
        numbers.list += u',' + QString::number(row.value(0).toLongLong());
        numbers.articles += row.value(1).toLongLong();
        numbers.unread += row.value(2).toLongLong();
    });
    return numbers;
}

// Names with all the words of the text.
Compiler::Numbers Compiler::names(NameKind kind, const QString &text)
{
    QString statement = u"SELECT id, articles, 0 FROM name WHERE kind = ?"_s;
    QVariantList values{int(kind)};
    const QStringList words = foldedText(text).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        statement += u" AND instr(' ' || folded || ' ', ?) > 0"_s;
        values.append(u' ' + word + u' ');
    }
    return words.isEmpty() ? Numbers() : numbers(statement, values);
}

Compiler::Numbers Compiler::folders(const QString &path)
{
    QString folder = path;
    while (folder.size() > 1 && folder.endsWith(u'/'))
        folder.chop(1);
    const QString inside = folder == u"/" ? folder : folder + u'/';
    return numbers(u"SELECT id, articles, unread FROM folder"
                   " WHERE path = ? OR (path >= ? AND path < ?)"_s, // '0' follows '/'
                   {folder, inside, inside.chopped(1) + u'0'});
}

// Also articles that have another of their places there.
ListCondition Compiler::inFolders(const Numbers &folders)
{
    ListCondition condition;
    condition.sql = u"article.folder IN (%1)"_s.arg(folders.list);
    condition.atMost = folders.articles;
    condition.isExact = true;
    const QString places = u"SELECT article FROM place WHERE folder IN (%1)"_s.arg(folders.list);
    qint64 others = 0;
    m_catalogue.eachOnce(
        u"SELECT count(DISTINCT article) FROM place WHERE folder IN (%1)"_s.arg(folders.list), {},
        [&](const QSqlQuery &row) { others = row.value(0).toLongLong(); });
    if (others == 0)
        return condition;
    condition.sql = u"(%1 OR article.id IN (%2))"_s.arg(condition.sql, places);
    condition.atMost += others;
    condition.isExact = false;
    condition.asksMore = true;
    return condition;
}

ListCondition Compiler::tag(const QString &tag)
{
    ListCondition condition;
    condition.values = {tag.simplified().toCaseFolded()};
    condition.atMost = m_catalogue.number(u"SELECT count(*) FROM state.tagged WHERE tag ="
                                          " (SELECT id FROM state.tag WHERE folded = ?)"_s,
                                          condition.values);
    condition.sql = u"article.id IN (SELECT t.id FROM state.tagged CROSS JOIN article AS t"
                    " ON substr(t.digest, 1, 8) = substr(tagged.digest, 1, 8)"
                    " AND t.digest = tagged.digest WHERE tagged.tag ="
                    " (SELECT id FROM state.tag WHERE folded = ?))"_s;
    condition.asksMore = true;
    return condition;
}

ListCondition Compiler::date(const SearchQuery &query)
{
    ListCondition condition;
    QStringList bounds{u"1"_s};
    if (query.first.isValid()) {
        bounds.append(u"article.time >= ?"_s);
        condition.values.append((query.first.toJulianDay() - firstDay) * dayLength);
    }
    if (query.last.isValid()) {
        bounds.append(u"article.time < ?"_s);
        condition.values.append((query.last.toJulianDay() + 1 - firstDay) * dayLength);
    }
    condition.sql = bounds.join(u" AND ");
    condition.atMost = everything();
    return condition;
}

ListCondition Compiler::named(NameKind kind, const QString &text, const QString &sql)
{
    const Numbers found = names(kind, text);
    ListCondition condition;
    condition.sql = sql.arg(found.list);
    condition.atMost = found.articles;
    condition.asksMore = true;
    return condition;
}

ListCondition Compiler::counted(const QString &sql, qint64 articles)
{
    ListCondition condition;
    condition.sql = sql;
    condition.atMost = articles;
    condition.isExact = true;
    return condition;
}

// What the reader has done.
ListCondition Compiler::state(Kind kind)
{
    const auto countOf = [this](const QString &sql) {
        return m_catalogue.number(u"SELECT count(*) FROM article WHERE "_s + sql);
    };
    ListCondition condition;
    if (kind == Kind::Unread)
        condition = counted(u"article.read = 0"_s, unread());
    else if (kind == Kind::Read)
        condition = counted(u"article.read = 1"_s, everything() - unread());
    else if (kind == Kind::Starred)
        condition = counted(u"article.starred = 1"_s, countOf(u"starred = 1"_s));
    else
        condition = counted(u"article.opened IS NOT NULL"_s, countOf(u"opened IS NOT NULL"_s));
    condition.isUnread = kind == Kind::Unread;
    condition.isRead = kind == Kind::Read;
    condition.isStarred = kind == Kind::Starred;
    condition.isOpened = kind == Kind::Opened;
    return condition;
}

ListCondition Compiler::these(const QList<ArticleId> &ids)
{
    QStringList numbers{u"-1"_s};
    for (const ArticleId id : ids)
        numbers.append(QString::number(quint64(id)));
    ListCondition condition = counted(u"article.id IN (%1)"_s.arg(numbers.join(u',')), ids.size());
    condition.isExact = false; // one may have left
    condition.asksMore = true;
    return condition;
}

ListCondition Compiler::leaf(const SearchQuery &query)
{
    switch (query.kind) {
    case Kind::Publisher:
        return named(NameKind::Publisher, query.text, u"article.publisher IN (%1)"_s);
    case Kind::Section:
        return named(NameKind::Section, query.text, u"article.section IN (%1)"_s);
    case Kind::Language:
        return named(NameKind::Language, query.text, u"article.language IN (%1)"_s);
    case Kind::Author:
        return named(NameKind::Author, query.text,
                     u"article.id IN (SELECT article FROM byline WHERE author IN (%1))"_s);
    case Kind::Date:
        return date(query);
    case Kind::Tag:
        return tag(query.text);
    case Kind::Folder:
        return inFolders(folders(query.text));
    case Kind::Ids:
        return these(query.ids());
    case Kind::Away:
        return inFolders(numbers(u"SELECT id, articles, unread FROM folder WHERE away = 1"_s, {}));
    case Kind::Unread:
    case Kind::Read:
    case Kind::Starred:
    case Kind::Opened:
        return state(query.kind);
    default:
        return counted(u"0"_s, 0);
    }
}

ListCondition Compiler::all(const QList<SearchQuery> &parts)
{
    ListCondition condition = compiled(parts.value(0));
    for (const SearchQuery &part : parts.mid(1)) {
        const ListCondition other = compiled(part);
        condition.sql += u" AND "_s + other.sql;
        condition.values += other.values;
        condition.atMost = qMin(condition.atMost, other.atMost);
        condition.isExact = false;
        condition.isUnread = condition.isUnread || other.isUnread;
        condition.isRead = condition.isRead || other.isRead;
        condition.isStarred = condition.isStarred || other.isStarred;
        condition.isOpened = condition.isOpened || other.isOpened;
        condition.asksMore = condition.asksMore || other.asksMore;
    }
    condition.sql = u'(' + condition.sql + u')';
    return condition;
}

ListCondition Compiler::any(const QList<SearchQuery> &parts)
{
    ListCondition condition;
    QStringList alternatives;
    for (const SearchQuery &part : parts) {
        const ListCondition other = compiled(part);
        alternatives.append(other.sql);
        condition.values += other.values;
        condition.atMost += other.atMost;
    }
    condition.sql = alternatives.isEmpty() ? u"0"_s : u'(' + alternatives.join(u" OR ") + u')';
    condition.asksMore = true;
    return condition;
}

ListCondition Compiler::negated(const SearchQuery &query)
{
    const ListCondition inner = compiled(query);
    ListCondition condition;
    condition.sql = u"NOT "_s + inner.sql;
    condition.values = inner.values;
    condition.atMost = everything();
    condition.asksMore = true;
    return condition;
}

ListCondition Compiler::compiled(const SearchQuery &query)
{
    ListCondition condition;
    switch (query.kind) {
    case Kind::Everything:
        condition.sql = u"1"_s;
        condition.atMost = everything();
        condition.isExact = true;
        return condition;
    case Kind::All:
        return all(query.parts);
    case Kind::Any:
        return any(query.parts);
    case Kind::Not:
        return negated(query.parts.value(0));
    default:
        condition = leaf(query);
        condition.sql = u'(' + condition.sql + u')';
        return condition;
    }
}

} // namespace

ListCondition listCondition(Database &catalogue, const SearchQuery &query)
{
    return Compiler(catalogue).compiled(query);
}
