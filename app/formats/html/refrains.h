#pragma once
// The lines that sites put into their stories: buttons, advertisements, calls to subscribe or to
// follow, cookies. A report of a call is none: "she told them to join her channel". Pure; any
// thread.

#include "app/formats/html/pagefacts.h"

#include <QList>

// A line of the site's, and nothing else in it.
bool isRefrain(const PageFacts &facts, int node);

// "View this post on …", in a post that is quoted.
bool isLinkOverPost(const PageFacts &facts, int node);

// The lines of one wording that stand between the paragraphs of a story, three times or more.
QList<int> repeatedLines(const PageFacts &facts, const QList<int> &story);
