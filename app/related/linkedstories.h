#pragma once
// The stories that an article's page listed, each looked for among the reader's own files.

#include "app/related/relatedstories.h"

// In the page's order; those that are not here stay in the list. Read lane.
QList<RelatedStory> linkedStories(const Article &article, Library &library);
