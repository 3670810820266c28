#include "app/article/articlesummary.h"

namespace {

constexpr qsizetype mostFirstWords = 240; // characters

// One line, cut at a word.
QString beginningOf(const QString &text)
{
    const QString line = text.left(mostFirstWords * 4).simplified();
    if (line.size() <= mostFirstWords)
        return line;
    const qsizetype cut = line.lastIndexOf(u' ', mostFirstWords - 1);
    return line.left(cut > 0 ? cut : mostFirstWords - 1) + QChar(0x2026);
}

} // namespace

ArticleSummary summaryOf(const Article &article, const QString &bodyText)
{
    ArticleSummary summary;
    summary.id = article.id;
    summary.path = article.path;
    summary.part = article.part;
    summary.headline = article.headline;
    summary.source = article.publisher.isEmpty() ? article.articleSection : article.publisher;
    summary.section = article.articleSection;
    summary.date = article.date();
    summary.firstWords = beginningOf(article.description.isEmpty() ? bodyText
                                                                   : article.description);
    return summary;
}
