#pragma once
// The library's tree: one place is chosen, by mouse or keys, and the list shows it. It says what
// the reader wants done with folders and searches, and does none of it. GUI thread; owned by the
// shelf.

#include "ui/shelf/shelfrow.h"

#include <QTreeView>

class ShelfModel;

class ShelfView final : public QTreeView
{
    Q_OBJECT

public:
    explicit ShelfView(ShelfModel &model, QWidget *parent = nullptr);

    void showLibrary(const LibraryOverview &overview);

    // Makes it the current place and says nothing about it; no place when the tree has none.
    void select(const SearchQuery &query);

    // What is open, by the keys of its rows, from one day to the next.
    QStringList openRows() const;
    void setOpenRows(const QStringList &keys);

    const ShelfRow *currentRow() const;

Q_SIGNALS:
    void placeChosen(const ShelfRow &row);
    void placeEntered(const ShelfRow &row); // Return: choose it and go into its list
    void menuWanted(const ShelfRow &row, const QPoint &place); // a global place
    void removeWanted(const ShelfRow &row);                    // Del
    void foldersDropped(const QStringList &paths);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &area,
                      const QModelIndex &index) const override;
    void keyboardSearch(const QString &search) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void openNewcomers(const QModelIndex &parent, int first, int last);
    void enter(const QModelIndex &index);

    ShelfModel &m_shelf;
    QStringList m_open;       // keys of rows that are open, or will be when they come
    bool m_following = false; // the window moves the current place, not the reader
    bool m_restoring = false; // rows are opened because they were, not by the reader
};
