#pragma once
// When a story appeared and when it was changed, as the marks of its page say: time elements,
// microdata, RDFa, microformats, and the words before them ("Updated:"). Pure; any thread.

#include "app/article/datephrase.h"
#include "app/html/document.h"

#include <optional>

struct MarkedMoment
{
    QString text; // for machines, where the page gives it; else as printed
    DateKind kind = DateKind::Unsaid;
    QString from; // for Article::provenance
};

// What the element says; nothing where it is no moment's.
std::optional<MarkedMoment> markedMoment(const HtmlDocument &document, int element);
