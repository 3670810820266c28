#pragma once
// The story as strict markup, its pictures and what was left over. Pure; any thread.

#include "app/article/article.h"
#include "app/formats/html/pagefacts.h"
#include "app/formats/html/pagepictures.h"

// Fills bodyHtml, images and trimmings of `article` (whose headline, url and description are read
// already) from the story's elements.
void writeBody(const PageFacts &facts, const QList<int> &story, PagePictures &pictures,
               int leadPicture, Article &article);
