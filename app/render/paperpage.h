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
    QString note = QStringLiteral("Note");
};

// An article with what its reader wrote on it.
struct NotedArticle
{
    Article article;
    QString note = {}; // plain text, lines apart
};

// A whole HTML document. Pictures stay "picture:N" and only those that are here are asked for;
// nothing else is fetched, and no script runs. Trimmings are not printed.
QString paperPage(const NotedArticle &noted, const QLocale &locale,
                  const PaperOptions &options = {}, const PaperWords &words = {});

// One of several articles, each of which begins where the one before ends. The running lines cannot
// speak for one of them, so what they would say stands with the article: both may be empty.
struct RunningArticle
{
    NotedArticle noted;
    QString above; // in place of the section: "The Ellery Courant · Regional"
    QString below; // where it is from
};

// The pictures of all are numbered through. Where article n begins, from 0, is a destination of the
// PDF called storyDestination(n). `articles` must not be empty.
QString paperPages(const QList<RunningArticle> &articles, const QLocale &locale,
                   const PaperOptions &options = {}, const PaperWords &words = {});
QString storyDestination(qsizetype number);

// Whether the article is read from right to left: by its language, else by its headline.
bool readsRightToLeft(const Article &article);
