#pragma once
// Whether a text is in a language whose pages print 3/4/2009 for the third of April. It tells this
// by the small words of its sentences. Never meant for Article::inLanguage: Galician passes for
// Portuguese here, which is right for dates and wrong for all else. Pure; any thread.

#include "app/formats/plaintext/textlines.h"

// "de", "es", "fr", "it" or "pt"; empty when the text is English, something else, or too short or
// mixed to tell.
QString dayFirstLanguage(const QList<TextLine> &lines);
