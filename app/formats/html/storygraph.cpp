#include "app/formats/html/storygraph.h"

#include "app/formats/html/headline.h"
#include "app/formats/html/pagefacts.h"
#include "app/formats/html/tolerantjson.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumObjects = 5000;    // of one page
constexpr qsizetype longestWords = 64 * 1024; // characters, as of an attribute
constexpr qsizetype mostTitles = 8;           // of one page
constexpr int deepestName = 3;                // a Role, its person, the person's reference
constexpr double alike = 0.8;                 // of their words, two prints of a headline share

QString typeName(const QJsonValue &type)
{
    return type.toString().section(u'/', -1);
}

bool isOfType(const QJsonObject &object, std::initializer_list<QLatin1StringView> names)
{
    return std::ranges::any_of(listed(object["@type"_L1]), [&](const QJsonValue &type) {
        return std::ranges::find(names, typeName(type)) != names.end();
    });
}

// An address without what changes between two that lead to the same page.
QString bareAddress(const QString &address)
{
    const QUrl url(address.trimmed());
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    QString host = url.host();
    if (host.startsWith("www."_L1) || host.startsWith("m."_L1))
        host = host.section(u'.', 1);
    // The front page's is that of every object that speaks of the site.
    if (host.isEmpty() || (path.isEmpty() && !url.hasQuery()))
        return {};
    return host + path + u'?' + url.query();
}

// What the page says of itself outside its JSON-LD.
struct PageNames
{
    QStringList addresses;
    QStringList titles;
};

PageNames namesOf(const HtmlDocument &document)
{
    PageNames names;
    for (int i = 0; i < int(document.nodes.size()); ++i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (node.tag == HtmlTag::Title && names.titles.isEmpty()) {
            names.titles.prepend(tidied(document.text(i)));
        } else if (node.tag == HtmlTag::H1 && names.titles.size() < mostTitles) {
            names.titles.append(visibleText(document, i));
        } else if (node.tag == HtmlTag::Link && node.attribute("rel"_L1) == "canonical"_L1) {
            names.addresses.append(bareAddress(node.attribute("href"_L1)));
        } else if (node.tag == HtmlTag::Meta) {
            const QString property = node.attribute("property"_L1);
            if (property == "og:url"_L1)
                names.addresses.append(bareAddress(node.attribute("content"_L1)));
            else if (property == "og:title"_L1)
                names.titles.append(tidied(node.attribute("content"_L1)));
        }
    }
    names.addresses.removeAll(QString());
    names.titles.removeAll(QString());
    return names;
}

// Whether an object says that it is what the page shows.
bool isAtAddress(const QJsonObject &object, const PageNames &names)
{
    const QJsonValue page = object["mainEntityOfPage"_L1];
    const std::initializer_list<QJsonValue> addresses{object["url"_L1], object["@id"_L1], page,
                                                      page["@id"_L1], page["url"_L1]};
    return std::ranges::any_of(addresses, [&names](const QJsonValue &address) {
        return address.isString() && names.addresses.contains(bareAddress(address.toString()));
    });
}

bool hasTitle(const QJsonObject &object, const PageNames &names)
{
    const QString headline = jsonWords(object["headline"_L1]);
    return !headline.isEmpty() && std::ranges::any_of(names.titles, [&](const QString &title) {
        return beginsWithHeadline(title, headline) || likeness(title, headline) > alike;
    });
}

// JSON-LD in the shapes that come before its being JSON.
QString scriptText(QString text)
{
    if (text.contains("&quot;"_L1) && !text.contains(u'"'))
        text = parsedFragment(text).text(0);
    // Of a context that gives schema.org's names a prefix.
    return text.replace("\"schema:"_L1, "\""_L1);
}

} // namespace

QJsonArray listed(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    return value.isUndefined() || value.isNull() ? QJsonArray() : QJsonArray{value};
}

QString jsonWords(const QJsonValue &value)
{
    const QJsonValue one = value.isArray() ? value.toArray().at(0) : value;
    QString text = one.isObject() ? one["@value"_L1].toString()
        : one.isDouble()          ? QString::number(one.toDouble(), 'f', 0)
                                  : one.toString();
    text.truncate(longestWords);
    // Twice: some escape what is escaped already.
    for (int i = 0; i < 2 && (text.contains(u'&') || text.contains(u'<')); ++i)
        text = parsedFragment(text).text(0);
    return tidied(text);
}

int storyRank(const QJsonObject &object)
{
    int rank = 0;
    for (const QJsonValue &type : listed(object["@type"_L1])) {
        const QString name = typeName(type);
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

StoryGraph::StoryGraph(const HtmlDocument &document) : m_document(document)
{
    for (int i = 0; i < int(document.nodes.size()); ++i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (node.tag != HtmlTag::Script)
            continue;
        for (const QJsonValue &value : tolerantJson(scriptText(document.text(i))))
            collect(value);
    }
}

// Without recursion: a page may nest as deep as it likes.
void StoryGraph::collect(const QJsonValue &from)
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
                               "publisher"_L1, "liveBlogUpdate"_L1, "breadcrumb"_L1})
            rest.append(object[key]);
        // Of several parts none is the page.
        for (const auto key : {"hasPart"_L1, "subjectOf"_L1, "isPartOf"_L1}) {
            if (const QJsonArray parts = listed(object[key]); parts.size() == 1)
                rest.append(parts.at(0));
        }
    }
}

QJsonObject StoryGraph::story() const
{
    QList<std::pair<QJsonObject, int>> candidates; // with their ranks
    for (const QJsonObject &object : m_objects) {
        if (const int rank = storyRank(object); rank > 0)
            candidates.emplaceBack(object,
                                   rank * 4 + (object.contains("headline"_L1) ? 2 : 0)
                                       + (object.contains("datePublished"_L1) ? 1 : 0));
    }
    constexpr auto isArticle = [](const auto &candidate) { return candidate.second >= 2 * 4; };
    if (std::ranges::count_if(candidates, isArticle) > 1) {
        const PageNames names = namesOf(m_document);
        for (auto &[object, rank] : candidates) {
            if (rank < 2 * 4)
                continue;
            rank += isAtAddress(object, names) || hasTitle(object, names) ? 100 : 0;
        }
    }
    const auto best = std::ranges::max_element(candidates, {},
                                               &std::pair<QJsonObject, int>::second);
    return best == candidates.end() ? QJsonObject() : best->first;
}

bool StoryGraph::hasList() const
{
    return std::ranges::any_of(m_objects, [](const QJsonObject &object) {
        return isOfType(object, {"CollectionPage"_L1, "ItemList"_L1, "WebSite"_L1});
    });
}

QStringList StoryGraph::breadcrumbs() const
{
    const auto list = std::ranges::find_if(m_objects, [](const QJsonObject &object) {
        return isOfType(object, {"BreadcrumbList"_L1});
    });
    QList<std::pair<int, QString>> crumbs; // with their positions
    for (const QJsonValue &value :
         list == m_objects.end() ? QJsonArray() : listed((*list)["itemListElement"_L1])) {
        const QString own = jsonWords(value["name"_L1]);
        const QString crumb = own.isEmpty() ? jsonWords(value["item"_L1]["name"_L1]) : own;
        const int position = jsonWords(value["position"_L1]).toInt();
        if (!crumb.isEmpty())
            crumbs.emplaceBack(position, crumb);
    }
    std::ranges::stable_sort(crumbs, {}, &std::pair<int, QString>::first);
    QStringList names;
    for (const auto &[position, crumb] : crumbs)
        names.append(crumb);
    return names;
}

QJsonObject StoryGraph::resolved(const QJsonValue &value) const
{
    const QJsonValue one = value.isArray() ? value.toArray().at(0) : value;
    if (one.isString())
        return m_byId.value(one.toString());
    const QJsonObject object = one.toObject();
    const auto known = m_byId.constFind(object["@id"_L1].toString());
    const bool isReference = !object.contains("name"_L1) && !object.contains("headline"_L1)
        && known != m_byId.constEnd() && known->size() >= object.size();
    return isReference ? *known : object;
}

QString StoryGraph::name(const QJsonValue &value) const
{
    return nameBelow(value, deepestName);
}

QString StoryGraph::nameBelow(const QJsonValue &value, int depth) const
{
    const QJsonObject object = resolved(value);
    if (value.isString() && object.isEmpty())
        return value.toString().startsWith(u'#') ? QString() : jsonWords(value);
    if (const QString name = jsonWords(object["name"_L1]); !name.isEmpty())
        return name;
    const QString parts = tidied(jsonWords(object["givenName"_L1]) + u' '
                                 + jsonWords(object["familyName"_L1]));
    if (!parts.isEmpty())
        return parts;
    // https://schema.org/Role stands between a story and its author, and repeats the property.
    for (const auto key : {"author"_L1, "creator"_L1}) {
        if (depth > 0 && object.contains(key))
            return nameBelow(object[key], depth - 1);
    }
    return jsonWords(object["alternateName"_L1]);
}
