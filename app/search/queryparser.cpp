#include "app/search/queryparser.h"

#include "app/search/querydates.h"
#include "app/search/stopwords.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

using Kind = SearchQuery::Kind;
using TokenKind = QueryToken::Kind;

SearchQuery leaf(Kind kind, const QString &text = {},
                 SearchQuery::Where where = SearchQuery::Where::Anywhere)
{
    SearchQuery query;
    query.kind = kind;
    query.where = where;
    query.text = text;
    return query;
}

bool isQuotationMark(QChar c)
{
    return c == u'"' || (c.unicode() >= 0x201C && c.unicode() <= 0x201F) || c == QChar(0xFF02);
}

QString phraseText(QString text)
{
    for (QChar &c : text) {
        if (isQuotationMark(c))
            c = u' ';
    }
    return text.simplified();
}

SearchQuery wordLeaf(const QueryToken &token, SearchQuery::Where where)
{
    const QString word = trimmedWord(token.text);
    if (word.isEmpty())
        return {};
    if (token.kind == TokenKind::Quoted)
        return leaf(Kind::Phrase, phraseText(token.text), where);
    if (token.text.endsWith(u'*'))
        return leaf(Kind::Prefix, word, where);
    // In capitals, written again, it would be an operator.
    return leaf(Kind::Word, isQueryOperator(word) ? word.toLower() : word, where);
}

SearchQuery nameLeaf(Kind kind, const QueryToken &token)
{
    const QString name = trimmedWord(token.text);
    if (name.isEmpty())
        return {};
    if (token.kind == TokenKind::Quoted)
        return leaf(kind, token.text.simplified());
    return leaf(kind, token.text.endsWith(u'*') ? name + u'*' : name);
}

// "en" of "en", "en-GB" and "English"; empty for what is no language.
QString languageNamed(const QString &text)
{
    const QString code = primaryLanguage(text.trimmed());
    const bool isCode = (code.size() == 2 || code.size() == 3)
        && std::ranges::all_of(code, [](QChar c) { return c >= u'a' && c <= u'z'; });
    if (isCode)
        return code;
    for (int language = QLocale::C + 1; language <= QLocale::LastLanguage; ++language) {
        const auto known = static_cast<QLocale::Language>(language);
        if (QLocale::languageToString(known).compare(text.trimmed(), Qt::CaseInsensitive) == 0)
            return QLocale::languageToCode(known);
    }
    return {};
}

SearchQuery stateNamed(const QString &text)
{
    struct State
    {
        QLatin1StringView name;
        Kind kind;
    };
    static constexpr State states[] = {
        {QLatin1StringView("read"), Kind::Read},       {QLatin1StringView("unread"), Kind::Unread},
        {QLatin1StringView("starred"), Kind::Starred}, {QLatin1StringView("opened"), Kind::Opened},
        {QLatin1StringView("away"), Kind::Away},
    };
    for (const State &state : states) {
        if (trimmedWord(text).compare(state.name, Qt::CaseInsensitive) == 0)
            return leaf(state.kind);
    }
    return {};
}

SearchQuery idsLeaf(const QString &text)
{
    const QString numbers = text.simplified().remove(u' ');
    const bool areNumbers = !numbers.isEmpty() && std::ranges::all_of(numbers, [](QChar c) {
        return c == u',' || (c >= u'0' && c <= u'9');
    });
    return areNumbers ? leaf(Kind::Ids, numbers) : SearchQuery();
}

SearchQuery dateLeaf(const QString &text, const QDate &today)
{
    const QString simple = text.simplified();
    const auto days = queryDays(simple, today);
    if (!days)
        return {};
    SearchQuery query = leaf(Kind::Date, days->isRelative ? simple.toLower() : QString());
    query.first = days->first;
    query.last = days->last;
    return query;
}

// A value that its field cannot take is searched as words, and the field's name with it.
SearchQuery orWords(const SearchQuery &query, const QueryToken &field, const QueryToken &value)
{
    if (query.kind != Kind::Everything || trimmedWord(value.text).isEmpty())
        return query;
    // Between quotation marks where it would be taken for a field when it is written again.
    const bool hasColon = value.text.contains(u':') || value.text.contains(QChar(0xFF1A));
    const TokenKind kind = hasColon ? TokenKind::Quoted : value.kind;
    return joined(
        Kind::All,
        {leaf(Kind::Word, field.text), wordLeaf({kind, value.text}, SearchQuery::Where::Anywhere)});
}

SearchQuery valueLeaf(const QueryToken &field, const QueryToken &value, const QDate &today)
{
    switch (field.field) {
    case QueryField::None:
        return wordLeaf(value, SearchQuery::Where::Anywhere);
    case QueryField::Title:
        return wordLeaf(value, SearchQuery::Where::Headline);
    case QueryField::Author:
        return nameLeaf(Kind::Author, value);
    case QueryField::Publisher:
        return nameLeaf(Kind::Publisher, value);
    case QueryField::Section:
        return nameLeaf(Kind::Section, value);
    case QueryField::Language:
        if (const QString language = languageNamed(value.text); !language.isEmpty())
            return leaf(Kind::Language, language);
        return orWords({}, field, value);
    case QueryField::Tag:
    case QueryField::Folder:
        if (const QString text = value.text.trimmed(); !text.isEmpty())
            return leaf(field.field == QueryField::Tag ? Kind::Tag : Kind::Folder, text);
        return {};
    case QueryField::Id:
        return orWords(idsLeaf(value.text), field, value);
    case QueryField::Date:
        return orWords(dateLeaf(value.text, today), field, value);
    case QueryField::Is:
        return orWords(stateNamed(value.text), field, value);
    }
    return {};
}

// Recursive descent; queryTokens() has seen to it that it does not descend far. An operator or a
// field with nothing to work on says nothing: the reader is still typing.
class Parser final
{
public:
    Parser(const QList<QueryToken> &tokens, const QDate &today) : m_tokens(tokens), m_today(today)
    {
    }

    // Up to the Close that it leaves to its caller, or to the end.
    SearchQuery all(const QueryToken &field)
    {
        QList<SearchQuery> parts;
        while (m_at < m_tokens.size() && !isAt(TokenKind::Close)) {
            QList<SearchQuery> alternatives{negatable(field)};
            while (isAt(TokenKind::Or)) {
                ++m_at;
                alternatives.append(negatable(field));
            }
            parts.append(joined(Kind::Any, alternatives));
        }
        return joined(Kind::All, parts);
    }

private:
    bool isAt(TokenKind kind) const
    {
        return m_at < m_tokens.size() && m_tokens.at(m_at).kind == kind;
    }

    SearchQuery negatable(const QueryToken &field)
    {
        bool isNegated = false;
        for (; isAt(TokenKind::Not); ++m_at)
            isNegated = !isNegated;
        const SearchQuery query = one(field);
        if (!isNegated || query.kind == Kind::Everything)
            return query;
        if (query.kind == Kind::Not)
            return query.parts.first();
        SearchQuery negated = leaf(Kind::Not);
        negated.parts = {query};
        return negated;
    }

    SearchQuery one(const QueryToken &outerField)
    {
        QueryToken field = outerField;
        for (; isAt(TokenKind::Field); ++m_at)
            field = m_tokens.at(m_at);
        if (isAt(TokenKind::Open)) {
            ++m_at;
            const SearchQuery inside = all(field);
            ++m_at; // its Close
            return inside;
        }
        if (isAt(TokenKind::Word) || isAt(TokenKind::Quoted))
            return valueLeaf(field, m_tokens.at(m_at++), m_today);
        return {};
    }

    const QList<QueryToken> &m_tokens;
    const QDate m_today;
    qsizetype m_at = 0;
};

} // namespace

SearchQuery parsedTokens(const QList<QueryToken> &tokens, const QDate &today)
{
    return Parser(tokens, today).all({TokenKind::Field, {}, QueryField::None});
}

SearchQuery joined(Kind allOrAny, const QList<SearchQuery> &parts)
{
    SearchQuery query;
    for (const SearchQuery &part : parts) {
        if (part.kind == allOrAny)
            query.parts += part.parts;
        else if (part.kind != Kind::Everything)
            query.parts.append(part);
    }
    if (query.parts.isEmpty())
        return {};
    if (query.parts.size() == 1) {
        const SearchQuery only = query.parts.first(); // a copy: the assignment ends its owner
        return only;
    }
    query.kind = allOrAny;
    return query;
}
