#pragma once
// The rows of the article list: the ids of a list's articles in their order, where its headers
// begin, and the summaries of those that somebody has looked at lately, fetched a page at a time.
// It never reads a file or a database itself: its sources do, elsewhere, and the rows fill in when
// the answers come. GUI thread; owned by the list.

#include "app/article/articlesummary.h"
#include "app/search/searchhit.h"
#include "ui/articlelist/listgroups.h"

#include <QAbstractListModel>
#include <QCache>
#include <QFuture>
#include <QSet>

#include <functional>

class ArticleListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        SourceRole, // the publisher, else the section
        DateRole,   // short, as a row shows it
        FirstWordsRole,
        UnreadRole,
        StarredRole,
        TagsRole,
        PlacesRole,  // how many files it is in
        AwayRole,    // its folder cannot be reached now
        SnippetRole, // a Snippet where words are searched and known; else nothing
    };

    using Fetch = std::function<QFuture<QList<ArticleSummary>>(const QList<ArticleId> &ids)>;
    using FetchSnippets = std::function<QFuture<QList<Snippet>>(const QList<ArticleId> &ids)>;

    explicit ArticleListModel(Fetch fetch, QObject *parent = nullptr);

    // The list is this one article that the library does not know yet. It stays on top, under id 0,
    // until adopt() says which one of the library's it is.
    void showNewcomer(const ArticleSummary &summary);
    void adopt(ArticleId id);

    // Another list. `fetchSnippets` is empty where no words are searched.
    void show(const QList<ArticleId> &ids, const QList<ListGroup> &groups,
              FetchSnippets fetchSnippets = {});
    // The same list, changed: what stays in it keeps its persistent indexes.
    void follow(const QList<ArticleId> &ids, const QList<ListGroup> &groups);

    // Their summaries are shown as they are until new ones come.
    void refresh(const QList<ArticleId> &ids);
    // What the reader has just done to them, before the library has kept it.
    void amend(const QList<ArticleId> &ids, const std::function<void(ArticleSummary &)> &change);

    // These rows are on the screen, and the next ones may soon be.
    void lookAt(int firstRow, int lastRow);

    const QList<ArticleId> &ids() const { return m_ids; }
    const QList<ListGroup> &groups() const { return m_groups; }
    ArticleId idAt(int row) const;
    int rowOf(ArticleId id) const;                          // -1 when it is not in the list
    const ArticleSummary *knownSummary(ArticleId id) const; // nothing when it is not at hand
    bool hasNewcomer() const { return !m_ids.isEmpty() && m_ids.first() == ArticleId{}; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    // What dragData() makes of them. Nothing where one of them is not at hand: it is asked for, and
    // none is left behind unseen.
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

private:
    const ArticleSummary *summaryAt(int row) const;
    QVariant snippetAt(int row) const;
    void fetchAround(int row) const;
    void take(const QList<ArticleSummary> &summaries, int firstRow);
    void changedEverywhere();
    void fetchSnippets(int firstRow, int lastRow);
    void rearrange(const QList<ArticleId> &ids, const QList<ListGroup> &groups);
    QList<int> rowsOf(const QModelIndexList &held, const QList<ArticleId> &ids) const;

    const Fetch m_fetch;
    FetchSnippets m_fetchSnippets;
    QList<ArticleId> m_ids;
    QList<ListGroup> m_groups;
    // What data() looks up. Looking at a row that is not there asks for its page.
    mutable QCache<ArticleId, ArticleSummary> m_summaries;
    mutable QSet<ArticleId> m_asked;
    mutable int m_questions = 0; // under way
    mutable bool m_isAnyRefused = false;
    QSet<ArticleId> m_stale;     // still shown, to be fetched again
    QSet<ArticleId> m_overtaken; // changed while they were asked for
    QCache<ArticleId, Snippet> m_snippets;
    bool m_isAskingSnippets = false;
    int m_list = 0; // counts up with every other list
};
