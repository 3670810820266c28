#pragma once
// Where in a page the story stands: by the length of its paragraphs, the links in them, the names
// of the elements and the page's own markup for it (itemprop, article). Pure; any thread.

#include "app/formats/html/pagefacts.h"

#include <QList>

// How much of the evidence is believed; the next is tried when too little is found.
struct Strictness
{
    bool byUnlikelyNames = true;
    bool byNameWeights = true;
    bool cleansConditionally = true;
    bool skipsUnseen = true; // some pages show the story by script only
};

// Leaves out what is plainly not the story (see storycleaning.h), and gives the elements that hold
// it, in order, none inside another. `articleBody` is the text that the page's structured data
// give, or empty: it is used to know the story when it is seen, never as the story itself.
QList<int> storyNodes(PageFacts &facts, const QString &articleBody, int heading);
