#pragma once
// What is said of the reading of folders: how far it has come and what came of it, in the status
// bar, and aloud where the reader has just asked for it. Owned by the window; GUI thread.

#include "app/base/result.h"

#include <QObject>

struct LibraryOverview;
class LibrarySession;
class MessageBar;
class ProblemNotices;
class QStatusBar;
class ScanProgress;
class StatusNotes;

class ScanDesk final : public QObject
{
    Q_OBJECT

public:
    ScanDesk(LibrarySession &session, QStatusBar *statusBar, ProblemNotices *problems,
             MessageBar *messages, QObject *window);

    // Something was opened: what cannot be read in it is said aloud. What a scan of the library
    // finds by itself waits in the status bar.
    void tellNext() { m_tellsNext = true; }
    void setOverview(const LibraryOverview &overview);

Q_SIGNALS:
    void finished(bool wasAskedFor); // of what was opened, or by itself

private:
    void connectSession();
    void settle(const QList<Error> &found);

    LibrarySession &m_session;
    ProblemNotices *m_problems;
    MessageBar *m_messages;
    ScanProgress *m_progress;
    StatusNotes *m_notes;
    bool m_tellsNext = false;
};
