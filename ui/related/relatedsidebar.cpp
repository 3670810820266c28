#include "ui/related/relatedsidebar.h"

#include "ui/related/relateddelegate.h"
#include "ui/related/relatedmodel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QStackedLayout>

using namespace std::chrono_literals;

namespace {

// The list of related stories: links, so one click opens them and nothing stays selected.
QListView *relatedList(RelatedModel *model, QWidget *parent)
{
    auto *list = new QListView(parent);
    list->setModel(model);
    list->setItemDelegate(new RelatedDelegate(list));
    list->setWordWrap(true); // or a change of width would not be a reason to lay out again
    list->setResizeMode(QListView::Adjust);
    list->setVerticalScrollMode(QListView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setSelectionMode(QListView::SingleSelection);
    list->setEditTriggers(QListView::NoEditTriggers);
    list->setFrameShape(QFrame::NoFrame);
    list->setMouseTracking(true);
    list->setTabKeyNavigation(false);
    return list;
}

} // namespace

RelatedSidebar::RelatedSidebar(QWidget *parent)
    : QWidget(parent)
    , m_model(new RelatedModel(this))
    , m_list(relatedList(m_model, this))
    , m_empty(new QLabel(this))
    , m_stack(new QStackedLayout(this))
{
    m_list->setAccessibleName(tr("Related stories"));
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QListView::clicked, this, &RelatedSidebar::choose);

    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setMargin(28);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setForegroundRole(QPalette::Text);
    m_empty->setAutoFillBackground(true);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_stack->setContentsMargins(0, 0, 0, 0);

    m_slow.setSingleShot(true);
    m_slow.setInterval(200ms);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_model->show({}); });
    showNothing();
}

void RelatedSidebar::expect()
{
    m_expecting = true;
    m_pending.reset();
    m_slow.start();
}

void RelatedSidebar::showStories(const RelatedStories &stories)
{
    if (!m_expecting && isInUse()) {
        m_pending = stories;
        return;
    }
    showNow(stories);
}

void RelatedSidebar::showNothing()
{
    m_slow.stop();
    m_pending.reset();
    m_expecting = true;
    m_model->show({});
    m_empty->setText(tr("Stories related to the article appear here."));
    m_stack->setCurrentWidget(m_empty);
}

void RelatedSidebar::showNow(const RelatedStories &stories)
{
    m_slow.stop();
    m_expecting = false;
    m_pending.reset();
    m_model->show(stories);
    if (m_model->rowCount() > 0)
        return m_stack->setCurrentWidget(m_list);
    m_empty->setText(
        stories.lookedAt > 1
            ? tr("Nothing related.\n\nThe page lists no stories, and none of the %n "
                 "articles here is much like it.",
                 nullptr, int(stories.lookedAt))
            : tr("Nothing related.\n\nThe page lists no stories, and there is no other "
                 "article here."));
    m_stack->setCurrentWidget(m_empty);
}

void RelatedSidebar::showPending()
{
    if (m_pending && !isInUse())
        showNow(RelatedStories(*m_pending));
}

// Under the pointer, or being walked through by keyboard.
bool RelatedSidebar::isInUse() const
{
    return m_model->rowCount() > 0
        && (m_list->viewport()->underMouse()
            || (m_list->hasFocus() && m_list->currentIndex().isValid()));
}

void RelatedSidebar::choose(const QModelIndex &index)
{
    if (const auto story = m_model->storyAt(index.row()))
        Q_EMIT storyChosen(*story);
}

bool RelatedSidebar::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched != m_list || (key != Qt::Key_Return && key != Qt::Key_Enter))
            break;
        choose(m_list->currentIndex());
        return true;
    }
    case QEvent::MouseMove: {
        const auto place = static_cast<QMouseEvent *>(event)->position().toPoint();
        const bool here = m_model->storyAt(m_list->indexAt(place).row()).has_value();
        m_list->viewport()->setCursor(here ? Qt::PointingHandCursor : Qt::ArrowCursor);
        break;
    }
    case QEvent::MouseButtonPress: {
        const auto button = static_cast<QMouseEvent *>(event)->button();
        if (button != Qt::BackButton && button != Qt::ForwardButton)
            break;
        event->ignore(); // the window's
        return true;
    }
    case QEvent::Leave:
    case QEvent::FocusOut:
        QTimer::singleShot(0, this, &RelatedSidebar::showPending);
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}
