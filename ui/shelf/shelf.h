#pragma once
// The column at the window's start: the library's tree, and a way to add a folder to it. Before
// build() it only keeps its place, so that the first frame need not wait for it. GUI thread; owned
// by the window.

#include "ui/shelf/shelfmenu.h"

#include <QWidget>

class QToolButton;
class ShelfModel;
class ShelfView;

class Shelf final : public QWidget
{
    Q_OBJECT

public:
    explicit Shelf(QWidget *parent = nullptr);

    void build(); // once, after the first frame
    void setOpenRows(const QStringList &keys);
    QStringList openRows() const;

    void showLibrary(const LibraryOverview &overview);
    void select(const SearchQuery &query); // the place in the list; says nothing about it

    // The tree, for the focus; null before build().
    ShelfView *tree() const { return m_tree; }

Q_SIGNALS:
    void placeChosen(const ShelfRow &row);
    void placeEntered(const ShelfRow &row);
    void folderWanted(); // Add Folder to Library…
    void foldersDropped(const QStringList &paths);
    void taskChosen(const ShelfRow &row, ShelfTask task); // never AddFolder nor Rename
    void renamed(const ShelfRow &row, const QString &name);

private:
    void showMenu(const ShelfRow &row, const QPoint &place);
    void perform(const ShelfRow &row, ShelfTask task);
    void connectTree();

    ShelfModel *m_model = nullptr;
    ShelfView *m_tree = nullptr;
    QToolButton *m_add = nullptr;
    QStringList m_openRows;
    bool m_hasOpenRows = false;
};
