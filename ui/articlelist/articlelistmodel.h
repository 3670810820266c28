#pragma once
// The rows of the article list: the ids of the library's articles in their order, and the summaries
// of those that somebody has looked at lately, fetched a page at a time. It never reads a file or
// a database itself: `Fetch` does, elsewhere, and the rows fill in when its answer comes.
// GUI thread; owned by the window.

#include "app/article/articlesummary.h"
#include "app/library/librarychanges.h"

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
    };

    using Fetch = std::function<QFuture<QList<ArticleSummary>>(const QList<ArticleId> &ids)>;

    explicit ArticleListModel(Fetch fetch, QObject *parent = nullptr);

    // The list is this one article that the library does not know yet. It stays on top, under id 0,
    // until adopt() says which one of the library's it is.
    void showNewcomer(const ArticleSummary &summary);
    void adopt(ArticleId id);

    // Follows the library to its new order.
    void apply(const LibraryChanges &changes);

    ArticleId idAt(int row) const;
    int rowOf(ArticleId id) const; // -1 when it is not in the list

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    bool hasNewcomer() const { return !m_ids.isEmpty() && m_ids.first() == ArticleId{}; }
    const ArticleSummary *summaryAt(int row) const;
    void fetchAround(int row) const;
    void take(const QList<ArticleSummary> &summaries, int firstRow);
    void removeMissing(const QSet<ArticleId> &wanted);
    void appendNew(const QList<ArticleId> &order);
    void reorder(const QList<ArticleId> &order);
    static QString spokenText(const ArticleSummary &summary);

    const Fetch m_fetch;
    QList<ArticleId> m_ids;
    // What data() looks up. Looking at a row that is not there asks for its page.
    mutable QCache<ArticleId, ArticleSummary> m_summaries;
    mutable QSet<ArticleId> m_asked;
    QSet<ArticleId> m_stale; // still shown, to be fetched again
};
