#pragma once
// What a row of the list shows, and what the catalogue stores of an article. A value; any thread.

#include "app/article/article.h"

struct ArticleSummary
{
    ArticleId id{};
    QString path;
    QString part;
    QString headline;
    QString source; // the publisher, else the section, else empty
    QString section;
    PrintedDate date;   // when it was news: see Article::date()
    QString firstWords; // of the standfirst or the body, at most 240 characters, one line
    bool read = false;  // has the reader opened it
    bool starred = false;
    QStringList tags;    // by name
    QStringList places;  // other paths of the same article
    bool isAway = false; // its folder cannot be reached now

    bool operator==(const ArticleSummary &other) const = default;
};

// The summary of `article`. `bodyText` is its body as plain text (app/html/plaintext.h).
ArticleSummary summaryOf(const Article &article, const QString &bodyText);
