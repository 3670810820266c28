#pragma once
// Which of a page's titles is the story's headline, and how the site's name comes off it. Pure.

#include "app/html/document.h"

#include <QStringList>

// The words of a title without the site's name at either end: "Story - The Paper" is "Story".
// `publisher` may be empty; then only a short last part goes.
QString withoutSiteName(const QString &title, const QString &publisher);

struct PrintedHeadline
{
    QString text; // empty when there is none
    int node = -1;
    bool isNamed = false; // an h1 that its class calls the headline of an entry, a story …
};

// The h1 (or the like) that heads the story.
PrintedHeadline printedHeadline(const HtmlDocument &document, const QStringList &titles);

// Whether a title is a printed headline and a little more: the site's name, a section.
bool beginsWithHeadline(const QString &title, const QString &headline);

// How many words two texts share, of all they have: 0 to 1.
double likeness(const QString &a, const QString &b);

// Whether two titles may be of one story at all.
bool shareWords(const QString &a, const QString &b);

// Of a title made for sharing and the printed headline, the one that is the headline: what is
// printed, but without a kicker before it or a date and a section behind it.
QString headlineOf(const QString &shared, const PrintedHeadline &heading, const QString &title);

// "14.02.2021 - Ferry returns" without the date.
QString withoutDateBefore(const QString &headline);
