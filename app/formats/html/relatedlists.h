#pragma once
// The lists of other stories that a page itself prints: "Related", "More on this story", "Mehr zum
// Thema", and the single lines of that kind inside the story. Pure; any thread.

#include "app/article/article.h"
#include "app/formats/html/pagefacts.h"

// Takes the lists out of the story, and gives their links, resolved against `page`.
QList<RelatedLink> takeRelatedLinks(PageFacts &facts, const QUrl &page);
