#pragma once
// How the stories of an event lie in time: a bar for each span of days, higher for more of them,
// and that of the article itself in another colour. Pure but for the painter; GUI thread.

#include "app/related/storythread.h"

#include <QDate>
#include <QList>
#include <QRect>

class QPainter;
class QPalette;

struct DensityBin
{
    QDate first; // both days included
    QDate last;
    int stories = 0;
    bool hasAsked = false;
};

// At most so many of them, each of the same number of days, without gaps; a week at the least, so
// that a single day does not fill the strip. Days are those of the reader's clock.
QList<DensityBin> densityBins(const StoryThread &thread, int atMost);

void drawDensity(QPainter &painter, const QRect &area, const QList<DensityBin> &bins,
                 const QPalette &palette, bool isRightToLeft);

// The bin at `x` of the area; -1 beside them.
int densityBinAt(const QRect &area, int bins, int x, bool isRightToLeft);
