#pragma once
// Links of a headline's length, and whether a page is made of them: a front page, a section's, a
// tag's, what was found for a search. Pure; any thread.

#include "app/html/document.h"

#include <QList>

// How many there are in the page; it stops counting at `enough`.
int headlineLinks(const HtmlDocument &document, int enough);

// Whether the elements `story`, or the whole page where they hold next to nothing, `length`
// characters, are headlines with a sentence or two for each.
bool isMadeOfTeasers(const HtmlDocument &document, const QList<int> &story, qsizetype length);
