#pragma once
// The running header and footer: what they say, and a PDF of sheets with nothing else on them, to
// be laid over the story's pages. Vector text that can be selected. GUI thread.

#include "app/article/article.h"
#include "ui/printing/printsettings.h"

#include <QByteArray>
#include <QList>
#include <QLocale>
#include <QPageLayout>
#include <QString>

struct RunningLines
{
    QString masthead; // "BBC · Americas"
    QString headline; // joins the masthead from the second page on
    QString date;
    QString source; // the original address, else the file's name; never where it lies
    bool rightToLeft = false;
    bool hasPageNumbers = true;

    bool operator==(const RunningLines &other) const = default;
};

RunningLines runningLines(const Article &article, const QLocale &locale,
                          const RunningFields &fields = {});

// An article that takes `pages` pages.
struct RunningLinesRun
{
    RunningLines lines;
    int pages = 0;
};

// One sheet a page, numbered through all the runs.
QByteArray runningLinesPdf(const QList<RunningLinesRun> &runs, const QPageLayout &paper);
