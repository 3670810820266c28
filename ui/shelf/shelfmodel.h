#pragma once
// The library's tree for a view. A newer overview changes only what is different: rows that stay
// keep their identity, so that nothing collapses and nothing moves under the reader's hand. GUI
// thread.

#include "ui/shelf/shelfrow.h"

#include <QAbstractItemModel>

#include <functional>
#include <memory>
#include <vector>

class ShelfModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit ShelfModel(QObject *parent = nullptr);
    ~ShelfModel() override;

    void show(const LibraryOverview &overview);

    // More of a facet's rows, or its first ones again: what a row of kind More is for.
    void toggleWhole(const QModelIndex &more);

    // The row behind an index, without the rows below it; nothing for an invalid one.
    const ShelfRow *rowAt(const QModelIndex &index) const;

    // Where this row, or the first place that shows this, stands now; invalid when there is none.
    QModelIndex find(const ShelfRow &row) const;
    QModelIndex find(const SearchQuery &query) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void renamed(const ShelfRow &row,
                 const QString &name); // by the reader; the row has its old one

private:
    struct Node;
    using Nodes = std::vector<std::unique_ptr<Node>>;

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    void merge(Node *node, const QList<ShelfRow> &rows);
    void removeMissing(Node *node, const QList<ShelfRow> &rows);
    void bringTo(Node *node, int place, const ShelfRow &row);
    void insert(Node *node, int place, const ShelfRow &row);
    void refresh(Node *node, const ShelfRow &row);
    QModelIndex findBelow(const Node *node,
                          const std::function<bool(const ShelfRow &)> &isIt) const;

    std::unique_ptr<Node> m_root;
    LibraryOverview m_overview;
    QSet<QString> m_whole; // the facets that are shown whole
};
