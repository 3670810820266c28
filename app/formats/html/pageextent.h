#pragma once
// Whether a page holds its story whole, only the beginning of it, or no story but ways to many.
// Pure; any thread.

#include "app/article/article.h"
#include "app/formats/html/pagefacts.h"

struct ExtentEvidence
{
    bool isForSubscribers = false; // https://schema.org/isAccessibleForFree says no, or its like
    bool isMetered = false;        // free for the first few; article:content_tier says so
    bool isOfListType = false;     // CollectionPage, ItemList, WebSite, og:type website
    bool isArticle = false;        // by its type, or a date of publication among its metadata
    qsizetype wholeLength = 0;     // characters of the story in its structured data, if it is there
    QStringList paidClasses;       // of the elements that hold what is paid for, if they say so
};

// The body and the trimmings of `article` are read already, out of the elements `story`; `body` is
// the body's text, and `lines` are those of the page (see bylines.h).
ArticleExtent extentOf(const HtmlDocument &document, const QStringList &lines,
                       const ExtentEvidence &evidence, const Article &article,
                       const QList<int> &story, const QString &body);
