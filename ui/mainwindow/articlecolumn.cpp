#include "ui/mainwindow/articlecolumn.h"

#include "ui/mainwindow/findbar.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/notepanel.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/reading/readingpane.h"
#include "ui/support/icons.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), action->text(), parent);
    button->setAccessibleName(action->text().remove(u'&'));
    button->setMinimumHeight(36);
    button->setMinimumWidth(220);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

ArticleColumn::ArticleColumn(const WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_messages(new MessageBar(this))
    , m_find(new FindBar(this))
    , m_note(new NotePanel(this))
    , m_host(new QWidget(this))
    , m_stack(new QStackedLayout(m_host))
    , m_ground(new QWidget(m_host))
{
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_ground);
    m_ground->setAutoFillBackground(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_host, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_find);
}

QWidget *ArticleColumn::makeWelcome()
{
    auto *welcome = new QWidget(m_host);
    welcome->setBackgroundRole(QPalette::Base);
    welcome->setAutoFillBackground(true);
    auto *picture = new QLabel(welcome);
    picture->setPixmap(QIcon(u":/icons/org.broadsheet.Broadsheet.svg"_s).pixmap(96, 96));
    picture->setAlignment(Qt::AlignCenter);
    auto *title = new QLabel(tr("Read the news that is already on your disk"), welcome);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
    auto *hint = new QLabel(
        tr("Add a folder to your library, or just open an article; or drop files here."), welcome);
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::Text);

    auto *layout = new QVBoxLayout(welcome);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(picture);
    layout->addWidget(title);
    layout->addWidget(hint);
    layout->addSpacing(8);
    for (QAction *action : {m_actions.addFolder, m_actions.openFile, m_actions.openFolder})
        layout->addWidget(buttonFor(action, welcome), 0, Qt::AlignCenter);
    layout->addStretch(3);
    return welcome;
}

void ArticleColumn::setPane(ReadingPane *pane)
{
    const bool waited = m_pane
        ? m_stack->currentWidget() == m_pane
        : m_stack->currentWidget() == m_ground && (!m_idle || m_idle->isHidden());
    if (m_pane) {
        m_stack->removeWidget(m_pane);
        m_pane->deleteLater(); // it may be telling us of its end just now
    }
    m_pane = pane;
    m_stack->addWidget(pane);
    m_host->setFocusProxy(pane);
    if (waited)
        m_stack->setCurrentWidget(pane);
}

void ArticleColumn::setGround(const QColor &colour)
{
    QPalette colours;
    colours.setColor(QPalette::Window, colour);
    m_ground->setPalette(colours);
}

void ArticleColumn::showWelcome()
{
    if (!m_welcome) {
        m_welcome = makeWelcome();
        m_stack->addWidget(m_welcome);
    }
    m_stack->setCurrentWidget(m_welcome);
}

void ArticleColumn::showIdle()
{
    if (!m_idle) {
        m_idle = new QLabel(tr("Choose an article to read"), m_ground);
        m_idle->setAlignment(Qt::AlignCenter);
        m_idle->setEnabled(false); // as quiet as the palette can be
        auto *layout = new QVBoxLayout(m_ground);
        layout->addWidget(m_idle);
    }
    m_idle->show();
    m_stack->setCurrentWidget(m_ground);
}

bool ArticleColumn::isWelcoming() const
{
    return m_welcome && m_stack->currentWidget() == m_welcome;
}

void ArticleColumn::showArticle()
{
    if (m_idle)
        m_idle->hide();
    m_stack->setCurrentWidget(m_pane ? static_cast<QWidget *>(m_pane) : m_ground);
}
