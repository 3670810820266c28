#pragma once
// What the reader wants of paper, from one day to the next. Pure but for the settings file, which
// is windowsettings.h's to open.

#include "ui/printing/printsettings.h"

class QSettings;

// What is out of range is brought into it.
PrintSettings readPrintSettings(const QSettings &settings);
void writePrintSettings(QSettings &settings, const PrintSettings &values);
