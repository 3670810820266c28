#pragma once
// The picture that a page shows between its headline and its story, outside the story's own
// element, or just above the headline. Pure; any thread.

#include "app/formats/html/pagefacts.h"

#include <QList>
#include <QUrl>

// The img elements that may be it, the likeliest first: whoever asks knows which of them are
// pictures. `heading` is the headline's node, or -1; `page` its address.
QList<int> leadPictures(const PageFacts &facts, const QList<int> &story, int heading,
                        const QUrl &page);

// Whether an element is, by its name, of somebody who wrote it, of the site or of another story.
bool isOfOthers(const HtmlNode &element);
