#pragma once
// Which articles are most like another one, told by the words and names that tell it best from the
// rest. Only app/search; the thread of the reader it is given.

#include "app/article/articleid.h"
#include "app/base/result.h"
#include "app/search/articlewords.h"

#include <QList>
#include <QSet>

#include <functional>

class ShardReader;

struct SimilarArticle
{
    ArticleId id{};
    double score = 0;      // 0 to 1: how much of what the asked article is about is in this one too
    QList<QString> shared; // stems, and names under namePrefix, strongest first
};

// Best first. `self` is the article asked for, where the index has it.
Result<QList<SimilarArticle>> similarArticles(ShardReader &index, const ArticleWords &words,
                                              ArticleId self, const QSet<ArticleId> &leaveOut,
                                              int atMost, const std::function<bool()> &cancelled);
