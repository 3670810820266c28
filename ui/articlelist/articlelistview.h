#pragma once
// The list at the window's left. It says which article the reader chose, by whatever means, and
// keeps still under the eye while the library grows around it. GUI thread; owned by the window.

#include "app/library/librarychanges.h"

#include <QListView>

class ArticleListModel;

class ArticleListView final : public QListView
{
    Q_OBJECT

public:
    explicit ArticleListView(ArticleListModel &model, QWidget *parent = nullptr);

    // Follows the library without moving the rows that the reader is looking at.
    void apply(const LibraryChanges &changes);

    // Makes it the current row and says nothing about it; no row when it is not in the list.
    void select(ArticleId id);

    // One row on or back, as the arrow keys do; chooses it. False at the end of the list.
    bool step(int rows);
    bool canStep(int rows) const;

Q_SIGNALS:
    void articleChosen(ArticleId id);  // the current row moved there: show it
    void articleEntered(ArticleId id); // Return or double-click: show it and go into it

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void keyboardSearch(const QString &search) override;
    void mousePressEvent(QMouseEvent *event) override;
    QSize sizeHint() const override;

private:
    ArticleListModel &m_articles;
    bool m_following = false; // the library or the window moves the current row, not the reader
};
