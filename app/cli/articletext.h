#pragma once
// An article for people at a terminal, and as a fragment of HTML. Pure; any thread.

#include "app/article/article.h"

// Plain text in lines of at most 80 characters: headline, byline and dates, the story, and below it
// the related stories and what was not the story.
QString articleText(const Article &article);

// <article> with the headline, the dates and the body.
QString articleHtml(const Article &article);
