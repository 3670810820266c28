#include "ui/mainwindow/currentarticle.h"

#include "app/session/librarysession.h"
#include "ui/reading/readingpane.h"
#include "ui/support/whendone.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

CurrentArticle::CurrentArticle(LibrarySession &session, QObject *parent, int patience)
    : QObject(parent), m_session(session)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_isWaiting = true;
        Q_EMIT waiting(true);
    });
}

// From now on an answer to an earlier one is too late.
int CurrentArticle::beginWish()
{
    if (!m_isWaiting)
        m_patience.start();
    return ++m_wish;
}

// False where it has been overtaken.
bool CurrentArticle::endWish(int wish)
{
    if (wish != m_wish)
        return false;
    m_patience.stop();
    if (std::exchange(m_isWaiting, false))
        Q_EMIT waiting(false);
    return true;
}

void CurrentArticle::setPane(ReadingPane *pane)
{
    m_pane = pane;
    connect(pane, &ReadingPane::articleShown, this, &CurrentArticle::shown);
    // It comes back with the article, where it was lost with the saved page.
    connect(pane, &ReadingPane::restored, this, [this] {
        if (!m_aside)
            Q_EMIT asideLeft();
    });
    if (onScreen())
        m_pane->showArticle(*onScreen());
}

void CurrentArticle::present(const Article &article)
{
    endWish(++m_wish);
    m_history.visit({article.id, article.path, article.part});
    take(article);
}

void CurrentArticle::goTo(const ReadingPlace &place)
{
    read(place);
}

void CurrentArticle::showAside(const Article &article)
{
    if (!m_pane)
        return;
    m_aside = article;
    m_pane->showArticle(article);
    Q_EMIT asideShown();
}

bool CurrentArticle::leaveAside()
{
    if (!std::exchange(m_aside, std::nullopt) || !m_article)
        return false;
    m_pane->showArticle(*m_article);
    Q_EMIT asideLeft();
    return true;
}

void CurrentArticle::showAgain()
{
    if (!m_pane || !onScreen())
        return;
    m_pane->showArticle(*onScreen());
    Q_EMIT asideLeft();
}

void CurrentArticle::goBack()
{
    if (!leaveAside() && m_history.canGoBack())
        read(m_history.goBack());
}

void CurrentArticle::goForward()
{
    if (m_history.canGoForward())
        read(m_history.goForward());
}

void CurrentArticle::reload()
{
    if (const ReadingPlace *place = m_history.current())
        readFromFile(*place);
}

void CurrentArticle::identify(ArticleId id)
{
    if (!m_article)
        return;
    m_article->id = id;
    m_history.visit({id, m_article->path, m_article->part});
    Q_EMIT identified();
}

void CurrentArticle::read(const ReadingPlace &place)
{
    if (place.id == ArticleId{})
        return readFromFile(place);
    const int wish = beginWish();
    whenDone(m_session.readArticle(place.id), this, [=, this](const Result<Article> &article) {
        if (!endWish(wish))
            return;
        // A list that was made again may have given the number away.
        const bool isAnother = article.has_value() && !place.path.isEmpty()
            && article.value().path != place.path && QFileInfo::exists(place.path);
        if (isAnother)
            return readFromFile({{}, place.path, place.part});
        if (article.has_value())
            return present(article.value());
        // Its folder may have been closed since; the file may still be there.
        if (article.error().kind == Error::Kind::NotFound && !place.path.isEmpty())
            return readFromFile(place);
        Q_EMIT failed(article.error());
    });
}

void CurrentArticle::readFromFile(const ReadingPlace &place)
{
    const int wish = beginWish();
    const auto accept = [=, this](const Result<QList<Article>> &articles) {
        if (!endWish(wish))
            return;
        if (!articles.has_value()) {
            Q_EMIT failed(articles.error());
            return;
        }
        const auto found = std::ranges::find(articles.value(), place.part, &Article::part);
        if (found == articles.value().end()) {
            Q_EMIT failed(Error{Error::Kind::NotFound, place.path, place.part});
            return;
        }
        Article article = *found;
        article.id = place.id;
        present(article);
    };
    whenDone(m_session.readFile(place.path), this, accept);
}

void CurrentArticle::take(const Article &article)
{
    m_article = article;
    const bool wasAside = std::exchange(m_aside, std::nullopt).has_value();
    if (m_pane)
        m_pane->showArticle(article);
    if (wasAside)
        Q_EMIT asideLeft();
    Q_EMIT changed(article);
}
