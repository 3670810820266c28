#pragma once
// The words of the library's articles, on disk. Two classes, because one lane writes and another
// reads: each object stays on its thread, and a reader sees what the writer has committed. What
// goes wrong in Xapian stops here and becomes an Error.

#include "app/article/articleid.h"
#include "app/base/result.h"
#include "app/search/articlewords.h"

#include <QList>
#include <QSet>

#include <functional>
#include <memory>

class SearchIndexWriter final
{
public:
    explicit SearchIndexWriter(const QString &directory);
    ~SearchIndexWriter(); // commits
    Q_DISABLE_COPY_MOVE(SearchIndexWriter)

    // Makes the index where there is none.
    Outcome open();
    // Throws away what is there: for an index that open() calls Damaged. It can be made again.
    Outcome startAgain();
    Outcome put(ArticleId id, const ArticleWords &words);
    Outcome remove(ArticleId id);
    Outcome commit();
    int uncommitted() const { return m_uncommitted; } // articles put or removed

private:
    struct Database;
    Outcome openWith(int flags);

    QString m_directory;
    std::unique_ptr<Database> m_database;
    int m_uncommitted = 0;
};

struct SimilarArticle
{
    ArticleId id{};
    double score = 0;      // 0 to 1: how much of what the asked article is about is in this one too
    QList<QString> shared; // stems, and names under namePrefix, strongest first
};

class SearchIndex final
{
public:
    explicit SearchIndex(const QString &directory);
    ~SearchIndex();
    Q_DISABLE_COPY_MOVE(SearchIndex)

    // The articles most like one with these words, best first. `self` is that article where the
    // index has it. Nothing, and no error, where there is no index yet.
    Result<QList<SimilarArticle>> similarTo(const ArticleWords &words, ArticleId self,
                                            const QSet<ArticleId> &leaveOut, int atMost,
                                            const std::function<bool()> &cancelled);
    void close();

private:
    struct Database;

    QString m_directory;
    std::unique_ptr<Database> m_database;
};
