#include "ui/articlelist/listheader.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPalette>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

QString nameOf(SortBy sortBy)
{
    switch (sortBy) {
    case SortBy::Date:
        return ListHeader::tr("&Date");
    case SortBy::Headline:
        return ListHeader::tr("&Headline");
    case SortBy::Publisher:
        return ListHeader::tr("&Publisher");
    case SortBy::Relevance:
        return ListHeader::tr("&Relevance");
    case SortBy::Opened:
        return ListHeader::tr("&Last Opened");
    }
    return {};
}

// What the button says: the order itself, where a word can.
QString orderText(SortBy sortBy, bool reversed)
{
    switch (sortBy) {
    case SortBy::Date:
        return reversed ? ListHeader::tr("Oldest First") : ListHeader::tr("Newest First");
    case SortBy::Headline:
        return reversed ? ListHeader::tr("Headline, Z to A") : ListHeader::tr("Headline, A to Z");
    case SortBy::Publisher:
        return reversed ? ListHeader::tr("Publisher, Z to A") : ListHeader::tr("Publisher, A to Z");
    case SortBy::Relevance:
        return reversed ? ListHeader::tr("Best Last") : ListHeader::tr("Best First");
    case SortBy::Opened:
        return reversed ? ListHeader::tr("First Opened") : ListHeader::tr("Last Opened");
    }
    return {};
}

QString countText(const ListHeader::Count &count)
{
    const auto number = int(count.articles);
    if (count.selected > 1)
        return ListHeader::tr("%1 of %2 selected")
            .arg(QLocale().toString(count.selected), QLocale().toString(count.articles));
    if (count.isSearch && count.isGoingOn)
        return ListHeader::tr("%Ln found so far", nullptr, number);
    if (count.isSearch)
        return ListHeader::tr("%Ln found", nullptr, number);
    return number == 1 ? ListHeader::tr("1 article")
                       : ListHeader::tr("%Ln articles", nullptr, number);
}

QToolButton *quietButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumHeight(24);
    return button;
}

} // namespace

ListHeader::ListHeader(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_unreadButton(quietButton(this))
    , m_sortButton(quietButton(this))
    , m_unreadOnly(new QAction(tr("Unread &Only"), this))
    , m_menu(new QMenu(tr("&Sort By"), this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_unreadOnly->setCheckable(true);
    m_unreadOnly->setShortcut(Qt::Key_U);
    m_unreadOnly->setIconText(tr("Unread"));
    m_unreadOnly->setToolTip(tr("Show unread articles only"));
    m_unreadButton->setDefaultAction(m_unreadOnly);
    m_unreadButton->setAccessibleName(m_unreadOnly->toolTip());
    setBackgroundRole(QPalette::Base); // one surface with the rows
    setAutoFillBackground(true);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 6, 4);
    layout->setSpacing(2);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_unreadButton);
    layout->addWidget(m_sortButton);

    connect(m_unreadOnly, &QAction::triggered, this, &ListHeader::unreadOnlyToggled);
    connect(m_sortButton, &QToolButton::clicked, this, [this] {
        const int edge = isRightToLeft() ? m_menu->sizeHint().width() - m_sortButton->width() : 0;
        m_menu->popup(m_sortButton->mapToGlobal(QPoint(-edge, m_sortButton->height())));
    });
    connect(m_menu, &QMenu::aboutToShow, this, &ListHeader::fillMenu);
    setOrder(SortBy::Date, false, {SortBy::Date, SortBy::Headline, SortBy::Publisher});
}

void ListHeader::setCount(const Count &count)
{
    m_text = countText(count);
    m_label->setAccessibleName(m_text);
    elide();
}

void ListHeader::setOrder(SortBy sortBy, bool reversed, const QList<SortBy> &orders)
{
    m_sortBy = sortBy;
    m_isReversed = reversed;
    m_orders = orders;
    const QString order = orderText(sortBy, reversed);
    m_sortButton->setText(order + u" ▾"_s); // a style puts its own arrow below the words
    m_sortButton->setAccessibleName(tr("Sorted: %1").arg(order));
    m_sortButton->setToolTip(tr("Sort the list"));
    updateGeometry();
}

void ListHeader::setUnreadOnly(bool unreadOnly)
{
    m_unreadOnly->setChecked(unreadOnly);
}

// When it is wanted, and not before the window's first frame.
void ListHeader::fillMenu()
{
    m_menu->clear();
    auto *group = new QActionGroup(m_menu);
    for (const SortBy sortBy : std::as_const(m_orders)) {
        QAction *action = m_menu->addAction(nameOf(sortBy));
        action->setCheckable(true);
        action->setChecked(sortBy == m_sortBy);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, sortBy] { Q_EMIT sortChosen(sortBy); });
    }
    m_menu->addSeparator();
    QAction *reverse = m_menu->addAction(tr("Re&versed"));
    reverse->setCheckable(true);
    reverse->setChecked(m_isReversed);
    connect(reverse, &QAction::triggered, this, &ListHeader::reversed);
}

void ListHeader::elide()
{
    m_label->setText(fontMetrics().elidedText(m_text, Qt::ElideRight, m_label->width()));
    m_label->setToolTip(m_label->text() == m_text ? QString() : m_text);
}

void ListHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elide();
}
