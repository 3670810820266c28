#pragma once
// What the library knows of its stories for those who look for what belongs beside one. Values;
// any thread.

#include "app/article/articlesummary.h"

#include <QByteArray>
#include <QHash>
#include <QString>

// What tells the versions of one story apart, and its copies from other stories.
struct StoryTraits
{
    ArticleId id{};
    QByteArray digest;
    QByteArray sketch;      // app/search/textsketch.h
    QString url;            // foldedUrl()
    QString publisher;      // as printed
    QString foldedHeadline; // foldedText()
};

// A story whose page lists another one.
struct StoryLink
{
    ArticleSummary from;
    RelatedLink printed; // by that page
};

// What the reader has said of two stories. Kept by their digests, so that it outlives renames.
enum class Judgement { None, Related, NotRelated };
using Judgements = QHash<QByteArray, Judgement>; // by the other story's digest
