#include "app/article/articlejson.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

using namespace Qt::StringLiterals;

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

// Half of a pair of surrogates becomes a question mark: what is written is always UTF-8.
void put(Writer &json, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    json.String(utf8.constData(), rapidjson::SizeType(utf8.size()));
}

void put(Writer &json, const char *key, const QString &value)
{
    if (value.isEmpty())
        return;
    json.Key(key);
    put(json, value);
}

void put(Writer &json, const ArticleImage &image)
{
    // A picture inside the file is named by its kind, not poured out.
    const bool isInline = image.contentUrl.startsWith(u"data:");
    json.StartObject();
    put(json, "alternateName", image.alternateName);
    put(json, "caption", image.caption);
    put(json, "contentUrl", isInline ? image.contentUrl.section(u',', 0, 0) : image.contentUrl);
    json.EndObject();
}

void put(Writer &json, const RelatedLink &link)
{
    json.StartObject();
    put(json, "articleSection", link.articleSection);
    put(json, "datePublished", link.datePublished.toIso());
    put(json, "headline", link.headline);
    put(json, "url", link.url.toString());
    json.EndObject();
}

template <typename Value>
void put(Writer &json, const char *key, const QList<Value> &values)
{
    if (values.isEmpty())
        return;
    json.Key(key);
    json.StartArray();
    for (const Value &value : values)
        put(json, value);
    json.EndArray();
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

QByteArray toJson(const Article &article, const QString &articleBody)
{
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.StartObject();
    put(json, "@context", u"https://schema.org"_s);
    put(json, "@type", u"NewsArticle"_s);
    put(json, "alternativeHeadline", article.alternativeHeadline);
    put(json, "articleBody",
        article.isStandfirstPrinted ? article.description + u"\n\n"_s + articleBody : articleBody);
    put(json, "articleSection", article.articleSection);
    put(json, "author", article.authors);
    put(json, "broadsheet:dateSaved", article.dateSaved.toIso());
    put(json, "broadsheet:part", article.part);
    put(json, "broadsheet:path", article.path);
    put(json, "broadsheet:problems", problemsOf(article));
    put(json, "broadsheet:trimmings", article.trimmings);
    put(json, "contentLocation", article.place);
    put(json, "dateModified", article.dateModified.toIso());
    put(json, "datePublished", article.datePublished.toIso());
    put(json, "description", article.description);
    put(json, "encodingFormat", article.encodingFormat);
    put(json, "headline", article.headline);
    put(json, "image", article.images);
    put(json, "inLanguage", article.inLanguage);
    put(json, "keywords", article.keywords);
    put(json, "publisher", article.publisher);
    put(json, "relatedLink", article.relatedLinks);
    put(json, "url", article.url.toString());
    json.EndObject();
    return {buffer.GetString(), qsizetype(buffer.GetSize())};
}
