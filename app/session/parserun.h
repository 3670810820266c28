#pragma once
// What one job of the parse pool does: reads some files, one after another. Pure functions of the
// files; any thread, many at once.

#include "app/library/parsedfile.h"

#include <functional>

// Makes the calling thread, for good, one that leaves the processor to the window whenever the
// window wants it.
void stepAside();

QList<ParsedFile> listedRun(const QList<FoundFile> &files, const std::function<bool()> &cancelled);
QList<ParsedFile> indexedRun(const QList<FoundFile> &files, const std::function<bool()> &cancelled);
