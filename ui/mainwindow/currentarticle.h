#pragma once
// The article that is on the screen, or on its way there, and the ways to another one: a place to
// go to, back, forward, the same file again. Owned by the window; GUI thread.

#include "app/article/article.h"
#include "app/base/result.h"
#include "ui/mainwindow/readinghistory.h"

#include <QObject>
#include <QTimer>

#include <optional>

class LibrarySession;
class ReadingPane;

class CurrentArticle final : public QObject
{
    Q_OBJECT

public:
    static constexpr int usualPatience = 1000; // ms without an answer, before waiting(true)

    explicit CurrentArticle(LibrarySession &session, QObject *parent = nullptr,
                            int patience = usualPatience);

    // The pane arrives after the window's first frame; what was presented before goes into it
    // then. Another one takes its place when it is of no more use.
    void setPane(ReadingPane *pane);

    void present(const Article &article); // one that was just read
    void goTo(const ReadingPlace &place); // reads it first; the newest wish wins
    void goBack();
    void goForward();
    void reload(); // its file, from disk

    // The library has found the article to be this one of its own.
    void identify(ArticleId id);

    // Another one for a look, made of this one: the current article stays what it is, and comes
    // back to the screen with leaveAside(), which says whether there was any.
    void showAside(const Article &article);
    bool leaveAside();
    // The article once more, where something else was put into the pane.
    void showAgain();

    const Article *article() const { return m_article ? &*m_article : nullptr; }
    // What the reader sees, and so what is printed: the one aside where there is one.
    const Article *onScreen() const { return m_aside ? &*m_aside : article(); }
    ReadingPane *pane() const { return m_pane; }
    bool canGoBack() const { return m_history.canGoBack(); }
    bool canGoForward() const { return m_history.canGoForward(); }

Q_SIGNALS:
    void changed(const Article &article); // another one is on its way to the screen
    void identified();                    // by the library: its id is known now
    void shown();                         // it is there
    void asideShown();
    void asideLeft();                // what was shown aside is no longer on the screen
    void failed(const Error &error); // the old one stays
    void waiting(bool waiting);      // for a disk that is slow, or gone; and no longer

private:
    void read(const ReadingPlace &place);
    void readFromFile(const ReadingPlace &place);
    void take(const Article &article);
    int beginWish();
    bool endWish(int wish);

    LibrarySession &m_session;
    ReadingPane *m_pane = nullptr;
    std::optional<Article> m_article;
    std::optional<Article> m_aside;
    ReadingHistory m_history;
    int m_wish = 0; // counts up, so that an overtaken answer is known
    QTimer m_patience;
    bool m_isWaiting = false;
};
