#pragma once
// An article as others are compared with it: its words, which of them are names, and how it prints
// them. A value, made on any thread.

#include "app/search/articlewords.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

// A person, a place or a thing that the article names.
struct AskedName
{
    QString printed;
    QSet<QString> terms; // that its words stand under in the index
};

struct AskedArticle
{
    ArticleId id{}; // where the library has it
    ArticleWords words;
    QList<AskedName> names;        // in the order of the text
    QHash<QString, QString> forms; // how it prints the words of a term: "hack" -> "hackers"
    std::optional<qint64> time;    // when it was news: seconds since 1970
};

AskedArticle askedArticle(const Article &article, WordIndexer &indexer);
