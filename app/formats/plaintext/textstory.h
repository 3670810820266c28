#pragma once
// A text extract while it is read: its lines, what each has been found to be, and the article that
// comes of them. Head, tail and body are read in this order; every line ends up in a field of the
// article or in its trimmings. A value; any thread.

#include "app/article/article.h"
#include "app/formats/plaintext/textlines.h"

enum class LineRole : quint8 {
    Unread,
    Field,   // its words stand in a field of the article
    Trimmed, // not the story
};

struct TextStory
{
    QList<TextLine> lines;
    QList<LineRole> roles; // one a line
    qsizetype bodyStart = 0;
    qsizetype bodyEnd = 0;
    QString language;     // where it settles the order of 3/4/2009, else empty; only for dates
    bool isParted = true; // blank lines part the paragraphs
    Article article;

    QStringView at(qsizetype i) const { return lines[i].text; }
    bool isUnread(qsizetype i) const { return roles[i] == LineRole::Unread; }
    void take(qsizetype i) { roles[i] = LineRole::Field; }
    void trim(qsizetype i) { roles[i] = LineRole::Trimmed; }
};
