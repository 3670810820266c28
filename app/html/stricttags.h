#pragma once
// The elements of the strict subset (see sanitizer.h) and what may stand in what. Pure.

#include "app/html/document.h"

#include <QLatin1StringView>

// Its name in the output; empty for an element that is not of the subset.
QLatin1StringView strictName(HtmlTag tag);

// What the subset calls it: b is strong, h3 is h2, dd is p.
HtmlTag strictTag(HtmlTag tag);

bool isStrictInline(HtmlTag tag);
bool holdsBlocks(HtmlTag tag); // holds blocks and never loose words
bool isList(HtmlTag tag);
bool isRowGroup(HtmlTag tag);
bool isCell(HtmlTag tag);
bool isTablePart(HtmlTag tag); // between a table and its cells
bool isBoundary(HtmlTag tag);  // not written, but parts what is before from what is after
bool takesDirection(HtmlTag tag);
