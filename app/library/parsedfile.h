#pragma once
// What the library keeps of one file: its articles' summaries and words, or why there are none.
// Made by parsedFile(), which is a pure function of the file: on any thread, many at once.

#include "app/article/articlesummary.h"
#include "app/library/folderfiles.h"
#include "app/search/articlewords.h"

struct ParsedArticle
{
    ArticleSummary summary; // without an id: that is the catalogue's to give
    QList<RelatedLink> relatedLinks;
    QUrl url;
    QByteArray digest; // of headline and text: the same story under another name has the same
    ArticleWords words;
};

struct ParsedFile
{
    FoundFile file;
    QList<ParsedArticle> articles;
    std::optional<Error> problem; // worth telling the reader; a picture among articles is not
};

// `indexer` holds the stems met so far; one for each run of files on one thread.
ParsedFile parsedFile(const FoundFile &file, WordIndexer &indexer);

// The digest of a story with this headline and text.
QByteArray contentDigest(const QString &headline, const QString &text);
