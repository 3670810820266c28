#pragma once
// Names of people, places and things in a text, found by how they are printed: runs of capitalised
// words. No dictionary, so it works for names that nobody has heard of; where every noun has a
// capital (German) it finds nouns too. Pure; any thread.

#include <QList>
#include <QString>

struct PrintedName
{
    QString folded;  // as it is compared: see foldedText()
    QString printed; // as it first stands in the text
    int count = 1;
};

// In the order of the text, each once. `text` is plain text, its paragraphs parted by line breaks.
QList<PrintedName> namesIn(const QString &text);
