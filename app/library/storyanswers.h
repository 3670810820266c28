#pragma once
// What a library answers to those who look for what belongs beside a story: app/related. Made for
// the time of a question, from a Library that outlives it. Read lane; what went wrong is the Error
// of the answer. Where there is no library yet, all answers are empty.

#include "app/base/result.h"
#include "app/library/storytraits.h"
#include "app/search/indexedtext.h"
#include "app/search/similararticles.h"

#include <QDate>
#include <QSet>

#include <functional>

class Library;
class StoryReader;

class StoryAnswers final
{
public:
    using Cancelled = std::function<bool()>;

    explicit StoryAnswers(Library &library) : m_library(library) { }

    // See StoryReader.
    Result<QList<ArticleSummary>> withHeadline(const QString &foldedHeadline);
    Result<QList<ArticleSummary>> withUrl(const QString &foldedUrl);
    Result<QList<ArticleSummary>> withDigest(const QByteArray &digest);
    Result<QList<ArticleSummary>> inFile(const QString &path);
    Result<QList<StoryLink>> linksTo(const QString &foldedUrl, const QString &foldedHeadline);
    Result<QList<StoryTraits>> traits(const QList<ArticleId> &ids);
    Result<Judgements> judgements(const QByteArray &digest);
    Result<QList<ArticleSummary>> summaries(const QList<ArticleId> &ids);
    Result<qsizetype> count();

    // See SearchIndex.
    Result<QList<SimilarArticle>> similarTo(const AskedArticle &asked, qsizetype atMost,
                                            const Cancelled &cancelled);
    Result<QList<IndexedText>> texts(const QList<ArticleId> &ids);
    Result<QList<ArticleId>> withHeadlineLike(const QString &headline, const QDate &first,
                                              const QDate &last, qsizetype atMost);

private:
    template <typename Answer>
    Result<Answer> ask(const std::function<Answer(StoryReader &)> &question);

    Library &m_library;
};
