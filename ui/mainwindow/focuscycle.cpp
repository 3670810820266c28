#include "ui/mainwindow/focuscycle.h"

#include <QApplication>
#include <QWidget>

void cycleFocus(QList<QWidget *> panes, int step)
{
    panes.removeIf([](const QWidget *pane) { return !pane->isVisible(); });
    if (panes.isEmpty())
        return;
    const QWidget *focused = QApplication::focusWidget();
    qsizetype now = step > 0 ? -1 : 0;
    for (qsizetype at = 0; at < panes.size(); ++at) {
        if (focused && (panes[at] == focused || panes[at]->isAncestorOf(focused)))
            now = at;
    }
    const qsizetype next = (now + step + panes.size()) % panes.size();
    panes[next]->setFocus(Qt::ShortcutFocusReason);
}
