#pragma once
// What one line of a text extract is when it is not the story: the tools, labels and notices that
// pages carry, by tables that say on whose pages they stand. Pure; any thread.

#include "app/article/printeddate.h"

#include <QString>
#include <QStringView>

#include <optional>

enum class LineRule : quint8 {
    None,
    Tool,           // share, print, e-mail: stands anywhere on a page
    Service,        // a place to share to; a tool only in the company of tools
    Advertisement,  // the word that labels one
    EndOfStory,     // what pages print below the story and nowhere else
    RelatedHeading, // "SEE ALSO:"
    Promotion,      // the heading of a list of other stories: "TOP STORIES NOW"
    Notice,         // disclaimer or copyright
    StoryFrom,      // "Story from BBC NEWS:", an address follows
    Navigation,     // sections in a row
};

LineRule lineRule(QStringView line);

// The publisher that `line` names when it is nothing but that name, as we spell it; or empty.
QString publisherNamed(QStringView line);

// Whether the line looks like a newspaper's name: "The Tarn Courier", "Tarner Tageblatt".
bool isMasthead(QStringView line);

// Whether the line is nothing but the name of a newspaper's section.
bool isSection(QStringView line);

// "29 Mar 09 | Americas": what stands with the headline of a related story.
struct LinkDate
{
    PrintedDate date;
    QString section;
};
// `language` (BCP 47, may be empty) settles the order of 3/4/2009.
std::optional<LinkDate> linkDate(QStringView line, QStringView language);
bool isLinkDate(QStringView line, QStringView language);
