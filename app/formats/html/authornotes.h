#pragma once
// What stands below a story of who wrote it: "About the author", and a few lines. Pure; any thread.

#include "app/formats/html/pagefacts.h"

#include <QList>

// Leaves it out of the story's elements, where nothing else follows.
void leaveOutAuthorNote(PageFacts &facts, const QList<int> &story);
