#include "ui/searchbar/searchfield.h"

#include "ui/support/storytext.h"

#include <QFocusEvent>
#include <QPainter>

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    setFrame(false);
    setMinimumWidth(40);
}

void SearchField::setRest(const QString &rest)
{
    m_rest = rest;
    update();
}

bool SearchField::takeRest()
{
    if (m_rest.isEmpty() || cursorPosition() != text().size() || hasSelectedText())
        return false;
    const QString rest = m_rest;
    m_rest.clear();
    insert(rest);
    Q_EMIT textEdited(text());
    return true;
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_rest.isEmpty() || !hasFocus() || cursorPosition() != text().size() || hasSelectedText()
        || text().isRightToLeft())
        return;
    QPainter painter(this);
    painter.setPen(blended(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.5));
    const int start = cursorRect().center().x() + 1;
    painter.drawText(QRect(start, 0, width() - start, height()),
                     int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, m_rest);
}

void SearchField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        Q_EMIT entered();
}
