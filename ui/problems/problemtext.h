#pragma once
// Words a failure for the reader: the only place that does. Pure; GUI thread, for the translations.

#include "app/base/result.h"

#include <QList>

// One sentence that names the file and says what is wrong with it.
QString problemText(const Error &error);

// One sentence for the files of a folder that could not be read; empty when there are none.
QString problemSummary(const QList<Error> &errors);
