#include "ui/articlelist/articledelegate.h"

#include "ui/articlelist/articlelistmodel.h"
#include "ui/support/storytext.h"

#include <QApplication>
#include <QPainter>

namespace {

constexpr int sidePadding = 16;
constexpr int endPadding = 11;
constexpr int lineGap = 3;
constexpr int unreadBar = 3; // width of the mark at an unread row's edge

struct RowFonts
{
    QFont small;
    QFont headline;
};

RowFonts rowFonts(const QFont &base, bool unread)
{
    RowFonts fonts{base, base};
    const qreal size = base.pointSizeF() > 0 ? base.pointSizeF() : 10;
    fonts.small.setPointSizeF(size * 0.9);
    fonts.headline.setPointSizeF(size * 1.08);
    fonts.headline.setWeight(unread ? QFont::Bold : QFont::Normal);
    return fonts;
}

struct RowColours
{
    QColor strong;
    QColor quiet;
    QColor mark;
};

// Quiet text stays above 4.5:1 on both grounds: it is a blend of the text, never a fixed grey.
RowColours rowColours(const QStyleOptionViewItem &option)
{
    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor text = option.palette.color(group,
                                             selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor ground = option.palette.color(group,
                                               selected ? QPalette::Highlight : QPalette::Base);
    return {text, blended(text, ground, selected ? 0.12 : 0.36),
            selected ? text : option.palette.color(group, QPalette::Highlight)};
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, bool unread)
{
    const RowColours colours = rowColours(option);
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor base = option.palette.color(group, QPalette::Base);
    const QColor highlight = option.palette.color(group, QPalette::Highlight);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, highlight);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, blended(base, highlight, 0.09));

    const QRect line(option.rect.left() + sidePadding, option.rect.bottom(),
                     option.rect.width() - 2 * sidePadding, 1);
    if (!(option.state & QStyle::State_Selected))
        painter.fillRect(line, blended(base, colours.strong, 0.13));
    if (unread) {
        const QRect bar(0, option.rect.top() + endPadding, unreadBar,
                        option.rect.height() - 2 * endPadding);
        const int edge = option.direction == Qt::RightToLeft ? option.rect.right() - 4 - unreadBar
                                                             : option.rect.left() + 5;
        painter.fillRect(bar.translated(edge, 0), colours.mark);
    }
}

// Source at the start and date at the end of the row's first line; the date is never cut.
int paintTopLine(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area,
                 const QModelIndex &index, const QFont &font)
{
    const QFontMetrics metrics(font);
    const QString date = index.data(ArticleListModel::DateRole).toString();
    const QString source = index.data(ArticleListModel::SourceRole).toString();
    if (date.isEmpty() && source.isEmpty())
        return 0; // the words below move up
    const int dateWidth = date.isEmpty() ? 0 : metrics.horizontalAdvance(date) + 12;
    const QString shown = metrics.elidedText(source, Qt::ElideRight,
                                             qMax(0, area.width() - dateWidth));

    painter.setFont(font);
    const auto start = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    const auto end = QStyle::visualAlignment(option.direction, Qt::AlignRight);
    const auto draw = [&](Qt::Alignment side, const QString &text) {
        painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        const int flags = int(side | Qt::AlignAbsolute | Qt::AlignTop) | Qt::TextSingleLine;
        painter.drawText(area, flags, text);
    };
    draw(start, shown);
    draw(end, date);
    return metrics.lineSpacing();
}

} // namespace

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const bool unread = index.data(ArticleListModel::UnreadRole).toBool();
    const RowFonts fonts = rowFonts(option.font, unread);
    const RowColours colours = rowColours(option);

    painter->save();
    paintGround(*painter, option, unread);
    QRect area = option.rect.adjusted(sidePadding, endPadding, -sidePadding, -endPadding);
    painter->setPen(colours.quiet);
    const int top = paintTopLine(*painter, option, area, index, fonts.small);
    area.setTop(area.top() + top + lineGap);

    painter->setPen(colours.strong);
    const int headline = drawStoryText(*painter, area,
                                       {index.data(Qt::DisplayRole).toString(), fonts.headline, 2});
    area.setTop(area.top() + headline + lineGap);

    painter->setPen(colours.quiet);
    const int lines = area.height() / QFontMetrics(fonts.small).lineSpacing();
    drawStoryText(*painter, area,
                  {index.data(ArticleListModel::FirstWordsRole).toString(), fonts.small, lines});

    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect.adjusted(1, 1, -1, -1);
        QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter);
    }
    painter->restore();
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const RowFonts fonts = rowFonts(option.font, true);
    const int small = QFontMetrics(fonts.small).lineSpacing();
    const int headline = QFontMetrics(fonts.headline).lineSpacing();
    return {200, 2 * endPadding + small + lineGap + 2 * headline + lineGap + small};
}
