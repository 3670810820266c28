#pragma once
// What a page prints near its headline: who wrote it, and when. Pure; any thread.

#include "app/article/datephrase.h"
#include "app/html/document.h"

#include <QStringList>

// The short lines of a page in the neighbourhood of its headline, the ones after it first.
QStringList linesAround(const HtmlDocument &document, const QString &headline);

// The names in the first line that is a byline ("By …", "Von …"), or empty.
QStringList bylineNames(const QStringList &lines);

// The first date that is said to be of publication, or said to be nothing; and that of a change.
struct PrintedDates
{
    PrintedDate published;
    PrintedDate modified;
};
PrintedDates datesAround(const QStringList &lines, const QString &language);
