#pragma once
// What readers wrote below a story, which is no part of it: known by the names of its elements, or
// by the buttons that stand under each piece. Pure; any thread.

#include "app/formats/html/pagefacts.h"

class KeptParts;

// A list of comments by its name, unless the headline stands in it (`heading`, a node, or -1).
bool holdsComments(const PageFacts &facts, int box, int heading);

// Leaves out blocks that are alike and that end in "Reply" or "Report", three of them or more. Says
// whether there were any.
bool leaveOutAnswered(PageFacts &facts, const KeptParts &kept, int heading);
