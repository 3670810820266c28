#pragma once
// An article as a page for paper: plain block flow in black on white, the way a clipping looks. The
// header, the footer and the margins are not in it: ui/printing stamps those. Pure; any thread.

#include "app/article/article.h"
#include "app/render/paperoptions.h"

#include <QLocale>
#include <QString>

// The few words of a paper page that are not the article's, in the reader's language.
struct PaperWords
{
    QString updated = QStringLiteral("Updated %1"); // %1: a date
    QString links = QStringLiteral("Links");
    QString relatedStories = QStringLiteral("Related stories");
};

// A whole HTML document. Pictures stay "picture:N" and only those that are here are asked for;
// nothing else is fetched, and no script runs. Trimmings are not printed.
QString paperPage(const Article &article, const QLocale &locale, const PaperOptions &options = {},
                  const PaperWords &words = {});

// Whether the article is read from right to left: by its language, else by its headline.
bool readsRightToLeft(const Article &article);
