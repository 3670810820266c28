#include "ui/shelf/shelfview.h"

#include "ui/shelf/shelfdelegate.h"
#include "ui/shelf/shelfmodel.h"
#include "ui/support/storytext.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace {

// Who a row is in the settings file.
QString storedKey(const ShelfRow &row)
{
    return u"%1:%2"_s.arg(int(row.kind)).arg(row.key);
}

QStringList droppedFolders(const QMimeData *data)
{
    QStringList folders;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isDir())
            folders.append(url.toLocalFile());
    }
    return folders;
}

} // namespace

ShelfView::ShelfView(ShelfModel &model, QWidget *parent) : QTreeView(parent), m_shelf(model)
{
    setModel(&model);
    setItemDelegate(new ShelfDelegate(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(14);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setEditTriggers(EditKeyPressed);
    setExpandsOnDoubleClick(true);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setAcceptDrops(true);
    setAccessibleName(tr("Library"));
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    m_open = {u"4:folders"_s, u"4:visited"_s, u"4:searches"_s, u"4:tags"_s};
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ShelfView::openNewcomers);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        const QString key = storedKey(*m_shelf.rowAt(index));
        if (!m_restoring && !m_open.contains(key))
            m_open.append(key);
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        m_open.removeAll(storedKey(*m_shelf.rowAt(index)));
    });
}

void ShelfView::showLibrary(const LibraryOverview &overview)
{
    const QScopedValueRollback following(m_following, true);
    m_shelf.show(overview);
}

void ShelfView::select(const SearchQuery &query)
{
    const QScopedValueRollback following(m_following, true);
    const QModelIndex place = m_shelf.find(query);
    setCurrentIndex(place);
    if (!place.isValid())
        clearSelection();
}

QStringList ShelfView::openRows() const
{
    return m_open;
}

void ShelfView::setOpenRows(const QStringList &keys)
{
    m_open = keys;
}

const ShelfRow *ShelfView::currentRow() const
{
    return m_shelf.rowAt(currentIndex());
}

// A row that was open when it went, or when the window was closed, comes back open. Its own rows
// are inserted after it, so it is the first of them that opens it.
void ShelfView::openNewcomers(const QModelIndex &parent, int first, int)
{
    const ShelfRow *row = m_shelf.rowAt(parent);
    if (!row || first > 0 || isExpanded(parent) || !m_open.contains(storedKey(*row)))
        return;
    const QScopedValueRollback restoring(m_restoring, true);
    expand(parent);
}

void ShelfView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const ShelfRow *row = m_shelf.rowAt(current);
    if (!m_following && row && row->isPlace())
        Q_EMIT placeChosen(ShelfRow(*row));
}

void ShelfView::enter(const QModelIndex &index)
{
    const ShelfRow *row = m_shelf.rowAt(index);
    if (!row)
        return;
    if (row->kind == ShelfRow::Kind::More)
        m_shelf.toggleWhole(index);
    else if (row->kind == ShelfRow::Kind::Heading)
        setExpanded(index, !isExpanded(index));
    else
        Q_EMIT placeEntered(ShelfRow(*row));
}

// The ground of a chosen row runs from edge to edge, whatever its depth, under its arrow too.
void ShelfView::drawRow(QPainter *painter, const QStyleOptionViewItem &given,
                        const QModelIndex &index) const
{
    const ShelfRow *row = m_shelf.rowAt(index);
    const bool isChosen = selectionModel()->isSelected(index);
    const bool isHovered = visualRect(index).top()
            == visualRect(indexAt(viewport()->mapFromGlobal(QCursor::pos()))).top()
        && viewport()->underMouse();
    const QPalette &palette = this->palette();
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    QColor ground;
    if (isChosen && hasFocus())
        ground = palette.color(QPalette::Active, QPalette::Highlight);
    else if (isChosen)
        ground = blended(window, text, 0.14);
    else if (isHovered)
        ground = blended(window, text, 0.06);
    if (ground.isValid() && row && row->kind != ShelfRow::Kind::Heading) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(
            QRectF(0, given.rect.top(), viewport()->width(), given.rect.height())
                .adjusted(6, 1, -6, -1),
            5, 5);
        painter->restore();
    }
    QStyleOptionViewItem option = given;
    option.palette.setColor(QPalette::Highlight, Qt::transparent); // or the style draws its own too
    QTreeView::drawRow(painter, option, index);
}

void ShelfView::drawBranches(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    if (!m_shelf.hasChildren(index) || !index.parent().isValid())
        return;
    const bool isLit = selectionModel()->isSelected(index) && hasFocus();
    const QColor ink = isLit
        ? palette().color(QPalette::HighlightedText)
        : blended(palette().color(QPalette::WindowText), palette().color(QPalette::Window), 0.3);
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const int edge = rightToLeft ? area.left() - 2 : area.right() + 2;
    const QPoint middle(edge, area.center().y());
    const int way = rightToLeft ? -1 : 1;
    const QPoint open[] = {middle + QPoint(-4, -2), middle + QPoint(0, 2), middle + QPoint(4, -2)};
    const QPoint closed[] = {middle + QPoint(-2 * way, -4), middle + QPoint(2 * way, 0),
                             middle + QPoint(-2 * way, 4)};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(isExpanded(index) ? open : closed, 3);
    painter->restore();
}

// Letters are commands here, as in the list.
void ShelfView::keyboardSearch(const QString &) { }

bool ShelfView::event(QEvent *event)
{
    // Del is the list's too, where it means files: in the tree it never does.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_F2) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void ShelfView::keyPressEvent(QKeyEvent *event)
{
    const ShelfRow *row = currentRow();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (state() == EditingState)
            break;
        return enter(currentIndex());
    case Qt::Key_Delete:
        if (row)
            Q_EMIT removeWanted(ShelfRow(*row));
        return;
    default:
        break;
    }
    QTreeView::keyPressEvent(event);
}

void ShelfView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton || event->button() == Qt::ForwardButton)
        return event->ignore(); // the window's
    const QModelIndex index = indexAt(event->position().toPoint());
    const ShelfRow *row = m_shelf.rowAt(index);
    if (row && !row->isPlace() && event->button() == Qt::LeftButton)
        return enter(index);
    if (event->button() == Qt::RightButton)
        return; // its menu is about the row under it, and chooses nothing
    QTreeView::mousePressEvent(event);
}

void ShelfView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const ShelfRow *row = m_shelf.rowAt(index);
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(index).center())
                               : event->globalPos();
    ShelfRow nothing;
    nothing.kind = ShelfRow::Kind::Heading;
    Q_EMIT menuWanted(row ? ShelfRow(*row) : nothing, place);
}

void ShelfView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls())
        return event->ignore();
    event->acceptProposedAction();
}

void ShelfView::dragMoveEvent(QDragMoveEvent *event)
{
    event->acceptProposedAction();
}

// Files that are dropped here are opened by the window, as anywhere else.
void ShelfView::dropEvent(QDropEvent *event)
{
    const QStringList folders = droppedFolders(event->mimeData());
    if (folders.isEmpty())
        return event->ignore();
    event->acceptProposedAction();
    Q_EMIT foldersDropped(folders);
}
