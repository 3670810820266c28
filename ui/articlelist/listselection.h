#pragma once
// The rows of a selection, as runs from first to last: a million selected rows are one run, and
// never a million indexes. Pure; GUI thread.

#include <QItemSelection>
#include <QList>

#include <utility>

// In order, none touching another.
QList<std::pair<int, int>> selectedRuns(const QItemSelection &selection);

qsizetype selectedRows(const QItemSelection &selection);
