#pragma once
// A part of an article that the reader chose, as an article of its own: for paper. Pure; any
// thread.

#include "app/article/article.h"

// `html` is what was selected on the article's screen page, as the page has it; nothing in it is
// believed. The headline and who, where and when stay; the standfirst, what the page lists and the
// pictures outside the selection do not. The whole article, when nothing of the story is in it.
Article excerptOf(const Article &article, const QString &html);
