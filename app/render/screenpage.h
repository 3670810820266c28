#pragma once
// An article as a page for the screen. Pure; any thread.
//
// The page comes in two parts, because the next article is swapped into the living page: the
// frame (head, style, an empty <main>) and the story that stands in <main>.

#include "app/article/article.h"

#include <QLocale>

// The few words that the page says itself. English here; ui/ gives the reader's language.
struct PageWords
{
    QString published = QStringLiteral("Published");
    QString updated = QStringLiteral("Updated");
    QString file = QStringLiteral("File");
    QString address = QStringLiteral("Original address");
    QString trimmings = QStringLiteral("Not part of the story");
    QString missingPicture = QStringLiteral("Picture not in the file");
    QString isList = QStringLiteral("This page is a list of articles, and none itself.");
    QString isBeginning = QStringLiteral("Only the beginning of this article was saved.");
};

struct ScreenOptions
{
    PageWords words;
    QLocale locale;         // of the dates
    QString pictureAddress; // before a picture's number: "article:/picture/7/"
};

// What stands in the frame, and what the frame is told about it.
struct ScreenStory
{
    QString title;     // plain text
    QString language;  // BCP 47; empty when nobody knows
    QString direction; // "ltr" or "rtl"
    QString html;      // safe: every field escaped, the body sanitised

    bool operator==(const ScreenStory &other) const = default;
};

ScreenStory screenStory(const Article &article, const ScreenOptions &options);

// The whole document, with a Content-Security-Policy that lets nothing in but our own style sheet
// and pictures of the scheme "article:".
QString screenPage(const ScreenStory &story, bool dark);

// A colour of the page, "#rrggbb", by its name in screen.css.
QString screenColour(const QString &name, bool dark);

// What lies behind the page, to be painted before there is one.
QString screenPaper(bool dark);
