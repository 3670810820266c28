#include "app/related/sametexts.h"

#include "app/library/storyanswers.h"
#include "app/search/textsketch.h"

namespace {

// A page that was written on has so much of its text still.
constexpr double sameVersion = 0.3;

// What a sketch tells is off by less than this in 99 of 100 cases: farther below, a text is
// another, farther above, it is the same, and only between the two it is looked at.
constexpr double sketchError = 0.15;

// Fewer are no story: a flash that is all headline, "Full story to follow", what a paywall leaves.
// Such a text is found under any headline; it is the same one only under the same.
constexpr size_t fewestRuns = 12;

enum class Told { No, Perhaps, Yes };

Told told(double likeness, double wanted)
{
    if (likeness < wanted - sketchError)
        return Told::No;
    return likeness < wanted + sketchError ? Told::Perhaps : Told::Yes;
}

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

const TextRuns &SameTexts::runsOfAsked()
{
    if (!m_asked)
        m_asked.emplace(m_candidates.asked.words.text);
    return *m_asked;
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
    const double least = isOnePage ? sameVersion : sameText;
    const Told sketches = told(sketchedLikeness(m_candidates.sketch, traits.sketch), least);
    if (sketches == Told::No)
        return Relation::Similar;
    if (sketches == Told::Perhaps && textOverlap(runsOfAsked(), runsOf(traits.id)).ofBoth < least)
        return Relation::Similar;
    if (!isOnePage) {
        const bool isStory = traits.foldedHeadline == m_candidates.foldedHeadline
            || runsOfAsked().size() >= fewestRuns;
        return isStory ? Relation::Duplicate : Relation::Similar;
    }
    const bool isLater = candidate.like.time && m_candidates.asked.time
        && *candidate.like.time > *m_candidates.asked.time;
    return isLater ? Relation::LaterVersion : Relation::EarlierVersion;
}

bool SameTexts::areCopies(const RelatedCandidate &one, const RelatedCandidate &other)
{
    const Told sketches = told(sketchedLikeness(one.traits.sketch, other.traits.sketch), sameText);
    if (sketches == Told::No)
        return false;
    if (one.traits.foldedHeadline != other.traits.foldedHeadline
        && runsOf(one.id()).size() < fewestRuns)
        return false;
    return sketches == Told::Yes
        || textOverlap(runsOf(one.id()), runsOf(other.id())).ofBoth >= sameText;
}
