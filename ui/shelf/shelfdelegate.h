#pragma once
// Draws the rows of the library's tree: a quiet picture, the name, the counts at the end. Headings
// are small and carry their own arrow. GUI thread.

#include <QStyledItemDelegate>

class ShelfDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
};

// A count that fits a narrow tree: 9,999 in full, then 12.3k and 1.2M.
QString shortCount(qsizetype count);
