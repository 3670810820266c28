#include "ui/articlelist/listgeometry.h"

#include <algorithm>

ListGeometry::ListGeometry(int rows, const QList<ListGroup> &groups, int rowHeight,
                           int headerHeight)
    : m_rows(rows)
    , m_groups(groups)
    , m_rowHeight(std::max(1, rowHeight))
    , m_headerHeight(headerHeight)
{
}

qint64 ListGeometry::height() const
{
    return qint64(m_rows) * m_rowHeight + qint64(m_groups.size()) * m_headerHeight;
}

qint64 ListGeometry::topOfRow(int row) const
{
    return qint64(row) * m_rowHeight + qint64(groupOfRow(row) + 1) * m_headerHeight;
}

qint64 ListGeometry::topOfHeader(int group) const
{
    return qint64(m_groups.at(group).firstRow) * m_rowHeight + qint64(group) * m_headerHeight;
}

int ListGeometry::groupOfRow(int row) const
{
    const auto next = std::ranges::upper_bound(m_groups, row, {}, &ListGroup::firstRow);
    return int(next - m_groups.begin()) - 1;
}

// The last group whose header begins at or above `y`; -1 above all.
int ListGeometry::groupAt(qint64 y) const
{
    int first = 0;
    int last = int(m_groups.size());
    while (first < last) {
        const int middle = (first + last) / 2;
        if (topOfHeader(middle) <= y)
            first = middle + 1;
        else
            last = middle;
    }
    return first - 1;
}

int ListGeometry::rowAt(qint64 y) const
{
    if (y < 0 || y >= height())
        return -1;
    const int group = groupAt(y);
    if (group < 0)
        return int(y / m_rowHeight);
    const qint64 below = y - topOfHeader(group) - m_headerHeight;
    const int first = m_groups.at(group).firstRow;
    return std::min(m_rows - 1, below < 0 ? first : first + int(below / m_rowHeight));
}

int ListGeometry::nearestRow(qint64 y) const
{
    if (m_rows == 0)
        return -1;
    return rowAt(std::clamp<qint64>(y, 0, height() - 1));
}

bool ListGeometry::isHeaderAt(qint64 y) const
{
    const int group = y < 0 ? -1 : groupAt(y);
    return group >= 0 && y < topOfHeader(group) + m_headerHeight;
}
