#include "app/formats/html/pagemetadata.h"

#include "app/article/datephrase.h"
#include "app/formats/html/authornames.h"
#include "app/formats/html/bylines.h"
#include "app/formats/html/classwords.h"
#include "app/formats/html/expression.h"
#include "app/formats/html/headline.h"
#include "app/formats/html/markedauthors.h"
#include "app/formats/html/markedmoments.h"
#include "app/formats/html/microdata.h"
#include "app/formats/html/pagefacts.h"
#include "app/formats/html/pagehead.h"
#include "app/formats/html/publicationday.h"
#include "app/formats/html/structureddata.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int nodesAbove = 40; // the headline, where its date line may stand
constexpr int nodesBelow = 110;

// Of who wrote the page. Dublin Core's as a property is RDFa: meant for machines to the letter.
constexpr std::array authorMetas{"dc:creator"_L1,
                                 "dc.creator"_L1,
                                 "dcterms.creator"_L1,
                                 "dcterm:creator"_L1,
                                 "author"_L1,
                                 "article:author"_L1,
                                 "og:article:author"_L1,
                                 "parsely-author"_L1,
                                 "sailthru.author"_L1,
                                 "byl"_L1,
                                 "cxenseparse:author"_L1,
                                 "citation_author"_L1};

// Fills an article, the better source first: a field that has a value keeps it.
class Filling
{
public:
    Filling(const HtmlDocument &document, Article &article)
        : m_document(document)
        , m_head(headOf(document))
        , m_data(structuredDataOf(document))
        , m_marked(markedDataOf(document))
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
    bool namesOnlySite(const QString &title) const;
    QString sharedTitle() const;
    void readHeadline();
    void readAuthors(const QStringList &lines);
    void addAuthors(const QStringList &bylines, const QString &from);
    void readUnmarkedAuthors(const QStringList &lines);
    void addPublisherAsAuthor();
    void readDates(const QStringList &lines);
    void preferPrintedDay();
    bool namesOnlyPublisher(const QStringList &authors) const;
    void readMarkedDates(bool nearest);
    void readDateLine();
    void settleDay();
    void readRest();
    ExtentEvidence extentEvidence() const;

    const HtmlDocument &m_document;
    const PageHead m_head;
    const StructuredData m_data;
    const StructuredData m_marked;
    Article &m_article;
    bool m_isSignatureWanted = false;
    int m_heading = -1;    // the node of the printed headline
    QStringList m_lines;   // near the headline
    PrintedDate m_dayOver; // the headline, in a line of its own
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
    static const Expression comment(
        u"<!--\\s*saved from url=\\(\\d+\\)(\\S+)|saved with SingleFile\\s*url:\\s*(\\S+)|"
        "processed by SingleFile\\s*url:\\s*(\\S+)"_s);
    const QByteArray start = m_document.source.markup.left(4096);
    const bool isSaved = start.contains("saved from url") || start.contains("SingleFile");
    const auto match = comment.firstIn(isSaved ? QString::fromUtf8(start) : QString());
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
    if (match.isFound())
        take(match.text(1) + match.text(2) + match.text(3), u"the saver's comment"_s);
}

void Filling::readPublisher()
{
    set(u"publisher"_s, m_article.publisher, m_data.publisher, u"JSON-LD"_s);
    fromMetas(u"publisher"_s, m_article.publisher,
              {"og:site_name"_L1, "dc.publisher"_L1, "application-name"_L1, "copyright"_L1});
    set(u"publisher"_s, m_article.publisher, m_marked.publisher, u"microdata"_s);
}

// Some give every page the same title, which is their own name.
bool Filling::namesOnlySite(const QString &title) const
{
    const QString name = foldedLetters(title);
    return name.isEmpty() || name == foldedLetters(m_article.publisher)
        || name == foldedLetters(m_head.metas.value(u"author"_s));
}

// The title that a page gives to those who show a link to it.
QString Filling::sharedTitle() const
{
    for (const auto name : {"dc:title"_L1, "og:title"_L1, "twitter:title"_L1, "parsely-title"_L1}) {
        if (const QString title = m_head.metas.value(name); !title.isEmpty())
            return title;
    }
    return {};
}

void Filling::readHeadline()
{
    const QString ogTitle = sharedTitle();
    const QString siteName = m_head.metas.value(u"og:site_name"_s, m_article.publisher);
    PrintedHeadline heading = printedHeadline(m_document, {m_data.headline, ogTitle, m_head.title});
    if (heading.node < 0 && namesOnlySite(m_head.title))
        heading = onlyHeading(m_document);
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
    if (isOfLivePage(printed) && !isOfLivePage(shared) && shareWords(printed, shared))
        set(u"headline"_s, headline, shared, u"meta og:title"_s);
    // What is printed and shared alike is the headline, whatever the structured data say.
    if (likeness(printed, shared) > 0.95 || decides(printed, shared, m_head.title))
        set(u"headline"_s, headline, printed, u"the page's heading"_s);
    for (const QString &title : {structured, shared, m_head.title}) {
        if (beginsWithHeadline(title, printed) && headline.isEmpty() && !hasAsPart(heading, shared)
            && (structured.isEmpty() || title == structured))
            set(u"headline"_s, headline, printed, u"the page's heading"_s);
    }
    set(u"headline"_s, headline, structured, u"JSON-LD"_s);
    const QString chosen = headlineOf(shared, heading, m_head.title);
    set(u"headline"_s, headline, chosen,
        chosen == printed ? u"the page's heading"_s : u"meta og:title"_s);
    fromMetas(u"headline"_s, headline, {"dc.title"_L1, "sailthru.title"_L1});
    set(u"headline"_s, headline, printed, u"the page's heading"_s);
    set(u"headline"_s, headline, m_marked.headline, u"microdata"_s);
    set(u"headline"_s, headline, withoutSiteName(m_head.title, siteName), u"title"_s);
    headline = withoutDateBefore(headline);
}

void Filling::addAuthors(const QStringList &bylines, const QString &from)
{
    if (!m_article.authors.isEmpty())
        return;
    m_article.authors = authorNames(bylines, m_article.publisher);
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
    const QStringList labels = m_article.url.host().split(u'.');
    return std::ranges::all_of(authors, [&](const QString &name) {
        const QString author = foldedLetters(name);
        const QString first = name.section(u' ', 0, 0); // "HNA Islands" at hna.example
        const bool isDesk = first == first.toUpper() && labels.contains(first.toLower());
        return author.isEmpty() || author == publisher || site.contains(author) || isDesk;
    });
}

void Filling::readAuthors(const QStringList &lines)
{
    const auto isPublisher = [this](const QStringList &names) { return namesOnlyPublisher(names); };
    const QStringList marked = markedAuthors(m_document, m_heading, HouseAccounts::PassedOver,
                                             isPublisher);
    const bool areLogins = !m_data.authors.isEmpty()
        && std::ranges::all_of(m_data.authors, looksLikeLogin);
    if (areLogins && std::ranges::none_of(marked, looksLikeLogin))
        addAuthors(marked, u"the page's byline"_s);
    if (!namesOnlyPublisher(m_data.authors))
        addAuthors(m_data.authors, u"JSON-LD"_s);
    for (const QLatin1StringView name : authorMetas) {
        QStringList found = m_head.allMetas.value(name);
        if (name.startsWith("dc"_L1) || name.startsWith("citation"_L1))
            std::ranges::transform(found, found.begin(), givenNameFirst);
        if (!namesOnlyPublisher(found))
            addAuthors(found, u"meta "_s + name);
    }
    addAuthors(marked, u"the page's byline"_s);
    addAuthors(m_marked.authors, u"microdata"_s);
    if (m_article.authors.isEmpty())
        readUnmarkedAuthors(lines);
    if (m_article.authors.isEmpty())
        addPublisherAsAuthor();
    else
        m_isSignatureWanted = m_article.authors == m_data.accounts;
}

void Filling::readUnmarkedAuthors(const QStringList &lines)
{
    addAuthors(bylineNames(m_lines), u"the page's byline"_s);
    addAuthors(labelledNames(lines), u"the page's byline"_s);
    addAuthors(namesBesideDay(m_lines, m_article.inLanguage), u"the page's byline"_s);
    addAuthors(accountNames(m_lines), u"the page's byline"_s);
    addAuthors({authorAmongComments(m_document)}, u"the writer's own comment"_s);
}

// Better an account than nobody, better the publisher than an account.
void Filling::addPublisherAsAuthor()
{
    m_isSignatureWanted = true;
    addAuthors(m_data.authors, u"JSON-LD"_s);
    addAuthors(m_data.accounts, u"JSON-LD"_s);
    for (const QLatin1StringView name : authorMetas)
        addAuthors(m_head.allMetas.value(name), u"meta "_s + name);
    if (m_article.authors.isEmpty())
        addAuthors(markedAuthors(m_document, m_heading), u"the page's byline"_s);
    if (m_article.authors.isEmpty())
        addAuthors(markedAuthors(m_document, m_heading, HouseAccounts::Taken),
                   u"the page's byline"_s);
}

// The moments that the page marks as such. Those of its comments and of other stories' teasers are
// not the story's: `nearest` takes only what stands about the headline.
void Filling::readMarkedDates(bool nearest)
{
    const bool isNear = nearest && m_heading >= 0;
    const int size = int(m_document.nodes.size());
    int asideEnd = 0; // in one there are other stories
    for (int i = isNear ? qMax(0, m_heading - nodesAbove) : 0;
         i < (isNear ? qMin(size, m_heading + nodesBelow) : size); ++i) {
        const HtmlNode &node = m_document.nodes[std::size_t(i)];
        if (node.tag != HtmlTag::Text && node.tag != HtmlTag::Body && soundsLikeComments(node)) {
            i = node.end - 1;
            continue;
        }
        if (nearest && node.tag == HtmlTag::Aside)
            asideEnd = qMax(asideEnd, node.end);
        const std::optional<MarkedMoment> marked = markedMoment(m_document, i);
        if (!marked || (i < asideEnd && marked->from == "time element"_L1)
            || (nearest && !isNear && marked->from != "microformat"_L1))
            continue;
        if (marked->kind != DateKind::Modified)
            setDate(u"datePublished"_s, m_article.datePublished, marked->text, marked->from);
        else if (nearest || m_heading < 0 || marked->from == "itemprop"_L1)
            setDate(u"dateModified"_s, m_article.dateModified, marked->text, marked->from);
    }
}

void Filling::readDateLine()
{
    if (m_article.datePublished.isValid())
        return;
    PrintedDates printed = datesAround(m_lines, m_article.inLanguage);
    if (m_dayOver.isValid()) // one further down may be another story's
        printed.published = m_dayOver;
    m_article.datePublished = printed.published;
    if (printed.published.isValid())
        m_article.provenance.insert(u"datePublished"_s, u"the page's date line"_s);
    if (!m_article.dateModified.isValid() && printed.modified.isValid()) {
        m_article.dateModified = printed.modified;
        m_article.provenance.insert(u"dateModified"_s, u"the page's date line"_s);
    }
}

void Filling::readDates(const QStringList &lines)
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
    setDate(u"datePublished"_s, m_article.datePublished, m_marked.datePublished, u"microdata"_s);
    readMarkedDates(true);
    readDateLine();
    if (!m_article.datePublished.isValid()) {
        m_article.datePublished = publishedAnywhere(lines, m_article.inLanguage);
        if (m_article.datePublished.isValid())
            m_article.provenance.insert(u"datePublished"_s, u"the page's date line"_s);
    }
    readMarkedDates(false);
    settleDay();
    preferPrintedDay();
}

void Filling::settleDay()
{
    const QDate address = dayInAddress(m_article.url, m_article.inLanguage);
    PrintedDate &published = m_article.datePublished;
    if (!published.isValid()) {
        if (address.isValid())
            setDate(u"datePublished"_s, published, address.toString(Qt::ISODate), u"address"_s);
        setDate(u"datePublished"_s, published, m_data.dateCreated, u"JSON-LD"_s);
        return;
    }
    const PrintedDates printed = datesAround(m_lines, m_article.inLanguage);
    const PrintedDate day = settled(published, printed.published, address);
    if (day.toIso() == published.toIso()) // of one moment two zones are equal to Qt
        return;
    published = day;
    m_article.provenance[u"datePublished"_s] += day.hasTime || !address.isValid()
        ? u", in the zone of the page's date line"_s
        : u", on the day of the address"_s;
}

// A content system that publishes a page anew gives it a new day, and the old one stays under the
// headline; what it calls "date" may be the day of the draft.
void Filling::preferPrintedDay()
{
    PrintedDate &published = m_article.datePublished;
    const PrintedDate printed = dayUnderHeadline(m_lines, m_article.inLanguage);
    if (!published.isValid() || !printed.isValid())
        return;
    const qint64 later = published.moment.date().daysTo(printed.moment.date());
    const QString from = m_article.provenance[u"datePublished"_s];
    const bool isVague = from == "meta date"_L1 || from == "meta dc.date"_L1;
    if (later >= -1 && !(isVague && later > 1))
        return;
    published = printed;
    m_article.provenance[u"datePublished"_s] = u"the page's date line"_s;
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
    set(u"description"_s, m_article.description, m_marked.description, u"microdata"_s);
    set(u"articleSection"_s, m_article.articleSection, m_marked.articleSection, u"microdata"_s);
    for (const StructuredData *data : {&m_data, &m_marked})
        set(u"articleSection"_s, m_article.articleSection,
            sectionOf(data->breadcrumbs, m_article.headline), u"breadcrumbs"_s);
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
    if (m_article.keywords.isEmpty())
        m_article.keywords = m_marked.keywords;
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
    evidence.paidClasses = m_data.paidClasses;
    return evidence;
}

PageMetadata Filling::run()
{
    set(u"inLanguage"_s, m_article.inLanguage, languageOfText(m_document), u"lang of the text"_s);
    set(u"inLanguage"_s, m_article.inLanguage, m_head.language.trimmed().replace(u'_', u'-'),
        u"html lang"_s);
    set(u"inLanguage"_s, m_article.inLanguage, m_data.inLanguage, u"JSON-LD"_s);
    fromMetas(u"inLanguage"_s, m_article.inLanguage,
              {"content-language"_L1, "dc.language"_L1, "language"_L1});
    set(u"inLanguage"_s, m_article.inLanguage, m_marked.inLanguage, u"microdata"_s);
    readAddress();
    readPublisher();
    readHeadline();
    const PageLines page = linesOf(m_document, m_heading);
    m_lines = linesAround(page, m_article.headline);
    m_dayOver = dayOverHeadline(page, m_article.inLanguage);
    readAuthors(page.lines);
    readDates(page.lines);
    readRest();
    PageMetadata rest{m_data.image,
                      m_data.imageCaption,
                      m_data.articleBody,
                      m_data.correction,
                      m_heading,
                      page.lines,
                      {},
                      false};
    rest.extent = extentEvidence();
    rest.wantsSignature = m_isSignatureWanted || namesOnlyPublisher(m_article.authors)
        || std::ranges::all_of(m_article.authors, looksLikeLogin);
    for (const QString &image : {m_head.metas.value(u"og:image"_s),
                                 m_head.metas.value(u"twitter:image"_s), m_marked.image})
        rest.leadImage = rest.leadImage.isEmpty() ? image : rest.leadImage;
    return rest;
}

} // namespace

PageMetadata readMetadata(const HtmlDocument &document, Article &article)
{
    return Filling(document, article).run();
}
