#pragma once
// What the reader typed, cut into the pieces that the grammar of searchquery.h is made of. Knows
// nothing of how they go together. Pure; any thread.

#include <QList>
#include <QString>

enum class QueryField {
    None,
    Title,
    Author,
    Publisher,
    Section,
    Language,
    Tag,
    Date,
    Is,
    Folder,
    Id
};

struct QueryToken
{
    enum class Kind { Open, Close, Or, Not, Field, Word, Quoted };

    Kind kind;
    QString text; // of Word and Quoted; of Field and operators as they were typed
    QueryField field = QueryField::None;
};

// At most so many pieces, the rest left out: a reader's longest query is a line. Parentheses at
// most so deep: deeper ones say nothing. Every Open has its Close, and AND is gone, being what
// stands between words anyway.
inline constexpr qsizetype mostQueryTokens = 4000;
inline constexpr int deepestQuery = 50;

QList<QueryToken> queryTokens(const QString &typed);

// "title" for QueryField::Title.
QString fieldName(QueryField field);

// Without the punctuation around it: "ghost" of "(ghost)," but "C++" stays. Empty when there is
// neither letter nor digit.
QString trimmedWord(const QString &word);

// Whether queryTokens() would take it whole, without quotation marks, behind a field's colon.
bool isOneToken(const QString &text);

bool isQueryOperator(const QString &word);
