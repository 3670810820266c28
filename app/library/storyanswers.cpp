#include "app/library/storyanswers.h"

#include "app/library/cataloguereader.h"
#include "app/library/library.h"

template <typename Answer>
Result<Answer> StoryAnswers::ask(const std::function<Answer(StoryReader &)> &question)
{
    Answer answer{};
    const Outcome failed = m_library.askCatalogue([&](CatalogueReader &catalogue) {
        StoryReader stories = catalogue.stories();
        answer = question(stories);
    });
    return failed ? Result<Answer>(*failed) : answer;
}

Result<QList<ArticleSummary>> StoryAnswers::withHeadline(const QString &foldedHeadline)
{
    return ask<QList<ArticleSummary>>(
        [&](StoryReader &stories) { return stories.withHeadline(foldedHeadline); });
}

Result<QList<ArticleSummary>> StoryAnswers::withUrl(const QString &foldedUrl)
{
    return ask<QList<ArticleSummary>>(
        [&](StoryReader &stories) { return stories.withUrl(foldedUrl); });
}

Result<QList<ArticleSummary>> StoryAnswers::withDigest(const QByteArray &digest)
{
    return ask<QList<ArticleSummary>>(
        [&](StoryReader &stories) { return stories.withDigest(digest); });
}

Result<QList<ArticleSummary>> StoryAnswers::inFile(const QString &path)
{
    return ask<QList<ArticleSummary>>([&](StoryReader &stories) { return stories.inFile(path); });
}

Result<QList<StoryLink>> StoryAnswers::linksTo(const QString &foldedUrl,
                                               const QString &foldedHeadline)
{
    return ask<QList<StoryLink>>(
        [&](StoryReader &stories) { return stories.linksTo(foldedUrl, foldedHeadline); });
}

Result<QList<StoryTraits>> StoryAnswers::traits(const QList<ArticleId> &ids)
{
    return ask<QList<StoryTraits>>([&](StoryReader &stories) { return stories.traits(ids); });
}

Result<Judgements> StoryAnswers::judgements(const QByteArray &digest)
{
    return ask<Judgements>([&](StoryReader &stories) { return stories.judgements(digest); });
}

Result<QList<ArticleSummary>> StoryAnswers::summaries(const QList<ArticleId> &ids)
{
    return m_library.summaries(ids);
}

Result<qsizetype> StoryAnswers::count()
{
    return m_library.count();
}

Result<QList<SimilarArticle>> StoryAnswers::similarTo(const AskedArticle &asked, qsizetype atMost,
                                                      const Cancelled &cancelled)
{
    return m_library.m_readIndex.similarTo(asked, atMost, cancelled);
}

Result<QList<IndexedText>> StoryAnswers::texts(const QList<ArticleId> &ids)
{
    return m_library.m_readIndex.texts(ids);
}

Result<QList<ArticleId>> StoryAnswers::withHeadlineLike(const QString &headline, const QDate &first,
                                                        const QDate &last, qsizetype atMost)
{
    return m_library.m_readIndex.withHeadlineLike(headline, first, last, atMost);
}
