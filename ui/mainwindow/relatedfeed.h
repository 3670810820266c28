#pragma once
// Keeps the related sidebar in step: with the article on the screen, and with the library while it
// grows. Owned by the window; GUI thread.

#include "app/article/article.h"

#include <QObject>
#include <QTimer>

#include <optional>

class LibrarySession;
class RelatedSidebar;

class RelatedFeed final : public QObject
{
    Q_OBJECT

public:
    RelatedFeed(LibrarySession &session, RelatedSidebar *sidebar, QObject *parent);

    void expect(const Article &article); // it is on its way to the screen
    void ask();                          // it is there: look for its stories now
    void askSoon();                      // the library has grown; not after each batch

private:
    LibrarySession &m_session;
    RelatedSidebar *m_sidebar;
    std::optional<Article> m_article;
    QTimer m_soon;
    int m_wish = 0; // counts up, so that an overtaken answer is known
};
