#include "app/related/linkedstories.h"

#include "app/library/storyanswers.h"
#include "app/related/headlinelikeness.h"
#include "app/search/foldedtext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostDaysApart = 2; // a page's list and its story often print neighbouring days
constexpr qsizetype mostAskedLikes = 12; // headlines that are looked for by their words
constexpr qsizetype mostLikes = 10;      // stories that each may be

bool isSame(const ArticleSummary &candidate, const Article &article)
{
    return candidate.path == article.path && candidate.part == article.part;
}

std::optional<qint64> daysApart(const PrintedDate &one, const PrintedDate &other)
{
    if (!one.isValid() || !other.isValid())
        return std::nullopt;
    return qAbs(one.moment.date().daysTo(other.moment.date()));
}

// How well a story fits the link: higher is better, nothing when the dates say that it is another,
// or no date says that a headline like its own is its own.
std::optional<int> fit(const RelatedLink &link, const ArticleSummary &candidate)
{
    const auto days = daysApart(link.datePublished, candidate.date);
    if (days > mostDaysApart)
        return std::nullopt;
    int points = days ? int(4 * (mostDaysApart + 1 - *days)) : 0;
    // Pages name one section in two ways ("World/Americas", "Americas"): a hint, never a veto.
    const QString printed = foldedText(link.articleSection);
    if (!printed.isEmpty() && printed == foldedText(candidate.section))
        points += 2;
    switch (headlineLikeness(link.headline, candidate.headline)) {
    case HeadlineLikeness::None:
        return std::nullopt;
    case HeadlineLikeness::WordedAnew:
        return days ? std::optional(points) : std::nullopt;
    case HeadlineLikeness::Cut:
        return points + 20;
    case HeadlineLikeness::Same:
        return points + 40;
    }
    return std::nullopt;
}

class LinkFinder final
{
public:
    LinkFinder(const Article &article, StoryAnswers &library)
        : m_article(article), m_library(library)
    {
    }

    std::optional<ArticleSummary> find(const RelatedLink &link)
    {
        if (const auto story = byUrl(link))
            return story;
        if (foldedText(link.headline).isEmpty())
            return std::nullopt;
        const auto named = m_library.withHeadline(foldedText(link.headline));
        if (const auto story = best(link, named.has_value() ? named.value() : nothing))
            return story;
        return best(link, withHeadlineLike(link));
    }

private:
    std::optional<ArticleSummary> byUrl(const RelatedLink &link)
    {
        const QString url = foldedUrl(link.url);
        const auto found = url.isEmpty() ? nothing : m_library.withUrl(url);
        if (!found.has_value())
            return std::nullopt;
        const auto other = std::ranges::find_if(
            found.value(), [&](const ArticleSummary &one) { return !isSame(one, m_article); });
        return other == found.value().end() ? std::nullopt : std::optional(*other);
    }

    std::optional<ArticleSummary> best(const RelatedLink &link,
                                       const QList<ArticleSummary> &candidates) const
    {
        std::optional<ArticleSummary> best;
        int bestFit = -1;
        for (const ArticleSummary &candidate : candidates) {
            const auto points = isSame(candidate, m_article) ? std::nullopt : fit(link, candidate);
            if (points && *points > bestFit) {
                best = candidate;
                bestFit = *points;
            }
        }
        return best;
    }

    QList<ArticleSummary> withHeadlineLike(const RelatedLink &link)
    {
        if (++m_askedLikes > mostAskedLikes)
            return {};
        const QDate day = link.datePublished.moment.date();
        const bool isDated = link.datePublished.isValid();
        const auto ids = m_library.withHeadlineLike(
            link.headline, isDated ? day.addDays(-mostDaysApart) : QDate(),
            isDated ? day.addDays(mostDaysApart) : QDate(), mostLikes);
        const auto stories = ids.has_value() ? m_library.summaries(ids.value()) : nothing;
        return stories.has_value() ? stories.value() : QList<ArticleSummary>();
    }

    const QList<ArticleSummary> nothing;
    const Article &m_article;
    StoryAnswers &m_library;
    qsizetype m_askedLikes = 0;
};

} // namespace

QList<RelatedStory> linkedStories(const Article &article, StoryAnswers &library)
{
    LinkFinder finder(article, library);
    QList<RelatedStory> stories;
    for (const RelatedLink &link : article.relatedLinks) {
        RelatedStory story;
        story.relation = RelatedStory::Relation::Linked;
        story.printed = link;
        story.here = finder.find(link);
        story.reasons = {{RelatedReason::Kind::Listed, {}}};
        stories.append(story);
    }
    return stories;
}

// A page that lists the same story twice is one row.
QList<RelatedStory> storiesLinkingHere(const Article &article, StoryAnswers &library)
{
    const auto links = library.linksTo(foldedUrl(article.url), foldedText(article.headline));
    if (!links.has_value())
        return {};
    QList<RelatedStory> stories;
    QSet<ArticleId> told;
    for (const StoryLink &link : links.value()) {
        const bool isByUrl = !foldedUrl(article.url).isEmpty()
            && foldedUrl(link.printed.url) == foldedUrl(article.url);
        const auto days = daysApart(link.printed.datePublished, article.date());
        if (isSame(link.from, article) || told.contains(link.from.id)
            || (!isByUrl && days > mostDaysApart))
            continue;
        told.insert(link.from.id);
        RelatedStory story;
        story.relation = RelatedStory::Relation::LinksHere;
        story.here = link.from;
        story.reasons = {{RelatedReason::Kind::Lists, {}}};
        stories.append(story);
    }
    std::ranges::stable_sort(stories, [](const RelatedStory &a, const RelatedStory &b) {
        return a.here->date.moment > b.here->date.moment;
    });
    return stories;
}
