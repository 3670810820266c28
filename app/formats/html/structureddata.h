#pragma once
// What a page says of its article in JSON-LD, in all the shapes that publishers give it: one
// object, a list, a graph, inside a WebPage; authors as words, objects, lists or references.
// https://schema.org/NewsArticle. Pure; any thread.

#include "app/html/document.h"

#include <QStringList>

struct StructuredData
{
    bool isArticle = false; // by its type; else only what a page says of itself
    QString headline;
    QString name; // some put the headline here and a description there
    QString alternativeHeadline;
    QString description;
    QStringList authors;
    QStringList accounts;  // named as authors, and nobody: see isHouseAccount()
    QString datePublished; // as it stands there
    QString dateCreated;   // of a draft, perhaps
    QString dateModified;
    QString articleSection;
    QString publisher;
    QString inLanguage;
    QString url;
    QString image;
    QString imageCaption;
    QString articleBody;
    QString correction; // of a mistake in the story
    QStringList keywords;
    QStringList breadcrumbs;       // from the front page down to the story
    bool isForSubscribers = false; // isAccessibleForFree is false
    QStringList paidClasses;       // of the elements that hold what is paid for, if they say so
    bool isList = false;           // of its type: CollectionPage, ItemList …, and no article
};

StructuredData structuredDataOf(const HtmlDocument &document);
