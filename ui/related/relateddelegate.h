#pragma once
// Draws a row of the related sidebar: a section's heading, the strip of an event in time, a story
// with its date and its reason. GUI thread; owned by the view.

#include <QStyledItemDelegate>

class RelatedDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Where in a row of that place the number of its versions stands; empty when it has none.
    static QRect copiesArea(const QRect &row, const QFont &font, const QModelIndex &index);
    // Where the bars of a strip stand.
    static QRect stripArea(const QRect &row);
};
