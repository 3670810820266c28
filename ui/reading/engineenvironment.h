#pragma once
// What the web engine wants to find when it starts, and its start, without linking it. GUI thread.

#include "app/base/result.h"

class ReadingPlugin;

// To be called by main() before the QApplication is made.
void prepareEngine();

// Loads the plug-in with the web engine; to be called after the first frame. The plug-in belongs
// to Qt and stays until the program ends.
Result<ReadingPlugin *> loadReadingPlugin();
