#pragma once
// Draws a row of the article list: source, tags and date, the headline in up to two lines, first
// words or the words around a hit; and the headers between the rows. Every row is equally high, so
// that the list need not measure them. GUI thread; owned by the view.

#include <QStyledItemDelegate>

class ArticleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    void paintHeader(QPainter &painter, const QStyleOptionViewItem &option,
                     const QString &title) const;
    int headerHeight(const QStyleOptionViewItem &option) const;

    // Where a click means the row's star: larger than the star.
    QRect starRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QColor quietInk(const QPalette &palette) const;
};
