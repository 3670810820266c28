#include "ui/mainwindow/readingdesk.h"

#include "app/html/plaintext.h"
#include "app/search/snippetmaker.h"
#include "ui/mainwindow/currentarticle.h"
#include "ui/mainwindow/findbar.h"
#include "ui/mainwindow/windowactions.h"

#include <utility>

namespace {

constexpr int zoomStep = 10;                 // percent
constexpr qsizetype longestMarked = 400'000; // letters of an article's markup
constexpr qsizetype mostMarked = 200;        // different words of it

} // namespace

ReadingDesk::ReadingDesk(CurrentArticle &current, const WindowActions &actions, FindBar *find,
                         int zoom, QObject *window)
    : QObject(window), m_current(current), m_actions(actions), m_find(find), m_zoom(zoom)
{
    connectZoom(actions);
    connectFind(actions);
    connect(&current, &CurrentArticle::waiting, this, [this](bool waiting) {
        Q_EMIT said(
            waiting ? tr("Waiting for the article: its disk has not answered yet…") : QString(), 0);
    });
}

void ReadingDesk::connectZoom(const WindowActions &actions)
{
    connect(actions.zoomIn, &QAction::triggered, this, [this] { setZoom(m_zoom + zoomStep); });
    connect(actions.zoomOut, &QAction::triggered, this, [this] { setZoom(m_zoom - zoomStep); });
    connect(actions.zoomReset, &QAction::triggered, this, [this] { setZoom(100); });
}

void ReadingDesk::connectFind(const WindowActions &actions)
{
    connect(actions.find, &QAction::triggered, this, [this] {
        m_find->open();
        Q_EMIT changed();
    });
    connect(actions.findNext, &QAction::triggered, this,
            [this] { goOn(ReadingPane::Direction::Forward); });
    connect(actions.findPrevious, &QAction::triggered, this,
            [this] { goOn(ReadingPane::Direction::Backward); });
    connect(m_find, &FindBar::asked, this, [this](const QString &text, auto direction) {
        if (ReadingPane *pane = m_current.pane())
            pane->find(text, direction);
    });
    connect(m_find, &FindBar::closed, this, &ReadingDesk::findClosed);
    connect(&m_current, &CurrentArticle::shown, this, [this] {
        mark();
        if (isFinding())
            m_find->findNext();
    });
}

void ReadingDesk::setPane(ReadingPane *pane)
{
    pane->setDark(m_isDark);
    pane->setZoom(m_zoom);
    connectPane(pane);
    m_current.setPane(pane);
}

void ReadingDesk::connectPane(ReadingPane *pane)
{
    connect(pane, &ReadingPane::found, m_find, &FindBar::setCount);
    connect(pane, &ReadingPane::endReached, this, &ReadingDesk::endReached);
    for (QAction *action : {m_actions.copy, m_actions.printSelection})
        connect(pane, &ReadingPane::selectionChanged, action, &QAction::setEnabled);
    connect(m_actions.copy, &QAction::triggered, pane, &ReadingPane::copySelection);
    connect(m_actions.selectAll, &QAction::triggered, pane, &ReadingPane::selectAll);
    connect(pane, &ReadingPane::linkHovered, this, [this](const QUrl &url) {
        // A page that is new says that no link is under the pointer: no reason to wipe out what
        // else stands there.
        if (url != std::exchange(m_hovered, url))
            Q_EMIT said(QString::fromLatin1(url.toEncoded()), 0);
    });
    connect(pane, &ReadingPane::linkActivated, this, &ReadingDesk::linkActivated);
    connect(pane, &ReadingPane::zoomChanged, this, [this](int percent) {
        m_zoom = percent;
        Q_EMIT said(tr("Zoom %1 %").arg(percent), 2000);
        Q_EMIT changed();
    });
    connect(pane, &ReadingPane::backRequested, &m_current, &CurrentArticle::goBack);
    connect(pane, &ReadingPane::forwardRequested, &m_current, &CurrentArticle::goForward);
    connect(pane, &ReadingPane::requestsRefused, this, [this](int count) {
        Q_EMIT said(count == 1 ? tr("1 request to the network refused")
                               : tr("%n requests to the network refused", nullptr, count),
                    5000);
    });
}

void ReadingDesk::setSearched(const SearchQuery &query)
{
    if (query == m_searched)
        return;
    m_searched = query;
    mark();
    Q_EMIT changed();
}

// After its pixels: the next article comes as quickly as without a search.
void ReadingDesk::mark()
{
    ReadingPane *pane = m_current.pane();
    const Article *article = m_current.article();
    const bool hadMarks = std::exchange(m_hasMarks, false);
    if (!pane || !article)
        return;
    QStringList words;
    if (m_searched.asksForWords()) {
        const QString body = plainText(article->bodyHtml.left(longestMarked));
        words = markedWords(article->headline + u'\n' + article->description + u'\n' + body,
                            article->inLanguage, m_searched);
        words = words.first(qMin(mostMarked, words.size()));
    }
    m_hasMarks = !words.isEmpty();
    if (m_hasMarks || hadMarks)
        pane->mark(words);
}

void ReadingDesk::goOn(ReadingPane::Direction direction)
{
    if (m_hasMarks && !isFinding())
        m_current.pane()->goToMark(direction);
    else if (direction == ReadingPane::Direction::Forward)
        m_find->findNext();
    else
        m_find->findPrevious();
}

void ReadingDesk::setDark(bool dark)
{
    m_isDark = dark;
    if (ReadingPane *pane = m_current.pane())
        pane->setDark(dark);
}

void ReadingDesk::setZoom(int percent)
{
    if (ReadingPane *pane = m_current.pane())
        pane->setZoom(percent);
}

bool ReadingDesk::isFinding() const
{
    return m_current.pane() && m_find->isVisible();
}
