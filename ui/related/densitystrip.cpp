#include "ui/related/densitystrip.h"

#include "ui/support/storytext.h"

#include <QDateTime>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace {

constexpr int fewestDays = 7;
constexpr int gap = 1;        // pixels between bars
constexpr int widestBar = 14; // pixels
constexpr int lowestBar = 3;  // of a day with one story; a day without has a line of one

QDate dayOf(qint64 time)
{
    return QDateTime::fromSecsSinceEpoch(time).date();
}

// The bar's place without its height; all of them stand at the area's beginning.
QRectF columnOf(const QRect &area, int bins, int bin, bool isRightToLeft)
{
    const double width = std::min(double(area.width()) / bins, double(widestBar + gap));
    const double left = isRightToLeft ? area.right() + 1 - (bin + 1) * width
                                      : area.left() + bin * width;
    return {left, double(area.top()), width - gap, double(area.height())};
}

} // namespace

QList<DensityBin> densityBins(const StoryThread &thread, int atMost)
{
    if (thread.stories.isEmpty() || atMost < 1)
        return {};
    const QDate first = dayOf(thread.stories.first().time);
    const QDate last = dayOf(thread.stories.last().time);
    const int days = std::max(fewestDays, int(first.daysTo(last)) + 1);
    const int daysInABin = (days + atMost - 1) / atMost;
    const int count = (days + daysInABin - 1) / daysInABin;
    // Of what is added to make a week, half stands before.
    const QDate from = first.addDays(-(count * daysInABin - int(first.daysTo(last)) - 1) / 2);
    QList<DensityBin> bins;
    for (int bin = 0; bin < count; ++bin) {
        const QDate start = from.addDays(bin * daysInABin);
        bins.append({start, start.addDays(daysInABin - 1), 0, false});
    }
    for (const ThreadStory &story : thread.stories) {
        const auto bin = std::clamp<qint64>(from.daysTo(dayOf(story.time)) / daysInABin, 0,
                                            count - 1);
        ++bins[bin].stories;
        bins[bin].hasAsked = bins[bin].hasAsked || story.isAsked;
    }
    return bins;
}

void drawDensity(QPainter &painter, const QRect &area, const QList<DensityBin> &bins,
                 const QPalette &palette, bool isRightToLeft)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const auto most = std::ranges::max_element(bins, {}, &DensityBin::stories);
    if (bins.isEmpty() || most->stories == 0)
        return;
    for (int bin = 0; bin < int(bins.size()); ++bin) {
        const DensityBin &one = bins.at(bin);
        // By the square root: beside a day of thirty, one of two must still be seen.
        const double share = std::sqrt(double(one.stories) / most->stories);
        const double height = one.stories == 0 ? 1
                                               : std::max(double(lowestBar), share * area.height());
        QRectF bar = columnOf(area, int(bins.size()), bin, isRightToLeft);
        bar.setTop(bar.bottom() - height);
        painter.fillRect(bar,
                         one.stories == 0   ? blended(base, text, 0.2)
                             : one.hasAsked ? palette.color(QPalette::Highlight)
                                            : blended(base, text, 0.45));
    }
}

int densityBinAt(const QRect &area, int bins, int x, bool isRightToLeft)
{
    for (int bin = 0; bin < bins; ++bin) {
        const QRectF column = columnOf(area, bins, bin, isRightToLeft);
        if (x >= column.left() && x < column.right() + gap)
            return bin;
    }
    return -1;
}
