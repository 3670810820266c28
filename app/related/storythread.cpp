#include "app/related/storythread.h"

#include <algorithm>

namespace {

// Of 558 reports of 122 events, 97 of 100 that were so much alike were of one event.
constexpr double ofOneStory = 0.3;
constexpr qint64 longestRest = 21 * 86'400; // seconds

} // namespace

StoryThread storyThread(ArticleId asked, const std::optional<qint64> &time,
                        const QList<ThreadCandidate> &candidates)
{
    if (!time)
        return {};
    QList<ThreadStory> stories{{asked, *time, true}};
    for (const ThreadCandidate &candidate : candidates) {
        if (candidate.score >= ofOneStory)
            stories.append({candidate.id, candidate.time, false});
    }
    std::ranges::stable_sort(stories, {}, &ThreadStory::time);
    const auto own = std::ranges::find(stories, true, &ThreadStory::isAsked);
    auto first = own;
    while (first != stories.begin() && first->time - (first - 1)->time <= longestRest)
        --first;
    auto last = own;
    while (last + 1 != stories.end() && (last + 1)->time - last->time <= longestRest)
        ++last;
    if (first == last)
        return {};
    return {QList<ThreadStory>(first, last + 1)};
}
