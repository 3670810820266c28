#pragma once
// How a story's words are set in a row, shared by the article list and the related sidebar: a few
// wrapped lines, the last one elided, each text running in its own direction. GUI thread; owns
// nothing.

#include <QColor>
#include <QFont>
#include <QList>
#include <QRect>
#include <QString>

class QPainter;

struct StoryText
{
    QString text;
    QFont font;
    int lines = 1;                         // at most
    QList<std::pair<int, int>> marks = {}; // position and length of words to stand out, in order
    QColor markGround = {};                // drawn behind them
};

// Draws the text with the painter's pen at the top of `area` and says how high it came out.
int drawStoryText(QPainter &painter, const QRect &area, const StoryText &text);

// The height it would come out in a column of this width.
int storyTextHeight(const StoryText &text, int width);

// Between two colours: 0 is all `from`, 1 is all `to`.
QColor blended(const QColor &from, const QColor &to, double share);
