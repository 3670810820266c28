#include "ui/mainwindow/scandesk.h"

#include "app/library/libraryoverview.h"
#include "app/session/librarysession.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/problemnotices.h"
#include "ui/mainwindow/scanprogress.h"
#include "ui/mainwindow/statusnotes.h"

#include <QStatusBar>

#include <utility>

ScanDesk::ScanDesk(LibrarySession &session, QStatusBar *statusBar, ProblemNotices *problems,
                   MessageBar *messages, QObject *window)
    : QObject(window)
    , m_session(session)
    , m_problems(problems)
    , m_messages(messages)
    , m_progress(new ScanProgress(statusBar))
    , m_notes(new StatusNotes(statusBar))
{
    statusBar->addPermanentWidget(m_progress);
    statusBar->addPermanentWidget(m_notes);
    statusBar->setSizeGripEnabled(false);
    m_progress->hide(); // a status bar shows what it is given
    connectSession();
    connect(m_progress, &ScanProgress::cancelled, &session, &LibrarySession::cancelScan);
    connect(m_progress, &ScanProgress::pauseToggled, this,
            [this](bool paused) { paused ? m_session.pauseScan() : m_session.resumeScan(); });
    connect(m_notes, &StatusNotes::sentenceWanted, messages,
            qOverload<const QString &>(&MessageBar::showMessage));
}

void ScanDesk::connectSession()
{
    connect(&m_session, &LibrarySession::scanStarted, m_progress, &ScanProgress::start);
    connect(&m_session, &LibrarySession::scanProgressed, m_progress, &ScanProgress::setProgress);
    connect(&m_session, &LibrarySession::scanFinished, this, &ScanDesk::settle);
    connect(&m_session, &LibrarySession::watchLimited, m_notes, &StatusNotes::setWatchLimit);
    connect(&m_session, &LibrarySession::failed, m_problems, &ProblemNotices::tell);
}

void ScanDesk::settle(const QList<Error> &found)
{
    m_progress->finish();
    m_notes->setProblems(found);
    const bool wasAskedFor = std::exchange(m_tellsNext, false);
    if (wasAskedFor)
        m_problems->tellAll(found);
    Q_EMIT finished(wasAskedFor);
}

void ScanDesk::setOverview(const LibraryOverview &overview)
{
    m_notes->setOverview(overview);
}
