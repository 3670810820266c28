#pragma once
// Every file format that Broadsheet reads, and the one door to them: readArticles(). Pure
// functions; any thread.

#include "app/formats/articleformat.h"

#include <span>

// In the order of asking.
std::span<const ArticleFormat *const> allFormats();

// The articles in `file`, by the first format that recognises its bytes, each with its body
// sanitised here so that no format can forget it. At least one article. Errors: Empty (nothing
// but white space), Binary, Unsupported, Malformed.
Result<QList<Article>> readArticles(const SourceFile &file);

// Reads the file and then its articles; the errors of readSourceFile() and of the above.
Result<QList<Article>> readArticles(const QString &path);
