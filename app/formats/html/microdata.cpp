#include "app/formats/html/microdata.h"

#include "app/formats/html/headline.h"
#include "app/formats/html/namepattern.h"
#include "app/formats/html/pagefacts.h"
#include "app/formats/html/storygraph.h"
#include "app/formats/html/tolerantjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 500; // characters
constexpr int largestValue = 200;       // nodes
constexpr double alike = 0.8;           // of their words, two prints of a headline share

// The name in itemprop="name", property="schema:name".
QString propertyOf(const HtmlNode &node)
{
    for (const HtmlAttribute &attribute : node.attributes) {
        if (attribute.name == "itemprop"_L1)
            return attribute.value().trimmed();
        if (attribute.name == "property"_L1)
            return attribute.value().section(u' ', 0, 0).remove("schema:"_L1);
    }
    return {};
}

// The name in itemtype="https://schema.org/NewsArticle", typeof="schema:NewsArticle".
QString typeOf(const HtmlNode &node)
{
    for (const HtmlAttribute &attribute : node.attributes) {
        if (attribute.name == "itemtype"_L1 || attribute.name == "typeof"_L1)
            return attribute.value().trimmed().section(u'/', -1).section(u':', -1);
    }
    return {};
}

// Finds the story that the page marks, and reads it.
class Reader
{
public:
    explicit Reader(const HtmlDocument &document);

    StructuredData read();

private:
    const HtmlNode &node(int i) const { return m_document.nodes[std::size_t(i)]; }
    int only(const QList<int> &stories) const;
    QString value(int i) const;
    QString nameIn(int i) const;
    void readItem(int story);
    void readProperty(int i, const QString &property);
    void readEntry(int story);
    void readMeta(const QString &name, const QString &content);
    void readCounted(const QJsonObject &page);

    const HtmlDocument &m_document;
    StructuredData m_data;
    QString m_locale;   // Open Graph's: of the site, as often as of the story
    int m_heading = -1; // the first h1
    QList<int> m_items;
    QList<int> m_entries;
};

void setOnce(QString &field, const QString &found)
{
    if (field.isEmpty())
        field = found;
}

Reader::Reader(const HtmlDocument &document) : m_document(document)
{
    static const NamePattern entry(u"(?:^|\\s)(?:hentry|h-entry|hnews)(?:$|\\s)"_s);
    int entryEnd = 0;
    for (int i = 0; i < int(document.nodes.size()); ++i) {
        const HtmlNode &here = node(i);
        if (here.tag == HtmlTag::Meta) {
            readMeta(here.attribute("name"_L1), here.attribute("content"_L1));
            if (here.attribute("property"_L1) == "og:locale"_L1)
                m_locale = here.attribute("content"_L1).trimmed().replace(u'_', u'-');
        }
        if (here.tag == HtmlTag::H1 && m_heading < 0)
            m_heading = i;
        if (here.attributes.empty())
            continue;
        if (const QString type = typeOf(here); !type.isEmpty()) {
            if (storyRank({{u"@type"_s, type}}) > 2)
                m_items.append(i);
            else if (type == "BreadcrumbList"_L1 && m_data.breadcrumbs.isEmpty())
                readItem(i);
        }
        if (i >= entryEnd && entry.matches(here)) {
            m_entries.append(i);
            entryEnd = here.end;
        }
    }
}

int Reader::only(const QList<int> &stories) const
{
    if (stories.size() == 1)
        return stories.first();
    const auto holding = std::ranges::find_if(
        stories, [this](int story) { return m_heading > story && m_heading < node(story).end; });
    return holding == stories.end() ? -1 : *holding;
}

QString Reader::value(int i) const
{
    for (const auto name : {"content"_L1, "datetime"_L1}) {
        if (const QString given = node(i).attribute(name); !given.isEmpty())
            return tidied(given);
    }
    if (node(i).end - i > largestValue)
        return {};
    const QString text = visibleText(m_document, i);
    return text.size() > longestValue ? QString() : text;
}

// Of a person or an organisation, its name; of a plain value, the value.
QString Reader::nameIn(int i) const
{
    static const NamePattern name(u"(?:^|\\s)(?:fn|org|p-name)(?:$|\\s)"_s);
    for (int at = i + 1; at < qMin(node(i).end, i + largestValue); ++at) {
        if (propertyOf(node(at)) == "name"_L1 || name.matches(node(at)))
            return value(at);
    }
    return value(i);
}

// The properties of an item, but not those of the items in it.
void Reader::readItem(int story)
{
    const bool isTrail = typeOf(node(story)) == "BreadcrumbList"_L1;
    for (int i = story + 1; i < node(story).end; ++i) {
        const HtmlNode &here = node(i);
        const QString property = propertyOf(here);
        if (isTrail && property == "name"_L1)
            m_data.breadcrumbs.append(value(i));
        if (isTrail)
            continue;
        if (!property.isEmpty())
            readProperty(i, property);
        if (!typeOf(here).isEmpty())
            i = here.end - 1;
    }
}

void Reader::readProperty(int i, const QString &property)
{
    if (property == "headline"_L1)
        setOnce(m_data.headline, value(i));
    else if (property == "description"_L1)
        setOnce(m_data.description, value(i));
    else if (property == "articleSection"_L1)
        setOnce(m_data.articleSection, value(i));
    else if (property == "inLanguage"_L1)
        setOnce(m_data.inLanguage, value(i));
    else if (property == "publisher"_L1)
        setOnce(m_data.publisher, nameIn(i));
    else if (property == "author"_L1 || property == "creator"_L1)
        m_data.authors.append(nameIn(i));
    else if (property == "keywords"_L1 && m_data.keywords.isEmpty())
        m_data.keywords = value(i).split(u',', Qt::SkipEmptyParts);
}

void Reader::readEntry(int story)
{
    static const NamePattern title(u"(?:^|\\s)(?:entry-title|p-name)(?:$|\\s)"_s);
    static const NamePattern source(u"(?:^|\\s)source-org(?:$|\\s)"_s);
    static const NamePattern summary(u"(?:^|\\s)p-summary(?:$|\\s)"_s);
    static const NamePattern card(u"(?:^|\\s)(?:vcard|h-card)(?:$|\\s)"_s);
    for (int i = story + 1; i < node(story).end; ++i) {
        const HtmlNode &here = node(i);
        if (title.matches(here))
            setOnce(m_data.headline, value(i));
        else if (source.matches(here))
            setOnce(m_data.publisher, nameIn(i));
        else if (summary.matches(here))
            setOnce(m_data.description, value(i));
        if (card.matches(here))
            i = here.end - 1;
    }
}

// https://docs.parse.ly/metadata, https://getstarted.meetmarigold.com/meta-tags (Sailthru)
void Reader::readMeta(const QString &name, const QString &content)
{
    if (content.isEmpty() || !(name.startsWith("parsely-"_L1) || name.startsWith("sailthru."_L1)))
        return;
    if (name == "parsely-page"_L1) {
        for (const QJsonValue &page : tolerantJson(content))
            readCounted(page.toObject());
    } else if (name == "sailthru.description"_L1) {
        setOnce(m_data.description, tidied(content));
    } else if (name == "parsely-image-url"_L1 || name == "sailthru.image.full"_L1) {
        setOnce(m_data.image, content.trimmed());
    } else if (m_data.keywords.isEmpty()
               && (name == "parsely-tags"_L1 || name == "sailthru.tags"_L1)) {
        for (const QString &word : content.split(u',', Qt::SkipEmptyParts))
            m_data.keywords.append(tidied(word));
    }
}

void Reader::readCounted(const QJsonObject &page)
{
    setOnce(m_data.headline, jsonWords(page["title"_L1]));
    setOnce(m_data.articleSection, jsonWords(page["section"_L1]));
    setOnce(m_data.datePublished, jsonWords(page["pub_date"_L1]));
    setOnce(m_data.image, jsonWords(page["image_url"_L1]));
    setOnce(m_data.url, jsonWords(page["link"_L1]));
    for (const auto key : {"authors"_L1, "author"_L1}) {
        for (const QJsonValue &author : listed(page[key]))
            m_data.authors.append(jsonWords(author));
    }
    for (const QJsonValue &tag : listed(page["tags"_L1]))
        m_data.keywords.append(jsonWords(tag));
}

StructuredData Reader::read()
{
    if (const int item = only(m_items); item >= 0)
        readItem(item);
    if (const int entry = only(m_entries); entry >= 0)
        readEntry(entry);
    setOnce(m_data.inLanguage, m_locale);
    for (QStringList *names : {&m_data.authors, &m_data.keywords}) {
        names->removeAll(QString());
        names->removeDuplicates();
    }
    return m_data;
}

} // namespace

StructuredData markedDataOf(const HtmlDocument &document)
{
    return Reader(document).read();
}

QString languageOfText(const HtmlDocument &document)
{
    const QString page = document.nodes.front().attribute("lang"_L1);
    const int heading = document.first(HtmlTag::H1);
    const int start = heading >= 0 ? heading : document.first(HtmlTag::Article);
    for (int up = start; up > 0; up = document.nodes[std::size_t(up)].parent) {
        const HtmlNode &node = document.nodes[std::size_t(up)];
        if (node.tag != HtmlTag::Article && node.tag != HtmlTag::Main)
            continue;
        const QString language = node.attribute("lang"_L1).trimmed().replace(u'_', u'-');
        // The page may say it better: "de-LU".
        if (!language.isEmpty())
            return page.startsWith(language, Qt::CaseInsensitive) ? QString() : language;
    }
    return {};
}

QString sectionOf(const QStringList &breadcrumbs, const QString &headline)
{
    for (qsizetype i = breadcrumbs.size() - 1; i > 0; --i) {
        const QString &crumb = breadcrumbs[i];
        const bool isStory = beginsWithHeadline(headline, crumb) || headline.startsWith(crumb)
            || likeness(crumb, headline) > alike;
        if (!isStory)
            return crumb;
    }
    return {};
}
