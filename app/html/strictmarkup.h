#pragma once
// A quick proof that a body is already what the sanitiser would make of it. Pure; any thread.

#include <QStringView>

// True only for the plain shapes that readers of text write themselves (paragraphs, crossheads,
// quotations, simple lists, figures; no attributes but a picture's), exactly as StrictWriter writes
// them. False says nothing: the sanitiser then does its whole work.
bool isStrictMarkup(QStringView body, qsizetype images);
