#pragma once
// Which articles tell the same story as another one, or a connected one. Only app/search; the
// thread of the reader it is given.
//
// Found by the words that tell the asked article best from the rest, and then compared with all of
// its words (app/search/termweights.h). What is near in time is more of the same story: running
// ones are days wide; and what is much like the two best is more of it too. The time counts as in
// studies of news linking (https://trec.nist.gov/data/news.html): what came before an article is
// better background than what came after.

#include "app/article/articleid.h"
#include "app/base/result.h"
#include "app/search/askedarticle.h"

#include <QList>

#include <functional>
#include <optional>

class ShardReader;

struct SimilarArticle
{
    ArticleId id{};
    double score = 0;           // 0 to 1
    QList<QString> shared;      // terms that both have, those that say most first
    std::optional<qint64> time; // when it was news: seconds since 1970
};

// Best first, at most so many of them, and never the asked article itself.
Result<QList<SimilarArticle>> similarArticles(ShardReader &index, const AskedArticle &asked,
                                              qsizetype atMost,
                                              const std::function<bool()> &cancelled);
