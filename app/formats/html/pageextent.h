#pragma once
// Whether a page holds its story whole, only the beginning of it, or no story but ways to many.
// Pure; any thread.

#include "app/article/article.h"
#include "app/formats/html/pagefacts.h"

struct ExtentEvidence
{
    bool isForSubscribers = false; // https://schema.org/isAccessibleForFree says no
    bool isOfListType = false;     // CollectionPage, ItemList, WebSite, og:type website
};

// The body and the trimmings of `article` are read already; `length` is that of the body's text, in
// characters.
ArticleExtent extentOf(const HtmlDocument &document, const ExtentEvidence &evidence,
                       const Article &article, qsizetype length);
