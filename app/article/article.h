#pragma once
// One story, whole, in memory. A value: copy it, send it between threads, compare it in tests.
// Changing a story means making another Article. It never does I/O.
// Field names are those of https://schema.org/NewsArticle, in Qt spelling.

#include "app/article/articleid.h"
#include "app/article/printeddate.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

// A picture that belongs to the story. The body shows number n of Article::images as
// <img src="picture:n">: no other address of a picture survives the sanitiser.
struct ArticleImage
{
    QString contentUrl; // as the document gave it; empty in a text extract, "data:" when inline
    QString filePath;   // absolute, when it was found on disk beside the article
    QByteArray bytes;   // when it came inside the article's own file
    QString alternateName;
    QString caption;

    bool isHere() const { return !filePath.isEmpty() || !bytes.isEmpty(); }
    bool operator==(const ArticleImage &other) const = default;
};

// A related story as the page itself listed it, not yet looked for among the reader's files.
struct RelatedLink
{
    QString headline;
    PrintedDate datePublished;
    QString articleSection;
    QUrl url;

    bool operator==(const RelatedLink &other) const = default;
};

// How much of a story a document holds.
enum class ArticleExtent {
    Whole,
    Beginning, // the rest was for those who pay
    List,      // no story: a front page, or another page of ways to stories
};

struct Article
{
    ArticleId id{};
    QString path; // of its file, as it was opened
    QString part; // which article of the file, where one file holds many; else empty

    QString headline;
    QString alternativeHeadline;
    QString description;              // the standfirst
    bool isStandfirstPrinted = false; // above the story, not only in the document's metadata
    QStringList authors;              // in the order printed
    PrintedDate datePublished;
    PrintedDate dateModified;
    PrintedDate dateSaved; // as the program that saved the page wrote it down
    QString articleSection;
    QString publisher;
    QString inLanguage; // BCP 47 tag; empty when nobody knows
    QUrl url;           // where the page says it was published
    QString place;      // the dateline's: "LONDON"
    QStringList keywords;
    QList<ArticleImage> images; // in the order of the page, the lead image first
    QString bodyHtml; // already sanitised: see app/html/sanitizer.h for what may stand in it
    QList<RelatedLink> relatedLinks;
    ArticleExtent extent = ArticleExtent::Whole;
    QStringList trimmings; // lines that are not the story, in the order of the file

    QString encodingFormat; // MIME type of the file: "text/plain", "text/html"
    QString charset;        // the encoding the bytes were in: "UTF-8", "windows-1252"
    QStringList problems;   // what could not be read, a short phrase each
    QMap<QString, QString>
        provenance; // field name -> where it came from: "JSON-LD", "BBC date line"

    // When it was news: datePublished, or dateModified where only that is known.
    const PrintedDate &date() const
    {
        return datePublished.isValid() ? datePublished : dateModified;
    }

    bool operator==(const Article &other) const = default;
};
