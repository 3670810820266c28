#pragma once
// What a page's head says, before anything is made of it. Pure; any thread.

#include "app/html/document.h"

#include <QHash>
#include <QStringList>

// The meta elements by their names, the first of each; and the links by their relation.
struct PageHead
{
    QHash<QString, QString> metas;
    QHash<QString, QStringList> allMetas;
    QHash<QString, QString> links;
    QString title;
    QString language;
};

PageHead headOf(const HtmlDocument &document);
