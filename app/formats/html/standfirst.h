#pragma once
// The standfirst: the lines between the headline and the story that say what it is about. Pages
// print it outside the story's own element as often as inside. Pure; any thread.

#include "app/article/article.h"
#include "app/formats/html/pagefacts.h"

// Finds the standfirst that the page prints about its headline (`heading`, a node, or -1), makes it
// the article's description and leaves its elements out of the story. Where the page prints none,
// the description of its metadata stays, unless the story's first words say the same again.
// https://en.wikipedia.org/wiki/News_style#Subhead
void takeStandfirst(PageFacts &facts, const QList<int> &story, int heading, Article &article);
