#pragma once
// What the reader does to the selected rows of the list: marks, tags, the trash and back, copies,
// and the way to paper. What is shown changes at once; the library keeps it later. Owned by the
// window; GUI thread.

#include "app/article/article.h"
#include "app/article/articlesummary.h"
#include "app/base/result.h"

#include <QObject>

#include <functional>

class ArticleList;
class LibrarySession;
struct Trashed;

class RowDeeds final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostRead = 200; // articles that are read for one print or citation

    RowDeeds(LibrarySession &session, ArticleList &list, QObject *parent);

    QList<ArticleId> selected() const; // that the library knows; in the order of rows
    bool isAnyUnread() const;          // of the selected ones, as far as they are at hand
    bool isAnyUnstarred() const;
    bool canUndo() const { return bool(m_undo); }
    void setLibraryTags(const QStringList &tags) { m_libraryTags = tags; } // that there are already

    void setRead(bool read);
    void setStarred(bool starred);
    void toggleStar(ArticleId id); // of a row that need not be selected
    void markAllRead();            // of the whole list
    void editTags();
    void moveToTrash();
    void undo(); // the newest that canUndo()
    void showInFileManager();
    void copyPaths();
    void copyCitations();
    void printSelected();
    void print(const QList<ArticleId> &ids);
    void markRelated() { Q_EMIT relatedWanted(selected()); }

Q_SIGNALS:
    void said(const QString &sentence);
    void undoable(const QString &sentence); // it was done, and undo() takes it back
    void undone();
    void changed(); // other words may be due for the same rows
    void failed(const Error &error);
    void failedAll(const QList<Error> &errors);
    void printWanted(const QList<Article> &articles);
    void relatedWanted(const QList<ArticleId> &ids); // to the article on the screen

private:
    using Summaries = std::function<void(const QList<ArticleSummary> &)>;
    using Articles = std::function<void(const QList<Article> &)>;

    bool isAny(bool (*holds)(const ArticleSummary &)) const;
    void withSummaries(const Summaries &then);
    void withArticles(const QList<ArticleId> &ids, const Articles &then);
    void readOn(const QList<ArticleId> &rest, const QList<Article> &read, const Articles &then);
    void trash(const QList<ArticleSummary> &summaries);
    void tellTrashed(const Trashed &trashed, const QString &headline);
    void goOnBeside(const QList<ArticleId> &leaving);
    void showTags(const QList<ArticleSummary> &summaries);
    void setTag(const QList<ArticleId> &ids, const QString &tag, bool tagged);
    void remember(const QString &sentence, std::function<void()> undo);

    LibrarySession &m_session;
    ArticleList &m_list;
    QStringList m_libraryTags;
    std::function<void()> m_undo;
};
