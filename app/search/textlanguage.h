#pragma once
// Which language a text is written in, told by its letters and words. Pure; any thread.

#include <QString>

// The language of an article that says it is in `stated` (BCP 47; empty: it does not say) and goes
// `text`: a primary subtag, or "und" where nobody can tell. What the page says is believed unless
// it names no language, or the text is plainly in another one.
QString languageOf(const QString &stated, const QString &text);
