#pragma once
// Stories and pages that point to one another: what an article's page lists, found among the
// reader's own files, and the pages that list the article. Read lane.

#include "app/related/relatedstories.h"

class StoryAnswers;

// One for each link, in the page's order, found or not. By its address; else by its headline,
// where the dates agree; else by a headline that was cut or worded anew since.
QList<RelatedStory> linkedStories(const Article &article, StoryAnswers &library);

// Newest first.
QList<RelatedStory> storiesLinkingHere(const Article &article, StoryAnswers &library);
