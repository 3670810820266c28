#include "ui/mainwindow/findbar.h"

#include "ui/support/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

FindBar::FindBar(QWidget *parent) : QWidget(parent)
{
    hide();
}

void FindBar::build()
{
    m_words = new QLineEdit(this);
    m_count = new QLabel(this);
    m_previous = addButton(u"go-up"_s, tr("Find previous"));
    m_next = addButton(u"go-down"_s, tr("Find next"));
    m_words->setPlaceholderText(tr("Find in this article"));
    m_words->setAccessibleName(tr("Find in this article"));
    m_words->setClearButtonEnabled(true);
    m_words->setMaximumWidth(340);
    m_words->installEventFilter(this);
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance(u"000 of 000"_s));
    auto *done = addButton(u"window-close"_s, tr("Close the find bar"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(done);

    connect(m_words, &QLineEdit::textChanged, this, &FindBar::findNext);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(done, &QToolButton::clicked, this, &FindBar::close);
    setFocusProxy(m_words);
    setCount(0, 0);
}

QToolButton *FindBar::addButton(const QString &icon, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void FindBar::open()
{
    if (!m_words)
        build();
    show();
    m_words->selectAll();
    m_words->setFocus(Qt::ShortcutFocusReason);
    if (!m_words->text().isEmpty())
        ask(ReadingPane::Direction::Forward);
}

void FindBar::close()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT asked({}, ReadingPane::Direction::Forward);
    Q_EMIT closed();
}

void FindBar::setCount(int current, int total)
{
    if (!m_words)
        return;
    const bool searching = !m_words->text().isEmpty();
    if (!searching)
        m_count->clear();
    else
        m_count->setText(total > 0 ? tr("%1 of %2").arg(current).arg(total) : tr("Not found"));
    m_count->setAccessibleName(m_count->text());
    m_previous->setEnabled(searching && total > 0);
    m_next->setEnabled(searching && total > 0);
}

void FindBar::ask(ReadingPane::Direction direction)
{
    if (!m_words)
        return;
    if (m_words->text().isEmpty())
        setCount(0, 0);
    Q_EMIT asked(m_words->text(), direction);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            ask(key->modifiers() & Qt::ShiftModifier ? ReadingPane::Direction::Backward
                                                     : ReadingPane::Direction::Forward);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}
