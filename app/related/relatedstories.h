#pragma once
// What belongs beside an article, and why: the stories that its page listed, found among the
// reader's own files or not; the pages that list it; the same text again; and the stories of the
// library that tell the same or a connected story.

#include "app/article/articlesummary.h"
#include "app/related/storythread.h"

#include <functional>
#include <optional>

class Library;

struct RelatedReason
{
    enum class Kind {
        Listed,   // on the article's page
        Lists,    // the article, on its own page
        Marked,   // by the reader
        SameText, // text: who printed it, where that is known
        Version,  // of the same page
        Names,    // that both articles have, as the asked one prints them: "GhostNet, Dalai Lama"
        Words,
    };

    Kind kind = Kind::Words;
    QString text; // empty where the kind says it all
};

struct RelatedStory
{
    enum class Relation {
        Linked,    // the page lists it
        LinksHere, // its page lists the article
        Marked,    // the reader said that it is related
        Duplicate, // the same text
        EarlierVersion,
        LaterVersion,
        Similar,
    };

    Relation relation = Relation::Similar;
    RelatedLink printed;                // of a linked story: as the page printed it
    std::optional<ArticleSummary> here; // the reader's own file; of a linked story perhaps none
    double score = 0;                   // 0 to 1: how alike the two are; 0 where nobody asked
    QList<RelatedReason> reasons;
    QList<RelatedStory> copies; // the same text as this story, or nearly; not rows of their own
};

struct RelatedStories
{
    QList<RelatedStory> linked;    // in the page's order
    QList<RelatedStory> linksHere; // newest first
    QList<RelatedStory> marked;
    QList<RelatedStory> sameText; // in order of time
    QList<RelatedStory> similar;  // best first
    StoryThread thread;
    qsizetype lookedAt = 0;  // articles in the library
    double milliseconds = 0; // that it took
};

struct RelatedOptions
{
    qsizetype atMost = 10; // similar stories
    // Also what is alike by chance only, and every copy; nothing thinned.
    bool takeAll = false;
};

// Reads the library, so: on the read lane. `cancelled` is asked between stages; when it says yes,
// the answer is of no use to anyone. The article need not be in the library.
RelatedStories relatedStories(
    const Article &article, Library &library, const RelatedOptions &options = {},
    const std::function<bool()> &cancelled = [] { return false; });
