#pragma once
// Which reading of files this program does. Pure; any thread.

#include <QByteArray>

// Differs between two programs that may read something else out of one file: made of the sources
// of the reading itself (see readerversion.cmake), so that nobody has to remember to raise a
// number.
QByteArray readerVersion();
