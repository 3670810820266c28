#pragma once
// What a page prints near its headline: who wrote it, and when. Pure; any thread.

#include "app/article/datephrase.h"
#include "app/html/document.h"

#include <QStringList>

// Every line of the page but those of menus and of readers' comments, long ones cut.
struct PageLines
{
    QStringList lines;
    qsizetype headline = -1; // which of them is the printed headline
};
PageLines linesOf(const HtmlDocument &document, int heading);

// The short ones in the neighbourhood of the headline, the ones after it first.
QStringList linesAround(const PageLines &page, const QString &headline);

// The names in the first line that is a byline ("By …", "Von …"), or empty.
QStringList bylineNames(const QStringList &lines);

// The names behind the first label that says so ("Autor:", "责编："), wherever it stands, or empty.
QStringList labelledNames(const QStringList &lines);

// The account in the first line that says who posted the story and when, or empty.
QStringList accountNames(const QStringList &lines);

// The person in one of the first lines that has a day beside it, and no label, or empty.
QStringList namesBesideDay(const QStringList &lines, const QString &language);

// The name that stands alone below the story's last line or above its first, or empty.
QStringList signature(const QString &bodyHtml);

// The first date that is said to be of publication, or said to be nothing; and that of a change.
struct PrintedDates
{
    PrintedDate published;
    PrintedDate modified;
};
PrintedDates datesAround(const QStringList &lines, const QString &language);

// The day that stands alone in one of the first of these lines, and is not said to be of a change.
PrintedDate dayUnderHeadline(const QStringList &lines, const QString &language);

// The day in a line of its own right above the headline, where no line right below it has one.
PrintedDate dayOverHeadline(const PageLines &page, const QString &language);

// The one day that the page says it was published on, wherever; invalid when there are several.
PrintedDate publishedAnywhere(const QStringList &lines, const QString &language);
