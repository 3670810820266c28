#include "ui/mainwindow/messagebar.h"

#include "ui/support/icons.h"
#include "ui/support/storytext.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

using namespace Qt::StringLiterals;

MessageBar::MessageBar(QWidget *parent) : QFrame(parent)
{
    setAutoFillBackground(true);
    hide();
}

void MessageBar::build()
{
    m_icon = new QLabel(this);
    m_text = new QLabel(this);
    m_button = new QPushButton(this);
    m_close = new QToolButton(this);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText); // it names files, and files have hostile names
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_icon->setFixedSize(20, 20);
    // A click would take the keyboard along, and hand it to whoever comes next when the bar goes.
    m_button->setFocusPolicy(Qt::TabFocus);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);

    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] { m_act(); });
}

void MessageBar::showMessage(const QString &sentence)
{
    showMessage(sentence, {}, [] {});
}

void MessageBar::showMessage(const QString &sentence, const QString &button,
                             std::function<void()> act)
{
    m_isNews = false;
    present(sentence, button, std::move(act));
}

void MessageBar::offer(const QString &sentence, const QString &button, std::function<void()> act)
{
    m_isNews = true;
    present(sentence, button, std::move(act));
}

void MessageBar::present(const QString &sentence, const QString &button, std::function<void()> act)
{
    if (!m_text)
        build();
    m_text->setText(sentence);
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    m_act = std::move(act);
    takeColours();
    show();
    setAccessibleName(sentence);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::message() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_colouring && !isHidden())
        takeColours();
    QFrame::changeEvent(event);
}

// An amber, or for news the colour of what is selected, as a tint of the window's own colour: so
// it suits light and dark.
void MessageBar::takeColours()
{
    const QScopedValueRollback colouring(m_colouring, true);
    QPalette colours = parentWidget() ? parentWidget()->palette() : palette();
    const QColor window = colours.color(QPalette::Window);
    const QColor tint = m_isNews ? colours.color(QPalette::Highlight) : QColor(u"#e8a317"_s);
    colours.setColor(QPalette::Window, blended(window, tint, 0.22));
    setPalette(colours);
    const QString picture = m_isNews ? u"dialog-information"_s : u"dialog-warning"_s;
    m_icon->setPixmap(ownIcon(picture).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_close->setIcon(themedIcon(u"window-close"_s));
}
