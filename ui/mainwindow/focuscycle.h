#pragma once
// F6: from pane to pane, round and round. GUI thread; owns nothing.

#include <QList>

class QWidget;

// Gives the keyboard to the pane after (1) or before (-1) the one that has it, of those shown.
void cycleFocus(QList<QWidget *> panes, int step);
