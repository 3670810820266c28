#include "ui/articlelist/articlelistview.h"

#include "ui/articlelist/articledelegate.h"
#include "ui/articlelist/articlelistmodel.h"
#include "ui/articlelist/listselection.h"

#include <QAccessible>
#include <QHoverEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <limits>
#include <utility>

ArticleListView::ArticleListView(ArticleListModel &model, QWidget *parent)
    : QListView(parent), m_articles(model), m_delegate(new ArticleDelegate(this))
{
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(ExtendedSelection);
    setDragDropMode(DragOnly);
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Articles"));
    measure();
    setModel(&model);
    connect(this, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT articleEntered(m_articles.idAt(index.row()));
    });
}

// The current row holds the place when the eye may be on it; else the first row that stays. At the
// top of the list the newest are what the reader came for.
void ArticleListView::follow(const QList<ArticleId> &ids, const QList<ListGroup> &groups)
{
    const QScopedValueRollback following(m_following, true);
    const bool isAtTop = verticalScrollBar()->value() == 0;
    QList<std::pair<QPersistentModelIndex, int>> anchors;
    const auto hold = [&](const QModelIndex &index) {
        anchors.append({index, visualRect(index).top()});
    };
    const auto [first, last] = visibleRows();
    const int current = currentRow();
    const ArticleId read = m_articles.idAt(current);
    if (current >= first && current <= last)
        hold(currentIndex());
    for (int row = first; row >= 0 && row <= last && !isAtTop; ++row)
        hold(m_articles.index(row));

    m_articles.follow(ids, groups);

    const auto anchor = std::ranges::find_if(anchors,
                                             [](const auto &held) { return held.first.isValid(); });
    if (current >= 0 && m_articles.idAt(currentRow()) != read) {
        setCurrentIndex({}); // it is gone, and another one is not being read
        m_goneFrom = current;
    }
    updateGeometries();
    if (anchor != anchors.end()) {
        const qint64 top = geometryOfRows().topOfRow(anchor->first.row());
        verticalScrollBar()->setValue(int(top - anchor->second));
    }
    viewport()->update();
}

void ArticleListView::select(ArticleId id, Scroll scroll)
{
    const QScopedValueRollback following(m_following, true);
    const int row = m_articles.rowOf(id);
    if (row < 0)
        return setCurrentIndex({});
    const QModelIndex index = m_articles.index(row);
    // It may be one of many that are selected.
    const bool isThere = currentIndex() == index && selectionModel()->isSelected(index);
    const bool wasScrolling = hasAutoScroll();
    setAutoScroll(false);
    if (!isThere)
        setCurrentIndex(index);
    setAutoScroll(wasScrolling);
    if (scroll == Scroll::Into)
        scrollTo(index);
}

void ArticleListView::choose(ArticleId id)
{
    const int row = m_articles.rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_articles.index(row));
}

QList<ArticleId> ArticleListView::selectedArticles() const
{
    QList<ArticleId> selected;
    for (const auto &[first, last] : selectedRuns(selectionModel()->selection()))
        selected += m_articles.ids().sliced(first, last - first + 1);
    return selected;
}

int ArticleListView::currentRow() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

// From where the current row was, when it has left the list.
int ArticleListView::rowAfter(int rows) const
{
    if (currentIndex().isValid())
        return currentRow() + rows;
    return rows > 0 ? m_goneFrom + rows - 1 : m_goneFrom + rows;
}

bool ArticleListView::canStep(int rows) const
{
    const int row = rowAfter(rows);
    return row >= 0 && row < m_articles.rowCount();
}

bool ArticleListView::step(int rows)
{
    if (!canStep(rows))
        return false;
    setCurrentIndex(m_articles.index(rowAfter(rows)));
    return true;
}

void ArticleListView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

ListGeometry ArticleListView::geometryOfRows() const
{
    return {m_articles.rowCount(), m_articles.groups(), m_rowHeight, m_headerHeight};
}

void ArticleListView::measure()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    m_rowHeight = m_delegate->sizeHint(option, {}).height();
    m_headerHeight = m_delegate->headerHeight(option);
}

QRect ArticleListView::rowRect(int row) const
{
    const qint64 top = geometryOfRows().topOfRow(row) - verticalOffset();
    return {0, int(top), viewport()->width(), m_rowHeight};
}

QRect ArticleListView::visualRect(const QModelIndex &index) const
{
    return index.isValid() ? rowRect(index.row()) : QRect();
}

// The first and the last row that show; the first is -1 in an empty list.
std::pair<int, int> ArticleListView::visibleRows() const
{
    const ListGeometry rows = geometryOfRows();
    const qint64 top = verticalOffset();
    return {rows.nearestRow(top), rows.nearestRow(top + viewport()->height() - 1)};
}

// The header of the top row stays in sight, until the next one pushes it out.
QRect ArticleListView::stickyHeader() const
{
    const ListGeometry rows = geometryOfRows();
    const int row = rows.nearestRow(verticalOffset());
    const int group = row < 0 ? -1 : rows.groupOfRow(row);
    if (group < 0)
        return {};
    int top = 0;
    if (group + 1 < m_articles.groups().size()) {
        const qint64 next = rows.topOfHeader(group + 1) - verticalOffset();
        top = int(std::min<qint64>(0, next - m_headerHeight));
    }
    return {0, top, viewport()->width(), m_headerHeight};
}

QModelIndex ArticleListView::indexAt(const QPoint &point) const
{
    const ListGeometry rows = geometryOfRows();
    const qint64 y = qint64(point.y()) + verticalOffset();
    if (!viewport()->rect().contains(point) || stickyHeader().contains(point) || rows.isHeaderAt(y))
        return {};
    return m_articles.index(rows.rowAt(y));
}

void ArticleListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    executeDelayedItemsLayout(); // the scroll bar may not know of new rows yet
    const QRect row = visualRect(index);
    const int above = geometryOfRows().headerHeight();
    const int window = viewport()->height();
    int by = 0;
    if (hint == PositionAtTop || (hint == EnsureVisible && row.top() < above))
        by = row.top() - above;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && row.bottom() >= window))
        by = std::min(row.bottom() + 1 - window, row.top() - above);
    else if (hint == PositionAtCenter)
        by = row.center().y() - window / 2;
    if (by != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + by);
}

void ArticleListView::doItemsLayout()
{
    measure();
    QAbstractItemView::doItemsLayout(); // and not QListView's, which walks every row
}

void ArticleListView::updateGeometries()
{
    const qint64 height = geometryOfRows().height() - viewport()->height();
    const auto most = qint64(std::numeric_limits<int>::max() / 2);
    verticalScrollBar()->setRange(0, int(std::clamp<qint64>(height, 0, most)));
    verticalScrollBar()->setPageStep(std::max(1, viewport()->height() - m_headerHeight));
    verticalScrollBar()->setSingleStep(std::max(1, m_rowHeight / 3));
    QAbstractItemView::updateGeometries();
}

void ArticleListView::scrollContentsBy(int, int dy)
{
    const QRect sticky = stickyHeader();
    viewport()->scroll(0, dy);
    // The header does not move with the rows: where it was and where it is now are drawn again.
    viewport()->update(0, std::min(0, dy), viewport()->width(), sticky.height() * 2 + std::abs(dy));
}

void ArticleListView::rowsInserted(const QModelIndex &, int, int)
{
    scheduleDelayedItemsLayout();
}

void ArticleListView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
    scheduleDelayedItemsLayout();
}

// All rows are equally high whatever they say, so there is nothing to lay out again.
void ArticleListView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                  const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    viewport()->update(); // a row whose page was refused may ask for it now
}

void ArticleListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    sayFocus(current);
    m_goneFrom = 0;
    if (!m_following && current.isValid())
        Q_EMIT articleChosen(m_articles.idAt(current.row()));
}

// QListView's own would name every index of the selection, a million of them after Ctrl+A.
void ArticleListView::selectionChanged(const QItemSelection &selected,
                                       const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    const auto say = [this](const QItemSelection &ranges, QAccessible::Event what) {
        if (ranges.isEmpty() || !QAccessible::isActive())
            return;
        QAccessibleEvent event(this, what);
        event.setChild(ranges.first().top());
        QAccessible::updateAccessibility(&event);
    };
    say(selected, QAccessible::SelectionAdd);
    say(deselected, QAccessible::SelectionRemove);
    Q_EMIT selectionMoved();
}

void ArticleListView::sayFocus(const QModelIndex &current)
{
    if (!current.isValid() || !hasFocus() || !QAccessible::isActive())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(current.row());
    QAccessible::updateAccessibility(&event);
}

QModelIndex ArticleListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = m_articles.rowCount() - 1;
    if (last < 0)
        return {};
    if (!currentIndex().isValid())
        return m_articles.index(std::min(m_goneFrom, last));
    const int row = currentRow();
    const int page = std::max(1, (viewport()->height() - m_headerHeight) / m_rowHeight - 1);
    const auto moved = [&] {
        switch (action) {
        case MoveUp:
        case MovePrevious:
            return row - 1;
        case MoveDown:
        case MoveNext:
            return row + 1;
        case MovePageUp:
            return row - page;
        case MovePageDown:
            return row + page;
        case MoveHome:
            return 0;
        case MoveEnd:
            return last;
        default:
            return row;
        }
    };
    return m_articles.index(std::clamp(moved(), 0, last));
}

void ArticleListView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const ListGeometry rows = geometryOfRows();
    const QRect area = rect.normalized();
    const int first = rows.nearestRow(qint64(area.top()) + verticalOffset());
    const int last = rows.nearestRow(qint64(area.bottom()) + verticalOffset());
    if (first < 0)
        return selectionModel()->clear();
    selectionModel()->select({m_articles.index(first), m_articles.index(last)}, command);
}

QRegion ArticleListView::visualRegionForSelection(const QItemSelection &selection) const
{
    const auto [first, last] = visibleRows();
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const int top = std::max(first, range.top());
        const int bottom = std::min(last, range.bottom());
        if (first >= 0 && top <= bottom)
            region += rowRect(top) | rowRect(bottom);
    }
    return region;
}

int ArticleListView::horizontalOffset() const
{
    return 0;
}

int ArticleListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QSize ArticleListView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 46, 400};
}

// Type-ahead is off: letters are commands here (j, k, n, m, s), and a row that is not fetched has
// no words to search.
void ArticleListView::keyboardSearch(const QString &) { }

// Ctrl+A means these rows while the keys go here, whatever it means to the window.
bool ArticleListView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::SelectAll)) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

bool ArticleListView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverMove)
        m_mouse = static_cast<QHoverEvent *>(event)->position().toPoint();
    else if (event->type() == QEvent::HoverLeave)
        m_mouse.reset();
    return QListView::viewportEvent(event);
}

std::optional<int> ArticleListView::starAt(const QPoint &point) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid() || !m_articles.knownSummary(m_articles.idAt(index.row())))
        return std::nullopt;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = rowRect(index.row());
    if (!m_delegate->starRect(option, index).contains(point))
        return std::nullopt;
    return index.row();
}

// The mouse's back and forward buttons are the window's. A press beside the rows changes nothing:
// what is selected is too easily lost. The right button asks about what is selected.
void ArticleListView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton || event->button() == Qt::ForwardButton)
        return event->ignore();
    const QModelIndex index = indexAt(event->pos());
    m_pressedStar = event->button() == Qt::LeftButton ? starAt(event->pos()) : std::nullopt;
    m_isPressTaken = m_pressedStar || !index.isValid() || event->button() == Qt::RightButton;
    if (!m_isPressTaken)
        return QListView::mousePressEvent(event);
    if (event->button() == Qt::RightButton && index.isValid()
        && !selectionModel()->isSelected(index))
        setCurrentIndex(index);
}

void ArticleListView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isPressTaken)
        QListView::mouseMoveEvent(event);
}

void ArticleListView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!std::exchange(m_isPressTaken, false))
        return QListView::mouseReleaseEvent(event);
    const auto pressed = std::exchange(m_pressedStar, std::nullopt);
    if (pressed && pressed == starAt(event->pos()))
        Q_EMIT starClicked(m_articles.idAt(*pressed));
}

void ArticleListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || starAt(event->pos())
        || !indexAt(event->pos()).isValid())
        return mousePressEvent(event);
    QListView::mouseDoubleClickEvent(event);
}

void ArticleListView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint where = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid()) {
        scrollTo(currentIndex());
        where = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    }
    if (selectionModel()->hasSelection())
        Q_EMIT menuWanted(where);
}

void ArticleListView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const auto [first, last] = visibleRows();
    if (first < 0) {
        painter.setPen(m_delegate->quietInk(palette()));
        painter.drawText(viewport()->rect().adjusted(24, 0, -24, -viewport()->height() / 3),
                         int(Qt::AlignCenter) | Qt::TextWordWrap, m_emptyText);
        return;
    }
    for (int row = first; row <= last; ++row) {
        if (event->region().intersects(rowRect(row)))
            paintRow(painter, row);
    }
    paintHeaders(painter, first, last);
    m_articles.lookAt(first, last);
}

void ArticleListView::paintRow(QPainter &painter, int row)
{
    const QModelIndex index = m_articles.index(row);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = rowRect(row);
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
    option.state.setFlag(QStyle::State_MouseOver, m_mouse && indexAt(*m_mouse) == index);
    m_delegate->paint(&painter, option, index);
}

void ArticleListView::paintHeaders(QPainter &painter, int firstRow, int lastRow)
{
    const ListGeometry rows = geometryOfRows();
    const int top = rows.groupOfRow(firstRow);
    if (top < 0)
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const auto paint = [&](const QRect &place, int group) {
        option.rect = place;
        m_delegate->paintHeader(painter, option, m_articles.groups().at(group).title);
    };
    for (int group = rows.groupOfRow(lastRow); group > top; --group) {
        const qint64 y = rows.topOfHeader(group) - verticalOffset();
        paint({0, int(y), viewport()->width(), m_headerHeight}, group);
    }
    paint(stickyHeader(), top);
}
