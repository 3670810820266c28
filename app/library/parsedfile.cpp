#include "app/library/parsedfile.h"

#include "app/formats/formats.h"
#include "app/search/foldedtext.h"

#include <QCryptographicHash>

namespace {

// A file that went while the folder was read is no problem, and neither is one that never looked
// like an article.
bool isWorthTelling(const Error &error)
{
    return error.kind != Error::Kind::NotFound
        && (error.kind == Error::Kind::Unreadable || isNamedLikeAnArticle(error.subject));
}

} // namespace

ParsedFile parsedFile(const FoundFile &file, WordIndexer &indexer)
{
    ParsedFile parsed{file, {}, {}};
    const Result<QList<Article>> articles = readArticles(file.path);
    if (!articles.has_value()) {
        if (isWorthTelling(articles.error()))
            parsed.problem = articles.error();
        return parsed;
    }
    for (const Article &article : articles.value()) {
        ArticleWords words = indexer.words(article);
        ParsedArticle one{summaryOf(article, words.text),
                          article.relatedLinks,
                          article.url,
                          contentDigest(article.headline, words.text),
                          {}};
        words.text.clear(); // the file has it
        one.words = std::move(words);
        parsed.articles.append(std::move(one));
    }
    return parsed;
}

QByteArray contentDigest(const QString &headline, const QString &text)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    hash.addData(foldedText(headline).toUtf8());
    hash.addData(QByteArrayView("\n"));
    hash.addData(text.simplified().toUtf8());
    return hash.result();
}
