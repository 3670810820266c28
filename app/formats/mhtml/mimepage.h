#pragma once
// Which part of a message is its page, and under which addresses the page knows the others. Pure;
// any thread.

#include "app/article/article.h"
#include "app/base/result.h"
#include "app/formats/mhtml/mimeparts.h"
#include "app/html/encoding.h"

#include <QStringList>
#include <QUrl>

#include <optional>

struct MimePage
{
    DecodedText text;
    QUrl location;        // where it was; may be empty
    QUrl base;            // what its relative addresses are relative to; as a rule its location
    QString locationFrom; // the header that says so
};

// The message's first page, or that of its frames which has the text, where the page has none but
// them. Nothing, when there is no page in it.
std::optional<MimePage> pageOf(const MimeMessage &message);

// The article in its page, with its pictures. `encodingFormat` is the MIME type of the file;
// `locationFrom` what says there where the page was, where its headers do not. Error: Malformed.
Result<QList<Article>> readContainer(const MimeMessage &message, const QString &path,
                                     const QString &encodingFormat,
                                     const QString &locationFrom = {});

// "https://a.example/p.png", "cid:one@a"; none, for a part that nothing can point to.
QStringList addressesOf(const MimePart &part, const MimePage &page);
