#include "ui/mainwindow/originaldesk.h"

#include "app/session/librarysession.h"
#include "ui/mainwindow/currentarticle.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/mainwindow/windowdialogs.h"
#include "ui/reading/readingpane.h"
#include "ui/support/whendone.h"

#include <QSignalBlocker>

OriginalDesk::OriginalDesk(LibrarySession &session, CurrentArticle &current,
                           const WindowActions &actions, QWidget *window)
    : QObject(window), m_session(session), m_current(current), m_actions(actions)
{
    connect(actions.openOriginal, &QAction::triggered, this, [this, window] {
        if (m_current.article())
            offerToOpen(window, m_current.article()->url);
    });
    connect(actions.originalPage, &QAction::toggled, this, [this](bool wanted) {
        ++m_wish;
        if (wanted)
            show();
        else
            m_current.showAgain();
    });
    // Whatever comes onto the screen in its place has taken its place.
    for (auto gone : {&CurrentArticle::asideLeft, &CurrentArticle::asideShown})
        connect(&current, gone, this, [this] { setChecked(false); });
    connect(&current, &CurrentArticle::changed, this, [this] { setChecked(false); });
}

void OriginalDesk::show()
{
    const Article *article = m_current.article();
    if (!article || !m_current.pane() || !m_current.pane()->showsOriginals())
        return setChecked(false);
    const int wish = m_wish;
    whenDone(m_session.readOriginal(article->path), this,
             [this, wish](const Result<OriginalPage> &page) {
                 if (wish != m_wish)
                     return;
                 if (page.has_value())
                     return m_current.pane()->showOriginal(page.value());
                 setChecked(false);
                 Q_EMIT failed(page.error());
             });
}

void OriginalDesk::setChecked(bool checked)
{
    ++m_wish;
    const QSignalBlocker quiet(m_actions.originalPage);
    m_actions.originalPage->setChecked(checked);
    Q_EMIT m_actions.originalPage->changed(); // its button shows it
}
