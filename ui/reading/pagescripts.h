#pragma once
// The scripts that we run ourselves, in a world of their own beside the page, whose own scripts
// are off. Texts come in as JSON, never by concatenation. Pure.

#include "app/render/screenpage.h"

#include "ui/reading/readingpane.h"

namespace pagescripts {

// Puts `story` into the frame's <main>, at its top; then as sayWhenPainted(), in one go.
QString swap(const ScreenStory &story, const QString &word);
// Makes the page say `word` on the console when what stands there now has been painted.
QString sayWhenPainted(const QString &word);
// Makes the page say `word` on the console when every picture has come, or cannot.
QString sayWhenPicturesCame(const QString &word);
QString setDark(bool dark);
// Makes the engine's next search begin at the top of the page when nothing is selected, at the hit
// where the last search ended (it is left selected), or behind the hit it is at. Its value is true.
enum class SearchStart { Top, Selection, GoOn };
QString beginSearch(SearchStart start);
// Puts <mark> around these words, wherever they stand as whole words; takes away those of before.
// Its value is how many there are.
QString mark(const QStringList &words);
QString goToMark(ReadingPane::Direction direction);
// Selects the story without what stands below it.
QString selectStory();
// Its value is the markup of what is selected, without what stands outside the story.
QString selectedStory();
// To a place in the page: 0 is its top, 1 its end.
QString scrollTo(double position);
// One screenful on; its value says whether there was anywhere to go.
QString scrollByPage(ReadingPane::Direction direction);

} // namespace pagescripts
