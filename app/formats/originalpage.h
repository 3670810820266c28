#pragma once
// A saved page as it was: its own markup, and what of its pictures and styles was saved with it.
// For a view without scripts and without a network. Reading is pure, but for the file itself.

#include "app/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

struct OriginalPart
{
    QByteArray type; // MIME type
    QByteArray bytes;
};

struct OriginalPage
{
    // The markup, without what would send its reader elsewhere: base addresses, refreshes, and
    // policies that were made for another address. What its container holds is addressed as
    // "part/3" there, and relative to one another among the parts.
    QString html;
    QHash<QString, OriginalPart> parts; // of the container, by what stands in their addresses
    // Whose files may be shown beside it, in it and below: canonical, with a slash at its end.
    // Empty for a container, whose page has nothing beside it.
    QString folder;
    // Files in it that the page names as its styles, as they are addressed: what they are called
    // does not tell.
    QSet<QString> styles;
};

// Errors: those of reading the file; Unsupported, when it is no web page.
Result<OriginalPage> readOriginalPage(const QString &path);
