// What pages say of their story in the marks of their elements, where they have no JSON-LD.
#include "app/formats/html/microdata.h"
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString story = storyAbout(u"ferry"_s);

QString page(const QString &body, const QString &head = {})
{
    return u"<!DOCTYPE html><html lang=en><head><title>The Bay</title>%1</head><body>%2</body>"
           "</html>"_s.arg(head, body);
}

} // namespace

class MicrodataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsTheMarksOfAStory_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("microdata")
            << u"<div itemscope itemtype='https://schema.org/NewsArticle'>"
               "<span itemprop=articleSection>Islands</span>"
               "<div itemprop=headline>Ferry returns</div>"
               "<span itemprop=author itemscope itemtype='https://schema.org/Person'>"
               "<span itemprop=name>Ann Lee</span></span>"
               "<span itemprop=publisher itemscope itemtype='https://schema.org/Organization'>"
               "<meta itemprop=name content='The Daily Bay'></span>%1</div>"_s;
        QTest::newRow("RDFa")
            << u"<div typeof='schema:NewsArticle'><span property='schema:articleSection' "
               "content='Islands'></span><div property='schema:headline'>Ferry returns</div>"
               "<span property='schema:author' typeof='schema:Person'>"
               "<span property='schema:name'>Ann Lee</span></span><span "
               "property='schema:publisher'>The Daily Bay</span>%1</div>"_s;
    }
    void readsTheMarksOfAStory()
    {
        QFETCH(QString, body);

        const Article article = readPage(page(body.arg(story)));

        QCOMPARE(article.headline, u"Ferry returns"_s);
        QCOMPARE(article.articleSection, u"Islands"_s);
        QCOMPARE(article.publisher, u"The Daily Bay"_s);
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
    }

    void readsTheNewsMicroformat()
    {
        const Article article = readPage(
            page(u"<div class='hnews hentry'><div class=entry-title>Ferry returns</div>"
                 "<abbr class=published title='2021-03-09T10:00:00+01:00'>9 March</abbr>"
                 "<abbr class=updated title='2021-03-10T10:00:00+01:00'>10 March</abbr>"
                 "<p class='byline author vcard'>By <span class=fn>Ann Lee</span></p>"
                 "<div class='source-org vcard'><span class='org fn'>The Daily Bay</span></div>"
                 "%1</div>"_s.arg(story)));

        QCOMPARE(article.headline, u"Ferry returns"_s);
        QCOMPARE(article.publisher, u"The Daily Bay"_s);
        QCOMPARE(article.datePublished.toIso(), u"2021-03-09T10:00:00+01:00"_s);
        QCOMPARE(article.dateModified.toIso(), u"2021-03-10T10:00:00+01:00"_s);
    }

    void theMarksOfOtherStoriesAreTheirs()
    {
        const QString other = u"<div itemscope itemtype='https://schema.org/Article'>"
                              "<h2 itemprop=headline>Storm</h2><i itemprop=articleSection>Sea</i>"
                              "</div>"_s;
        const Article article = readPage(page(u"<h1>Ferry returns</h1>%1%2%2"_s.arg(story, other)));

        QCOMPARE(article.headline, u"Ferry returns"_s);
        QCOMPARE(article.articleSection, QString());
    }

    void readsTheMetasOfServices_data()
    {
        QTest::addColumn<QString>("head");
        QTest::newRow("Parse.ly, one by one")
            << u"<meta name=parsely-title content='Ferry returns'>"
               "<meta name=parsely-section content=Islands>"
               "<meta name=parsely-tags content='ferry, sea'>"_s;
        QTest::newRow("Parse.ly, together")
            << u"<meta name=parsely-page content='{\"title\":\"Ferry returns\","
               "\"section\":\"Islands\",\"tags\":[\"ferry\",\"sea\"]}'>"_s;
        QTest::newRow("Sailthru") << u"<meta name=sailthru.title content='Ferry returns'>"
                                     "<meta name=section content=Islands>"
                                     "<meta name=sailthru.tags content='ferry,sea'>"_s;
    }
    void readsTheMetasOfServices()
    {
        QFETCH(QString, head);

        const Article article = readPage(page(u"<div>%1</div>"_s.arg(story), head));

        QCOMPARE(article.headline, u"Ferry returns"_s);
        QCOMPARE(article.articleSection, u"Islands"_s);
        QCOMPARE(article.keywords, QStringList({u"ferry"_s, u"sea"_s}));
    }

    void aSectionIsTheLastBreadcrumbBeforeTheStory_data()
    {
        QTest::addColumn<QStringList>("crumbs");
        QTest::addColumn<QString>("section");
        QTest::newRow("the story last")
            << QStringList{u"Home"_s, u"News"_s, u"Islands"_s, u"Ferry returns"_s} << u"Islands"_s;
        QTest::newRow("cut short")
            << QStringList{u"Home"_s, u"Islands"_s, u"Ferry ret"_s} << u"Islands"_s;
        QTest::newRow("without the story") << QStringList{u"Home"_s, u"Islands"_s} << u"Islands"_s;
        QTest::newRow("nothing between") << QStringList{u"Home"_s, u"Ferry returns"_s} << QString();
        QTest::newRow("none") << QStringList() << QString();
    }
    void aSectionIsTheLastBreadcrumbBeforeTheStory()
    {
        QFETCH(QStringList, crumbs);
        QFETCH(QString, section);
        QCOMPARE(sectionOf(crumbs, u"Ferry returns"_s), section);
    }

    void readsBreadcrumbs_data()
    {
        QTest::addColumn<QString>("trail");
        QTest::newRow("JSON-LD")
            << uR"(<script type="application/ld+json">{"@type":"BreadcrumbList",)"
               uR"("itemListElement":[{"position":2,"item":{"name":"Islands"}},)"
               uR"({"position":1,"name":"Home"}]}</script>)"_s;
        QTest::newRow("microdata")
            << u"<ol itemscope itemtype='https://schema.org/BreadcrumbList'><li "
               "itemprop=itemListElement itemscope itemtype='https://schema.org/ListItem'>"
               "<a itemprop=item><i itemprop=name>Home</i></a></li><li "
               "itemprop=itemListElement itemscope itemtype='https://schema.org/ListItem'>"
               "<a itemprop=item><i itemprop=name>Islands</i></a></li></ol>"_s;
    }
    void readsBreadcrumbs()
    {
        QFETCH(QString, trail);
        const Article article = readPage(page(trail + u"<h1>Ferry returns</h1>"_s + story));
        QCOMPARE(article.articleSection, u"Islands"_s);
    }

    void theTextsLanguageIsThatOfItsElement()
    {
        const QString body = u"<article%1><h1>Ferry returns</h1>%2</article>"_s;
        QCOMPARE(readPage(page(body.arg(u" lang=cy"_s, story))).inLanguage, u"cy"_s);
        QCOMPARE(readPage(page(body.arg(QString(), story))).inLanguage, u"en"_s);
        QString headless = page(body.arg(u" lang=cy"_s, story));
        QCOMPARE(readPage(headless.remove(u"<h1>Ferry returns</h1>"_s)).inLanguage, u"cy"_s);
        QString regional = page(body.arg(u" lang=en"_s, story));
        QCOMPARE(readPage(regional.replace(u"<html lang=en"_s, u"<html lang=en-IE"_s)).inLanguage,
                 u"en-IE"_s);
        QString bare = page(body.arg(QString(), story),
                            u"<meta property='og:locale' content='cy_GB'>"_s);
        QCOMPARE(readPage(bare.remove(u" lang=en"_s)).inLanguage, u"cy-GB"_s);
    }

    void tellsTheFirstMomentFromTheLast_data()
    {
        QTest::addColumn<QString>("moments");
        const QString first = u"datetime='2021-03-09T10:00:00+01:00'>9 March</time>"_s;
        const QString last = u"datetime='2021-03-10T10:00:00+01:00'>10 March</time>"_s;
        const auto row = [&](const char *name, QString html) {
            html.replace(u"[first]"_s, u"<time "_s + first);
            html.replace(u"[last]"_s, u"<time "_s + last);
            html.replace(u"[updated]"_s, u"<time class=updated "_s + last);
            html.replace(u"[entry]"_s, u"<time class='entry-date published' "_s + first);
            QTest::newRow(name) << html;
        };
        row("by class, the last first", u"[updated] [entry]"_s);
        row("by class, of the parent",
            u"<p class=date-updated>[last]</p><p class=pubdate>[first]</p>"_s);
        row("by a label", u"<p>Updated: [last]</p><p>Published: [first]</p>"_s);
        row("by a label of its own",
            u"<dl><dt>Last updated</dt><dd>[last]</dd><dt>Published</dt>"
            "<dd>[first]</dd></dl>"_s);
        row("by a label in another language",
            u"<p>Päivitetty [last]</p><p>Julkaistu [first]</p>"_s);
        row("by an attribute for scripts",
            u"<time data-timestamp=1615280400>9 March</time>[updated]"_s);
        row("by another",
            u"<span class=pubdate data-datetime='2021-03-09T10:00:00+01:00'>9 March</span>[updated]"_s);
        row("on one line", u"<p>[first], updated [last]</p>"_s);
    }
    void tellsTheFirstMomentFromTheLast()
    {
        QFETCH(QString, moments);

        const Article article = readPage(
            page(u"<article><h1>Ferry returns</h1>%1%2</article>"_s.arg(moments, story)));

        QCOMPARE(article.datePublished.moment, QDateTime({2021, 3, 9}, {9, 0}, Qt::UTC));
        QCOMPARE(article.dateModified.toIso(), u"2021-03-10T10:00:00+01:00"_s);
    }

    void anAddressMayNameTheMonth()
    {
        const QString link = u"<link rel=canonical href='https://bay.example/2021/mar/09/ferry'>"_s;
        QCOMPARE(readPage(page(story, link)).datePublished.toIso(), u"2021-03-09"_s);
    }
};

QTEST_GUILESS_MAIN(MicrodataTest)
#include "tst_microdata.moc"
