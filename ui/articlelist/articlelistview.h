#pragma once
// The list at the window's left: rows of one height under headers of one height, placed by
// arithmetic, so that a million of them cost what ten do. It says which article the reader chose,
// by whatever means, and keeps still under the eye while the library changes around it. To a
// screen reader it is an ordinary list. GUI thread; owned by the list's column.

#include "app/article/articleid.h"
#include "ui/articlelist/listgeometry.h"

#include <QListView>

#include <optional>

class ArticleDelegate;
class ArticleListModel;

class ArticleListView final : public QListView
{
    Q_OBJECT

public:
    explicit ArticleListView(ArticleListModel &model, QWidget *parent = nullptr);

    // The same list, changed; the rows that the reader is looking at stay where they are.
    void follow(const QList<ArticleId> &ids, const QList<ListGroup> &groups);

    // Makes it the current row and says nothing about it; no row when it is not in the list.
    enum class Scroll { Into, Stay };
    void select(ArticleId id, Scroll scroll = Scroll::Into);
    // As if the reader had gone there.
    void choose(ArticleId id);
    QList<ArticleId> selectedArticles() const; // in the order of rows

    int currentRow() const; // -1 when there is none
    // One row on or back, as the arrow keys do; chooses it. False at the end of the list.
    bool step(int rows);
    bool canStep(int rows) const;

    void setEmptyText(const QString &text); // what an empty list says
    const QString &emptyText() const { return m_emptyText; }

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void articleChosen(ArticleId id);  // the current row moved there: show it
    void articleEntered(ArticleId id); // Return or double-click: show it and go into it
    void starClicked(ArticleId id);
    void menuWanted(const QPoint &globalPosition); // for what is selected
    void selectionMoved();                         // other rows are selected, or none

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyboardSearch(const QString &search) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    int horizontalOffset() const override;
    int verticalOffset() const override;

private:
    ListGeometry geometryOfRows() const;
    int rowAfter(int rows) const;
    void measure();
    std::pair<int, int> visibleRows() const;
    QRect rowRect(int row) const;
    QRect stickyHeader() const;
    std::optional<int> starAt(const QPoint &point) const;
    void paintRow(QPainter &painter, int row);
    void paintHeaders(QPainter &painter, int firstRow, int lastRow);
    void sayFocus(const QModelIndex &current);

    ArticleListModel &m_articles;
    ArticleDelegate *m_delegate;
    int m_rowHeight = 1;
    int m_headerHeight = 1;
    QString m_emptyText;
    std::optional<QPoint> m_mouse;    // while it is over the list
    std::optional<int> m_pressedStar; // the row on whose star the button went down
    int m_goneFrom = 0;               // where the current row was when it left the list
    bool m_isPressTaken = false;      // it means none of what QListView would make of it
    bool m_following = false; // the library or the window moves the current row, not the reader
};
