#pragma once
// How a damaged file of the library's own makes room for a new one. Write lane.

#include <QString>

enum class Earlier {
    Keep,
    Remove, // what was set aside before, and can be made again
};

// Renames `path`, a file with what SQLite keeps beside it or a folder, to `path`.damaged-DATE.
// Returns what it is called now.
QString setAside(const QString &path, Earlier earlier);
