#include "ui/mainwindow/searchdesk.h"

#include "app/session/librarysession.h"
#include "ui/articlelist/articlelist.h"
#include "ui/articlelist/articlelistview.h"
#include "ui/mainwindow/columns.h"
#include "ui/searchbar/facetpanel.h"
#include "ui/searchbar/querytext.h"
#include "ui/searchbar/searchbar.h"
#include "ui/searchbar/suggestionline.h"
#include "ui/shelf/shelf.h"
#include "ui/support/whendone.h"

#include <QDir>
#include <QScrollBar>

#include <utility>

using namespace std::chrono_literals;

SearchDesk::SearchDesk(LibrarySession &session, Columns *columns, SearchBar *bar, QObject *window)
    : QObject(window), m_session(session), m_columns(columns), m_bar(bar)
{
    m_facetsSoon.setSingleShot(true);
    connect(&m_facetsSoon, &QTimer::timeout, this, &SearchDesk::askFacets);
    connectBar();
    connectColumns();
}

void SearchDesk::connectBar()
{
    connect(m_bar, &SearchBar::searched, this, &SearchDesk::search);
    connect(m_bar, &SearchBar::cleared, this, &SearchDesk::goBack);
    connect(m_bar, &SearchBar::listWanted, this, &SearchDesk::goToList);
    connect(m_bar, &SearchBar::saveWanted, this, [this] {
        const auto query = SearchQuery::both(m_bar->scope(), SearchQuery::parsed(m_bar->text()));
        Q_EMIT saveWanted(query.written(), m_bar->text().simplified());
    });
    connect(m_columns->suggestion(), &SuggestionLine::taken, m_bar, &SearchBar::setText);
}

void SearchDesk::connectColumns()
{
    ArticleList *list = m_columns->list();
    connect(list, &ArticleList::suggested, this, &SearchDesk::suggest);
    connect(list, &ArticleList::opened, this, &SearchDesk::enterResults);
    connect(list, &ArticleList::filled, this, &SearchDesk::takeUpWhereItWas);
    connect(list, &ArticleList::filled, this, [this, list] {
        if (!list->allFound().isEmpty())
            askFacetsSoon();
    });
    connect(list->view(), &ArticleListView::articleChosen, m_bar, &SearchBar::remember);
    const auto choose = [this](const ShelfRow &row) { showPlace(queryOf(row), row.name); };
    connect(m_columns->shelf(), &Shelf::placeChosen, this, choose);
    connect(m_columns->shelf(), &Shelf::placeEntered, this, &SearchDesk::goToList);
    connect(m_columns, &Columns::facetsMade, this, [this](const FacetPanel *panel) {
        connect(panel, &FacetPanel::textChosen, m_bar, &SearchBar::setText);
        connect(panel, &FacetPanel::shelfWanted, this, [this] {
            m_isTreeWanted = true;
            m_columns->showShelf();
        });
    });
}

SearchQuery SearchDesk::searched() const
{
    return m_isSearching ? m_bar->query() : SearchQuery();
}

void SearchDesk::setOverview(const LibraryOverview &overview)
{
    m_bar->setOverview(overview);
    m_columns->shelf()->select(m_place);
}

void SearchDesk::showPlace(const SearchQuery &place, const QString &name)
{
    m_place = place;
    m_placeName = name;
    m_scroll = -1;
    m_bar->setScope(name, place);
    if (m_isSearching)
        m_bar->clear(); // comes back through goBack()
    else
        openPlace();
    Q_EMIT placeChanged();
}

void SearchDesk::showPlaceOf(const QString &path)
{
    SearchQuery place;
    place.kind = SearchQuery::Kind::Folder;
    const QFileInfo opened(path);
    place.text = opened.isDir() ? QDir::cleanPath(path) : opened.path();
    showPlace(place, QDir(place.text).dirName());
}

void SearchDesk::openPlace()
{
    ListRequest request;
    request.query = m_place;
    if (m_place.kind == SearchQuery::Kind::Opened)
        request.sortBy = SortBy::Opened;
    m_columns->list()->open(request);
    m_columns->shelf()->select(m_place);
}

void SearchDesk::search()
{
    if (!std::exchange(m_isSearching, true)) {
        m_scroll = m_columns->list()->view()->verticalScrollBar()->value();
        m_isTreeWanted = false;
    }
    ListRequest request;
    request.query = m_bar->query();
    request.sortBy = SortBy::Relevance;
    m_columns->list()->open(request);
    Q_EMIT searchChanged();
}

void SearchDesk::goBack()
{
    m_isSearching = false;
    m_facetsSoon.stop();
    m_columns->suggestion()->suggest({});
    m_columns->showShelf();
    openPlace();
    Q_EMIT searchChanged();
}

// The rows of another list are there: what divides them may be asked for, which takes longer.
void SearchDesk::enterResults()
{
    if (m_isSearching)
        m_facetsSoon.start(60ms);
}

void SearchDesk::askFacetsSoon()
{
    if (m_isSearching && !m_facetsSoon.isActive())
        m_facetsSoon.start(1s);
}

void SearchDesk::askFacets()
{
    if (!m_isSearching || m_isTreeWanted)
        return;
    const QList<ArticleId> all = m_columns->list()->allFound();
    whenDone(m_session.facets(m_bar->query(), all), this, [this](const SearchFacets &facets) {
        if (!m_isSearching || m_isTreeWanted)
            return;
        m_columns->facets()->showFacets(facets, m_bar->text());
        m_columns->showFacets();
    });
}

// All rows of the place are there again: the one that was on top before the search comes back.
void SearchDesk::takeUpWhereItWas()
{
    if (!m_isSearching && m_scroll >= 0)
        m_columns->list()->view()->verticalScrollBar()->setValue(std::exchange(m_scroll, -1));
}

void SearchDesk::suggest(const QString &query)
{
    if (!m_isSearching || query.isEmpty())
        return m_columns->suggestion()->suggest({});
    // The scope is not what was mistyped.
    m_columns->suggestion()->suggest(withoutPart(query, m_bar->scope()));
}

void SearchDesk::goToList()
{
    ArticleListView *view = m_columns->list()->view();
    view->setFocus(Qt::ShortcutFocusReason);
    if (m_isSearching && view->currentRow() < 0)
        view->step(1);
}
