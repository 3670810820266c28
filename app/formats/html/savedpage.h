#pragma once
// A web page as it was saved, whatever it was saved in: a file of its own, beside a folder of
// pictures, or a part of a container that holds the pictures too. Pure; any thread.

#include "app/article/article.h"
#include "app/base/result.h"
#include "app/html/encoding.h"

#include <QHash>
#include <QUrl>

struct SavedPage
{
    QString path; // of the file that was opened
    DecodedUtf8 text;
    QString encodingFormat;           // MIME type of the file
    QUrl location;                    // where the container says the page was; may be empty
    QString locationFrom;             // which of its words says so, for Article::provenance
    QUrl base;                        // what its addresses are relative to, where not to that
    QString saved;                    // when, as the container says it; may be empty
    QHash<QString, QByteArray> parts; // the container's pictures, by absolute address or "cid:…"
};

// The article in a page. Error: Malformed, when there is no text in it.
Result<QList<Article>> readSavedPage(const SavedPage &page);
