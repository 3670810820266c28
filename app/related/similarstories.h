#pragma once
// The rows of the stories that tell the same or a connected story: which of the candidates are
// worth one, in which order, and with which reasons. Read lane.

#include "app/related/relatedcandidates.h"
#include "app/related/relatedstories.h"

#include <QSet>

class SameTexts;
class StoryAnswers;

// Best first. `leaveOut` have rows already, or the reader does not want them. Copies of one story
// are one row; a publisher that has many is held back a little, where others have something too.
QList<RelatedStory> similarStories(StoryAnswers &library, const RelatedCandidates &candidates,
                                   SameTexts &texts, const QSet<ArticleId> &leaveOut,
                                   const RelatedOptions &options);

// The score below which a story of a library of so many articles shares its words by chance. It
// grows with the library: among many the best of what is unlike is more alike than among few.
double leastScore(qsizetype articles);

// The same where both have words in common, but no name. Among a dozen articles every word is rare,
// and "eleven, hour, draw" would be a reason; where there are many, it is the same score.
double leastScoreWithoutNames(qsizetype articles);
