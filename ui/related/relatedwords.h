#pragma once
// What the related sidebar says of its stories. Pure; GUI thread, for its words.

#include "ui/related/relatedrows.h"

#include <QString>

// The page's own words for a story it lists; else the story's.
QString headlineOf(const RelatedStory &story);

QString sectionTitle(RelatedSection section, bool besideThread);

// Why it is related: "GhostNet, Dalai Lama, hackers", "Same text, Reuters", "Not among your files".
QString reasonOf(const RelatedStory &story);

// "3 versions"; empty when there is but one.
QString copiesOf(const RelatedStory &story);

// "28 Mar – 4 Apr 2009".
QString spanOf(const StoryThread &thread, const QLocale &locale);
