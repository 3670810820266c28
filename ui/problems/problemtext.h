#pragma once
// Words a failure for the reader: the only place that does. Pure; GUI thread, for the translations.

#include "app/base/result.h"

#include <QList>

// One sentence that names the file and says what is wrong with it.
QString problemText(const Error &error);

// One sentence for files that could not be read, or with which something could not be done; empty
// when there are none.
QString problemSummary(const QList<Error> &errors);
