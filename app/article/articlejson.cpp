#include "app/article/articlejson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

void put(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

void put(QJsonObject &object, const QString &key, const QStringList &values)
{
    if (!values.isEmpty())
        object.insert(key, QJsonArray::fromStringList(values));
}

void put(QJsonObject &object, const QString &key, const QJsonArray &values)
{
    if (!values.isEmpty())
        object.insert(key, values);
}

QJsonArray imagesOf(const Article &article)
{
    QJsonArray images;
    for (const ArticleImage &image : article.images) {
        QJsonObject object;
        // A picture inside the file is named by its kind, not poured out.
        const bool isInline = image.contentUrl.startsWith(u"data:");
        put(object, u"contentUrl"_s,
            isInline ? image.contentUrl.section(u',', 0, 0) : image.contentUrl);
        put(object, u"alternateName"_s, image.alternateName);
        put(object, u"caption"_s, image.caption);
        images.append(object);
    }
    return images;
}

QJsonArray relatedLinksOf(const Article &article)
{
    QJsonArray links;
    for (const RelatedLink &link : article.relatedLinks) {
        QJsonObject object;
        put(object, u"headline"_s, link.headline);
        put(object, u"datePublished"_s, link.datePublished.toIso());
        put(object, u"articleSection"_s, link.articleSection);
        put(object, u"url"_s, link.url.toString());
        links.append(object);
    }
    return links;
}

QStringList problemsOf(const Article &article)
{
    QStringList problems = article.problems;
    if (article.extent == ArticleExtent::Beginning)
        problems.append(u"only the beginning of the article is in the file"_s);
    else if (article.extent == ArticleExtent::List)
        problems.append(u"the page is a list of articles, and none itself"_s);
    return problems;
}

} // namespace

QJsonObject toJson(const Article &article, const QString &articleBody)
{
    QJsonObject object{{u"@context"_s, u"https://schema.org"_s}, {u"@type"_s, u"NewsArticle"_s}};
    put(object, u"headline"_s, article.headline);
    put(object, u"alternativeHeadline"_s, article.alternativeHeadline);
    put(object, u"description"_s, article.description);
    put(object, u"articleBody"_s,
        article.isStandfirstPrinted ? article.description + u"\n\n"_s + articleBody : articleBody);
    put(object, u"author"_s, article.authors);
    put(object, u"datePublished"_s, article.datePublished.toIso());
    put(object, u"dateModified"_s, article.dateModified.toIso());
    put(object, u"articleSection"_s, article.articleSection);
    put(object, u"publisher"_s, article.publisher);
    put(object, u"inLanguage"_s, article.inLanguage);
    put(object, u"url"_s, article.url.toString());
    put(object, u"contentLocation"_s, article.place);
    put(object, u"keywords"_s, article.keywords);
    put(object, u"image"_s, imagesOf(article));
    put(object, u"relatedLink"_s, relatedLinksOf(article));
    put(object, u"encodingFormat"_s, article.encodingFormat);
    put(object, u"broadsheet:dateSaved"_s, article.dateSaved.toIso());
    put(object, u"broadsheet:path"_s, article.path);
    put(object, u"broadsheet:part"_s, article.part);
    put(object, u"broadsheet:trimmings"_s, article.trimmings);
    put(object, u"broadsheet:problems"_s, problemsOf(article));
    return object;
}
