#pragma once
// What is left out of a page: what nobody reads there, what plainly is not the story, and inside
// the story the shares, promotions and lists of links. Pure; any thread.

#include "app/formats/html/pagefacts.h"

#include <QList>

class KeptParts;
struct Strictness;

// Scripts, controls, navigation, what is not shown, what by its name is not the story.
// `heading` is the headline's node, or -1.
void leaveOutUnread(PageFacts &facts, const Strictness &strictness, const KeptParts &kept,
                    int heading);

// Inside the story's elements. Needs counts that are up to date.
void cleanStory(PageFacts &facts, const QList<int> &story, const Strictness &strictness,
                const KeptParts &kept);

// Headings after which nothing of the story stands: they headed what was left out.
void leaveOutLastHeadings(PageFacts &facts, const QList<int> &story);
