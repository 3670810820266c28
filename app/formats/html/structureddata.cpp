#include "app/formats/html/structureddata.h"

#include "app/formats/html/authornames.h"
#include "app/formats/html/pagefacts.h"
#include "app/formats/html/tolerantjson.h"
#include "app/html/plaintext.h"
#include "app/html/sanitizer.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 1000; // of authors, of keywords: each is looked for among all

constexpr qsizetype maximumObjects = 5000; // of one page

// A value that may be one or a list of them.
QJsonArray listed(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    return value.isUndefined() || value.isNull() ? QJsonArray() : QJsonArray{value};
}

// Publishers put HTML and its escapes into JSON strings.
QString words(const QJsonValue &value)
{
    QString text = value.isArray() ? value.toArray().at(0).toString() : value.toString();
    if (text.contains(u'&') || text.contains(u'<')) {
        const HtmlDocument fragment = parsedFragment(text);
        text = fragment.text(0);
    }
    return tidied(text);
}

// With its line breaks: they part the paragraphs.
QString paragraphs(const QString &text)
{
    return text.contains(u'<') || text.contains(u'&') ? plainText(sanitized(text, 0))
                                                      : text.trimmed();
}

// How much a type speaks for an object being the story.
int typeRank(const QJsonObject &object)
{
    int rank = 0;
    for (const QJsonValue &type : listed(object["@type"_L1])) {
        const QString name = type.toString().section(u'/', -1);
        if (name.endsWith("NewsArticle"_L1) || name == "LiveBlogPosting"_L1)
            rank = qMax(rank, 4);
        else if (name.endsWith("Article"_L1) || name.endsWith("BlogPosting"_L1)
                 || name == "Report"_L1)
            rank = qMax(rank, 3);
        else if (name == "Recipe"_L1 || name == "Review"_L1 || name == "CreativeWork"_L1
                 || name.endsWith("Posting"_L1))
            rank = qMax(rank, 2);
        else if (name.endsWith("WebPage"_L1))
            rank = qMax(rank, 1);
    }
    return rank;
}

class Graph
{
public:
    explicit Graph(const HtmlDocument &document);

    QJsonObject story() const;
    bool hasList() const;
    // The object that a reference {"@id": …} stands for, or the value itself.
    QJsonObject resolved(const QJsonValue &value) const;
    QString name(const QJsonValue &value) const;

private:
    void collect(const QJsonValue &from);

    QList<QJsonObject> m_objects;
    QHash<QString, QJsonObject> m_byId;
};

Graph::Graph(const HtmlDocument &document)
{
    for (int i = 0; i < int(document.nodes.size()); ++i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (node.tag != HtmlTag::Script)
            continue;
        for (const QJsonValue &value : tolerantJson(document.text(i)))
            collect(value);
    }
}

// Without recursion: a page may nest as deep as it likes.
void Graph::collect(const QJsonValue &from)
{
    QList<QJsonValue> rest{from};
    while (!rest.isEmpty() && m_objects.size() < maximumObjects) {
        const QJsonValue value = rest.takeFirst();
        if (value.isArray()) {
            for (const QJsonValue &member : value.toArray())
                rest.append(member);
            continue;
        }
        if (!value.isObject())
            continue;
        const QJsonObject object = value.toObject();
        m_objects.append(object);
        const QString id = object["@id"_L1].toString();
        if (!id.isEmpty() && object.size() > m_byId.value(id).size())
            m_byId.insert(id, object);
        for (const auto key : {"@graph"_L1, "mainEntity"_L1, "mainEntityOfPage"_L1, "author"_L1,
                               "publisher"_L1, "liveBlogUpdate"_L1})
            rest.append(object[key]);
    }
}

QJsonObject Graph::story() const
{
    QJsonObject best;
    int bestRank = 0;
    for (const QJsonObject &object : m_objects) {
        int rank = typeRank(object) * 4;
        if (rank == 0)
            continue;
        rank += object.contains("headline"_L1) ? 2 : 0;
        rank += object.contains("datePublished"_L1) ? 1 : 0;
        if (rank > bestRank) {
            best = object;
            bestRank = rank;
        }
    }
    return best;
}

bool Graph::hasList() const
{
    return std::ranges::any_of(m_objects, [](const QJsonObject &object) {
        return std::ranges::any_of(listed(object["@type"_L1]), [](const QJsonValue &type) {
            const QString name = type.toString().section(u'/', -1);
            return name == "CollectionPage"_L1 || name == "ItemList"_L1 || name == "WebSite"_L1;
        });
    });
}

// Publishers write false, "False" and "no".
bool isNo(const QJsonValue &value)
{
    const QString word = value.toString().toLower();
    return (value.isBool() && !value.toBool()) || word == "false"_L1 || word == "no"_L1;
}

QJsonObject Graph::resolved(const QJsonValue &value) const
{
    const QJsonObject object = value.isArray() ? value.toArray().at(0).toObject()
                                               : value.toObject();
    const QString id = object["@id"_L1].toString();
    return object.size() <= 2 && m_byId.contains(id) ? m_byId[id] : object;
}

QString Graph::name(const QJsonValue &value) const
{
    if (value.isString())
        return words(value);
    return words(resolved(value)["name"_L1]);
}

void readAuthors(const QJsonObject &story, const Graph &graph, StructuredData &data)
{
    for (const auto key : {"author"_L1, "creator"_L1}) {
        for (const QJsonValue &author : listed(story[key])) {
            QStringList names;
            if (author.isObject() && author["name"_L1].isArray()) {
                for (const QJsonValue &name : author["name"_L1].toArray())
                    names.append(words(name));
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

void readImage(const QJsonObject &story, const Graph &graph, StructuredData &data)
{
    for (const QJsonValue &image : listed(story["image"_L1])) {
        if (image.isString()) {
            data.image = image.toString();
        } else {
            const QJsonObject object = graph.resolved(image);
            const QJsonValue url = object["url"_L1];
            data.image = url.isString() ? url.toString() : object["contentUrl"_L1].toString();
            data.imageCaption = words(object["caption"_L1]);
        }
        if (!data.image.isEmpty())
            return;
    }
}

QStringList keywordsOf(const QJsonValue &value)
{
    QStringList keywords;
    for (const QJsonValue &one : listed(value)) {
        for (const QString &word : words(one).split(u',', Qt::SkipEmptyParts)) {
            const QString keyword = word.trimmed();
            if (!keyword.isEmpty() && keywords.size() < mostNames && !keywords.contains(keyword))
                keywords.append(keyword);
        }
    }
    return keywords;
}

} // namespace

StructuredData structuredDataOf(const HtmlDocument &document)
{
    const Graph graph(document);
    const QJsonObject story = graph.story();
    StructuredData data;
    data.isArticle = typeRank(story) > 1;
    data.headline = words(story["headline"_L1]);
    data.name = words(story["name"_L1]);
    if (data.headline.isEmpty() && data.isArticle)
        data.headline = data.name;
    data.alternativeHeadline = words(story["alternativeHeadline"_L1]);
    data.description = words(story["description"_L1]);
    readAuthors(story, graph, data);
    data.datePublished = words(story["datePublished"_L1]);
    data.dateModified = words(story["dateModified"_L1]);
    data.articleSection = words(story["articleSection"_L1]);
    data.publisher = graph.name(story["publisher"_L1]);
    data.inLanguage = words(story["inLanguage"_L1]);
    const QJsonValue page = story["mainEntityOfPage"_L1];
    data.url = story["url"_L1].isString() ? story["url"_L1].toString()
        : page.isString()                 ? page.toString()
                                          : page["@id"_L1].toString();
    data.articleBody = paragraphs(story["articleBody"_L1].toString());
    data.keywords = keywordsOf(story["keywords"_L1]);
    data.isForSubscribers = isNo(story["isAccessibleForFree"_L1])
        || (!story.contains("isAccessibleForFree"_L1)
            && std::ranges::any_of(listed(story["hasPart"_L1]), [](const QJsonValue &part) {
                   return isNo(part["isAccessibleForFree"_L1]);
               }));
    data.isList = !data.isArticle && graph.hasList();
    readImage(story, graph, data);
    return data;
}
