#pragma once
// The stories of one event in the order of time. A value; any thread.

#include "app/article/articleid.h"

#include <QList>

#include <optional>

struct ThreadStory
{
    ArticleId id{};
    qint64 time = 0;      // seconds since 1970
    bool isAsked = false; // the article that the thread was made for

    bool operator==(const ThreadStory &other) const = default;
};

struct StoryThread
{
    QList<ThreadStory> stories; // in order of time; empty where there is but the one

    bool operator==(const StoryThread &other) const = default;
};

// What may be of it.
struct ThreadCandidate
{
    ArticleId id{};
    qint64 time = 0;
    double score = 0; // likeness to the asked article, 0 to 1
};

// Those that are much like the asked one, as far as one follows upon another: a story that rests
// for weeks is another one when it comes back.
StoryThread storyThread(ArticleId asked, const std::optional<qint64> &time,
                        const QList<ThreadCandidate> &candidates);
