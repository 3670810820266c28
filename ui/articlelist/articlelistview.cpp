#include "ui/articlelist/articlelistview.h"

#include "ui/articlelist/articledelegate.h"
#include "ui/articlelist/articlelistmodel.h"

#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

ArticleListView::ArticleListView(ArticleListModel &model, QWidget *parent)
    : QListView(parent), m_articles(model)
{
    setModel(&model);
    setItemDelegate(new ArticleDelegate(this));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Articles"));
    connect(this, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT articleEntered(m_articles.idAt(index.row()));
    });
}

void ArticleListView::apply(const LibraryChanges &changes)
{
    const QScopedValueRollback following(m_following, true);
    const QRect window = viewport()->rect();
    const bool atTop = verticalScrollBar()->value() == 0;
    QPersistentModelIndex anchor = currentIndex();
    if (!anchor.isValid() || !window.intersects(visualRect(anchor)))
        anchor = atTop ? QModelIndex() : indexAt({window.center().x(), 1});
    const int height = visualRect(anchor).top();

    m_articles.apply(changes);

    if (anchor.isValid()) {
        executeDelayedItemsLayout();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(anchor).top()
                                      - height);
    }
}

void ArticleListView::select(ArticleId id)
{
    const QScopedValueRollback following(m_following, true);
    const int row = m_articles.rowOf(id);
    if (row < 0)
        return setCurrentIndex({});
    const QModelIndex index = m_articles.index(row);
    setCurrentIndex(index);
    scrollTo(index);
}

bool ArticleListView::canStep(int rows) const
{
    const int row = currentIndex().isValid() ? currentIndex().row() + rows : 0;
    return row >= 0 && row < m_articles.rowCount();
}

bool ArticleListView::step(int rows)
{
    if (!canStep(rows))
        return false;
    setCurrentIndex(m_articles.index(currentIndex().isValid() ? currentIndex().row() + rows : 0));
    return true;
}

void ArticleListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_following && current.isValid())
        Q_EMIT articleChosen(m_articles.idAt(current.row()));
}

// All rows are equally high whatever they say, so there is nothing to lay out again; QListView
// would walk every row of the library for each page of summaries that arrives.
void ArticleListView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                  const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
}

// Letters are commands here (j, k, n, p), and a row that is not fetched has no words to search.
void ArticleListView::keyboardSearch(const QString &) { }

// The mouse's back and forward buttons are the window's.
void ArticleListView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton || event->button() == Qt::ForwardButton)
        return event->ignore();
    QListView::mousePressEvent(event);
}

QSize ArticleListView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 46, 400};
}
