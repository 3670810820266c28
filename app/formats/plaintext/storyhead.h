#pragma once
// The lines above a story: headline, dates, byline, standfirst, section, publisher, and the page's
// own tools between them. Pure; any thread.

#include "app/formats/plaintext/textstory.h"

// Reads the lines from the top, gives each a role and sets where the body starts.
void readHead(TextStory &story);

// Gives the line's dates to the article where they are still missing. False when the line is no
// date line.
bool takeDates(TextStory &story, qsizetype line);
