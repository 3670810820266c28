#pragma once
// What stands in a box of its own, under a name that says little good, and is of the story all the
// same: the paragraphs of those who pay, corrections, posts quoted from elsewhere. Pure; any
// thread.

#include "app/formats/html/pagefacts.h"

#include <QList>

// Sentences that go on like a story, with few links and nothing to fill in, under a name that may
// mean no more than who is shown them.
bool isProseApart(const PageFacts &facts, int box);

// A box of facts, a heading over sentences, as a reader of the printed page has it beside the
// story.
bool isFactBox(const PageFacts &facts, int box);

// The corrections and the quoted posts of a page, in order, none in another. Whatever goes around
// them, they stay.
class KeptParts final
{
public:
    explicit KeptParts(const PageFacts &facts);

    bool holds(int node) const; // is one, or stands in one
    bool areIn(const PageFacts &facts, int box) const;
    // Leaves out a box but for them.
    void leaveOutAround(PageFacts &facts, int box) const;
    // Corrections that the page prints where the story ends at `end`, outside its element.
    QList<int> notesAfter(const PageFacts &facts, int end) const;

private:
    struct Part
    {
        int node;
        int end;
        bool isNote; // or else a post
    };

    void add(const PageFacts &facts, int node, bool isNote);

    std::vector<Part> m_parts;
};
