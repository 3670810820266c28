#pragma once
// Where the rows and headers of the list stand, in pixels from its top: arithmetic, so that a
// million rows need no layout. Every row is equally high, and so is every header. A value that
// looks at the groups it is given; GUI thread.

#include "ui/articlelist/listgroups.h"

class ListGeometry final
{
public:
    ListGeometry(int rows, const QList<ListGroup> &groups, int rowHeight, int headerHeight);

    qint64 height() const;
    qint64 topOfRow(int row) const;
    qint64 topOfHeader(int group) const;

    // -1 above the first row and below the last; over a header, the row below it.
    int rowAt(qint64 y) const;
    // The row there or the nearest one; -1 in an empty list.
    int nearestRow(qint64 y) const;
    bool isHeaderAt(qint64 y) const;
    // The header that a row stands under; -1 when there are none.
    int groupOfRow(int row) const;

    int rowHeight() const { return m_rowHeight; }
    int headerHeight() const { return m_groups.isEmpty() ? 0 : m_headerHeight; }

private:
    int groupAt(qint64 y) const;

    int m_rows;
    const QList<ListGroup> &m_groups;
    int m_rowHeight;
    int m_headerHeight;
};
