#include "app/render/excerpt.h"

#include "app/html/sanitizer.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

Article excerptOf(const Article &article, const QString &html)
{
    Article excerpt = article;
    excerpt.images.clear();
    // The page has "article:/picture/7/2" for the article's third picture; the excerpt numbers
    // those that it has from the first.
    static const QRegularExpression address(u"src=\"article:/picture/\\d+/(\\d{1,6})\""_s);
    QString body;
    qsizetype done = 0;
    for (auto match = address.globalMatch(html); match.hasNext();) {
        const auto next = match.next();
        const qsizetype number = next.capturedView(1).toLongLong();
        if (number >= article.images.size())
            continue;
        body += QStringView(html).mid(done, next.capturedStart() - done);
        body += u"src=\"picture:%1\""_s.arg(excerpt.images.size());
        excerpt.images.append(article.images[number]);
        done = next.capturedEnd();
    }
    body += QStringView(html).mid(done);
    excerpt.bodyHtml = sanitized(body, excerpt.images.size());
    if (excerpt.bodyHtml.isEmpty())
        return article;
    excerpt.description.clear();
    excerpt.alternativeHeadline.clear();
    excerpt.relatedLinks.clear();
    excerpt.trimmings.clear();
    return excerpt;
}
