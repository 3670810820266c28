#pragma once
// Fields with their names, as databases and corpora put them above a text: "Title: …", "Source: …",
// "URL: …". Pure; any thread.

#include "app/formats/plaintext/textstory.h"

// Whether the text begins with such fields: two at least, for "Source: …" alone may be a headline.
bool hasLabelledFields(const QList<TextLine> &lines);

// Gives the line to the field that it names. False when it names none.
bool takeLabelledField(TextStory &story, qsizetype line);

// `line` as an address of the web and nothing else; invalid when it is not.
QUrl webAddress(QStringView line);
