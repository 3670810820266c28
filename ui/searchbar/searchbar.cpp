#include "ui/searchbar/searchbar.h"

#include "ui/searchbar/hintpanel.h"
#include "ui/searchbar/querytext.h"
#include "ui/searchbar/searchfield.h"
#include "ui/support/icons.h"
#include "ui/support/storytext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype mostRecent = 20;
constexpr int barHeight = 32;

} // namespace

SearchBar::SearchBar(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(barHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(160);
    setMaximumWidth(720);
    m_typing.setSingleShot(true);
    m_typing.setInterval(80ms);
    connect(&m_typing, &QTimer::timeout, this, [this] { ask(queryWhileTyping(text())); });
}

void SearchBar::build()
{
    if (m_field)
        return;
    auto *picture = new QLabel(this);
    picture->setPixmap(ownIcon(u"edit-find"_s).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_chip = new QToolButton(this);
    m_field = new SearchField(this);
    m_save = makeButton("bookmark-new", tr("Save this search"));
    m_clear = makeButton("edit-clear", tr("Clear the search"));
    m_hints = new HintPanel(window());
    m_field->setAccessibleName(tr("Search"));
    m_field->setPlaceholderText(tr("Search"));
    m_field->installEventFilter(this);
    m_chip->setAutoRaise(false);
    m_chip->setFocusPolicy(Qt::TabFocus);
    m_chip->setCursor(Qt::PointingHandCursor);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(9, 2, 4, 2);
    layout->setSpacing(4);
    layout->addWidget(picture);
    layout->addWidget(m_chip);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_save);
    layout->addWidget(m_clear);
    setFocusProxy(m_field);
    picture->show(); // at once: a layout shows what comes late only later
    m_field->show();
    connectParts();
    showScope();
    takeEdit();
    m_typing.stop();
}

QToolButton *SearchBar::makeButton(const char *icon, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setIcon(ownIcon(QString::fromLatin1(icon)));
    button->setIconSize({16, 16});
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::NoFocus);
    button->hide();
    return button;
}

void SearchBar::connectParts()
{
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        takeEdit();
        offer();
    });
    connect(m_field, &SearchField::entered, this, &SearchBar::offer);
    connect(m_field, &QLineEdit::cursorPositionChanged, this, [this] { m_field->update(); });
    connect(m_hints, &HintPanel::chosen, this, &SearchBar::take);
    connect(m_hints, &HintPanel::currentChanged, m_field, &QWidget::setAccessibleDescription);
    connect(m_save, &QToolButton::clicked, this, &SearchBar::saveWanted);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clear();
        m_field->setFocus();
    });
    connect(m_chip, &QToolButton::clicked, this, [this] {
        setScope({}, {});
        m_field->setFocus();
        if (isSearching())
            ask(SearchQuery::parsed(text()));
    });
}

void SearchBar::open()
{
    build();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchBar::setOverview(const LibraryOverview &overview)
{
    m_overview = overview;
}

void SearchBar::setScope(const QString &name, const SearchQuery &place)
{
    m_scopeName = name;
    m_scope = place;
    if (m_field)
        showScope();
}

void SearchBar::showScope()
{
    const bool isPlace = m_scope.kind != SearchQuery::Kind::Everything;
    const QString name = m_chip->fontMetrics().elidedText(m_scopeName, Qt::ElideMiddle, 140);
    m_chip->setText(tr("in %1  ✕").arg(name));
    m_chip->setToolTip(tr("Searches in %1 only; click to search everywhere").arg(m_scopeName));
    m_chip->setAccessibleName(m_chip->toolTip());
    m_chip->setVisible(isPlace && isSearching());
}

QString SearchBar::text() const
{
    return m_field ? m_field->text() : QString();
}

void SearchBar::setText(const QString &text)
{
    build();
    m_field->setText(text);
    m_hints->hide();
    takeEdit();
    m_typing.stop();
    ask(SearchQuery::parsed(text));
}

void SearchBar::clear()
{
    if (!m_field)
        return;
    const bool wasSearching = isSearching();
    m_field->clear();
    m_hints->hide();
    takeEdit();
    m_typing.stop();
    m_asked = {};
    if (wasSearching)
        Q_EMIT cleared();
}

void SearchBar::remember()
{
    const QString search = text().simplified();
    if (search.isEmpty())
        return;
    m_recent.removeAll(search);
    m_recent.prepend(search);
    m_recent.resize(qMin(mostRecent, m_recent.size()));
}

// The words have changed, by whatever hand.
void SearchBar::takeEdit()
{
    m_save->setVisible(isSearching());
    m_clear->setVisible(!text().isEmpty());
    m_field->setRest(fieldCompletion(text()));
    showScope();
    m_typing.start();
}

void SearchBar::ask(const SearchQuery &typed)
{
    m_typing.stop();
    if (!isSearching()) {
        if (m_asked != SearchQuery())
            Q_EMIT cleared();
        m_asked = {};
        return;
    }
    const SearchQuery query = SearchQuery::both(m_scope, typed);
    if (query == m_asked)
        return;
    m_asked = query;
    Q_EMIT searched();
}

void SearchBar::commit()
{
    m_hints->hide();
    if (!isSearching())
        return;
    remember();
    ask(queryWhileTyping(text())); // what is on the screen already is what is gone into
    Q_EMIT listWanted();
}

void SearchBar::offer()
{
    if (!m_field->hasFocus())
        return;
    m_hints->showBelow(this,
                       searchHints(text().left(m_field->cursorPosition()), m_overview, m_recent));
}

// What stands behind the cursor stays there.
void SearchBar::take(const SearchHint &hint)
{
    const QString rest = text().mid(m_field->cursorPosition());
    const QString taken = hint.text;
    m_field->setText(taken + rest);
    m_field->setCursorPosition(int(taken.size()));
    m_field->setFocus();
    takeEdit();
    offer();
}

void SearchBar::leave()
{
    const bool isEmpty = text().isEmpty();
    if (m_hints->isVisible() && !isEmpty)
        return m_hints->hide();
    m_hints->hide();
    clear();
    Q_EMIT listWanted();
}

bool SearchBar::stepHints(int rows)
{
    if (!m_hints->isVisible())
        return false;
    m_hints->step(rows);
    return true;
}

bool SearchBar::handleKey(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Down:
        if (!stepHints(1))
            Q_EMIT listWanted();
        return true;
    case Qt::Key_Up:
        return stepHints(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const SearchHint *hint = m_hints->current())
            take(SearchHint(*hint));
        else
            commit();
        return true;
    case Qt::Key_Tab:
        if (const SearchHint *hint = m_hints->current() ? m_hints->current() : m_hints->first();
            hint && isSearching()) {
            take(SearchHint(*hint));
            return true;
        }
        return m_field->takeRest();
    case Qt::Key_Right:
        return key.modifiers() == Qt::NoModifier && m_field->takeRest();
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return false;
    }
}

bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: // Esc is the window's too
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
            event->accept();
        break;
    case QEvent::KeyPress:
        if (handleKey(*static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::FocusOut:
        m_hints->hide();
        update();
        break;
    case QEvent::FocusIn:
        update();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void SearchBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_field) {
        auto *picture = findChild<QLabel *>();
        picture->setPixmap(ownIcon(u"edit-find"_s).pixmap(QSize(16, 16), devicePixelRatioF()));
    }
}

// The frame is drawn here and not by the field, which shares it with the chip and the buttons.
void SearchBar::paintEvent(QPaintEvent *)
{
    const QPalette &colours = palette();
    const bool isActive = m_field && m_field->hasFocus();
    const QColor line = isActive
        ? colours.color(QPalette::Highlight)
        : blended(colours.color(QPalette::Window), colours.color(QPalette::WindowText), 0.28);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, isActive ? 1.6 : 1.0));
    painter.setBrush(colours.color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 2, -1, -2), 6, 6);
}

QSize SearchBar::sizeHint() const
{
    return {480, barHeight};
}
