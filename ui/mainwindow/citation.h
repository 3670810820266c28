#pragma once
// How an article is named in a text about it: author, headline, source, date, address. Only what
// the article says of itself. Pure; any thread.

#include "app/article/article.h"

#include <QLocale>

// Ada Quill, “Ferry stays in port”, The Harbour Post, 2 May 2031, https://post.example/ferry
QString citationOf(const Article &article, const QLocale &locale);
