#pragma once
// The rules about includes: DESIGN's list of arrows, and which room owns which library.

#include "tests/house/houserules.h"

namespace house {

// "app/base" of "app/base/result.h"; "ui/main.cpp" is a room of its own.
QString roomOf(const QString &path);

// From 1.
int lineOf(const QString &text, qsizetype at);

QList<Alarm> includeAlarms(const Source &source);
QList<Alarm> ownHeaderAlarms(const Source &source, bool hasHeader);

} // namespace house
