#pragma once
// A page as the reader gets it, for tests that write their own pages.

#include "app/formats/articleformat.h"
#include "app/html/plaintext.h"

namespace formats {
extern const ArticleFormat html;
} // namespace formats

inline Article readPage(const QString &source)
{
    const Result<QList<Article>> read = formats::html.read(
        {QStringLiteral("/nowhere/page.html"), source.toUtf8()});
    return read.has_value() ? read.value().first() : Article();
}

inline QStringList paragraphsOf(const Article &article)
{
    return plainText(article.bodyHtml).split(QStringLiteral("\n\n"));
}

// Sentences enough for a story: `about` stands in every paragraph.
inline QString storyAbout(const QString &about, int paragraphs = 5)
{
    QString story;
    for (int i = 1; i <= paragraphs; ++i) {
        story += QStringLiteral(
                     "<p>Day %1 of the %2, and the harbour, the market and the old quay were full "
                     "of people who had come to see it, some from the islands, some from the hills "
                     "behind the town, and nobody wanted to go home before dark.</p>")
                     .arg(i)
                     .arg(about);
    }
    return story;
}
