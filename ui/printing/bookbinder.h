#pragma once
// Finished pages into one PDF: chapters joined, running lines laid over them, and what the file
// says of itself. The only room's file that knows libqpdf. Pure; any thread.

#include "app/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QPageRanges>
#include <QString>
#include <QStringList>

struct DocumentInfo
{
    QString title;
    QString author;
    QString subject;
    QStringList keywords;
    QString language; // BCP 47 tag, or empty
    QDateTime created;
};

struct OutlineEntry
{
    QString title;
    int page = 0; // where it leads, from 0
};

Result<int> pageCount(const QByteArray &pdf);

// The page, from 0, of each destination that `pdf` has under a name (ISO 32000-1, 12.3.2.3).
Result<QHash<QString, int>> namedPages(const QByteArray &pdf);

// The pages of `pdf` that are asked for; they keep the numbers printed on them. Without an outline.
Result<QByteArray> pagesOf(const QByteArray &pdf, const QPageRanges &pages);

// The pages of `chapters` one after another, page n of `overlay` laid over page n of them all.
// One entry alone is no outline.
Result<QByteArray> boundPdf(const QList<QByteArray> &chapters, const QList<OutlineEntry> &outline,
                            const QByteArray &overlay, const DocumentInfo &info);
