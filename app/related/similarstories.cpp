#include "app/related/similarstories.h"

#include "app/library/library.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostStories = 10;
constexpr qsizetype mostNames = 3; // in a reason
constexpr qsizetype mostWords = 3;

ArticleId idOf(const Article &article, Library &library)
{
    const auto inFile = library.inFile(article.path);
    if (!inFile.has_value())
        return {};
    const auto same = std::ranges::find(inFile.value(), article.part, &ArticleSummary::part);
    return same == inFile.value().end() ? ArticleId{} : same->id;
}

bool isName(const QString &term)
{
    return term.startsWith(QLatin1Char(namePrefix));
}

// "Lama" says nothing beside "Dalai Lama".
bool isSaid(const QString &form, const QStringList &said)
{
    return std::ranges::any_of(said, [&](const QString &one) {
        return one.contains(form, Qt::CaseInsensitive) || form.contains(one, Qt::CaseInsensitive);
    });
}

// The strongest of what both articles have, as the asked one prints it.
QList<RelatedReason> reasons(const QStringList &shared, const QHash<QString, QString> &forms)
{
    QStringList names;
    QStringList words;
    for (const QString &term : shared) {
        const QString form = forms.value(term);
        if (isName(term) && !form.isEmpty() && names.size() < mostNames && !isSaid(form, names))
            names.append(form);
    }
    for (const QString &term : shared) {
        const QString form = forms.value(term);
        if (!isName(term) && !form.isEmpty() && names.size() + words.size() < mostNames + 1
            && words.size() < mostWords && !isSaid(form, names + words))
            words.append(form);
    }
    QList<RelatedReason> all;
    if (!names.isEmpty())
        all.append({u"names"_s, names.join(u", "_s)});
    if (!words.isEmpty())
        all.append({u"words"_s, words.join(u", "_s)});
    return all;
}

} // namespace

double leastScore(qsizetype articles)
{
    constexpr double ofTen = 0.125;    // found with a folder of one running story and others
    constexpr double ofThousand = 0.2; // found with 560 reports of some hundred events
    const double size = std::log10(double(qMax<qsizetype>(articles, 1)));
    return ofTen + (ofThousand - ofTen) * std::clamp((size - 1) / 2, 0.0, 1.0);
}

QList<RelatedStory> similarStories(const Article &article, Library &library,
                                   QSet<ArticleId> leaveOut, const std::function<bool()> &cancelled)
{
    WordIndexer indexer;
    const ArticleWords words = indexer.words(article);
    const auto copies = library.withDigest(contentDigest(article, words.text));
    if (copies.has_value()) {
        for (const ArticleSummary &copy : copies.value())
            leaveOut.insert(copy.id);
    }
    const auto found = library.similarTo(words, idOf(article, library), leaveOut, mostStories,
                                         cancelled);
    if (!found.has_value() || cancelled())
        return {};

    const auto count = library.count();
    const double least = leastScore(count.has_value() ? count.value() : 0);
    const QHash<QString, QString> forms = indexer.printedForms(article, words);
    QList<RelatedStory> stories;
    for (const SimilarArticle &one : found.value()) {
        const auto summaries = library.summaries({one.id});
        if (one.score < least || !summaries.has_value() || summaries.value().isEmpty())
            continue;
        RelatedStory story;
        story.relation = RelatedStory::Relation::Similar;
        story.here = summaries.value().first();
        story.score = one.score;
        story.reasons = reasons(one.shared, forms);
        stories.append(story);
    }
    return stories;
}
