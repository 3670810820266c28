#pragma once
// The lines below a story: related stories, and what is not the story. Pure; any thread.

#include "app/formats/plaintext/textstory.h"

// Finds where the story ends, sets bodyEnd, and gives every line below a role. Also takes the
// page's tools out of the body.
void readTail(TextStory &story);
