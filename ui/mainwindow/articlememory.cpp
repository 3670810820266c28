#include "ui/mainwindow/articlememory.h"

#include "app/session/librarysession.h"
#include "ui/mainwindow/currentarticle.h"
#include "ui/mainwindow/notepanel.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/reading/readingpane.h"
#include "ui/support/whendone.h"

#include <QSignalBlocker>

#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr double
    worthGoing = 0.02; // of an article: nearer to its top there is nothing to find again

} // namespace

ArticleMemory::ArticleMemory(LibrarySession &session, CurrentArticle &current, NotePanel *note,
                             const WindowActions &actions, QObject *window)
    : QObject(window), m_session(session), m_current(current), m_note(note), m_actions(actions)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(800ms);
    connect(&m_soon, &QTimer::timeout, this, &ArticleMemory::keep);
    connect(&current, &CurrentArticle::changed, this, &ArticleMemory::follow);
    connect(&current, &CurrentArticle::identified, this, &ArticleMemory::recall);
    connect(&current, &CurrentArticle::shown, this, &ArticleMemory::settle);
    // What is in the pane meanwhile is not the article, and how far it is read says nothing.
    for (const auto other : {&CurrentArticle::asideShown, &CurrentArticle::asideLeft})
        connect(&current, other, this, [this] { m_isShown = false; });
    connect(actions.note, &QAction::toggled, this, &ArticleMemory::showNote);
    connect(note, &NotePanel::closeWanted, actions.note,
            [this] { m_actions.note->setChecked(false); });
    connect(note, &NotePanel::edited, this, [this] {
        m_edited = m_note->text().trimmed();
        m_soon.start();
    });
}

ArticleMemory::~ArticleMemory()
{
    keep();
}

void ArticleMemory::setPane(ReadingPane *pane)
{
    connect(pane, &ReadingPane::scrolled, this, [this](double position) {
        if (!m_isShown || !m_isRecalled)
            return;
        m_place = position;
        m_isMoved = true;
        m_soon.start();
    });
}

// The pixels are there.
void ArticleMemory::settle()
{
    if (m_current.onScreen() != m_current.article())
        return;
    m_isShown = true;
    if (!m_isRecalled)
        return recall();
    if (ReadingPane *pane = m_current.pane(); pane && m_place > worthGoing)
        pane->scrollTo(m_place);
}

// Another article is on its way.
void ArticleMemory::follow()
{
    keep();
    m_id = {};
    m_place = 0;
    m_isShown = m_isRecalled = m_isMoved = false;
    m_edited.reset();
    m_note->setText({});
    setNoteShown(false);
    recall();
}

// As soon as the library knows the article, and again when its pixels are there to be scrolled.
void ArticleMemory::recall()
{
    const Article *article = m_current.article();
    if (!article || article->id == ArticleId{} || m_isRecalled)
        return;
    m_id = article->id;
    if (m_edited)
        m_soon.start(); // it was written before there was anybody to keep it
    const bool canScroll = m_isShown;
    whenDone(m_session.readingState(m_id), this,
             [this, id = m_id, canScroll](const Result<ReadingState> &state) {
                 if (id != m_id || m_isRecalled || !state.has_value())
                     return;
                 if (!m_edited && m_note->text().isEmpty() && !state.value().note.isEmpty()) {
                     m_note->setText(state.value().note);
                     setNoteShown(true);
                 }
                 if (!canScroll)
                     return;
                 m_isRecalled = true;
                 m_place = state.value().scroll;
                 if (ReadingPane *pane = m_current.pane();
                     pane && state.value().scroll > worthGoing)
                     pane->scrollTo(state.value().scroll);
             });
}

void ArticleMemory::keep()
{
    m_soon.stop();
    if (m_id == ArticleId{})
        return;
    if (m_edited)
        m_session.setNote(m_id, *m_edited);
    if (m_isMoved)
        m_session.setScroll(m_id, m_place);
    m_edited.reset();
    m_isMoved = false;
}

void ArticleMemory::showNote(bool wanted)
{
    if (wanted && m_current.article())
        return m_note->open();
    const bool hadFocus = m_note->isAncestorOf(m_note->window()->focusWidget());
    m_note->hide();
    if (ReadingPane *pane = m_current.pane(); pane && hadFocus)
        pane->setFocus();
}

// Without a reader's doing, and without taking the keyboard.
void ArticleMemory::setNoteShown(bool shown)
{
    const QSignalBlocker quiet(m_actions.note);
    m_actions.note->setChecked(shown);
    m_note->setVisible(shown);
}
