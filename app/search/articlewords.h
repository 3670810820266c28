#pragma once
// The words of one article as the index wants them. Made on any thread, many at once; the index
// itself is written by one.

#include "app/article/article.h"

#include <memory>

struct ArticleWords
{
    QString text;        // the body as plain text
    QByteArray document; // terms and counts, in the index's own form
};

// Turns articles into words. Keeps the stems it has met, so use one for a run of articles; not to
// be shared between threads.
class WordIndexer final
{
public:
    WordIndexer();
    ~WordIndexer();
    Q_DISABLE_COPY_MOVE(WordIndexer)

    ArticleWords words(const Article &article);

private:
    struct Stems;
    std::unique_ptr<Stems> m_stems;
};
