#include "ui/related/relatedsidebar.h"

#include "ui/related/relateddelegate.h"
#include "ui/related/relatedmodel.h"
#include "ui/related/storypreview.h"
#include "ui/support/storytext.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QStackedLayout>
#include <QToolTip>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = RelatedRow::Kind;

constexpr std::array<std::pair<RelatedSection, const char *>, 6> sectionNames{
    {{RelatedSection::Linked, "linked"},
     {RelatedSection::LinksHere, "links-here"},
     {RelatedSection::Marked, "marked"},
     {RelatedSection::SameText, "same-text"},
     {RelatedSection::Thread, "thread"},
     {RelatedSection::Similar, "similar"}}};

QString binText(const DensityBin &bin)
{
    const QLocale locale;
    const QString first = locale.toString(bin.first, u"d MMM yyyy"_s);
    const QString days = bin.first == bin.last
        ? first
        : RelatedSidebar::tr("%1 to %2").arg(first, locale.toString(bin.last, u"d MMM yyyy"_s));
    return bin.stories == 1
        ? RelatedSidebar::tr("1 article, %1").arg(days)
        : RelatedSidebar::tr("%Ln articles, %1", nullptr, bin.stories).arg(days);
}

} // namespace

// Links, so one click opens them and nothing stays selected.
QListView *RelatedSidebar::makeList()
{
    auto *list = new QListView(this);
    list->setModel(m_model);
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
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    list->setAccessibleName(tr("Related stories"));
    list->installEventFilter(this);
    list->viewport()->installEventFilter(this);
    connect(list, &QListView::clicked, this, &RelatedSidebar::click);
    connect(list, &QListView::customContextMenuRequested, this,
            [this](const QPoint &place) { showMenu(m_list->indexAt(place), place); });
    return list;
}

QLabel *RelatedSidebar::makeNotice()
{
    auto *notice = new QLabel(this);
    notice->setWordWrap(true);
    notice->setTextFormat(Qt::PlainText);
    notice->setBackgroundRole(QPalette::Base);
    notice->setForegroundRole(QPalette::Text);
    notice->setAutoFillBackground(true);
    return notice;
}

RelatedSidebar::RelatedSidebar(QWidget *parent)
    : QWidget(parent)
    , m_model(new RelatedModel(this))
    , m_list(makeList())
    , m_empty(makeNotice())
    , m_lookedAt(makeNotice())
    , m_stack(new QStackedLayout)
{
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setMargin(28);
    m_lookedAt->setContentsMargins(16, 4, 16, 6);
    m_lookedAt->hide();
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_lookedAt->setFont(small);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_lookedAt);

    m_slow.setSingleShot(true);
    m_slow.setInterval(200ms);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_model->show({}, m_subject); });
    m_hovered.setSingleShot(true);
    m_hovered.setInterval(650ms);
    connect(&m_hovered, &QTimer::timeout, this, &RelatedSidebar::preview);
    takeColours();
    showNothing();
}

// The line about what was looked at is quiet, and still read on either ground.
void RelatedSidebar::takeColours()
{
    m_isColouring = true;
    QPalette quiet = palette();
    quiet.setColor(QPalette::Text,
                   blended(quiet.color(QPalette::Text), quiet.color(QPalette::Base), 0.36));
    m_lookedAt->setPalette(quiet);
    m_isColouring = false;
}

void RelatedSidebar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isColouring && m_lookedAt)
        takeColours();
}

void RelatedSidebar::expect(const RelatedSubject &subject)
{
    m_subject = subject;
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
    m_model->show({}, {});
    m_lookedAt->hide();
    m_empty->setText(tr("Stories related to the article appear here."));
    m_stack->setCurrentWidget(m_empty);
}

void RelatedSidebar::showNow(const RelatedStories &stories)
{
    m_slow.stop();
    m_expecting = false;
    m_pending.reset();
    if (m_preview)
        m_preview->hide();
    m_model->show(stories, m_subject);
    sayLookedAt(stories);
    if (m_model->rowCount() > 0)
        return m_stack->setCurrentWidget(m_list);
    m_empty->setText(
        stories.lookedAt > 1
            ? tr("Nothing related.\n\nThe page lists no stories, and none of the %Ln "
                 "articles here is much like it.",
                 nullptr, int(stories.lookedAt))
            : tr("Nothing related.\n\nThe page lists no stories, and there is no other "
                 "article here."));
    m_stack->setCurrentWidget(m_empty);
}

void RelatedSidebar::sayLookedAt(const RelatedStories &stories)
{
    const auto milliseconds = int(qMax(1.0, stories.milliseconds + 0.5));
    m_lookedAt->setText(tr("%Ln articles looked at in %1 ms", nullptr, int(stories.lookedAt))
                            .arg(QLocale().toString(milliseconds)));
    m_lookedAt->setVisible(stories.lookedAt > 1);
}

void RelatedSidebar::showPending()
{
    if (m_pending && !isInUse())
        showNow(RelatedStories(*m_pending));
}

// Under the pointer, or being walked through by keyboard.
bool RelatedSidebar::isInUse() const
{
    return m_stack->currentWidget() == m_list
        && (m_isMenuOpen || m_list->viewport()->underMouse()
            || (m_list->hasFocus() && m_list->currentIndex().isValid()));
}

const StoryThread &RelatedSidebar::thread() const
{
    return m_model->thread();
}

QStringList RelatedSidebar::closedSections() const
{
    QStringList names;
    for (const auto &[section, name] : sectionNames) {
        if (m_model->closedSections().contains(section))
            names.append(QString::fromLatin1(name));
    }
    return names;
}

void RelatedSidebar::setClosedSections(const QStringList &names)
{
    QSet<RelatedSection> closed;
    for (const auto &[section, name] : sectionNames) {
        if (names.contains(QString::fromLatin1(name)))
            closed.insert(section);
    }
    m_model->setClosedSections(closed);
}

void RelatedSidebar::enter()
{
    const bool hadCurrent = m_list->currentIndex().isValid();
    m_list->setFocus(Qt::ShortcutFocusReason); // makes the first row the current one
    if (hadCurrent)
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->storyAt(row))
            return m_list->setCurrentIndex(m_model->index(row));
    }
    m_list->setCurrentIndex(m_model->index(0));
}

// Reset by the model: the row that was opened or closed stays the current one.
void RelatedSidebar::toggle(const QModelIndex &index)
{
    const int row = index.row();
    const bool wasCurrent = m_list->currentIndex() == index;
    if (m_model->toggle(row) && wasCurrent)
        m_list->setCurrentIndex(m_model->index(row));
}

// What Return and a click on the row do.
void RelatedSidebar::act(const QModelIndex &index)
{
    const RelatedRow *row = m_model->rowAt(index.row());
    if (!row)
        return;
    if (row->kind == Kind::Heading)
        toggle(index);
    else if (row->kind == Kind::Strip)
        Q_EMIT threadListWanted(m_model->thread());
    else if (row->story.here)
        Q_EMIT storyChosen(ArticleSummary(*row->story.here));
}

void RelatedSidebar::click(const QModelIndex &index)
{
    const QRect row = m_list->visualRect(index);
    QRect chip = RelatedDelegate::copiesArea(row, m_list->font(), index);
    chip = QStyle::visualRect(m_list->layoutDirection(), row, chip);
    if (chip.contains(m_pressedAt))
        toggle(index);
    else
        act(index);
}

void RelatedSidebar::fillThreadMenu(QMenu *menu)
{
    menu->addAction(tr("Show This Story in the &List"), this,
                    [this] { Q_EMIT threadListWanted(m_model->thread()); });
    menu->addAction(tr("&Print This Story…"), this,
                    [this] { Q_EMIT threadPrintWanted(m_model->thread()); });
}

void RelatedSidebar::showMenu(const QModelIndex &index, const QPoint &place)
{
    const RelatedRow *row = m_model->rowAt(index.row());
    if (!row)
        return;
    auto *menu = new QMenu(m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (row->story.here) {
        const ArticleSummary story = *row->story.here;
        menu->addAction(tr("&Open"), this, [this, story] { Q_EMIT storyChosen(story); });
        menu->addAction(tr("Open in New &Window"), this,
                        [this, story] { Q_EMIT newWindowWanted(story); });
        menu->addSeparator();
        menu->addAction(tr("&Compare with This Article"), this,
                        [this, story] { Q_EMIT comparisonWanted(story); });
        if (row->section != RelatedSection::Linked)
            menu->addAction(tr("&Not Related"), this, [this, story] { Q_EMIT notRelated(story); });
    } else if (row->section == RelatedSection::Thread) {
        fillThreadMenu(menu);
    }
    if (menu->isEmpty())
        return menu->deleteLater();
    if (m_preview)
        m_preview->hide();
    m_isMenuOpen = true;
    connect(menu, &QMenu::aboutToHide, this, [this] { m_isMenuOpen = false; });
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

// Of the row under the pointer, else of the current one.
void RelatedSidebar::preview()
{
    const QPoint pointer = m_list->viewport()->mapFromGlobal(QCursor::pos());
    const bool isPointed = m_list->viewport()->underMouse() && !m_list->hasFocus();
    const QModelIndex index = isPointed ? m_list->indexAt(pointer) : m_list->currentIndex();
    const auto story = m_model->storyAt(index.row());
    if (!story || m_isMenuOpen)
        return;
    if (!m_preview)
        m_preview = new StoryPreview(this);
    QRect row = m_list->visualRect(index);
    row.moveTopLeft(m_list->viewport()->mapToGlobal(row.topLeft()));
    m_preview->showBeside(row, *story);
}

bool RelatedSidebar::pressKey(int key, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex index = m_list->currentIndex();
    const RelatedRow *row = m_model->rowAt(index.row());
    const bool isRightToLeft = m_list->layoutDirection() == Qt::RightToLeft;
    const int opening = isRightToLeft ? Qt::Key_Left : Qt::Key_Right;
    const int closing = isRightToLeft ? Qt::Key_Right : Qt::Key_Left;
    if (m_preview && m_preview->isVisible()) {
        m_preview->hide();
        if (key == Qt::Key_Escape || (key == Qt::Key_Space && modifiers == Qt::ControlModifier))
            return true;
    }
    if (!row)
        return false;
    if (key == Qt::Key_Space && modifiers == Qt::ControlModifier) {
        preview();
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (modifiers == Qt::ControlModifier && row->story.here)
            Q_EMIT newWindowWanted(ArticleSummary(*row->story.here));
        else
            act(index);
    } else if ((key == opening && !row->isOpen) || (key == closing && row->isOpen)) {
        toggle(index);
    } else if (key == Qt::Key_Delete && row->story.here && row->section != RelatedSection::Linked) {
        Q_EMIT notRelated(ArticleSummary(*row->story.here));
    } else {
        return key == opening || key == closing; // nothing lies beside a row
    }
    return true;
}

bool RelatedSidebar::filterMouse(QMouseEvent *event)
{
    const auto button = event->button();
    if (button == Qt::BackButton || button == Qt::ForwardButton) {
        event->ignore(); // the window's
        return event->type() == QEvent::MouseButtonPress;
    }
    if (m_preview)
        m_preview->hide();
    const QPoint place = event->position().toPoint();
    const RelatedRow *row = m_model->rowAt(m_list->indexAt(place).row());
    if (event->type() == QEvent::MouseMove) {
        const bool acts = row
            && (row->story.here || row->kind == Kind::Heading || row->kind == Kind::Strip);
        m_list->viewport()->setCursor(acts ? Qt::PointingHandCursor : Qt::ArrowCursor);
        m_hovered.start();
        return false;
    }
    m_hovered.stop();
    m_pressedAt = place;
    if (button != Qt::MiddleButton)
        return false;
    if (event->type() == QEvent::MouseButtonRelease && row && row->story.here)
        Q_EMIT newWindowWanted(ArticleSummary(*row->story.here));
    return true;
}

// Of a bar: how many stories there are, and of which days.
bool RelatedSidebar::filterHelp(const QHelpEvent *event)
{
    const QModelIndex index = m_list->indexAt(event->pos());
    const RelatedRow *row = m_model->rowAt(index.row());
    if (!row || row->kind != Kind::Strip)
        return false;
    const QRect area = RelatedDelegate::stripArea(m_list->visualRect(index));
    const int bin = densityBinAt(area, int(m_model->bins().size()), event->pos().x(),
                                 m_list->layoutDirection() == Qt::RightToLeft);
    if (bin >= 0)
        QToolTip::showText(event->globalPos(), binText(m_model->bins().at(bin)), m_list);
    return true;
}

void RelatedSidebar::leave()
{
    m_hovered.stop();
    if (m_preview)
        m_preview->hide();
    QTimer::singleShot(0, this, &RelatedSidebar::showPending);
}

bool RelatedSidebar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isViewport = watched == m_list->viewport();
    switch (event->type()) {
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!isViewport && pressKey(key->key(), key->modifiers() & ~Qt::KeypadModifier))
            return true;
        break;
    }
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
        if (isViewport && filterMouse(static_cast<QMouseEvent *>(event)))
            return true;
        break;
    case QEvent::ToolTip:
        if (isViewport && filterHelp(static_cast<QHelpEvent *>(event)))
            return true;
        break;
    case QEvent::Leave:
    case QEvent::FocusOut:
        leave();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}
