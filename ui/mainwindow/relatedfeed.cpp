#include "ui/mainwindow/relatedfeed.h"

#include "app/session/librarysession.h"
#include "ui/related/relatedsidebar.h"
#include "ui/support/whendone.h"

using namespace std::chrono_literals;

RelatedFeed::RelatedFeed(LibrarySession &session, RelatedSidebar *sidebar, QObject *parent)
    : QObject(parent), m_session(session), m_sidebar(sidebar)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(400ms);
    connect(&m_soon, &QTimer::timeout, this, &RelatedFeed::ask);
}

void RelatedFeed::expect(const Article &article)
{
    ++m_wish;
    m_article = article;
    m_sidebar->expect();
}

void RelatedFeed::ask()
{
    m_soon.stop();
    if (!m_article)
        return;
    whenDone(m_session.related(*m_article), this,
             [this, wish = ++m_wish](const RelatedStories &stories) {
                 if (wish == m_wish)
                     m_sidebar->showStories(stories);
             });
}

void RelatedFeed::askSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}
