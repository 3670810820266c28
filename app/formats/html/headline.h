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
    bool isNamed = false;   // an h1 that its class calls the headline of an entry, a story …
    QStringList parts = {}; // the texts of the elements in it, letters and blanks alone
};

// The h1 (or the like) that heads the story. `titles` are those of the structured data, that for
// sharing and the page's; any may be empty.
PrintedHeadline printedHeadline(const HtmlDocument &document, const QStringList &titles);

// The one heading of any rank that the page has, when it has no other.
PrintedHeadline onlyHeading(const HtmlDocument &document);

// Whether one of the elements in a heading is a title, and what stands beside it a kicker.
bool hasAsPart(const PrintedHeadline &heading, const QString &title);

// Whether a title is a printed headline and a little more: the site's name, a section.
bool beginsWithHeadline(const QString &title, const QString &headline);

// How many words two texts share, of all they have: 0 to 1.
double likeness(const QString &a, const QString &b);

// Whether two titles may be of one story at all.
bool shareWords(const QString &a, const QString &b);

// "Storm in the bay LIVE: …": the line of a page that still grew; a saved one does not.
bool isOfLivePage(const QString &headline);

// Whether the printed headline decides, because no two of a page's titles are alike.
bool decides(const QString &printed, const QString &shared, const QString &title);

// Of a title made for sharing and the printed headline, the one that is the headline: what is
// printed, but without a kicker before it or a date and a section behind it.
QString headlineOf(const QString &shared, const PrintedHeadline &heading, const QString &title);

// "14.02.2021 - Ferry returns" without the date.
QString withoutDateBefore(const QString &headline);
