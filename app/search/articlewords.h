#pragma once
// The words of one article as the index wants them. Made on any thread, many at once; the index
// itself is written by one.

#include "app/article/article.h"
#include "app/base/result.h"
#include "app/search/wordstems.h"

#include <memory>
#include <optional>

struct ArticleWords
{
    QString text;                 // the body as plain text
    QByteArray document;          // terms, values and text: see app/search/worddocument.h
    QString language;             // primary subtag; "und" where nobody can tell
    std::optional<Error> problem; // why there are none; the article is listed and read all the same
};

// The body as plain text: what is searched, and what summaries and digests are made of.
QString searchedText(const Article &article);

// Turns articles into words: one stem a word, headline and lead counted more.
// Keeps the stems it has met, so use one for a run of articles; not to be shared between threads.
class WordIndexer final
{
public:
    WordIndexer();
    ~WordIndexer();
    Q_DISABLE_COPY_MOVE(WordIndexer)

    ArticleWords words(const Article &article);

    // The stems of a language, a primary subtag.
    const WordStems &stems(const QString &language);

private:
    struct Languages;
    std::unique_ptr<Languages> m_languages;
};
