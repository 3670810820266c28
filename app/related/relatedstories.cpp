#include "app/related/relatedstories.h"

#include "app/library/library.h"
#include "app/related/linkedstories.h"

RelatedStories relatedStories(const Article &article, Library &library,
                              const std::function<bool()> &cancelled)
{
    RelatedStories stories;
    const auto count = library.count();
    stories.lookedAt = count.has_value() ? count.value() : 0;
    stories.linked = linkedStories(article, library);
    if (cancelled())
        return stories;
    return stories;
}
