#pragma once
// Articles put into a library as a scan would put them, without files on disk. For tests only.

#include "app/library/library.h"
#include "app/search/textsketch.h"

#include <QDir>
#include <QTest>

// Of one file with these articles; their paths and parts are those of the file and of the articles.
inline ParsedFile parsedFileOf(const QString &path, const QList<Article> &articles,
                               qint64 modified = 1'000'000'000)
{
    WordIndexer indexer;
    ParsedFile file{{path, 1, modified}, {}, {}};
    for (Article article : articles) {
        article.path = path;
        const ArticleWords words = indexer.words(article);
        file.articles.append({summaryOf(article, words.text), article.relatedLinks, article.url,
                              contentDigest(article, words.text), sketchOf(words.text), words,
                              article.publisher, article.authors, article.inLanguage});
    }
    return file;
}

// Adds the files and makes their words searchable; fails the test when the library does.
inline LibraryChanges addTo(Library &library, const QList<ParsedFile> &files)
{
    const auto changes = library.add(files);
    if (!changes.has_value())
        qFatal("the library could not add: %s", qPrintable(changes.error().detail));
    const auto words = library.toIndex(files);
    QList<FoundFile> found;
    for (const ParsedFile &file : files)
        found.append(file.file);
    if (const Outcome failed = library.putWords(words.value(), found))
        qFatal("the library could not add the words: %s", qPrintable(failed->detail));
    return changes.value();
}

inline Article story(const QString &headline, const QString &day = {}, const QString &body = {})
{
    Article article;
    article.headline = headline;
    article.datePublished = dateFromIso(day).value_or(PrintedDate{});
    for (const QString &paragraph : body.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        article.bodyHtml += QStringLiteral("<p>%1</p>").arg(paragraph.toHtmlEscaped());
    return article;
}
