#include "app/cli/articletext.h"

#include "app/html/plaintext.h"
#include "app/render/datetext.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineLength = 80; // characters

// `text` in lines, each after the first set in by `indent` blanks.
QString filled(const QString &text, qsizetype indent = 0)
{
    QString result;
    qsizetype column = 0;
    for (const QStringView word : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        if (column > 0 && column + 1 + word.size() > lineLength) {
            result += u'\n' + QString(indent, u' ');
            column = indent;
        } else if (column > 0) {
            result += u' ';
            ++column;
        }
        result += word;
        const qsizetype lineEnd = word.lastIndexOf(u'\n');
        column = lineEnd < 0 ? column + word.size() : word.size() - lineEnd - 1;
    }
    return result + u'\n';
}

QString datesOf(const Article &article)
{
    QStringList dates;
    if (article.datePublished.isValid())
        dates.append(dateText(article.datePublished, QLocale::c()));
    if (article.dateModified.isValid())
        dates.append(u"updated "_s + dateText(article.dateModified, QLocale::c()));
    return dates.join(u", "_s);
}

// Who, where and when: one line under the headline.
QString creditOf(const Article &article)
{
    QStringList credits;
    if (!article.authors.isEmpty())
        credits.append(u"By "_s + article.authors.join(u", "_s));
    for (const QString &credit :
         {article.publisher, article.articleSection, article.place, datesOf(article)}) {
        if (!credit.isEmpty())
            credits.append(credit);
    }
    return credits.join(u" | "_s);
}

QString relatedText(const Article &article)
{
    QString text = u"\nRelated stories\n"_s;
    for (const RelatedLink &link : article.relatedLinks) {
        QStringList details;
        if (link.datePublished.isValid())
            details.append(dateText(link.datePublished, QLocale::c()));
        if (!link.articleSection.isEmpty())
            details.append(link.articleSection);
        const QString place = details.isEmpty() ? QString()
                                                : u" ("_s + details.join(u", "_s) + u')';
        text += filled(u"* "_s + link.headline + place, 2);
    }
    return text;
}

} // namespace

QString articleText(const Article &article)
{
    QString text = filled(article.headline);
    if (!article.alternativeHeadline.isEmpty())
        text += filled(article.alternativeHeadline);
    if (!article.description.isEmpty())
        text += u'\n' + filled(article.description);
    if (const QString credit = creditOf(article); !credit.isEmpty())
        text += u'\n' + filled(credit);
    for (const ArticleImage &image : article.images) {
        const QString caption = image.caption.isEmpty() ? image.alternateName : image.caption;
        if (!caption.isEmpty())
            text += u'\n' + filled(u"[Picture: %1]"_s.arg(caption));
    }
    for (const QString &paragraph : plainText(article.bodyHtml).split(u"\n\n"_s))
        text += u'\n' + filled(paragraph);
    if (!article.relatedLinks.isEmpty())
        text += relatedText(article);
    if (!article.trimmings.isEmpty()) {
        text += u"\nNot part of the story\n"_s;
        for (const QString &trimming : article.trimmings)
            text += filled(u"- "_s + trimming, 2);
    }
    if (!article.url.isEmpty())
        text += u'\n' + article.url.toString() + u'\n';
    return text;
}

QString articleHtml(const Article &article)
{
    QString html = u"<article"_s;
    if (!article.inLanguage.isEmpty())
        html += u" lang=\"%1\""_s.arg(article.inLanguage.toHtmlEscaped());
    html += u">\n<h1>%1</h1>\n"_s.arg(article.headline.toHtmlEscaped());
    if (!article.description.isEmpty())
        html += u"<p>%1</p>\n"_s.arg(article.description.toHtmlEscaped());
    if (const QString credit = creditOf(article); !credit.isEmpty())
        html += u"<p>%1</p>\n"_s.arg(credit.toHtmlEscaped());
    QString body = article.bodyHtml;
    for (qsizetype i = 0; i < article.images.size(); ++i) {
        const QString path = article.images[i].filePath;
        if (!path.isEmpty()) {
            body.replace(u"\"picture:%1\""_s.arg(i),
                         u'"' + QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded) + u'"');
        }
    }
    return html + body + u"</article>\n"_s;
}
