#include "ui/support/storytext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace {

// No headline is longer; a hostile one may be megabytes, and a row is laid out at every paint.
constexpr qsizetype longestText = 600;

// Sets `text` line by line and calls `use(line, lineNumber, isLast)` for each.
template <typename Use>
int setLines(const StoryText &story, const QString &text, int width, Use use)
{
    QTextLayout layout(text, story.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);

    const QFontMetrics metrics(story.font);
    int count = 0;
    layout.beginLayout();
    while (count < story.lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const bool cut = line.textStart() + line.textLength() < text.size();
        use(line, count, cut && count == story.lines - 1);
        ++count;
    }
    layout.endLayout();
    return count * metrics.lineSpacing();
}

// Tints the ground of the marks that are in `words`, which are drawn at `place` and are those of
// the text from `start` on.
void drawMarks(QPainter &painter, const StoryText &story, const QRect &place, const QString &words,
               int start)
{
    const QFontMetrics metrics(story.font);
    const bool rightToLeft = words.isRightToLeft();
    QTextLayout layout(words, story.font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    if (!line.isValid())
        return;
    const qreal left = rightToLeft ? place.right() + 1 - line.naturalTextWidth() : place.left();
    const qreal shift = rightToLeft ? left - line.naturalTextRect().left() : left;
    for (const auto &[position, length] : story.marks) {
        const int from = std::max(0, position - start);
        const int to = std::min(int(words.size()), position + length - start);
        if (from >= to)
            continue;
        const auto [one, other] = std::minmax({line.cursorToX(from), line.cursorToX(to)});
        painter.fillRect(QRectF(shift + one - 1, place.top(), other - one + 2, metrics.height()),
                         story.markGround);
    }
}

} // namespace

int drawStoryText(QPainter &painter, const QRect &area, const StoryText &story)
{
    const QString text = story.text.left(longestText);
    if (text.isEmpty() || area.width() <= 0)
        return 0;
    const bool rightToLeft = text.isRightToLeft();
    const QFontMetrics metrics(story.font);

    painter.save();
    painter.setFont(story.font);
    painter.setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    const auto draw = [&](const QTextLine &line, int number, bool elide) {
        const QRect place(area.left(), area.top() + number * metrics.lineSpacing(), area.width(),
                          metrics.height());
        const QString rest = text.mid(line.textStart());
        const QString words = elide ? metrics.elidedText(rest, Qt::ElideRight, area.width())
                                    : rest.left(line.textLength()).trimmed();
        const auto side = rightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        if (!story.marks.isEmpty())
            drawMarks(painter, story, place, words, line.textStart());
        painter.drawText(place, side | Qt::AlignAbsolute | Qt::AlignTop | Qt::TextSingleLine,
                         words);
    };
    const int height = setLines(story, text, area.width(), draw);
    painter.restore();
    return height;
}

int storyTextHeight(const StoryText &story, int width)
{
    const QString text = story.text.left(longestText);
    if (text.isEmpty() || width <= 0)
        return 0;
    return setLines(story, text, width, [](const QTextLine &, int, bool) {});
}

QColor blended(const QColor &from, const QColor &to, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return QColor(mix(from.red(), to.red()), mix(from.green(), to.green()),
                  mix(from.blue(), to.blue()));
}
