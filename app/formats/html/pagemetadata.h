#pragma once
// A page's headline, authors, dates and the rest: out of its JSON-LD, its meta elements and its
// visible marks, each with a word on where it came from (Article::provenance). Pure; any thread.

#include "app/article/article.h"
#include "app/formats/html/pageextent.h"
#include "app/html/document.h"

struct PageMetadata
{
    QString leadImage; // its address
    QString leadCaption;
    QString articleBody; // as structured data give it
    QString correction;  // as structured data give it, a line each
    int heading = -1;    // the node of the headline as it is printed, or -1
    QStringList lines;   // of the page, see bylines.h
    ExtentEvidence extent;
    bool wantsSignature = false; // the authors are not known, or an account, or the publisher
};

// Fills everything of `article` but its body, images and links.
PageMetadata readMetadata(const HtmlDocument &document, Article &article);
