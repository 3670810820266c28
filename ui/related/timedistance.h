#pragma once
// How far apart in time two stories are, in words: "2 days before". Pure; GUI thread, for its
// words.

#include "app/article/printeddate.h"

#include <QString>

// Of `other`, seen from `asked`. In hours where both print a time and are of nearly one day; else
// by their days as printed. Empty when either has no date.
QString timeDistance(const PrintedDate &asked, const PrintedDate &other);
