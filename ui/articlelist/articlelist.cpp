#include "ui/articlelist/articlelist.h"

#include "ui/articlelist/articlelistview.h"
#include "ui/articlelist/listheader.h"
#include "ui/articlelist/listselection.h"
#include "ui/support/whendone.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr qsizetype firstRows = 200; // enough for any screen
constexpr qsizetype everyRow = std::numeric_limits<qsizetype>::max();

// A list whose rows depend on what the reader does to them.
bool asksForState(const SearchQuery &query)
{
    using Kind = SearchQuery::Kind;
    static constexpr Kind states[] = {Kind::Tag,     Kind::Read,   Kind::Unread,
                                      Kind::Starred, Kind::Opened, Kind::Away};
    return std::ranges::find(states, query.kind) != std::end(states)
        || std::ranges::any_of(query.parts, asksForState);
}

// A long list is asked for less often than a short one: its answer is 12 MB at a million rows.
std::chrono::milliseconds patienceFor(qsizetype rows)
{
    if (rows == 0)
        return 0ms;
    return rows < 20'000 ? 150ms : 400ms;
}

SearchQuery unread()
{
    SearchQuery query;
    query.kind = SearchQuery::Kind::Unread;
    return query;
}

} // namespace

ArticleList::ArticleList(ListSources sources, QWidget *parent)
    : QWidget(parent)
    , m_sources(std::move(sources))
    , m_articles(new ArticleListModel(m_sources.summaries, this))
    , m_header(new ListHeader(this))
    , m_view(new ArticleListView(*m_articles, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);

    m_soon.setSingleShot(true);
    m_midnight.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ArticleList::ask);
    connect(&m_midnight, &QTimer::timeout, this, &ArticleList::askSoon);
    connect(m_view, &ArticleListView::selectionMoved, this, &ArticleList::updateCount);
    connect(m_view, &ArticleListView::articleChosen, this, [this] {
        if (asksForState(m_request.query))
            askSoon(); // the one that was read until now may leave
    });
    connect(m_header, &ListHeader::sortChosen, this, [this](SortBy sortBy) {
        setSort(sortBy, sortBy == m_request.sortBy && !m_request.reversed);
    });
    connect(m_header, &ListHeader::reversed, this,
            [this] { setSort(m_request.sortBy, !m_request.reversed); });
    connect(m_header, &ListHeader::unreadOnlyToggled, this, [this](bool unreadOnly) {
        m_choices.unreadOnly = unreadOnly;
        Q_EMIT choicesChanged();
        reopen();
    });
}

void ArticleList::setChoices(const ListChoices &choices)
{
    m_choices = choices;
    m_header->setUnreadOnly(choices.unreadOnly);
    m_header->setOrder(choices.sortBy, choices.reversed, {});
}

void ArticleList::open(const ListRequest &place)
{
    m_place = place;
    m_ownSort = place.sortBy == SortBy::Opened ? std::optional(SortBy::Opened) : std::nullopt;
    reopen();
}

SortBy ArticleList::sortOf(const ListRequest &place) const
{
    if (m_ownSort)
        return *m_ownSort;
    return place.query.asksForWords() ? m_choices.searchSort : m_choices.sortBy;
}

void ArticleList::setSort(SortBy sortBy, bool reversed)
{
    m_choices.reversed = reversed;
    if (m_ownSort)
        m_ownSort = sortBy;
    else if (m_place.query.asksForWords())
        m_choices.searchSort = sortBy;
    else
        m_choices.sortBy = sortBy;
    Q_EMIT choicesChanged();
    reopen();
}

void ArticleList::reopen()
{
    m_request = m_place;
    m_request.sortBy = sortOf(m_place);
    m_request.reversed = m_choices.reversed;
    if (m_choices.unreadOnly)
        m_request.query = SearchQuery::both(m_place.query, unread());
    QList<SortBy> orders{SortBy::Date, SortBy::Headline, SortBy::Publisher};
    if (m_place.query.asksForWords())
        orders.prepend(SortBy::Relevance);
    if (m_place.sortBy == SortBy::Opened)
        orders.prepend(SortBy::Opened);
    m_header->setOrder(m_request.sortBy, m_request.reversed, orders);
    m_isNew = true;
    m_gone.clear();
    ask();
}

void ArticleList::follow(const LibraryChanges &changes)
{
    m_articles->refresh(changes.changed);
    for (const ArticleId id : changes.removed)
        m_gone.insert(id);
    askSoon();
}

void ArticleList::askSoon()
{
    if (m_isAsking)
        m_isAskedAgain = true;
    else if (!m_soon.isActive())
        m_soon.start(patienceFor(m_articles->rowCount()));
}

// The newest question wins, here as at the source; one that was cancelled there by somebody else's
// is asked again.
void ArticleList::ask()
{
    const qsizetype atMost = m_isNew ? firstRows : everyRow;
    const int question = ++m_question;
    m_isAsking = true;
    m_isAskedAgain = false;
    m_soon.stop();
    auto *watcher = new QFutureWatcher<Result<ArticleOrder>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, question, atMost] {
        watcher->deleteLater();
        if (question != m_question)
            return;
        m_isAsking = false;
        if (watcher->isCanceled() || watcher->future().resultCount() == 0)
            askSoon();
        else
            accept(watcher->result(), atMost);
    });
    watcher->setFuture(m_sources.order(m_request, atMost));
}

void ArticleList::accept(const Result<ArticleOrder> &answer, qsizetype atMost)
{
    if (!answer.has_value()) {
        Q_EMIT failed(answer.error());
        return;
    }
    const ArticleOrder &order = answer.value();
    const bool goesOn = !order.isWhole() && atMost != everyRow;
    m_total = order.total;
    m_hasSearchedOn = !m_isNew && (m_isSearching || m_hasSearchedOn);
    m_isSearching = goesOn && order.mayBeMore;
    m_view->setEmptyText(emptyText());
    if (std::exchange(m_isNew, false)) {
        showOrder(order);
        Q_EMIT suggested(order.suggestion);
        Q_EMIT opened();
    } else {
        followOrder(order);
    }
    updateCount();
    if (m_isSearching) // after what else is asked of this search, and is quicker
        return m_soon.start(500ms);
    if (goesOn)
        return ask();
    m_gone.clear();
    const QDateTime now = QDateTime::currentDateTime();
    m_midnight.start(std::chrono::milliseconds(now.msecsTo(now.date().addDays(1).startOfDay()))
                     + 1s);
    if (m_isAskedAgain)
        askSoon();
    Q_EMIT filled();
}

void ArticleList::showOrder(const ArticleOrder &order)
{
    if (m_articles->hasNewcomer() && !m_request.query.asksForWords())
        return followOrder(order); // it stays on top until it is known
    const ArticleId current = m_articles->idAt(m_view->currentRow());
    ArticleListModel::FetchSnippets snippets;
    if (m_request.query.asksForWords())
        snippets = [this, query = m_request.query](const QList<ArticleId> &ids) {
            return m_sources.snippets(query, ids);
        };
    m_articles->show(order.ids, groupsOf(order, m_request), snippets);
    m_view->scrollToTop();
    m_view->select(current, ArticleListView::Scroll::Stay);
}

void ArticleList::followOrder(const ArticleOrder &order)
{
    ArticleOrder kept = order;
    stayWithCurrent(kept);
    m_view->follow(kept.ids, groupsOf(kept, m_request));
}

// What is being read stays in an unread list, and an article whose star was just taken in a list
// of stars, until another one is opened. What has left the library is gone.
void ArticleList::stayWithCurrent(ArticleOrder &order) const
{
    if (!m_view->currentIndex().isValid() || !asksForState(m_request.query))
        return;
    const QList<ArticleId> &shown = m_articles->ids();
    const int row = m_view->currentRow();
    const ArticleId current = m_articles->idAt(row);
    if (current == ArticleId{} || m_gone.contains(current) || order.ids.contains(current))
        return;
    // Beside the neighbour that it had; looked for nearby first, where it nearly always is.
    qsizetype place = std::min<qsizetype>(row, order.ids.size());
    for (int step = 1; step <= 8; ++step) {
        const qsizetype next = order.ids.indexOf(shown.value(row + step));
        const qsizetype before = row >= step ? order.ids.indexOf(shown.at(row - step)) : -1;
        if (next >= 0 || before >= 0) {
            place = next >= 0 ? next : before + 1;
            break;
        }
    }
    order.ids.insert(place, current);
    if (!order.days.isEmpty())
        order.days.insert(place, order.days.at(std::max<qsizetype>(0, place - 1)));
    for (OrderGroup &group : order.groups)
        group.firstRow += group.firstRow >= place && place > 0;
}

void ArticleList::goToNextUnread()
{
    const QList<ArticleId> &ids = m_articles->ids();
    const int current = m_view->currentRow();
    for (int row = current + 1; row < ids.size(); ++row) {
        const ArticleSummary *summary = m_articles->knownSummary(ids.at(row));
        if (!summary)
            break; // the library knows
        if (!summary->read)
            return m_view->choose(ids.at(row));
    }
    askForUnread([this](const QList<ArticleId> &unread) { chooseUnread(unread); });
}

void ArticleList::askForUnread(const std::function<void(const QList<ArticleId> &)> &then)
{
    ListRequest request = m_request;
    request.query = SearchQuery::both(m_request.query, unread());
    whenDone(m_sources.order(request, everyRow), this,
             [this, then](const Result<ArticleOrder> &answer) {
                 if (answer.has_value())
                     then(answer.value().ids);
                 else
                     Q_EMIT failed(answer.error());
             });
}

// Both are in the same order, so that one walk finds the first one below the current row.
void ArticleList::chooseUnread(const QList<ArticleId> &unread)
{
    const QList<ArticleId> &ids = m_articles->ids();
    const int current = m_view->currentRow();
    auto next = unread.cbegin();
    for (int row = 0; row < ids.size() && next != unread.cend(); ++row) {
        if (ids.at(row) != *next)
            continue;
        if (row > current)
            return m_view->choose(*next);
        ++next;
    }
    const auto first = std::ranges::find_if(unread, [&](ArticleId id) {
        return m_articles->rowOf(id) >= 0 && m_articles->rowOf(id) != current;
    });
    if (first == unread.cend())
        Q_EMIT nothingUnread();
    else
        m_view->choose(*first);
}

QList<ArticleId> ArticleList::allFound() const
{
    const bool isAll = m_hasSearchedOn && !m_isSearching && !m_choices.unreadOnly;
    return isAll ? m_articles->ids() : QList<ArticleId>();
}

void ArticleList::updateCount()
{
    const qsizetype selected = selectedRows(m_view->selectionModel()->selection());
    m_header->setCount({m_total, selected, m_place.query.asksForWords(), m_isSearching});
}

QString ArticleList::emptyText() const
{
    if (m_request.query.asksForWords())
        return m_isSearching ? tr("Still looking…") : tr("Nothing found.");
    if (m_choices.unreadOnly || m_place.query.kind == SearchQuery::Kind::Unread)
        return tr("Everything here is read.");
    return tr("There are no articles here.");
}
