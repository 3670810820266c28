#pragma once
// An article as schema.org/NewsArticle JSON: what `broadsheet-cli show --json` prints. Pure.

#include "app/article/article.h"

#include <QByteArray>

// One object in UTF-8, without line ends; its keys stand in the order of their letters.
// `articleBody` is the body as plain text (app/html/plaintext.h); a standfirst that was printed
// above it stands before it there. An absent value is left out.
QByteArray toJson(const Article &article, const QString &articleBody);
