#include "ui/searchbar/querytext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

SearchQuery parsed(const QString &text)
{
    return SearchQuery::parsed(text);
}

bool isDate(const QString &token)
{
    return parsed(token).kind == SearchQuery::Kind::Date;
}

// A field whose value is missing, or cannot be understood yet: "from:", "date:2009-".
bool isUnfinishedField(const QString &token)
{
    const qsizetype colon = token.indexOf(u':');
    const QString name = token.left(colon).remove(u'-').toLower();
    if (colon < 1 || !searchFields().contains(name))
        return false;
    if (token.size() == colon + 1 || token.endsWith(u":\""_s))
        return true;
    const SearchQuery::Kind kind = parsed(token).kind;
    return (name == u"date" && kind != SearchQuery::Kind::Date && kind != SearchQuery::Kind::Not)
        || (name == u"is"
            && (kind == SearchQuery::Kind::Word || kind == SearchQuery::Kind::Phrase
                || kind == SearchQuery::Kind::All));
}

// A plain word, perhaps in headlines only, in a script that parts its words.
bool mayGoOn(const QString &token)
{
    static const QRegularExpression word(uR"(^(title:)?[\p{L}\p{N}]{2,}$)"_s,
                                         QRegularExpression::UseUnicodePropertiesOption
                                             | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression unparted(
        uR"([\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}])"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return token.contains(word) && !token.contains(unparted) && token != u"AND" && token != u"OR"
        && token != u"NOT";
}

} // namespace

const QStringList &searchFields()
{
    static const QStringList fields{u"title"_s, u"author"_s, u"from"_s, u"section"_s, u"date"_s,
                                    u"tag"_s,   u"is"_s,     u"lang"_s, u"folder"_s};
    return fields;
}

QStringList searchParts(const QString &text)
{
    QStringList tokens;
    QString token;
    bool isQuoted = false;
    int depth = 0;
    for (const QChar letter : text) {
        if (letter == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted && letter == u'(')
            ++depth;
        else if (!isQuoted && letter == u')')
            depth = qMax(0, depth - 1);
        if (!letter.isSpace() || isQuoted || depth > 0) {
            token += letter;
        } else if (!token.isEmpty()) {
            tokens.append(token);
            token.clear();
        }
    }
    if (!token.isEmpty())
        tokens.append(token);
    return tokens;
}

bool hasPart(const QString &text, const SearchQuery &part)
{
    return std::ranges::any_of(searchParts(text),
                               [&](const QString &token) { return parsed(token) == part; });
}

QString withPart(const QString &text, const SearchQuery &part)
{
    if (hasPart(text, part))
        return text;
    const QString kept = text.trimmed();
    return kept.isEmpty() ? part.written() : kept + u' ' + part.written();
}

QString withoutPart(const QString &text, const SearchQuery &part)
{
    QStringList tokens = searchParts(text);
    tokens.removeIf([&](const QString &token) { return parsed(token) == part; });
    return tokens.join(u' ');
}

DateRange datesOf(const QString &text)
{
    for (const QString &token : searchParts(text)) {
        if (const SearchQuery query = parsed(token); query.kind == SearchQuery::Kind::Date)
            return {query.first, query.last};
    }
    return {};
}

QString withoutDates(const QString &text)
{
    QStringList tokens = searchParts(text);
    tokens.removeIf(isDate);
    return tokens.join(u' ');
}

QString withDates(const QString &text, const DateRange &dates)
{
    const QString rest = withoutDates(text);
    if (dates.isEmpty())
        return rest;
    SearchQuery part;
    part.kind = SearchQuery::Kind::Date;
    part.first = dates.first;
    part.last = dates.last;
    return rest.isEmpty() ? part.written() : rest + u' ' + part.written();
}

SearchQuery queryWhileTyping(const QString &text)
{
    QStringList tokens = searchParts(text);
    if (tokens.isEmpty() || text.back().isSpace())
        return parsed(text);
    QString &last = tokens.last();
    if (isUnfinishedField(last))
        tokens.removeLast();
    else if (mayGoOn(last))
        last = u"(%1 OR %1*)"_s.arg(last);
    else
        return parsed(text);
    return parsed(tokens.join(u' '));
}
