#pragma once
// Every key and what it does, read off the actions themselves, so that it cannot say what is not
// so. A dialog that deletes itself when it is closed. GUI thread.

#include <QDialog>

class WindowActions;

class ShortcutList final : public QDialog
{
    Q_OBJECT

public:
    ShortcutList(const WindowActions &actions, QWidget *parent);
};
