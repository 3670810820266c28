#pragma once
// The file of what the reader did: its tables, how those of earlier versions become today's, and
// how it is kept from being lost. Write lane.

#include "app/base/result.h"

#include <QList>

class Database;

// Makes `path` a file of today's schema, in place and in one step, and keeps what is in it. What
// was read in the days when catalogue and state were one file, `oldCatalogue`, is carried over the
// first time. A damaged file is set aside, never overwritten, and the backup takes its place;
// `notices` then says so. Errors: Unsupported when a newer Broadsheet has made it.
Outcome prepareState(const QString &path, const QString &oldCatalogue, QList<Error> &notices);

// Writes the copy that a damaged state is restored from, when the last one is older than a day.
// `state` has the file attached as "state".
Outcome backUpState(Database &state, const QString &path);
