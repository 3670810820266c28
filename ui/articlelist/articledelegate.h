#pragma once
// Draws a row of the article list: source and date, the headline in up to two lines, first words.
// Every row is equally high, so that the list need not measure them. GUI thread; owned by the view.

#include <QStyledItemDelegate>

class ArticleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
