#pragma once
// The dialogs in which a site asks for leave to follow its reader about: saved with the page, and
// on a page of few words longer than the story. Pure; any thread.

#include "app/formats/html/pagefacts.h"

// Leaves them out of whatever is read of the page. `heading` is the headline's node, or -1: a page
// on cookies keeps its words on them. Says whether there was any.
bool leaveOutConsent(PageFacts &facts, int heading);

// Whether a line asks for it, whatever it stands in.
bool asksForConsent(const QString &line);
