#pragma once
// What the class, the id and the role of an element say about it: evidence, never proof. The words
// are those of Mozilla's Readability (https://github.com/mozilla/readability, REGEXPS), which years
// of pages have taught, and of common page generators since. Pure; any thread.

#include "app/html/document.h"

// Navigation, comments, sharing, promotion: not the story, whatever it holds.
bool soundsUnlikely(const HtmlNode &element);

// 25, -25, 0 or both: how a name sounds for a container of the story.
int nameWeight(const HtmlNode &element);

bool soundsLikeSharing(const HtmlNode &element);
bool soundsLikeByline(const HtmlNode &element);
bool soundsLikeCaption(const HtmlNode &element);
bool soundsLikeComments(const HtmlNode &element); // the readers', not the writer's

// A list of such comments, by a name that is nothing else's: never an opinion of the paper's.
bool soundsLikeReaders(const HtmlNode &element);

// A box, a form, an advertisement or a note of the site's that stands inside the story.
bool soundsLikeInsertion(const HtmlNode &element);

// Not shown at all: hidden, display:none.
bool isUnseen(const HtmlNode &element);
