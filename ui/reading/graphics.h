#pragma once
// Who draws the pages. A few file names looked at; GUI thread.

// Whether Qt Quick draws by itself, or OpenGL does: see the rule in the .cpp.
bool drawsInSoftware();
