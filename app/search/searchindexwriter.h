#pragma once
// The words of the library's articles, on their way to disk. One object, on one thread; SearchIndex
// reads, elsewhere, what commit() has written. What goes wrong in Xapian becomes an Error.

#include "app/article/articleid.h"
#include "app/base/result.h"
#include "app/search/articlewords.h"

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
