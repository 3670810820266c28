#pragma once
// What one thread of the parse pool does: reads some files, one after another. Pure functions of
// the files; any thread, many at once.

#include "app/library/parsedfile.h"

#include <functional>

// Makes the calling thread, for good, one that leaves the processor to the window whenever the
// window wants it.
void stepAside();

// Those read before it was cancelled, each as it was when it was read.
QList<ParsedFile> parsedRun(const QList<FoundFile> &files, WordIndexer &indexer,
                            const std::function<bool()> &cancelled);
