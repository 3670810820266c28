#include "ui/shelf/shelfmodel.h"

#include <QLocale>

#include <algorithm>

struct ShelfModel::Node
{
    ShelfRow row; // without those below it
    Node *above = nullptr;
    Nodes below;
};

namespace {

ShelfRow withoutRows(ShelfRow row)
{
    row.rows.clear();
    return row;
}

bool looksSame(const ShelfRow &one, const ShelfRow &other)
{
    return one.name == other.name && one.articles == other.articles && one.unread == other.unread
        && one.isAway == other.isAway && one.query == other.query;
}

// The numbers in full; the tree itself has room for short ones only.
QString countText(const ShelfRow &row)
{
    const QLocale locale;
    const QString all = row.articles == 1
        ? ShelfModel::tr("1 article")
        : ShelfModel::tr("%1 articles").arg(locale.toString(row.articles));
    if (!row.hasUnreadCount() || row.unread == 0)
        return all;
    return ShelfModel::tr("%1 unread of %2").arg(locale.toString(row.unread), all);
}

QString toolTip(const ShelfRow &row)
{
    QString text = row.name.toHtmlEscaped();
    if (row.hasUnreadCount() && !row.key.isEmpty())
        text = row.key.left(400).toHtmlEscaped();
    if (row.kind == ShelfRow::Kind::Search)
        text = row.query.left(400).toHtmlEscaped();
    else if (row.isPlace())
        text += QStringLiteral("<br>") + countText(row);
    if (row.isAway)
        text += QStringLiteral("<br>")
            + ShelfModel::tr("This folder cannot be reached now. Its articles stay listed until it "
                             "is back.");
    return row.isPlace() ? QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text)
                         : QString();
}

QString spoken(const ShelfRow &row)
{
    if (!row.isPlace() || row.kind == ShelfRow::Kind::Search)
        return row.name;
    const QString text = ShelfModel::tr("%1, %2").arg(row.name, countText(row));
    return row.isAway ? ShelfModel::tr("%1, cannot be reached now").arg(text) : text;
}

} // namespace

ShelfModel::ShelfModel(QObject *parent)
    : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
}

ShelfModel::~ShelfModel() = default;

void ShelfModel::show(const LibraryOverview &overview)
{
    m_overview = overview;
    merge(m_root.get(), shelfRows(m_overview, m_whole));
}

void ShelfModel::toggleWhole(const QModelIndex &more)
{
    const ShelfRow *row = rowAt(more);
    if (!row || row->kind != ShelfRow::Kind::More)
        return;
    const QString key = row->key;
    if (!m_whole.remove(key))
        m_whole.insert(key);
    merge(m_root.get(), shelfRows(m_overview, m_whole));
}

void ShelfModel::merge(Node *node, const QList<ShelfRow> &rows)
{
    removeMissing(node, rows);
    for (int place = 0; place < int(rows.size()); ++place) {
        bringTo(node, place, rows.at(place));
        Node *child = node->below.at(size_t(place)).get();
        refresh(child, rows.at(place));
        merge(child, rows.at(place).rows);
    }
}

void ShelfModel::removeMissing(Node *node, const QList<ShelfRow> &rows)
{
    QSet<std::pair<int, QString>> wanted;
    for (const ShelfRow &row : rows)
        wanted.insert({int(row.kind), row.key});
    for (int place = int(node->below.size()) - 1; place >= 0; --place) {
        const ShelfRow &row = node->below.at(size_t(place))->row;
        if (wanted.contains({int(row.kind), row.key}))
            continue;
        beginRemoveRows(indexOf(node), place, place);
        node->below.erase(node->below.begin() + place);
        endRemoveRows();
    }
}

// Makes `row` the one at `place`: it stands there, or further on, or is new.
void ShelfModel::bringTo(Node *node, int place, const ShelfRow &row)
{
    Nodes &below = node->below;
    const auto here = below.begin() + qMin<ptrdiff_t>(place, ssize(below));
    const auto found = std::find_if(here, below.end(),
                                    [&](const auto &child) { return child->row.isSame(row); });
    if (found == below.end())
        return insert(node, place, row);
    if (found == here)
        return;
    const int from = int(found - below.begin());
    beginMoveRows(indexOf(node), from, from, indexOf(node), place);
    std::rotate(here, found, found + 1);
    endMoveRows();
}

void ShelfModel::insert(Node *node, int place, const ShelfRow &row)
{
    auto child = std::make_unique<Node>();
    child->row = withoutRows(row);
    child->above = node;
    beginInsertRows(indexOf(node), place, place);
    node->below.insert(node->below.begin() + place, std::move(child));
    endInsertRows();
}

void ShelfModel::refresh(Node *node, const ShelfRow &row)
{
    if (looksSame(node->row, row))
        return;
    node->row = withoutRows(row);
    const QModelIndex index = indexOf(node);
    Q_EMIT dataChanged(index, index);
}

ShelfModel::Node *ShelfModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ShelfModel::indexOf(const Node *node) const
{
    if (!node->above)
        return {};
    const Nodes &brothers = node->above->below;
    const auto found = std::ranges::find(brothers, node,
                                         [](const auto &brother) { return brother.get(); });
    return createIndex(int(found - brothers.begin()), 0, node);
}

const ShelfRow *ShelfModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() ? &nodeOf(index)->row : nullptr;
}

QModelIndex ShelfModel::find(const ShelfRow &row) const
{
    return findBelow(m_root.get(), [&row](const ShelfRow &other) { return row.isSame(other); });
}

QModelIndex ShelfModel::find(const SearchQuery &query) const
{
    return findBelow(m_root.get(), [&query](const ShelfRow &row) {
        return row.isPlace() && queryOf(row) == query;
    });
}

QModelIndex ShelfModel::findBelow(const Node *node,
                                  const std::function<bool(const ShelfRow &)> &isIt) const
{
    for (const auto &child : node->below) {
        if (isIt(child->row))
            return indexOf(child.get());
        if (const QModelIndex below = findBelow(child.get(), isIt); below.isValid())
            return below;
    }
    return {};
}

QModelIndex ShelfModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->below.at(size_t(row)).get());
}

QModelIndex ShelfModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->above) : QModelIndex();
}

int ShelfModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->below.size());
}

int ShelfModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ShelfModel::data(const QModelIndex &index, int role) const
{
    const ShelfRow *row = rowAt(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return row->name;
    case Qt::ToolTipRole:
        return toolTip(*row);
    case Qt::AccessibleTextRole:
        return spoken(*row);
    default:
        return {};
    }
}

bool ShelfModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const ShelfRow *row = rowAt(index);
    const QString name = value.toString().simplified();
    if (!row || role != Qt::EditRole || !row->canBeRenamed() || name.isEmpty() || name == row->name)
        return false;
    const ShelfRow old = *row;
    nodeOf(index)->row.name = name; // the library will say the same in a moment
    Q_EMIT dataChanged(index, index);
    Q_EMIT renamed(old, name);
    return true;
}

Qt::ItemFlags ShelfModel::flags(const QModelIndex &index) const
{
    const ShelfRow *row = rowAt(index);
    if (!row)
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return row->canBeRenamed() ? flags | Qt::ItemIsEditable : flags;
}
