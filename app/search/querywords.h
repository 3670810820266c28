#pragma once
// What a leaf of a query asks of the words of a text: parted like the articles themselves. Pure;
// any thread.

#include "app/search/searchquery.h"

#include <QList>
#include <QString>

#include <string>

struct QueryWord
{
    enum class Match {
        Stem,      // any word of the same stem, in the language of the article
        Exact,     // this word; case and accents do not count
        Beginning, // what begins so
    };

    QString text; // as typed
    std::string folded;
    Match match = Match::Stem;
    bool isCharacter = false; // see SplitWord
    bool joins = false;       // stands right behind the character before it

    bool operator==(const QueryWord &other) const = default;
};

// One word, or several that must stand beside one another.
struct QueryWords
{
    QList<QueryWord> words;
    SearchQuery::Where where = SearchQuery::Where::Anywhere;

    // Whether an article that has all the terms may still not be meant, so that its text decides.
    bool needText() const;

    bool operator==(const QueryWords &other) const = default;
};

// Of a Word, Phrase or Prefix; without words where its text has none.
QueryWords queryWords(const SearchQuery &leaf);

// Of all leaves of the query that an article is shown for: not of what it must not have.
QList<QueryWords> wordsToMark(const SearchQuery &query);

// Of a text of names.
QList<QueryWord> nameWords(const QString &text);
