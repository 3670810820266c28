#pragma once
// The rows of the related sidebar: sections with their headings, in the order in which a reader
// wants them, and none that is empty. Pure; GUI thread, for its words.

#include "app/related/relatedstories.h"

#include <QList>
#include <QSet>
#include <QString>

// The article that the stories belong beside.
struct RelatedSubject
{
    ArticleId id{};
    QString headline;
    PrintedDate date;
};

enum class RelatedSection {
    Linked,
    LinksHere,
    Marked,
    SameText,
    Thread, // the stories of the same event, in the order of time
    Similar,
};

struct RelatedRow
{
    enum class Kind {
        Heading,
        Strip, // how the stories of the event lie in time
        Story,
        Copy,   // under its story, when that is open
        Subject // the article itself, among those before and after it
    };

    Kind kind = Kind::Story;
    RelatedSection section = RelatedSection::Similar;
    RelatedStory story; // of Story and Copy
    int stories = 0;    // of a heading: how many it stands over
    bool isOpen = true; // of a heading, and of a story with copies
};

// What the reader has closed and opened; lives as long as the window.
struct RelatedFolds
{
    QSet<RelatedSection> closed;
    QSet<ArticleId> open; // stories whose copies are shown
};

QList<RelatedRow> relatedRows(const RelatedStories &stories, const RelatedFolds &folds);

// Stories of one event have a section of their own.
bool hasThread(const RelatedStories &stories);
