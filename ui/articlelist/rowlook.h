#pragma once
// What a row of the list is drawn with: its measures, fonts and colours. Pure; GUI thread.

#include <QColor>
#include <QFont>
#include <QStyleOptionViewItem>

namespace rowlook {

constexpr int sidePadding = 16;
constexpr int endPadding = 11;
constexpr int lineGap = 3;
constexpr int unreadBar = 3; // width of the mark at an unread row's edge
constexpr int gap = 6;       // between what stands in one line

struct Fonts
{
    QFont small;
    QFont headline;
};

Fonts fontsOf(const QFont &base, bool unread);

struct Colours
{
    QColor strong;
    QColor quiet;
    QColor mark;   // of an unread row's edge
    QColor ground; // what stands behind the words
    QColor star;
    QColor hit; // behind words that were searched for
};

Colours coloursOf(const QStyleOptionViewItem &option, bool away);

// A tag has one colour wherever it shows: a tint of the ground, told by its name.
QColor chipGround(const QString &tag, const QColor &ground);

} // namespace rowlook
