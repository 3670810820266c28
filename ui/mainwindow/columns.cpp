#include "ui/mainwindow/columns.h"

#include "app/session/librarysession.h"
#include "ui/articlelist/articlelist.h"
#include "ui/articlelist/articlelistview.h"
#include "ui/mainwindow/articlecolumn.h"
#include "ui/mainwindow/findbar.h"
#include "ui/mainwindow/focuscycle.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/related/relatedsidebar.h"

#include <QListView>

using namespace Qt::StringLiterals;

namespace {

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
    , m_list(new ArticleList(sourcesOf(session), this))
    , m_article(new ArticleColumn(actions.openFile, actions.openFolder, this))
    , m_related(new RelatedSidebar(this))
{
    setObjectName(u"columns"_s);
    setHandleWidth(1);
    setChildrenCollapsible(false);
    m_list->setMinimumWidth(180);
    m_article->setMinimumWidth(240);
    m_related->setMinimumWidth(160);
    setStretchFactor(indexOf(m_article), 1);
    for (QWidget *column : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_related)})
        setStretchFactor(indexOf(column), 0);
    for (QWidget *widget : {static_cast<QWidget *>(m_list->view()), m_article->paneHost()})
        widget->addActions({actions.pageDown, actions.pageUp});
    connect(actions.showList, &QAction::toggled, m_list, &QWidget::setVisible);
    connect(actions.showRelated, &QAction::toggled, m_related, &QWidget::setVisible);
}

void Columns::restore(const WindowSettings &settings, int width)
{
    if (!restoreState(settings.columns)) {
        const int list = qBound(220, width * 27 / 100, 360);
        const int related = qBound(180, width * 22 / 100, 300);
        setSizes({list, width - list - related, related});
    }
    m_actions.showList->setChecked(settings.listShown);
    m_actions.showRelated->setChecked(settings.relatedShown);
    m_list->setVisible(settings.listShown);
    m_related->setVisible(settings.relatedShown);
}

void Columns::cycle(int step)
{
    cycleFocus({m_list->view(), m_article->paneHost(), m_article->findBar(), m_related->list()},
               step);
}
