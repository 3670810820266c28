#pragma once
// The story as strict markup, its pictures and what was left over. Pure; any thread.

#include "app/article/article.h"
#include "app/formats/html/pagefacts.h"
#include "app/formats/html/pagepictures.h"

// The picture above the story, as far as it is known before the body is written.
struct LeadPicture
{
    int number = -1;       // of the one that the page's metadata name, when it is here
    QString caption;       // what they say of it
    QList<int> candidates; // img elements, see leadpicture.h
};

// Fills bodyHtml, images and trimmings of `article` (whose headline, url and description are read
// already) from the story's elements.
void writeBody(const PageFacts &facts, const QList<int> &story, PagePictures &pictures,
               const LeadPicture &lead, Article &article);
