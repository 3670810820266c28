#include "app/formats/formats.h"

#include "app/formats/gzip.h"
#include "app/html/encoding.h"
#include "app/html/sanitizer.h"

#include <algorithm>

namespace {

bool isBlank(const QByteArray &bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return c >= 0 && c <= ' ' && c != '\0'; });
}

} // namespace

Result<QList<Article>> readArticles(const SourceFile &pressed)
{
    const Result<SourceFile> unpacked = unpressed(pressed);
    if (!unpacked.has_value())
        return unpacked.error();
    const SourceFile &file = unpacked.value();
    if (isBlank(file.bytes))
        return Error{Error::Kind::Empty, file.path, {}};

    const auto formats = allFormats();
    const auto format = std::ranges::find_if(
        formats, [&](const ArticleFormat *candidate) { return candidate->recognises(file); });
    if (format == formats.end()) {
        const bool isBinary = looksBinary(file.bytes);
        return Error{isBinary ? Error::Kind::Binary : Error::Kind::Unsupported, file.path, {}};
    }

    Result<QList<Article>> articles = (*format)->read(file);
    if (!articles.has_value())
        return articles;
    for (Article &article : articles.value()) {
        article.path = file.path;
        article.bodyHtml = sanitized(article.bodyHtml, article.images.size());
    }
    return articles;
}

Result<QList<Article>> readArticles(const QString &path)
{
    const Result<SourceFile> file = readSourceFile(path);
    if (!file.has_value())
        return file.error();
    return readArticles(file.value());
}
