#pragma once
// A quick proof that a body is already what the sanitiser would make of it. Pure; any thread.

#include <QStringView>

// True only for the shapes that most stories are made of (paragraphs, crossheads, quotations,
// lists, figures, code; emphasis and plain links in them), exactly as StrictWriter writes them.
// False says nothing: the sanitiser then does its whole work.
bool isStrictMarkup(QStringView body, qsizetype images);
