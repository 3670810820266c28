#pragma once
// Draws a row of the related sidebar: a section's heading, or a story with its date and its reason.
// GUI thread; owned by the view.

#include <QStyledItemDelegate>

class RelatedDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
