#pragma once
// The sheet: which paper, what margins, and how much of the space between them belongs to the
// running header and footer. Values; GUI thread (asks the default printer).

#include "ui/printing/printsettings.h"

#include <QMarginsF>
#include <QPageLayout>

inline constexpr qreal runningLineRoom = 9; // mm, for the header and again for the footer

// The default printer's paper, else the one that this country uses; upright, usual margins.
QPageLayout usualLayout();

// That paper, unless another one is wanted, with the margins that are wanted.
QPageLayout layoutOf(const PrintSettings &settings);

// `paper` as the web engine gets it: the room for header and footer taken from the text, so that
// nothing is ever printed in the margins, however narrow they were made.
QPageLayout textLayout(const QPageLayout &paper);
