#pragma once
// The lines that sites put into their stories: buttons, advertisements, calls to subscribe or to
// follow, cookies. A report of a call is none: "she told them to join her channel". Pure; any
// thread.

#include "app/formats/html/pagefacts.h"

// A line of the site's, and nothing else in it.
bool isRefrain(const PageFacts &facts, int node);

// Whether a site asks for leave to follow its reader about, in few or many words.
bool asksForConsent(const QString &text);
