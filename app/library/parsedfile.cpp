#include "app/library/parsedfile.h"

#include "app/formats/formats.h"
#include "app/search/foldedtext.h"
#include "app/search/textsketch.h"

#include <QCryptographicHash>

namespace {

// A file that went while the folder was read is no problem, and neither is one that never looked
// like an article.
bool isWorthTelling(const Error &error)
{
    return error.kind != Error::Kind::NotFound
        && (error.kind == Error::Kind::Unreadable || isNamedLikeAnArticle(error.subject));
}

ParsedArticle listedArticle(const Article &article, const QString &text)
{
    return {summaryOf(article, text),
            article.relatedLinks,
            article.url,
            contentDigest(article, text),
            sketchOf(text),
            {},
            article.publisher,
            article.authors,
            article.inLanguage.section(u'-', 0, 0).toLower()};
}

ParsedFile parsedFile(const FoundFile &file,
                      const std::function<ParsedArticle(const Article &)> &parsed)
{
    ParsedFile result{file, {}, {}};
    const Result<QList<Article>> articles = readArticles(file.path);
    if (articles.has_value()) {
        for (const Article &article : articles.value())
            result.articles.append(parsed(article));
    } else if (isWorthTelling(articles.error())) {
        result.problem = articles.error();
    }
    return result;
}

} // namespace

ParsedFile listedFile(const FoundFile &file)
{
    return parsedFile(
        file, [](const Article &article) { return listedArticle(article, searchedText(article)); });
}

ParsedFile indexedFile(const FoundFile &file, WordIndexer &indexer)
{
    std::optional<Error> problem;
    ParsedFile parsed = parsedFile(file, [&](const Article &article) {
        ArticleWords words = indexer.words(article);
        ParsedArticle one = listedArticle(article, words.text);
        words.text.clear(); // the file has it
        if (words.problem)
            problem = words.problem;
        one.words = std::move(words);
        return one;
    });
    if (problem)
        parsed.problem = problem;
    return parsed;
}

QByteArray contentDigest(const Article &article, const QString &text)
{
    constexpr qsizetype tellingText = 20; // characters
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    hash.addData(foldedText(article.headline).toUtf8());
    hash.addData(QByteArrayView("\n"));
    const QString words = text.simplified();
    hash.addData(words.toUtf8());
    if (words.size() < tellingText) {
        hash.addData(article.date().toIso().toUtf8());
        hash.addData(foldedText(article.articleSection).toUtf8());
    }
    return hash.result();
}
