#pragma once
// How files come into the window, chosen, recent, or dropped on it, and what is known of the one
// on the screen. Owned by the window; GUI thread.

#include <QObject>

class CurrentArticle;
class Opening;
class RecentFiles;
class WindowActions;
class QEvent;
class QWidget;

class FileDesk final : public QObject
{
    Q_OBJECT

public:
    FileDesk(Opening &opening, const CurrentArticle &current, const RecentFiles &recent,
             const WindowActions &actions, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString startFolder() const;

    Opening &m_opening;
    const CurrentArticle &m_current;
    QWidget *m_window;
};
