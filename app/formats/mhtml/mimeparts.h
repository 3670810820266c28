#pragma once
// A MIME message taken apart, decoded, into one flat list: what a browser put into one file. The
// library behind it stays in mimeparts.cpp. Pure; any thread.

#include <QByteArray>
#include <QList>
#include <QString>

struct MimePart
{
    QByteArray type;     // "text/html", lower case
    QByteArray charset;  // as its header names it; may be empty
    QString location;    // Content-Location, as it stands; may be empty
    QString id;          // Content-ID without its angle brackets; may be empty
    QByteArray contents; // decoded

    bool isPage() const;
};

struct MimeMessage
{
    QString location; // Snapshot-Content-Location: where a Chromium saved it from
    QString subject;
    QString saved;         // when, as the program that saved it wrote it down; may be empty
    QList<MimePart> parts; // in the order of the file; its page first, when it says which it is
};

// Never fails: what cannot be understood has no parts. Where the boundary is not the one that the
// header names, that which stands there counts; without any, a page is found by its part's own
// header.
// https://www.rfc-editor.org/rfc/rfc2557, https://www.rfc-editor.org/rfc/rfc2387
MimeMessage mimeMessage(const QByteArray &bytes);
