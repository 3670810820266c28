#include "ui/mainwindow/columns.h"

#include "app/session/librarysession.h"
#include "ui/articlelist/articlelist.h"
#include "ui/articlelist/articlelistview.h"
#include "ui/mainwindow/articlecolumn.h"
#include "ui/mainwindow/findbar.h"
#include "ui/mainwindow/focuscycle.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/related/relatedsidebar.h"
#include "ui/searchbar/facetpanel.h"
#include "ui/searchbar/suggestionline.h"
#include "ui/shelf/shelf.h"

#include <QListView>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowWidth = 1000; // below it the shelf takes too much from the article

ListSources sourcesOf(LibrarySession &session)
{
    const auto order = [&session](const ListRequest &request, qsizetype atMost) {
        return session.list(request, atMost);
    };
    const auto summaries = [&session](const QList<ArticleId> &ids) {
        return session.summaries(ids);
    };
    const auto snippets = [&session](const SearchQuery &query, const QList<ArticleId> &ids) {
        return session.snippets(query, ids);
    };
    return {order, summaries, snippets};
}

} // namespace

Columns::Columns(LibrarySession &session, const WindowActions &actions, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_actions(actions)
    , m_side(new QStackedWidget(this))
    , m_shelf(new Shelf(m_side))
    , m_listColumn(new QWidget(this))
    , m_suggestion(new SuggestionLine(m_listColumn))
    , m_list(new ArticleList(sourcesOf(session), m_listColumn))
    , m_article(new ArticleColumn(actions, this))
    , m_related(new RelatedSidebar(this))
{
    setObjectName(u"columns"_s);
    setHandleWidth(1);
    setChildrenCollapsible(false);
    m_side->addWidget(m_shelf);
    auto *layout = new QVBoxLayout(m_listColumn);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_suggestion);
    layout->addWidget(m_list, 1);
    m_side->setMinimumWidth(150);
    m_listColumn->setMinimumWidth(180);
    m_article->setMinimumWidth(240);
    m_related->setMinimumWidth(160);
    for (int column = 0; column < count(); ++column)
        setStretchFactor(column, widget(column) == m_article ? 1 : 0);
    for (QWidget *widget : {static_cast<QWidget *>(m_list->view()), m_article->paneHost()})
        widget->addActions({actions.pageDown, actions.pageUp});
    connectActions();
}

void Columns::connectActions()
{
    connect(m_actions.showShelf, &QAction::toggled, m_side, &QWidget::setVisible);
    connect(m_actions.showShelf, &QAction::triggered, this,
            [this] { m_shelfComesBack = false; }); // the reader's own wish
    connect(m_actions.showList, &QAction::toggled, m_listColumn, &QWidget::setVisible);
    connect(m_actions.showRelated, &QAction::toggled, m_related, &QWidget::setVisible);
}

FacetPanel *Columns::facets()
{
    if (!m_facets) {
        m_facets = new FacetPanel(m_side);
        m_side->addWidget(m_facets);
        Q_EMIT facetsMade(m_facets);
    }
    return m_facets;
}

void Columns::showShelf()
{
    m_side->setCurrentWidget(m_shelf);
}

void Columns::showFacets()
{
    m_side->setCurrentWidget(facets());
}

bool Columns::isShelfWanted() const
{
    return m_actions.showShelf->isChecked() || m_shelfComesBack;
}

void Columns::remember(WindowSettings &settings) const
{
    settings.columns = saveState();
    settings.shelfShown = isShelfWanted();
    settings.listShown = m_actions.showList->isChecked();
    settings.relatedShown = m_actions.showRelated->isChecked();
    settings.list = m_list->choices();
    settings.openRows = m_shelf->openRows();
    settings.closedSections = m_related->closedSections();
}

void Columns::restore(const WindowSettings &settings, int width)
{
    if (settings.openRows)
        m_shelf->setOpenRows(*settings.openRows);
    m_related->setClosedSections(settings.closedSections);
    if (!restoreState(settings.columns)) {
        const int side = qBound(170, width * 16 / 100, 250);
        const int list = qBound(220, width * 25 / 100, 360);
        const int related = qBound(180, width * 18 / 100, 300);
        setSizes({side, list, width - side - list - related, related});
    }
    m_isNarrow = width < narrowWidth;
    m_shelfComesBack = m_isNarrow && settings.shelfShown;
    m_actions.showShelf->setChecked(settings.shelfShown && !m_isNarrow);
    m_actions.showList->setChecked(settings.listShown);
    m_actions.showRelated->setChecked(settings.relatedShown);
    m_side->setVisible(m_actions.showShelf->isChecked());
    m_listColumn->setVisible(settings.listShown);
    m_related->setVisible(settings.relatedShown);
}

// A narrow window is for the list and the article; the shelf comes back with the room for it. Who
// asks for it in a narrow window gets it all the same.
void Columns::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    const bool isNarrow = width() < narrowWidth;
    if (!event->oldSize().isValid() || isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    const bool wasWanted = isShelfWanted();
    m_shelfComesBack = isNarrow && wasWanted;
    m_actions.showShelf->setChecked(!isNarrow && wasWanted);
}

void Columns::cycle(int step)
{
    QList<QWidget *> panes;
    if (QWidget *tree = m_side->currentWidget()->focusProxy())
        panes.append(tree);
    cycleFocus(panes
                   + QList<QWidget *>{m_list->view(), m_article->paneHost(), m_article->findBar(),
                                      m_related->list()},
               step);
}
