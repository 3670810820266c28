#include "app/formats/html/structureddata.h"

#include "app/formats/html/authornames.h"
#include "app/formats/html/storygraph.h"
#include "app/html/plaintext.h"
#include "app/html/sanitizer.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestStory = 800; // characters
constexpr qsizetype mostClasses = 100;   // of paid parts: each element is asked for all of them
constexpr qsizetype mostNames = 1000;    // of authors, of keywords: each is looked for among all

// With its line breaks: they part the paragraphs. Some escape the HTML that they put there.
QString paragraphs(QString text)
{
    if (text.contains("&lt;p"_L1) || text.contains("&lt;br"_L1))
        text = parsedFragment(text).text(0);
    return text.contains(u'<') || text.contains(u'&') ? plainText(sanitized(text, 0))
                                                      : text.trimmed();
}

// Whether there are paragraphs to read, and not only what a script would replace.
bool showsText(const HtmlDocument &document)
{
    qsizetype length = 0;
    for (int i = 0; i < int(document.nodes.size()) && length < shortestStory; ++i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (node.tag == HtmlTag::P)
            length += document.text(i).size();
    }
    return length >= shortestStory;
}

// A live blog holds its story in its updates, the newest first, as pages print them. The page may
// hold those of the last hour, the structured data those of a week.
QString bodyOf(const QJsonObject &story, const HtmlDocument &document)
{
    for (const auto key : {"articleBody"_L1, "text"_L1}) {
        if (const QString body = paragraphs(story[key].toString()); !body.isEmpty())
            return body;
    }
    if (!story.contains("liveBlogUpdate"_L1) || showsText(document))
        return {};
    QStringList updates;
    for (const QJsonValue &update : listed(story["liveBlogUpdate"_L1])) {
        updates.append(jsonWords(update["headline"_L1]));
        updates.append(paragraphs(update["articleBody"_L1].toString()));
    }
    updates.removeAll(QString());
    return updates.join("\n\n"_L1);
}

// Publishers write false, "False" and "no".
bool isNo(const QJsonValue &value)
{
    const QString word = value.toString().toLower();
    return (value.isBool() && !value.toBool()) || word == "false"_L1 || word == "no"_L1;
}

void readAuthors(const QJsonObject &story, const StoryGraph &graph, StructuredData &data)
{
    for (const auto key : {"author"_L1, "creator"_L1}) {
        for (const QJsonValue &author : listed(story[key])) {
            QStringList names;
            if (author.isObject() && author["name"_L1].isArray()) {
                for (const QJsonValue &name : author["name"_L1].toArray())
                    names.append(jsonWords(name));
            } else {
                names.append(graph.name(author));
            }
            const QJsonObject person = author.isString() ? QJsonObject() : graph.resolved(author);
            const bool isAccount = isHouseAccount(person["url"_L1].toString())
                || isHouseAccount(person["@id"_L1].toString());
            QStringList &known = isAccount ? data.accounts : data.authors;
            for (const QString &name : names) {
                if (!name.isEmpty() && known.size() < mostNames && !known.contains(name))
                    known.append(name);
            }
        }
        if (!data.authors.isEmpty())
            break;
    }
}

void readImage(const QJsonObject &story, const StoryGraph &graph, StructuredData &data)
{
    for (const QJsonValue &image : listed(story["image"_L1])) {
        if (image.isString()) {
            data.image = image.toString();
        } else {
            const QJsonObject object = graph.resolved(image);
            const QJsonValue url = object["url"_L1];
            data.image = url.isString() ? url.toString() : object["contentUrl"_L1].toString();
            data.imageCaption = jsonWords(object["caption"_L1]);
        }
        if (!data.image.isEmpty())
            return;
    }
}

QStringList keywordsOf(const QJsonValue &value)
{
    QStringList keywords;
    for (const QJsonValue &one : listed(value)) {
        for (const QString &word : jsonWords(one).split(u',', Qt::SkipEmptyParts)) {
            const QString keyword = word.trimmed();
            if (!keyword.isEmpty() && keywords.size() < mostNames && !keywords.contains(keyword))
                keywords.append(keyword);
        }
    }
    return keywords;
}

// Words, or https://schema.org/CorrectionComment objects.
QString correctionOf(const QJsonValue &value)
{
    QStringList corrections;
    for (const QJsonValue &one : listed(value))
        corrections.append(jsonWords(one.isString() ? one : one["text"_L1]));
    corrections.removeAll(QString());
    return corrections.join(u'\n');
}

// https://developers.google.com/search/docs/appearance/structured-data/paywalled-content:
// "cssSelector": ".paywall".
QStringList paidClassesOf(const QJsonObject &story)
{
    QStringList classes;
    for (const QJsonValue &part : listed(story["hasPart"_L1])) {
        for (const QJsonValue &selector : listed(part["cssSelector"_L1])) {
            const QString name = selector.toString().trimmed();
            if (classes.size() < mostClasses && isNo(part["isAccessibleForFree"_L1])
                && name.startsWith(u'.') && name.count(u'.') == 1 && !name.contains(u' '))
                classes.append(name.mid(1));
        }
    }
    return classes;
}

} // namespace

StructuredData structuredDataOf(const HtmlDocument &document)
{
    const StoryGraph graph(document);
    const QJsonObject story = graph.story();
    StructuredData data;
    data.isArticle = storyRank(story) > 1;
    data.headline = jsonWords(story["headline"_L1]);
    data.name = jsonWords(story["name"_L1]);
    if (data.headline.isEmpty() && data.isArticle)
        data.headline = data.name;
    data.alternativeHeadline = jsonWords(story["alternativeHeadline"_L1]);
    data.description = jsonWords(story["description"_L1]);
    readAuthors(story, graph, data);
    data.datePublished = jsonWords(story["datePublished"_L1]);
    data.dateCreated = jsonWords(story["dateCreated"_L1]);
    data.dateModified = jsonWords(story["dateModified"_L1]);
    data.articleSection = jsonWords(story["articleSection"_L1]);
    data.publisher = graph.name(story["publisher"_L1]);
    if (data.publisher.isEmpty())
        data.publisher = graph.name(graph.resolved(story["isPartOf"_L1])["publisher"_L1]);
    data.breadcrumbs = graph.breadcrumbs();
    data.inLanguage = jsonWords(story["inLanguage"_L1]);
    const QJsonValue page = story["mainEntityOfPage"_L1];
    data.url = story["url"_L1].isString() ? story["url"_L1].toString()
        : page.isString()                 ? page.toString()
                                          : page["@id"_L1].toString();
    data.articleBody = bodyOf(story, document);
    data.correction = correctionOf(story["correction"_L1]);
    data.keywords = keywordsOf(story["keywords"_L1]);
    data.isForSubscribers = isNo(story["isAccessibleForFree"_L1])
        || (!story.contains("isAccessibleForFree"_L1)
            && std::ranges::any_of(listed(story["hasPart"_L1]), [](const QJsonValue &part) {
                   return isNo(part["isAccessibleForFree"_L1]);
               }));
    data.paidClasses = paidClassesOf(story);
    data.isList = !data.isArticle && graph.hasList();
    readImage(story, graph, data);
    return data;
}
