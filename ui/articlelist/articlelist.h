#pragma once
// The list's column: the strip with count and order, and the rows. It is told which list to show,
// asks its sources for the first rows and then for all of them, and asks again when the library
// has changed, so that what it shows is always true and never jumps. GUI thread; owned by the
// window.

#include "app/base/result.h"
#include "app/library/librarychanges.h"
#include "app/library/listrequest.h"
#include "ui/articlelist/articlelistmodel.h"
#include "ui/articlelist/listchoices.h"

#include <QTimer>
#include <QWidget>

class ArticleListView;
class ListHeader;

// Where rows come from; each answers elsewhere, later. Of `order` and of `snippets` the newest
// question wins: an older one is cancelled.
struct ListSources
{
    std::function<QFuture<Result<ArticleOrder>>(const ListRequest &request, qsizetype atMost)>
        order;
    ArticleListModel::Fetch summaries;
    std::function<QFuture<QList<Snippet>>(const SearchQuery &query, const QList<ArticleId> &ids)>
        snippets;
};

class ArticleList final : public QWidget
{
    Q_OBJECT

public:
    explicit ArticleList(ListSources sources, QWidget *parent = nullptr);

    // Another list: a place of the shelf, a search, or both. The reader's choices are added to it;
    // a list of what was opened keeps its own order.
    void open(const ListRequest &place);
    // The library has changed: what is shown of it changes soon, what is read stays.
    void follow(const LibraryChanges &changes);
    // As follow(), when nobody says what has changed: a new day, a folder that is back.
    void askSoon();

    // The unread articles of the list, in its order: `then` gets them later, here.
    void askForUnread(const std::function<void(const QList<ArticleId> &)> &then);
    // The next unread article after the current one, or else from the top; chooses it.
    void goToNextUnread();

    const ListRequest &request() const { return m_request; } // with what the reader chose
    // Every article found, where it took more than the first look to find them all; else none.
    QList<ArticleId> allFound() const;
    qsizetype total() const { return m_total; } // of the list, as last told
    ListChoices choices() const { return m_choices; }
    void setChoices(const ListChoices &choices); // before the first open()

    ArticleListModel *articles() const { return m_articles; }
    ArticleListView *view() const { return m_view; }
    ListHeader *header() const { return m_header; }

Q_SIGNALS:
    void opened();                        // the first rows of another list are there
    void filled();                        // the rows are those of the library as it is now
    void suggested(const QString &query); // what may have been meant; empty: nothing
    void choicesChanged();
    void nothingUnread(); // goToNextUnread() found none
    void failed(const Error &error);

private:
    void reopen();
    void ask();
    void accept(const Result<ArticleOrder> &answer, qsizetype atMost);
    void showOrder(const ArticleOrder &order);
    void followOrder(const ArticleOrder &order);
    void stayWithCurrent(ArticleOrder &order) const;
    void chooseUnread(const QList<ArticleId> &unread);
    void updateCount();
    void setSort(SortBy sortBy, bool reversed);
    SortBy sortOf(const ListRequest &place) const;
    QString emptyText() const;

    const ListSources m_sources;
    ArticleListModel *m_articles;
    ListHeader *m_header;
    ArticleListView *m_view;
    QTimer m_soon; // gathers changes
    QTimer m_midnight;

    ListChoices m_choices;
    ListRequest m_place;             // as it was opened
    std::optional<SortBy> m_ownSort; // the place's own order, not the reader's choice
    ListRequest m_request;
    qsizetype m_total = 0;
    QSet<ArticleId> m_gone; // have left the library since the last answer
    int m_question = 0;     // counts up, so that an overtaken answer is known
    bool m_isAsking = false;
    bool m_isAskedAgain = false;
    bool m_isSearching = false; // on, in texts that may have what is asked for
    bool m_hasSearchedOn = false;
    bool m_isNew = true; // its first rows are not here yet
};
