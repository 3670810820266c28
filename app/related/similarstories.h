#pragma once
// The stories of the library that are most like an article, with the words that say so.

#include "app/related/relatedstories.h"

#include <QSet>

// Best first, at most ten, and none that is not like it. `linked` and the article's copies are
// left out. Also for an article that is not in the library. Read lane.
QList<RelatedStory> similarStories(const Article &article, Library &library,
                                   QSet<ArticleId> leaveOut,
                                   const std::function<bool()> &cancelled);

// The score below which a story of a library of so many articles shares its words by chance. It
// grows with the library, up to a thousand articles: among many the best of what is unlike is more
// alike than among few, and among few most words of an article are in no other, which lowers every
// score.
double leastScore(qsizetype articles);
