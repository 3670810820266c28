#pragma once
// The rules about words: what may not be written, and where.

#include "tests/house/houserules.h"

namespace house {

QList<Alarm> wordAlarms(const Source &source);
QList<Alarm> sharedPointerAlarms(const Source &source);

} // namespace house
