#include "ui/reading/webreadingpane.h"

#include "ui/reading/pagescripts.h"
#include "ui/reading/pagewords.h"

#include <QColor>
#include <QTimer>
#include <QVBoxLayout>
#include <QWebEngineFindTextResult>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 patienceWithDeaths = 60'000; // ms between two of them

} // namespace

WebReadingPane::WebReadingPane(QWidget *parent) : ReadingPane(parent), m_page(&m_profile)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&m_view);
    setFocusProxy(&m_view);
    setAccessibleName(tr("Article"));
    m_view.setAccessibleName(tr("Article"));
    m_page.setBackgroundColor(QColor(screenPaper(m_dark)));
    m_view.setPage(&m_page);
    connectPage();

    // Nobody has asked for an article yet: let the engine start meanwhile.
    QTimer::singleShot(0, this, [this] {
        if (m_frame == Frame::None)
            showNothing();
    });
}

WebReadingPane::~WebReadingPane()
{
    m_view.setPage(nullptr); // else the view would draw a page that has gone
}

void WebReadingPane::connectPage()
{
    connect(&m_page, &QWebEnginePage::loadFinished, this, &WebReadingPane::frameLoaded);
    connect(&m_page, &QWebEnginePage::renderProcessTerminated, this, &WebReadingPane::frameDied);
    connect(&m_page, &ArticlePage::said, this, &WebReadingPane::heard);
    connect(&m_page, &ArticlePage::linkActivated, this, &ReadingPane::linkActivated);
    connect(&m_page, &QWebEnginePage::linkHovered, this,
            [this](const QString &url) { Q_EMIT linkHovered(QUrl(url)); });
    connect(&m_page, &QWebEnginePage::selectionChanged, this,
            [this] { Q_EMIT selectionChanged(m_page.hasSelection()); });
    connect(&m_page, &QWebEnginePage::findTextFinished, this,
            [this](const QWebEngineFindTextResult &result) {
                Q_EMIT found(result.activeMatch(), result.numberOfMatches());
            });
    connect(&m_profile.blocker(), &RequestBlocker::refused, this, &WebReadingPane::noteRefused);
    connect(&m_page, &ArticlePage::frameRefused, this, &WebReadingPane::noteRefused);
    connect(&m_page, &QWebEnginePage::scrollPositionChanged, this, [this](QPointF position) {
        const double last = m_page.contentsSize().height() - m_view.height();
        if (!m_isArticle || m_frame != Frame::Living || last <= 0)
            return;
        m_place = std::clamp(position.y() / last, 0.0, 1.0);
        Q_EMIT scrolled(m_place);
    });
    connect(&m_view, &ArticleView::zoomRequested, this, &WebReadingPane::zoomBySteps);
    connect(&m_view, &ArticleView::backRequested, this, &ReadingPane::backRequested);
    connect(&m_view, &ArticleView::forwardRequested, this, &ReadingPane::forwardRequested);
    connect(&m_view, &ArticleView::selectAllRequested, this, &WebReadingPane::selectAll);
    connect(&m_view, &ArticleView::openLinkRequested, this, &ReadingPane::linkActivated);
}

void WebReadingPane::showArticle(const Article &article)
{
    ScreenOptions options = screenOptions(locale());
    options.pictureAddress = m_profile.articles().setPictures(article.images);
    m_isArticle = true;
    m_view.setAccessibleName(tr("Article: %1").arg(article.headline));
    showStory(screenStory(article, options));
}

void WebReadingPane::showNothing()
{
    m_profile.articles().setPictures({});
    m_isArticle = false;
    m_view.setAccessibleName(tr("Article"));
    showStory({tr("No article"), QString(),
               layoutDirection() == Qt::RightToLeft ? u"rtl"_s : u"ltr"_s,
               u"<p class=\"nothing\">%1</p>"_s.arg(tr("Choose an article to read it here."))});
}

void WebReadingPane::showOriginal(const OriginalPage &page)
{
    if (m_isSearched)
        clearMarks();
    m_refused.clear();
    m_isNewToSearch = true;
    m_frame = Frame::Original;
    m_page.setBackgroundColor(Qt::white); // which every page of the web expects
    m_page.show(m_profile.articles().setOriginal(page));
}

void WebReadingPane::noteRefused(const QUrl &url)
{
    constexpr qsizetype mostRefused = 1000; // a page may ask for as many as it likes
    if (m_refused.size() >= mostRefused || m_refused.contains(url))
        return;
    m_refused.append(url);
    Q_EMIT requestsRefused(int(m_refused.size()));
}

void WebReadingPane::showStory(const ScreenStory &story)
{
    if (m_frame == Frame::Original) {
        m_frame = Frame::None;
        setDark(m_dark);
    }
    m_story = story;
    m_place = 0;
    m_lostPlace = 0;
    m_refused.clear();
    m_isNewToSearch = true;
    ++m_number;
    if (m_frame == Frame::None)
        load();
    else if (m_frame == Frame::Living)
        swap();
    // Loading: frameLoaded() sees that it is late and swaps.
}

void WebReadingPane::load()
{
    m_frame = Frame::Loading;
    m_loadingStory = m_story;
    m_page.show(m_profile.articles().setPage(screenPage(m_story, m_dark)));
}

void WebReadingPane::swap()
{
    if (m_isSearched) // the marks belong to the article before
        clearMarks();
    m_page.run(pagescripts::swap(m_story, pixelWord()));
}

void WebReadingPane::frameLoaded(bool ok)
{
    if (m_frame == Frame::Original)
        m_view.setZoomFactor(m_zoom / 100.0);
    if (m_frame != Frame::Loading)
        return;
    if (!ok) {
        // As a rule the next article was asked for before this one had been served.
        m_frame = Frame::None;
        if (!(m_story == m_loadingStory))
            load();
        return;
    }
    m_frame = Frame::Living;
    m_view.setZoomFactor(m_zoom / 100.0);
    m_page.run(pagescripts::setDark(m_dark));
    if (m_lostPlace > 0)
        scrollTo(std::exchange(m_lostPlace, 0.0));
    if (m_story == m_loadingStory)
        m_page.run(pagescripts::sayWhenPainted(pixelWord()));
    else
        swap();
}

// The reader sees the same article again, at the same place; but not over and over, whether it is
// the article that the engine cannot draw or the engine that is broken.
void WebReadingPane::frameDied()
{
    const bool isAgain = m_sinceDeath.isValid() && !m_sinceDeath.hasExpired(patienceWithDeaths);
    m_sinceDeath.start();
    m_frame = Frame::None;
    m_lostPlace = m_place;
    // Not from within the engine's own signal.
    QTimer::singleShot(0, this, [this, isAgain] {
        if (isAgain) {
            Q_EMIT lost();
            return;
        }
        if (m_frame == Frame::None)
            load();
        Q_EMIT restored();
    });
}

// What the page says when this story is on the screen.
QString WebReadingPane::pixelWord() const
{
    return m_page.secret(QString::number(m_number));
}

void WebReadingPane::heard(const QString &word)
{
    if (m_isArticle && word == QString::number(m_number))
        Q_EMIT articleShown();
}

void WebReadingPane::setDark(bool dark)
{
    m_dark = dark;
    // Before the page has any colour of its own: no white flash.
    if (m_frame != Frame::Original)
        m_page.setBackgroundColor(QColor(screenPaper(dark)));
    if (m_frame == Frame::Living)
        m_page.run(pagescripts::setDark(dark));
}

void WebReadingPane::setZoom(int percent)
{
    const int zoom = std::clamp(percent, smallestZoom, largestZoom);
    if (zoom == m_zoom)
        return;
    m_zoom = zoom;
    m_view.setZoomFactor(zoom / 100.0);
    Q_EMIT zoomChanged(zoom);
}

void WebReadingPane::zoomBySteps(int steps)
{
    constexpr int step = 10; // percent
    setZoom(m_zoom + steps * step);
}

void WebReadingPane::find(const QString &text, Direction direction)
{
    if (text.isEmpty())
        return clearMarks();
    using pagescripts::SearchStart;
    const SearchStart start = m_isSearched ? SearchStart::GoOn
        : m_isNewToSearch                  ? SearchStart::Top
                                           : SearchStart::Selection;
    m_isSearched = true;
    m_isNewToSearch = false;
    // Only when the script has run: the engine does not keep scripts and searches in order. Its
    // value is invalid when the page goes away.
    m_page.run(pagescripts::beginSearch(start),
               [this, text, direction, search = m_search](const QVariant &isReady) {
                   if (!isReady.isValid() || search != m_search)
                       return;
                   m_page.findText(text,
                                   direction == Direction::Backward ? QWebEnginePage::FindBackward
                                                                    : QWebEnginePage::FindFlags());
               });
}

// The engine says nothing when it stops looking.
void WebReadingPane::clearMarks()
{
    m_isSearched = false;
    ++m_search;
    m_page.findText(QString());
    Q_EMIT found(0, 0);
}

void WebReadingPane::mark(const QStringList &words)
{
    if (m_frame == Frame::Living)
        m_page.run(pagescripts::mark(words));
}

void WebReadingPane::goToMark(Direction direction)
{
    m_page.run(pagescripts::goToMark(direction));
}

void WebReadingPane::copySelection()
{
    m_page.triggerAction(QWebEnginePage::Copy);
}

void WebReadingPane::selectAll()
{
    if (m_frame == Frame::Original)
        m_page.triggerAction(QWebEnginePage::SelectAll);
    else
        m_page.run(pagescripts::selectStory());
    m_view.setFocus(); // copying asks the page that has the focus
}

void WebReadingPane::askSelection(const std::function<void(const QString &html)> &then)
{
    m_page.run(pagescripts::selectedStory(),
               [then](const QVariant &html) { then(html.toString()); });
}

bool WebReadingPane::hasSelection() const
{
    return m_page.hasSelection();
}

void WebReadingPane::scrollTo(double position)
{
    if (m_frame == Frame::Living)
        m_page.run(pagescripts::scrollTo(position));
}

void WebReadingPane::scrollByPage(Direction direction)
{
    m_page.run(pagescripts::scrollByPage(direction), [this, direction](const QVariant &moved) {
        if (moved.isValid() && !moved.toBool())
            Q_EMIT endReached(direction);
    });
}
