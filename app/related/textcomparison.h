#pragma once
// What has changed between two states of a text: word by word, in the order in which it reads. The
// shortest list of changes (Myers, An O(ND) difference algorithm, 1986). Pure; any thread.

#include "app/article/article.h"

#include <QList>
#include <QString>

struct TextChange
{
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text; // words parted by blanks; a line feed parts paragraphs

    bool operator==(const TextChange &other) const = default;
};

// Of plain texts, their paragraphs parted by line feeds. Of texts that have hardly anything in
// common, all of one is removed and all of the other added.
QList<TextChange> textChanges(const QString &before, const QString &after);

// Two states of an article. `article` is the later one in all but its body and its pictures: in
// the body words that came stand in <ins>, those that went in <del>, and a headline or standfirst
// that has changed stands at its head.
struct ArticleComparison
{
    Article article;
    int wordsAdded = 0; // characters, in scripts without blanks
    int wordsRemoved = 0;
};

ArticleComparison comparedArticle(const Article &before, const Article &after);
