#pragma once
// The story itself: paragraphs, crossheads, pictures, quotations and lists, as the body's HTML.
// Pure; any thread.

#include "app/formats/plaintext/textstory.h"

// Writes Article::bodyHtml from the lines that no one else has claimed.
void readBody(TextStory &story);
