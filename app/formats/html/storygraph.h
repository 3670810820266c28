#pragma once
// The objects of a page's JSON-LD, references between them, and which of them is the page's own
// story: pages describe the stories that they link to in the same words. Pure; any thread.
// https://www.w3.org/TR/json-ld11/

#include "app/html/document.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

class StoryGraph final
{
public:
    explicit StoryGraph(const HtmlDocument &document);

    // Empty when the page has none.
    QJsonObject story() const;
    // Of a type that is a page of other stories: CollectionPage, ItemList …
    bool hasList() const;
    // The names of a BreadcrumbList, from the front page down; empty when there is none.
    QStringList breadcrumbs() const;
    // The object that a reference {"@id": …} stands for, or the value itself.
    QJsonObject resolved(const QJsonValue &value) const;
    QString name(const QJsonValue &value) const;

private:
    void collect(const QJsonValue &from);
    QString nameBelow(const QJsonValue &value, int depth) const;

    const HtmlDocument &m_document;
    QList<QJsonObject> m_objects;
    QHash<QString, QJsonObject> m_byId;
};

// How much a type speaks for an object being the story; from 2 on it is an article.
int storyRank(const QJsonObject &object);

// A value that may be one or a list of them.
QJsonArray listed(const QJsonValue &value);

// The text of a value, or of the first of several, without the HTML that publishers put there; of a
// text that no headline and no name is as long as, its beginning.
QString jsonWords(const QJsonValue &value);
