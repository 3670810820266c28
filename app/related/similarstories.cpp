#include "app/related/similarstories.h"

#include "app/library/storyanswers.h"
#include "app/related/relatedreasons.h"
#include "app/related/sametexts.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace {

constexpr qsizetype comparedForCopies = 40; // candidates: more are on no screen
constexpr qsizetype freeOfOnePublisher = 3; // rows
constexpr double heldBack = 0.94;           // each further one's score
constexpr double enoughToTell = 1000;       // articles: how rare a word is shows among so many
constexpr double dearerWithoutNames = 0.4;  // of the score, in a library of a few

struct Row
{
    const RelatedCandidate *story = nullptr;
    QList<const RelatedCandidate *> copies;
};

// Copies of one story in one row, that of the best of them.
QList<Row> stacked(const QList<const RelatedCandidate *> &stories, SameTexts &texts)
{
    QList<Row> rows;
    for (qsizetype i = 0; i < stories.size(); ++i) {
        const auto row = i >= comparedForCopies
            ? rows.end()
            : std::ranges::find_if(
                rows, [&](const Row &one) { return texts.areCopies(*one.story, *stories.at(i)); });
        if (row == rows.end())
            rows.append(Row{stories.at(i), {}});
        else
            row->copies.append(stories.at(i));
    }
    return rows;
}

// Each time the best of what is left, as things are.
QList<Row> balanced(QList<Row> rows, qsizetype atMost)
{
    QList<Row> chosen;
    QHash<QString, qsizetype> published;
    const auto worth = [&](const Row &row) {
        const QString &publisher = row.story->traits.publisher;
        const qsizetype more = publisher.isEmpty()
            ? 0
            : qMax<qsizetype>(0, published.value(publisher) - freeOfOnePublisher + 1);
        return row.story->like.score * std::pow(heldBack, double(more));
    };
    while (!rows.isEmpty() && chosen.size() < atMost) {
        const auto best = std::ranges::max_element(
            rows, [&](const Row &a, const Row &b) { return worth(a) < worth(b); });
        ++published[best->story->traits.publisher];
        chosen.append(*best);
        rows.erase(best);
    }
    return chosen;
}

bool isNamed(const RelatedStory &story)
{
    return std::ranges::any_of(story.reasons, [](const RelatedReason &reason) {
        return reason.kind == RelatedReason::Kind::Names;
    });
}

// What is shown of the rows; the library is asked once for all of them.
class RowWriter final
{
public:
    RowWriter(StoryAnswers &library, const AskedArticle &asked, const QList<Row> &rows)
        : m_asked(asked)
    {
        QList<ArticleId> ids;
        for (const Row &row : rows) {
            ids.append(row.story->id());
            for (const RelatedCandidate *copy : row.copies)
                ids.append(copy->id());
        }
        const auto summaries = library.summaries(ids);
        if (summaries.has_value()) {
            for (const ArticleSummary &summary : summaries.value())
                m_summaries.insert(summary.id, summary);
        }
        const auto texts = library.texts(ids);
        if (texts.has_value()) {
            for (const IndexedText &text : texts.value())
                m_texts.insert(text.id, text);
        }
    }

    std::optional<RelatedStory> written(const Row &row) const
    {
        auto story = written(*row.story);
        for (const RelatedCandidate *copy : row.copies) {
            if (const auto one = written(*copy); story && one)
                story->copies.append(*one);
        }
        return story;
    }

private:
    std::optional<RelatedStory> written(const RelatedCandidate &candidate) const
    {
        const auto summary = m_summaries.constFind(candidate.id());
        if (summary == m_summaries.constEnd())
            return std::nullopt; // it has left since
        RelatedStory story;
        story.here = *summary;
        story.score = candidate.like.score;
        const auto text = m_texts.constFind(candidate.id());
        if (text != m_texts.constEnd())
            story.reasons = likenessReasons(m_asked, candidate.like.shared, *text);
        return story;
    }

    const AskedArticle &m_asked;
    QHash<ArticleId, ArticleSummary> m_summaries;
    QHash<ArticleId, IndexedText> m_texts;
};

} // namespace

// Found with 558 reports of 122 events: among 558 articles 0.17, and among 20,558 articles 0.22,
// is reached by 19 of 20 reports of the same event, and by the best story of another event at
// every fourth.
double leastScore(qsizetype articles)
{
    const double size = std::log10(double(qMax<qsizetype>(articles, 1)));
    return std::clamp(0.08 + 0.033 * size, 0.1, 0.26);
}

double leastScoreWithoutNames(qsizetype articles)
{
    const double share = 1 - double(qMax<qsizetype>(articles, 0)) / enoughToTell;
    return leastScore(articles) * (1 + dearerWithoutNames * qMax(0.0, share));
}

QList<RelatedStory> similarStories(StoryAnswers &library, const RelatedCandidates &candidates,
                                   SameTexts &texts, const QSet<ArticleId> &leaveOut,
                                   const RelatedOptions &options)
{
    const auto count = library.count();
    const qsizetype articles = count.has_value() ? count.value() : 0;
    const double least = options.takeAll ? 0 : leastScore(articles);
    const bool mayLackNames = options.takeAll || candidates.asked.names.isEmpty();
    QList<const RelatedCandidate *> stories;
    for (const RelatedCandidate &candidate : candidates.all) {
        if (candidate.like.score >= least && !leaveOut.contains(candidate.id()))
            stories.append(&candidate);
    }
    QList<Row> rows = stacked(stories, texts);
    if (options.takeAll)
        rows.resize(qMin(rows.size(), options.atMost));
    else
        rows = balanced(rows, options.atMost);

    const double withoutNames = leastScoreWithoutNames(articles);
    const RowWriter writer(library, candidates.asked, rows);
    QList<RelatedStory> similar;
    for (const Row &row : std::as_const(rows)) {
        const auto story = writer.written(row);
        if (story && (mayLackNames || isNamed(*story) || story->score >= withoutNames))
            similar.append(*story);
    }
    return similar;
}
