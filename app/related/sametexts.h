#pragma once
// Which stories have the same text as an article, whoever printed it, and which are earlier and
// later states of the same page. Sketches find them, the texts decide. Read lane.

#include "app/related/relatedcandidates.h"
#include "app/related/relatedstories.h"
#include "app/search/textsketch.h"

#include <optional>
#include <unordered_map>

class StoryAnswers;

class SameTexts final
{
public:
    SameTexts(StoryAnswers &library, const RelatedCandidates &candidates)
        : m_library(library), m_candidates(candidates)
    {
    }

    // What the candidate is of the asked article; Similar where it is neither.
    RelatedStory::Relation relationOf(const RelatedCandidate &candidate);
    bool areCopies(const RelatedCandidate &one, const RelatedCandidate &other);

private:
    const TextRuns &runsOf(ArticleId id);
    const TextRuns &runsOfAsked();

    StoryAnswers &m_library;
    const RelatedCandidates &m_candidates;
    std::optional<TextRuns> m_asked;                // of the asked article
    std::unordered_map<ArticleId, TextRuns> m_runs; // of those that have been looked at
};
