#pragma once
// The rules about length: a file 500 lines, a header 150, a function 40.

#include "tests/house/houserules.h"

namespace house {

QList<Alarm> fileCeilingAlarms(const Source &source);
QList<Alarm> functionCeilingAlarms(const Source &source);

} // namespace house
