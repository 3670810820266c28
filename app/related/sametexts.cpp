#include "app/related/sametexts.h"

#include "app/library/storyanswers.h"
#include "app/search/textsketch.h"

namespace {

// By less than this no text is the same: a sketch is off by less than what lies between.
constexpr double worthALook = sameText - 0.2;
// A page that was written on has so much of its text still.
constexpr double sameVersion = 0.3;
constexpr double worthALookAtAPage = 0.15;

} // namespace

// A reference into the map stays good when more come into it.
const TextRuns &SameTexts::runsOf(ArticleId id)
{
    const auto known = m_runs.find(id);
    if (known != m_runs.end())
        return known->second;
    const auto texts = m_library.texts({id});
    const bool isThere = texts.has_value() && !texts.value().isEmpty();
    return m_runs.emplace(id, TextRuns(isThere ? texts.value().first().body : QString()))
        .first->second;
}

// Two pages of one address or, of one publisher, with one headline are states of one page, if
// they have some of their text in common. In what is called "In brief" every day there is none.
RelatedStory::Relation SameTexts::relationOf(const RelatedCandidate &candidate)
{
    using Relation = RelatedStory::Relation;
    const StoryTraits &traits = candidate.traits;
    const bool isOnePage = (!traits.url.isEmpty() && traits.url == m_candidates.url)
        || (!traits.publisher.isEmpty() && traits.publisher == m_candidates.publisher
            && !traits.foldedHeadline.isEmpty()
            && traits.foldedHeadline == m_candidates.foldedHeadline);
    const double told = sketchedLikeness(m_candidates.sketch, traits.sketch);
    if (told < (isOnePage ? worthALookAtAPage : worthALook))
        return Relation::Similar;
    if (!m_asked)
        m_asked.emplace(m_candidates.asked.words.text);
    const double both = textOverlap(*m_asked, runsOf(traits.id)).ofBoth;
    if (isOnePage && both >= sameVersion) {
        const bool isLater = candidate.like.time && m_candidates.asked.time
            && *candidate.like.time > *m_candidates.asked.time;
        return isLater ? Relation::LaterVersion : Relation::EarlierVersion;
    }
    return both >= sameText ? Relation::Duplicate : Relation::Similar;
}

bool SameTexts::areCopies(const RelatedCandidate &one, const RelatedCandidate &other)
{
    if (sketchedLikeness(one.traits.sketch, other.traits.sketch) < worthALook)
        return false;
    return textOverlap(runsOf(one.id()), runsOf(other.id())).ofBoth >= sameText;
}
