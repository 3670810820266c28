#include "app/related/relatedstories.h"

#include "app/library/parsedfile.h"
#include "app/library/storyanswers.h"
#include "app/related/linkedstories.h"
#include "app/related/sametexts.h"
#include "app/related/similarstories.h"
#include "app/search/foldedtext.h"
#include "app/search/textsketch.h"

#include <QElapsedTimer>

#include <algorithm>

namespace {

constexpr qsizetype candidatesWanted = 100;

// One question, from the article's own page to the stories that are only like it.
class Question final
{
public:
    Question(const Article &article, Library &library, const RelatedOptions &options,
             const std::function<bool()> &cancelled)
        : m_article(article), m_library(library), m_options(options), m_cancelled(cancelled)
    {
    }

    RelatedStories answer()
    {
        const auto count = m_library.count();
        m_stories.lookedAt = count.has_value() ? count.value() : 0;
        describeArticle();
        takeLinks();
        if (m_cancelled())
            return m_stories;
        const auto judgements = m_library.judgements(m_candidates.digest);
        if (judgements.has_value())
            m_judgements = judgements.value();
        takeCandidates();
        if (m_cancelled())
            return m_stories;
        takeMarked();
        SameTexts texts(m_library, m_candidates);
        takeSameTexts(texts);
        m_stories.similar = similarStories(m_library, m_candidates, texts, m_taken, m_options);
        takeThread();
        return m_stories;
    }

private:
    void describeArticle();
    void takeLinks();
    void takeCandidates();
    void takeMarked();
    void takeSameTexts(SameTexts &texts);
    void takeThread();
    void take(RelatedStory story, QList<RelatedStory> &list);

    const Article &m_article;
    StoryAnswers m_library;
    const RelatedOptions &m_options;
    const std::function<bool()> &m_cancelled;
    RelatedCandidates m_candidates;
    Judgements m_judgements;
    QSet<ArticleId> m_taken; // they have a row, or are not to have one
    RelatedStories m_stories;
};

void Question::describeArticle()
{
    WordIndexer indexer;
    m_candidates.asked = askedArticle(m_article, indexer);
    const QString &text = m_candidates.asked.words.text;
    m_candidates.digest = contentDigest(m_article, text);
    m_candidates.sketch = sketchOf(text);
    m_candidates.url = foldedUrl(m_article.url);
    m_candidates.publisher = m_article.publisher;
    m_candidates.foldedHeadline = foldedText(m_article.headline);

    // Itself, wherever the library has it, and under whatever name.
    const auto copies = m_library.withDigest(m_candidates.digest);
    const auto inFile = m_library.inFile(m_article.path);
    if (inFile.has_value()) {
        const auto same = std::ranges::find(inFile.value(), m_article.part, &ArticleSummary::part);
        m_candidates.asked.id = same == inFile.value().end() ? ArticleId{} : same->id;
        m_taken.insert(m_candidates.asked.id);
    }
    if (!copies.has_value() || copies.value().isEmpty())
        return;
    for (const ArticleSummary &copy : copies.value())
        m_taken.insert(copy.id);
    if (m_candidates.asked.id == ArticleId{})
        m_candidates.asked.id = copies.value().first().id;
}

// A row of its own, unless it has one.
void Question::take(RelatedStory story, QList<RelatedStory> &list)
{
    if (story.here && m_taken.contains(story.here->id))
        return;
    if (story.here)
        m_taken.insert(story.here->id);
    list.append(std::move(story));
}

void Question::takeLinks()
{
    m_stories.linked = linkedStories(m_article, m_library);
    for (const RelatedStory &story : std::as_const(m_stories.linked)) {
        if (story.here)
            m_taken.insert(story.here->id);
    }
    for (const RelatedStory &story : storiesLinkingHere(m_article, m_library))
        take(story, m_stories.linksHere);
}

void Question::takeCandidates()
{
    const auto found = m_library.similarTo(m_candidates.asked,
                                           qMax(candidatesWanted, m_options.atMost), m_cancelled);
    if (!found.has_value())
        return;
    QList<ArticleId> ids;
    for (const SimilarArticle &one : found.value())
        ids.append(one.id);
    const auto traits = m_library.traits(ids);
    if (!traits.has_value())
        return;
    QHash<ArticleId, StoryTraits> known;
    for (const StoryTraits &one : traits.value())
        known.insert(one.id, one);
    for (const SimilarArticle &one : found.value()) {
        const auto its = known.constFind(one.id);
        if (its == known.constEnd()) // it has left the library
            continue;
        m_candidates.all.append({one, *its});
        if (m_judgements.value(its->digest) == Judgement::NotRelated)
            m_taken.insert(one.id);
    }
}

void Question::takeMarked()
{
    for (const auto &[digest, judgement] : m_judgements.asKeyValueRange()) {
        const auto stories = m_library.withDigest(digest);
        if (judgement != Judgement::Related || !stories.has_value())
            continue;
        for (const ArticleSummary &here : stories.value()) {
            RelatedStory story;
            story.relation = RelatedStory::Relation::Marked;
            story.here = here;
            story.reasons = {{RelatedReason::Kind::Marked, {}}};
            take(story, m_stories.marked);
        }
    }
}

void Question::takeSameTexts(SameTexts &texts)
{
    QList<std::pair<qint64, RelatedStory>> found;
    for (const RelatedCandidate &candidate : std::as_const(m_candidates.all)) {
        if (m_taken.contains(candidate.id()))
            continue;
        const auto relation = texts.relationOf(candidate);
        if (relation == RelatedStory::Relation::Similar)
            continue;
        const auto summaries = m_library.summaries({candidate.id()});
        if (!summaries.has_value() || summaries.value().isEmpty())
            continue;
        RelatedStory story;
        story.relation = relation;
        story.here = summaries.value().first();
        story.score = candidate.like.score;
        const bool isCopy = relation == RelatedStory::Relation::Duplicate;
        story.reasons = {{isCopy ? RelatedReason::Kind::SameText : RelatedReason::Kind::Version,
                          candidate.traits.publisher}};
        found.append({candidate.like.time.value_or(0), story});
    }
    std::ranges::stable_sort(found, {}, &std::pair<qint64, RelatedStory>::first);
    for (const auto &[time, story] : std::as_const(found))
        take(story, m_stories.sameText);
}

void Question::takeThread()
{
    QList<ThreadCandidate> dated;
    for (const RelatedCandidate &candidate : std::as_const(m_candidates.all)) {
        const bool isUnwanted = m_judgements.value(candidate.traits.digest)
            == Judgement::NotRelated;
        if (candidate.like.time && !isUnwanted && candidate.id() != m_candidates.asked.id)
            dated.append({candidate.id(), *candidate.like.time, candidate.like.score});
    }
    m_stories.thread = storyThread(m_candidates.asked.id, m_candidates.asked.time, dated);
}

} // namespace

RelatedStories relatedStories(const Article &article, Library &library,
                              const RelatedOptions &options, const std::function<bool()> &cancelled)
{
    QElapsedTimer clock;
    clock.start();
    RelatedStories stories = Question(article, library, options, cancelled).answer();
    stories.milliseconds = double(clock.nsecsElapsed()) / 1e6;
    return stories;
}
