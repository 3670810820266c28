#include "ui/mainwindow/notepanel.h"

#include "ui/support/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int linesShown = 4;

} // namespace

NotePanel::NotePanel(QWidget *parent) : QWidget(parent)
{
    hide();
}

void NotePanel::build()
{
    auto *title = new QLabel(tr("Note"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto *done = new QToolButton(this);
    done->setIcon(themedIcon(u"window-close"_s));
    done->setAutoRaise(true);
    done->setAccessibleName(tr("Close the note"));
    done->setToolTip(done->accessibleName());
    m_words = new QPlainTextEdit(this);
    m_words->setPlaceholderText(tr("Your note on this article. It is kept as you write."));
    m_words->setAccessibleName(tr("Note on this article"));
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(m_words->fontMetrics().lineSpacing() * linesShown + 16);
    m_words->installEventFilter(this);
    title->setBuddy(m_words);

    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(done);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 10);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_words);

    connect(m_words, &QPlainTextEdit::textChanged, this, &NotePanel::edited);
    connect(done, &QToolButton::clicked, this, &NotePanel::closeWanted);
    setFocusProxy(m_words);
}

void NotePanel::setText(const QString &text)
{
    if (!m_words && text.isEmpty())
        return;
    if (!m_words)
        build();
    const QSignalBlocker quiet(m_words);
    m_words->setPlainText(text);
}

QString NotePanel::text() const
{
    return m_words ? m_words->toPlainText() : QString();
}

void NotePanel::open()
{
    if (!m_words)
        build();
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->moveCursor(QTextCursor::End);
}

bool NotePanel::eventFilter(QObject *watched, QEvent *event)
{
    // Before the window's own Esc.
    const bool isKey = event->type() == QEvent::ShortcutOverride
        || event->type() == QEvent::KeyPress;
    if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        Q_EMIT closeWanted();
    return true;
}
