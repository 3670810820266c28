#pragma once
// What the library keeps of one file: its articles' summaries or their words, or why there are
// none. Made by pure functions of the file: on any thread, many at once. A folder is listed first
// and its words come afterwards, because they take three times as long: the second reading of a
// file costs less than keeping the texts of a large folder in memory until then.

#include "app/article/articlesummary.h"
#include "app/library/folderfiles.h"
#include "app/search/articlewords.h"

struct ParsedArticle
{
    ArticleSummary summary; // without an id: that is the catalogue's to give
    QList<RelatedLink> relatedLinks;
    QUrl url;
    QByteArray digest;  // of headline and text: the same story under another name has the same
    QByteArray sketch;  // of the text: see app/search/textsketch.h
    ArticleWords words; // empty in a file that was only read to be listed
    QString publisher;
    QStringList authors;
    QString language; // primary subtag; empty where nobody knows
};

struct ParsedFile
{
    FoundFile file;
    QList<ParsedArticle> articles;
    std::optional<Error> problem; // worth telling the reader; a picture among articles is not
};

ParsedFile listedFile(const FoundFile &file);

// With the words. `indexer` holds the stems met so far; one for each run of files on one thread.
ParsedFile indexedFile(const FoundFile &file, WordIndexer &indexer);

// What tells one story from another, whatever its file is called: its headline and its text. Where
// there is hardly any text ("In pictures"), also its day and its section.
QByteArray contentDigest(const Article &article, const QString &text);
