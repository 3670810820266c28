#include "app/search/searchquery.h"

#include "app/search/querydates.h"
#include "app/search/queryparser.h"
#include "app/search/querytokens.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Kind = SearchQuery::Kind;

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString writtenName(QueryField field, const QString &name)
{
    const QString stem = name.endsWith(u'*') ? name.chopped(1) : name;
    const bool isPlain = isOneToken(name) && trimmedWord(stem) == stem;
    return fieldName(field) + u':' + (isPlain ? name : quoted(name));
}

QString writtenExactly(QueryField field, const QString &text)
{
    return fieldName(field) + u':' + (isOneToken(text) ? text : quoted(text));
}

QString writtenWords(const SearchQuery &query)
{
    const QString field = query.where == SearchQuery::Where::Headline ? u"title:"_s : QString();
    if (query.kind == Kind::Phrase || !isOneToken(query.text))
        return field + quoted(query.text);
    return field + query.text + (query.kind == Kind::Prefix ? u"*"_s : QString());
}

QString writtenPart(const SearchQuery &part)
{
    const bool isGroup = part.kind == Kind::All || part.kind == Kind::Any;
    return isGroup ? u'(' + part.written() + u')' : part.written();
}

QString writtenParts(const SearchQuery &query)
{
    QStringList parts;
    for (const SearchQuery &part : query.parts)
        parts.append(writtenPart(part));
    return parts.join(query.kind == Kind::Any ? u" OR "_s : u" "_s);
}

QString writtenState(Kind kind)
{
    switch (kind) {
    case Kind::Read:
        return u"is:read"_s;
    case Kind::Unread:
        return u"is:unread"_s;
    case Kind::Starred:
        return u"is:starred"_s;
    case Kind::Opened:
        return u"is:opened"_s;
    default:
        return u"is:away"_s;
    }
}

// What asks for nothing has no words; what has none in spite of its letters is all operators and
// fields' names: those were meant as words, then.
QString withoutOperators(const QString &typed)
{
    QString words;
    for (const QChar c : typed)
        words += c.isLetterOrNumber() || c.isMark() || c.isSurrogate() ? c : QChar(u' ');
    return words.toLower();
}

} // namespace

SearchQuery SearchQuery::parsed(const QString &typed, const QDate &today)
{
    const SearchQuery query = parsedTokens(queryTokens(typed), today);
    if (query.kind != Kind::Everything)
        return query;
    return parsedTokens(queryTokens(withoutOperators(typed)), today);
}

QString SearchQuery::written() const
{
    switch (kind) {
    case Kind::Everything:
        return {};
    case Kind::All:
    case Kind::Any:
        return writtenParts(*this);
    case Kind::Not:
        return parts.isEmpty() ? QString() : u'-' + writtenPart(parts.first());
    case Kind::Word:
    case Kind::Phrase:
    case Kind::Prefix:
        return writtenWords(*this);
    case Kind::Publisher:
        return writtenName(QueryField::Publisher, text);
    case Kind::Section:
        return writtenName(QueryField::Section, text);
    case Kind::Author:
        return writtenName(QueryField::Author, text);
    case Kind::Language:
        return writtenExactly(QueryField::Language, text);
    case Kind::Date:
        return fieldName(QueryField::Date) + u':'
            + (text.isEmpty() ? writtenDays(first, last) : text);
    case Kind::Tag:
        return writtenExactly(QueryField::Tag, text);
    case Kind::Folder:
        return writtenExactly(QueryField::Folder, text);
    case Kind::Ids:
        return writtenExactly(QueryField::Id, text);
    case Kind::Read:
    case Kind::Unread:
    case Kind::Starred:
    case Kind::Opened:
    case Kind::Away:
        return writtenState(kind);
    }
    return {};
}

SearchQuery SearchQuery::both(const SearchQuery &one, const SearchQuery &other)
{
    return joined(Kind::All, {one, other});
}

SearchQuery SearchQuery::ofIds(const QList<ArticleId> &ids)
{
    QStringList numbers;
    for (const ArticleId id : ids)
        numbers.append(QString::number(quint64(id)));
    SearchQuery query;
    query.kind = Kind::Ids;
    query.text = numbers.join(u',');
    return query;
}

QList<ArticleId> SearchQuery::ids() const
{
    QList<ArticleId> ids;
    for (const QString &number : text.split(u',', Qt::SkipEmptyParts))
        ids.append(ArticleId{number.toULongLong()});
    return ids;
}

bool SearchQuery::asksForWords() const
{
    return kind == Kind::Word || kind == Kind::Phrase || kind == Kind::Prefix
        || std::ranges::any_of(parts, &SearchQuery::asksForWords);
}
