#include "app/related/relatedstories.h"

#include "app/library/library.h"
#include "app/related/linkedstories.h"
#include "app/related/similarstories.h"

RelatedStories relatedStories(const Article &article, Library &library,
                              const std::function<bool()> &cancelled)
{
    RelatedStories stories;
    const auto count = library.count();
    stories.lookedAt = count.has_value() ? count.value() : 0;
    stories.linked = linkedStories(article, library);
    if (cancelled())
        return stories;

    QSet<ArticleId> linked;
    for (const RelatedStory &story : std::as_const(stories.linked)) {
        if (story.here)
            linked.insert(story.here->id);
    }
    stories.similar = similarStories(article, library, linked, cancelled);
    return stories;
}
