#include "app/related/linkedstories.h"

#include "app/library/library.h"
#include "app/search/foldedtext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostDaysApart = 2; // a page's list and its story often print neighbouring days

// How well a file with the same headline fits the link: higher is better, nothing when the dates
// say that it is another story.
std::optional<int> fit(const RelatedLink &link, const ArticleSummary &candidate)
{
    int points = 0;
    if (link.datePublished.isValid() && candidate.date.isValid()) {
        const qint64 days = qAbs(
            link.datePublished.moment.date().daysTo(candidate.date.moment.date()));
        if (days > mostDaysApart)
            return std::nullopt;
        points += 4 * int(mostDaysApart + 1 - days);
    }
    // Pages name one section in two ways ("World/Americas", "Americas"): a hint, never a veto.
    const QString printed = foldedText(link.articleSection);
    if (!printed.isEmpty() && printed == foldedText(candidate.section))
        points += 2;
    return points;
}

bool isSame(const ArticleSummary &candidate, const Article &article)
{
    return candidate.path == article.path && candidate.part == article.part;
}

std::optional<ArticleSummary> byUrl(const RelatedLink &link, const Article &article,
                                    Library &library)
{
    const QString url = foldedUrl(link.url);
    if (url.isEmpty())
        return std::nullopt;
    const auto found = library.withUrl(url);
    if (!found.has_value())
        return std::nullopt;
    const auto other = std::ranges::find_if(
        found.value(), [&](const ArticleSummary &one) { return !isSame(one, article); });
    return other == found.value().end() ? std::nullopt : std::optional(*other);
}

std::optional<ArticleSummary> byHeadline(const RelatedLink &link, const Article &article,
                                         Library &library)
{
    const QString headline = foldedText(link.headline);
    if (headline.isEmpty())
        return std::nullopt;
    const auto found = library.withHeadline(headline);
    if (!found.has_value())
        return std::nullopt;

    std::optional<ArticleSummary> best;
    int bestFit = -1;
    for (const ArticleSummary &candidate : found.value()) {
        const auto points = isSame(candidate, article) ? std::nullopt : fit(link, candidate);
        if (points && *points > bestFit) {
            best = candidate;
            bestFit = *points;
        }
    }
    return best;
}

} // namespace

QList<RelatedStory> linkedStories(const Article &article, Library &library)
{
    QList<RelatedStory> stories;
    for (const RelatedLink &link : article.relatedLinks) {
        RelatedStory story;
        story.relation = RelatedStory::Relation::Linked;
        story.printed = link;
        story.here = byUrl(link, article, library);
        if (!story.here)
            story.here = byHeadline(link, article, library);
        story.reasons = {{u"listed"_s, {}}};
        stories.append(story);
    }
    return stories;
}
