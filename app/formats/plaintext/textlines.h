#pragma once
// A text as lines: cut at any kind of line end, cleaned of control characters and white space at
// both ends, with hard-wrapped paragraphs put together again. Pure; any thread.

#include <QList>
#include <QString>

struct TextLine
{
    QString text;             // no white space at its ends, none but single blanks within
    qsizetype indent = 0;     // blanks before it in the file
    bool blankBefore = false; // an empty line, or several, stood before it
};

// The lines of `text` that hold anything.
QList<TextLine> textLines(const QString &text);

// `lines` with paragraphs that were wrapped at some column joined into one line each. Lines that
// mean something by themselves (dates, tools, list items) stay alone. `language` is for dates.
QList<TextLine> unwrapped(const QList<TextLine> &lines, QStringView language);

// Whether paragraphs are parted by blank lines, and not by line ends alone.
bool isPartedByBlankLines(const QList<TextLine> &lines);

// Whether the last character, closing quotes and brackets aside, ends a sentence.
bool endsSentence(QStringView text);

bool startsLowerCase(QStringView text);

// How long a marker of a list ("- ", "* ", "• ", "12. ", "3) ") the line begins with; 0 for none.
qsizetype listMarkerLength(QStringView text);

// Long enough and ended like a sentence: what a story is made of, as against headings and tools.
bool isProse(QStringView text);
