#pragma once
// The page that an article was found in: as it was saved, in the same pane (Ctrl+U, and back), or
// where it was published, in the system's browser. Owned by the window; GUI thread.

#include "app/base/result.h"

#include <QObject>

class CurrentArticle;
class LibrarySession;
class WindowActions;
class QWidget;

class OriginalDesk final : public QObject
{
    Q_OBJECT

public:
    OriginalDesk(LibrarySession &session, CurrentArticle &current, const WindowActions &actions,
                 QWidget *window);

Q_SIGNALS:
    void failed(const Error &error); // the article stays

private:
    void show();
    void setChecked(bool checked); // without a reader's doing

    LibrarySession &m_session;
    CurrentArticle &m_current;
    const WindowActions &m_actions;
    int m_wish = 0; // counts up, so that an overtaken answer is known
};
