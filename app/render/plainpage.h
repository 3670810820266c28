#pragma once
// Pages in the HTML that Qt's own rich text understands
// (https://doc.qt.io/qt-6/richtext-html-subset.html): for the screen and for paper where there is
// no web engine. Without pictures: nothing but the engine's own process, which can do no harm,
// decodes what may have been made to do some. Pure; any thread.

#include "app/render/screenpage.h"

// `article` for the screen; letters are as large as `zoom` says, in percent.
QString plainPage(const Article &article, const ScreenOptions &options, bool dark, int zoom);

// The anchor that stands behind the story, before what the page says of its file.
inline constexpr QLatin1StringView plainStoryEnd("story-end");

// A paper page (paperpage.h) or contents page in its plain form.
QString plainPaper(const QString &paperPage);
