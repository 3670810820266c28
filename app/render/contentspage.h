#pragma once
// The contents of several articles that are printed together, as a page for paper. Pure; any
// thread.

#include <QList>
#include <QString>

struct ContentsEntry
{
    QString headline;
    QString source; // "The Ellery Post, 3 May 2031"; may be empty
    int page = 0;   // where it begins, from 1
};

// A whole HTML document like paperPage(). A headline that is read from right to left stands so.
QString contentsPage(const QList<ContentsEntry> &entries, const QString &title, bool isRightToLeft);
