#pragma once
// What belongs beside an article, and why: the stories that its page listed, found among the
// reader's own files or not, and the stories of the library that are most like it.

#include "app/article/articlesummary.h"

#include <functional>
#include <optional>

class Library;

struct RelatedReason
{
    QString kind; // "listed", "words", "names"
    QString text; // from the two articles: "GhostNet, Dalai Lama"; empty where the kind says it all
};

struct RelatedStory
{
    enum class Relation {
        Linked, // the page lists it
        Similar,
    };

    Relation relation = Relation::Similar;
    RelatedLink printed;                // of a linked story: as the page printed it
    std::optional<ArticleSummary> here; // the reader's own file; of a linked story perhaps none
    double score = 0;                   // of a similar story, 0 to 1
    QList<RelatedReason> reasons;
};

struct RelatedStories
{
    QList<RelatedStory> linked;  // in the page's order
    QList<RelatedStory> similar; // best first
    qsizetype lookedAt = 0;      // articles in the library
};

// Reads the library, so: on the read lane. `cancelled` is asked between stages; when it says yes,
// the answer is of no use to anyone.
RelatedStories relatedStories(
    const Article &article, Library &library,
    const std::function<bool()> &cancelled = [] { return false; });
