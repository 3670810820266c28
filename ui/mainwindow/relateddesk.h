#pragma once
// Keeps the related sidebar in step with the article on the screen and with the library while it
// grows, and does what the reader wants done with the stories there. Owned by the window; GUI
// thread.

#include "app/article/article.h"
#include "app/article/articlesummary.h"
#include "app/base/result.h"

#include <QObject>
#include <QTimer>

#include <optional>

class CurrentArticle;
class LibrarySession;
class MessageBar;
class RelatedSidebar;
class WindowActions;
struct ArticleComparison;
struct StoryThread;

class RelatedDesk final : public QObject
{
    Q_OBJECT

public:
    RelatedDesk(LibrarySession &session, RelatedSidebar *sidebar, CurrentArticle &current,
                MessageBar *messages, const WindowActions &actions, QObject *parent);

    void expect(const Article &article); // it is on its way to the screen
    void ask();                          // it is there: look for its stories now
    void askSoon();                      // the library has grown; not after each batch

    // Those of the list that the reader says belong beside the article on the screen.
    void markRelated(const QList<ArticleId> &ids);

Q_SIGNALS:
    void listWanted(const QList<ArticleId> &ids, const QString &name);
    void printWanted(const QList<ArticleId> &ids);
    void newWindowWanted(const ArticleSummary &story);
    void said(const QString &sentence);
    void failed(const Error &error);

private:
    void connectSidebar();
    void connectActions(const WindowActions &actions);
    ArticleId shownId() const;
    void compare(const ArticleSummary &story);
    void showComparison(const Article &other, const ArticleComparison &comparison);
    void forgetComparison();
    void dismiss(const ArticleSummary &story);
    void goInThread(int step);

    LibrarySession &m_session;
    RelatedSidebar *m_sidebar;
    CurrentArticle &m_current;
    MessageBar *m_messages;
    std::optional<Article> m_article;
    QTimer m_soon;
    QString m_comparing; // what the message bar says while a comparison is on the screen
    int m_wish = 0;      // counts up, so that an overtaken answer is known
};
