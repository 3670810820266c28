#include "app/formats/html/pagemetadata.h"

#include "app/article/datephrase.h"
#include "app/formats/html/authornames.h"
#include "app/formats/html/bylines.h"
#include "app/formats/html/classwords.h"
#include "app/formats/html/headline.h"
#include "app/formats/html/markedauthors.h"
#include "app/formats/html/pagefacts.h"
#include "app/formats/html/publicationday.h"
#include "app/formats/html/structureddata.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int nodesAbove = 40; // the headline, where its date line may stand
constexpr int nodesBelow = 110;

// The meta elements by their names, the first of each; and the links by their relation.
struct Head
{
    QHash<QString, QString> metas;
    QHash<QString, QStringList> allMetas;
    QHash<QString, QString> links;
    QString title;
    QString language;
};

Head headOf(const HtmlDocument &document)
{
    Head head;
    head.language = document.nodes.front().attribute("lang"_L1);
    if (head.language.isEmpty())
        head.language = document.nodes.front().attribute("xml:lang"_L1);
    for (int i = 0; i < int(document.nodes.size()); ++i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (node.tag == HtmlTag::Title && head.title.isEmpty())
            head.title = tidied(document.text(i));
        if (node.tag == HtmlTag::Link && node.has("rel"_L1))
            head.links.insert(node.attribute("rel"_L1).toLower(), node.attribute("href"_L1));
        if (node.tag != HtmlTag::Meta)
            continue;
        const QString content = tidied(node.attribute("content"_L1));
        if (content.isEmpty())
            continue;
        for (const auto key : {"property"_L1, "name"_L1, "itemprop"_L1, "http-equiv"_L1}) {
            for (const QString &name :
                 node.attribute(key).toLower().split(u' ', Qt::SkipEmptyParts)) {
                head.allMetas[name].append(content);
                if (!head.metas.contains(name))
                    head.metas.insert(name, content);
            }
        }
    }
    return head;
}

// Fills an article, the better source first: a field that has a value keeps it.
class Filling
{
public:
    Filling(const HtmlDocument &document, const QString &text, Article &article)
        : m_document(document)
        , m_source(text)
        , m_head(headOf(document))
        , m_data(structuredDataOf(document))
        , m_article(article)
    {
    }

    PageMetadata run();

private:
    void set(const QString &field, QString &value, const QString &found, const QString &from);
    void fromMetas(const QString &field, QString &value,
                   std::initializer_list<QLatin1StringView> names);
    bool setDate(const QString &field, PrintedDate &date, const QString &found,
                 const QString &from);
    void readAddress();
    void readPublisher();
    void readHeadline();
    void readAuthors(const QStringList &lines);
    void addAuthors(const QStringList &bylines, const QString &from);
    void readDates();
    bool namesOnlyPublisher(const QStringList &authors) const;
    void readMarkedDates(bool nearest);
    void readDateLine();
    void settleDay();
    void readRest();
    ExtentEvidence extentEvidence() const;

    const HtmlDocument &m_document;
    const QString &m_source;
    const Head m_head;
    const StructuredData m_data;
    Article &m_article;
    bool m_isSignatureWanted = false;
    int m_heading = -1;  // the node of the printed headline
    QStringList m_lines; // near the headline
};

void Filling::set(const QString &field, QString &value, const QString &found, const QString &from)
{
    if (!value.isEmpty() || found.isEmpty())
        return;
    value = found;
    m_article.provenance.insert(field, from);
}

void Filling::fromMetas(const QString &field, QString &value,
                        std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names)
        set(field, value, m_head.metas.value(name), u"meta "_s + name);
}

bool Filling::setDate(const QString &field, PrintedDate &date, const QString &found,
                      const QString &from)
{
    if (date.isValid() || found.isEmpty())
        return date.isValid();
    std::optional<PrintedDate> read = dateFromIso(found);
    if (!read)
        read = datePhrase(found, m_article.inLanguage);
    if (!read || read->moment.date().year() < 1990)
        return false;
    date = *read;
    m_article.provenance.insert(field, from);
    return true;
}

// Where the page says it was published: browsers and savers leave it in a comment.
void Filling::readAddress()
{
    // "<!-- saved from url=(0026)https://…": https://learn.microsoft.com/en-us/previous-versions/
    // windows/internet-explorer/ie-developer/compatibility/ms537628(v=vs.85) and Chromium since;
    // SingleFile writes "Page saved with SingleFile\n url: …".
    static const QRegularExpression comment(
        u"<!--\\s*saved from url=\\(\\d+\\)(\\S+)|saved with SingleFile\\s*url:\\s*(\\S+)|"
        "processed by SingleFile\\s*url:\\s*(\\S+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = comment.match(m_source.left(4096));
    const auto take = [this](const QString &address, const QString &from) {
        const QUrl url(address.trimmed());
        const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        if (!m_article.url.isEmpty() || !url.isValid() || !isWeb || url.host().isEmpty())
            return;
        m_article.url = url;
        m_article.provenance.insert(u"url"_s, from);
    };
    take(m_head.links.value(u"canonical"_s), u"link canonical"_s);
    take(m_head.metas.value(u"og:url"_s), u"meta og:url"_s);
    take(m_data.url, u"JSON-LD"_s);
    if (match.hasMatch())
        take(match.captured(match.lastCapturedIndex()), u"the saver's comment"_s);
}

void Filling::readPublisher()
{
    set(u"publisher"_s, m_article.publisher, m_data.publisher, u"JSON-LD"_s);
    fromMetas(u"publisher"_s, m_article.publisher,
              {"og:site_name"_L1, "dc.publisher"_L1, "application-name"_L1, "copyright"_L1});
}

void Filling::readHeadline()
{
    const QString ogTitle = m_head.metas.value(u"og:title"_s,
                                               m_head.metas.value(u"twitter:title"_s));
    const QString siteName = m_head.metas.value(u"og:site_name"_s, m_article.publisher);
    const PrintedHeadline heading = printedHeadline(m_document,
                                                    {m_data.headline, ogTitle, m_head.title});
    const QString printed = heading.text;
    m_heading = heading.node;
    QString &headline = m_article.headline;
    QString structured = m_data.headline;
    if (!structured.isEmpty()
        && likeness(m_data.name, m_head.title) > likeness(structured, m_head.title) + 0.3)
        structured = m_data.name;
    // Some put a description there: it shares no word with any title of the page.
    if (!m_head.title.isEmpty() && !shareWords(structured, m_head.title)
        && !shareWords(structured, printed) && !shareWords(structured, ogTitle))
        structured.clear();
    const QString shared = withoutSiteName(ogTitle, siteName);
    // What is printed and shared alike is the headline, whatever the structured data say.
    if (likeness(printed, shared) > 0.95)
        set(u"headline"_s, headline, printed, u"the page's heading"_s);
    for (const QString &title : {structured, shared, m_head.title}) {
        if (beginsWithHeadline(title, printed) && headline.isEmpty()
            && (structured.isEmpty() || title == structured))
            set(u"headline"_s, headline, printed, u"the page's heading"_s);
    }
    set(u"headline"_s, headline, structured, u"JSON-LD"_s);
    const QString chosen = headlineOf(shared, heading, m_head.title);
    set(u"headline"_s, headline, chosen,
        chosen == printed ? u"the page's heading"_s : u"meta og:title"_s);
    fromMetas(u"headline"_s, headline, {"dc.title"_L1, "parsely-title"_L1, "sailthru.title"_L1});
    set(u"headline"_s, headline, printed, u"the page's heading"_s);
    set(u"headline"_s, headline, withoutSiteName(m_head.title, siteName), u"title"_s);
    headline = withoutDateBefore(headline);
}

void Filling::addAuthors(const QStringList &bylines, const QString &from)
{
    if (!m_article.authors.isEmpty())
        return;
    for (const QString &byline : bylines) {
        for (const QString &name : authorNames(byline)) {
            if (!m_article.authors.contains(name, Qt::CaseInsensitive))
                m_article.authors.append(name);
        }
    }
    // Beside a person the publisher's own name says nothing.
    if (m_article.authors.size() > 1 && !namesOnlyPublisher(m_article.authors))
        m_article.authors.removeIf(
            [this](const QString &name) { return namesOnlyPublisher({name}); });
    if (!m_article.authors.isEmpty())
        m_article.provenance.insert(u"author"_s, from);
}

// A publisher named as its own author says less than any name in the page.
bool Filling::namesOnlyPublisher(const QStringList &authors) const
{
    const QString publisher = foldedLetters(m_article.publisher);
    const QString site = foldedLetters(m_article.url.host());
    return std::ranges::all_of(authors, [&](const QString &name) {
        const QString author = foldedLetters(name);
        return author.isEmpty() || author == publisher || site.contains(author);
    });
}

// Behind a name of one word there is an account more often than a person: "Editor", "kk75".
bool looksLikeLogin(const QString &name)
{
    static const QRegularExpression login(u"^[\\w.-]+$"_s);
    return login.match(name).hasMatch();
}

void Filling::readAuthors(const QStringList &lines)
{
    const QStringList marked = markedAuthors(m_document, m_heading);
    const bool areLogins = !m_data.authors.isEmpty()
        && std::ranges::all_of(m_data.authors, looksLikeLogin);
    if (areLogins && !namesOnlyPublisher(marked) && std::ranges::none_of(marked, looksLikeLogin))
        addAuthors(marked, u"the page's byline"_s);
    if (!namesOnlyPublisher(m_data.authors))
        addAuthors(m_data.authors, u"JSON-LD"_s);
    for (const auto name :
         {"dc.creator"_L1, "dc:creator"_L1, "dcterms.creator"_L1, "dcterm:creator"_L1, "author"_L1,
          "article:author"_L1, "og:article:author"_L1, "parsely-author"_L1, "sailthru.author"_L1,
          "byl"_L1, "cxenseparse:author"_L1, "citation_author"_L1}) {
        const QStringList found = m_head.allMetas.value(name);
        if (!namesOnlyPublisher(found))
            addAuthors(found, u"meta "_s + name);
    }
    if (!namesOnlyPublisher(marked))
        addAuthors(marked, u"the page's byline"_s);
    addAuthors(bylineNames(m_lines), u"the page's byline"_s);
    addAuthors(labelledNames(lines), u"the page's byline"_s);
    addAuthors(m_data.authors, u"JSON-LD"_s);
    addAuthors(m_data.accounts, u"JSON-LD"_s);
    addAuthors(m_head.allMetas.value(u"author"_s), u"meta author"_s);
    addAuthors(marked, u"the page's byline"_s);
    // Better an account than nobody.
    m_isSignatureWanted = m_article.authors.isEmpty() || m_article.authors == m_data.accounts;
    if (m_article.authors.isEmpty())
        addAuthors(markedAuthors(m_document, m_heading, HouseAccounts::Taken),
                   u"the page's byline"_s);
}

// The moments that the page marks as such. Those of its comments and of other stories' teasers are
// not the story's: `nearest` takes only what stands about the headline.
void Filling::readMarkedDates(bool nearest)
{
    if (nearest && m_heading < 0)
        return;
    const int size = int(m_document.nodes.size());
    for (int i = nearest ? qMax(0, m_heading - nodesAbove) : 0;
         i < (nearest ? qMin(size, m_heading + nodesBelow) : size); ++i) {
        const HtmlNode &node = m_document.nodes[std::size_t(i)];
        const QString property = node.attribute("itemprop"_L1);
        if (node.tag != HtmlTag::Text && node.tag != HtmlTag::Body && soundsLikeComments(node)) {
            i = node.end - 1;
            continue;
        }
        if (node.tag != HtmlTag::Time && !property.startsWith("date"_L1))
            continue;
        QString moment = node.attribute("datetime"_L1);
        if (moment.isEmpty())
            moment = node.has("content"_L1) ? node.attribute("content"_L1)
                                            : visibleText(m_document, i);
        const QString from = property.isEmpty() ? u"time element"_s : u"itemprop"_s;
        if (property == "dateModified"_L1)
            setDate(u"dateModified"_s, m_article.dateModified, moment, from);
        else
            setDate(u"datePublished"_s, m_article.datePublished, moment, from);
    }
}

void Filling::readDateLine()
{
    if (m_article.datePublished.isValid())
        return;
    const PrintedDates printed = datesAround(m_lines, m_article.inLanguage);
    m_article.datePublished = printed.published;
    if (printed.published.isValid())
        m_article.provenance.insert(u"datePublished"_s, u"the page's date line"_s);
    if (!m_article.dateModified.isValid() && printed.modified.isValid()) {
        m_article.dateModified = printed.modified;
        m_article.provenance.insert(u"dateModified"_s, u"the page's date line"_s);
    }
}

void Filling::readDates()
{
    setDate(u"datePublished"_s, m_article.datePublished, m_data.datePublished, u"JSON-LD"_s);
    setDate(u"dateModified"_s, m_article.dateModified, m_data.dateModified, u"JSON-LD"_s);
    for (const auto name :
         {"article:published_time"_L1, "og:published_time"_L1, "datepublished"_L1,
          "parsely-pub-date"_L1, "sailthru.date"_L1, "originalpublicationdate"_L1,
          "dc.date.issued"_L1, "dcterms.issued"_L1, "dcterms.created"_L1, "dc.date.created"_L1,
          "cxenseparse:recs:publishtime"_L1, "pubdate"_L1, "publishdate"_L1, "publish-date"_L1,
          "date"_L1, "dc.date"_L1, "citation_publication_date"_L1})
        setDate(u"datePublished"_s, m_article.datePublished, m_head.metas.value(name),
                u"meta "_s + name);
    for (const auto name : {"article:modified_time"_L1, "og:updated_time"_L1, "datemodified"_L1,
                            "dcterms.modified"_L1, "last-modified"_L1})
        setDate(u"dateModified"_s, m_article.dateModified, m_head.metas.value(name),
                u"meta "_s + name);
    readMarkedDates(true);
    readDateLine();
    readMarkedDates(false);
    settleDay();
}

void Filling::settleDay()
{
    const QDate address = dayInAddress(m_article.url);
    PrintedDate &published = m_article.datePublished;
    if (!published.isValid()) {
        if (address.isValid())
            setDate(u"datePublished"_s, published, address.toString(Qt::ISODate), u"address"_s);
        return;
    }
    const PrintedDates printed = datesAround(m_lines, m_article.inLanguage);
    const PrintedDate day = settled(published, printed.published, address);
    if (day == published)
        return;
    published = day;
    m_article.provenance[u"datePublished"_s] += day.hasTime || !address.isValid()
        ? u", in the zone of the page's date line"_s
        : u", on the day of the address"_s;
}

void Filling::readRest()
{
    set(u"description"_s, m_article.description, m_data.description, u"JSON-LD"_s);
    fromMetas(
        u"description"_s, m_article.description,
        {"og:description"_L1, "dc.description"_L1, "description"_L1, "twitter:description"_L1});
    set(u"articleSection"_s, m_article.articleSection, m_data.articleSection, u"JSON-LD"_s);
    fromMetas(u"articleSection"_s, m_article.articleSection,
              {"article:section"_L1, "parsely-section"_L1, "section"_L1});
    m_article.alternativeHeadline = m_data.alternativeHeadline == m_article.headline
        ? QString()
        : m_data.alternativeHeadline;
    m_article.keywords = m_data.keywords;
    if (m_article.keywords.isEmpty())
        m_article.keywords = m_head.allMetas.value(u"article:tag"_s);
    if (m_article.keywords.isEmpty()) {
        for (const QString &word :
             m_head.metas.value(u"keywords"_s).split(u',', Qt::SkipEmptyParts))
            m_article.keywords.append(word.trimmed());
    }
}

// https://schema.org/isAccessibleForFree, as JSON-LD or as microdata, and what some say instead.
ExtentEvidence Filling::extentEvidence() const
{
    const QString tier = m_head.metas.value(u"article:content_tier"_s).toLower();
    const QString type = m_head.metas.value(u"og:type"_s);
    const QString from = m_article.provenance.value(u"datePublished"_s);
    ExtentEvidence evidence;
    evidence.isForSubscribers = m_data.isForSubscribers || tier == "locked"_L1
        || m_head.metas.value(u"isaccessibleforfree"_s).toLower() == "false"_L1;
    evidence.isMetered = tier == "metered"_L1;
    evidence.isOfListType = m_data.isList || (!m_data.isArticle && type == "website"_L1);
    evidence.isArticle = m_data.isArticle || type == "article"_L1 || from == "JSON-LD"_L1
        || from.startsWith("meta "_L1);
    evidence.wholeLength = m_data.articleBody.size();
    return evidence;
}

PageMetadata Filling::run()
{
    set(u"inLanguage"_s, m_article.inLanguage, m_head.language.trimmed().replace(u'_', u'-'),
        u"html lang"_s);
    set(u"inLanguage"_s, m_article.inLanguage, m_data.inLanguage, u"JSON-LD"_s);
    fromMetas(u"inLanguage"_s, m_article.inLanguage,
              {"content-language"_L1, "dc.language"_L1, "language"_L1});
    readAddress();
    readPublisher();
    readHeadline();
    const QStringList lines = linesOf(m_document);
    m_lines = linesAround(lines, m_article.headline);
    readAuthors(lines);
    readDates();
    readRest();
    PageMetadata rest{m_data.image, m_data.imageCaption, m_data.articleBody, m_heading, {}, false};
    rest.extent = extentEvidence();
    rest.wantsSignature = m_isSignatureWanted || namesOnlyPublisher(m_article.authors)
        || std::ranges::all_of(m_article.authors, looksLikeLogin);
    if (rest.leadImage.isEmpty())
        rest.leadImage = m_head.metas.value(u"og:image"_s, m_head.metas.value(u"twitter:image"_s));
    return rest;
}

} // namespace

PageMetadata readMetadata(const HtmlDocument &document, const QString &text, Article &article)
{
    return Filling(document, text, article).run();
}
