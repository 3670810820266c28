// Whether a page holds its story whole.
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString page(const QString &head, const QString &body)
{
    return u"<!DOCTYPE html><html lang='en'><head><title>Ferry comes home at last</title>"_s + head
        + u"</head><body>"_s + body + u"</body></html>"_s;
}

QString story(int paragraphs, const QString &after = {})
{
    return u"<article><h1>Ferry comes home at last</h1>"_s + storyAbout(u"ferry"_s, paragraphs)
        + after + u"</article>"_s;
}

QString links(int count)
{
    QString links;
    for (int i = 0; i < count; ++i)
        links += u"<div><h3><a href='/%1'>Story number %1 of the harbour and its boats</a></h3>"
                 "</div>"_s.arg(i);
    return links;
}

QString teasers(int count)
{
    QString teasers;
    for (int i = 0; i < count; ++i)
        teasers +=
            u"<article><h2><a href='/%1'>Story number %1 of the harbour and its boats</a></h2>"
            "<p>What there is to say of it in a sentence, of number %1, and where it was, so "
            "that somebody might want to read the rest of it.</p></article>"_s.arg(i);
    return u"<main>"_s + teasers + u"</main>"_s;
}

QString ranked(int count)
{
    QString rows;
    for (int i = 0; i < count; ++i)
        rows +=
            u"<tr><td>%1.</td><td><a href='https://a.example/%1'>Story number %1 of the harbour "
            "and its boats</a> (a.example)</td></tr><tr><td></td><td>%1 points by somebody 3 "
            "hours ago | <a href='/hide'>hide</a> | <a href='/%1'>24 comments</a></td></tr>"_s.arg(
                i);
    return u"<table>"_s + rows + u"</table>"_s;
}

} // namespace

class PageExtentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isKnownByWhatThePageSays_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("extent");
        const auto row = [](const char *name, const QString &source, ArticleExtent extent) {
            QTest::newRow(name) << source << int(extent);
        };
        const QString paid = u"<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                             "\"headline\":\"Ferry comes home at last\","
                             "\"isAccessibleForFree\":\"False\"}</script>"_s;
        row("a story", page({}, story(6)), ArticleExtent::Whole);
        row("a short one", page({}, story(1)), ArticleExtent::Whole);
        row("for subscribers, its beginning", page(paid, story(2)), ArticleExtent::Beginning);
        row("for subscribers, saved by one", page(paid, story(12)), ArticleExtent::Whole);
        row("one that asks for money where it stops",
            page({},
                 story(2,
                       u"<div class='paywall'><p>Subscribe now to continue reading.</p>"
                       "</div>"_s)),
            ArticleExtent::Beginning);
        row("the same in German",
            page({},
                 story(2, u"<div class='paywall'><p>Jetzt weiterlesen mit dem Abo.</p></div>"_s)),
            ArticleExtent::Beginning);
        row("for subscribers, but all of it is there",
            page(QString(paid).replace(
                     u"\"isAcc"_s,
                     u"\"articleBody\":\""_s
                         + plainText(storyAbout(u"ferry"_s, 2)).replace(u'\n', u' ')
                         + u"\",\"isAcc"_s),
                 story(2)),
            ArticleExtent::Whole);
        const QString asks = u"<p>Subscribe to continue reading.</p>"_s;
        row("for subscribers, a long beginning", page(paid, story(8, asks)),
            ArticleExtent::Beginning);
        row("a long story that mentions subscribers", page({}, story(8, asks)),
            ArticleExtent::Whole);
        for (const QString &head :
             {u"<meta property='article:content_tier' content='locked'>"_s,
              u"<meta itemprop='isAccessibleForFree' content='false'>"_s,
              u"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\","
              "\"hasPart\":{\"@type\":\"WebPageElement\",\"isAccessibleForFree\":false}}"
              "</script>"_s}) {
            row(qPrintable(u"its metadata: "_s + head), page(head, story(1)),
                ArticleExtent::Beginning);
        }
        row("below the story",
            page({}, story(2) + u"<div><h3>Already a subscriber? Log in.</h3></div>"_s),
            ArticleExtent::Beginning);
        for (const QString &elsewhere :
             {u"<a href='/o'>Continue reading →</a>"_s, u"<h3>Register to access</h3>"_s,
              u"<a href='/o'>Already a subscriber? Sign in</a>"_s,
              u"<div>Sign in to continue</div>"_s,
              u"<footer>Subscribe to our newsletter to keep up</footer>"_s,
              u"<div>続きを読む</div>"_s}) {
            row(qPrintable(u"in another story's teaser: "_s + elsewhere),
                page({},
                     story(2) + u"<div><p>A dredger sinks at night.</p>"_s + elsewhere
                         + u"</div>"_s),
                ArticleExtent::Whole);
            row(qPrintable(u"in the header: "_s + elsewhere),
                page({}, u"<header>"_s + elsewhere + u"</header>"_s + story(2)),
                ArticleExtent::Whole);
        }
        row("teasers on a page without an address", page({}, teasers(12)), ArticleExtent::List);
        row("a list of links with what was made of them", page({}, ranked(30)),
            ArticleExtent::List);
        const QString
            hidden = u"<div class='paywall'><p>Subscribe now to continue reading.</p></div>"_s;
        row("hidden, for other readers",
            page({}, story(2) + u"<div hidden>"_s + hidden + u"</div>"_s), ArticleExtent::Whole);
        row("hidden by its style",
            page({}, story(2) + u"<section style='display: none'>"_s + hidden + u"</section>"_s),
            ArticleExtent::Whole);
        row("a short story before many links",
            page({}, u"<main>"_s + storyAbout(u"ferry"_s, 1) + links(20) + u"</main>"_s),
            ArticleExtent::Whole);
        for (const QString &last :
             {u"Sign up to our newsletter to read more stories like this."_s,
              u"Subscribe to the podcast and access all episodes wherever you are."_s,
              u"Anyone can register at the town hall to view the plans."_s,
              u"The rowing club is open to members only."_s,
              u"Il reste 40 % des places pour le concert."_s,
              u"Karten gibt es für Abonnenten zum halben Preis."_s})
            row(qPrintable(last), page({}, story(3, u"<p>%1</p>"_s.arg(last))),
                ArticleExtent::Whole);
        row("a table of links",
            page({},
                 u"<article><h1>Which boat is it</h1><p>All that there are.</p><table><tr><th>Boat"
                 "<th>Picture</tr>"_s
                     + ranked(12).mid(u"<table>"_s.size()) + u"</article>"_s),
            ArticleExtent::Whole);
        row("an article whose address looks like a front page's",
            page(u"<link rel='canonical' href='https://harbour.example/?p=3'>"_s,
                 story(6) + links(40)),
            ArticleExtent::Whole);
        row("teasers below a story", page({}, story(3) + teasers(12)), ArticleExtent::Whole);
        row("teasers on the page of an article",
            page(u"<meta property='og:type' content='article'>"_s, teasers(12)),
            ArticleExtent::Whole);
        row("a front page",
            page(u"<link rel='canonical' href='https://harbour.example/'>"_s, links(40)),
            ArticleExtent::List);
        row("a section's page",
            page(u"<meta property='og:type' content='website'>"
                 "<link rel='canonical' href='https://harbour.example/sport'>"_s,
                 links(40)),
            ArticleExtent::List);
        row("a story with many links below",
            page(u"<meta property='og:type' content='website'>"_s, story(6) + links(40)),
            ArticleExtent::Whole);
    }
    void isKnownByWhatThePageSays()
    {
        QFETCH(QString, source);
        QFETCH(int, extent);
        QCOMPARE(int(readPage(source).extent), extent);
    }

    void isKnownByAskingToPay_data()
    {
        QTest::addColumn<QString>("line");
        for (const QString &line : {u"To continue reading, subscribe now."_s,
                                    u"This story is for subscribers only."_s,
                                    u"Create a free account to read this story."_s,
                                    u"Unlock this article"_s,
                                    u"You have used up all of your free articles."_s,
                                    u"Lesen Sie mehr mit Quai+"_s,
                                    u"Dieser Text ist nur für Abonnenten."_s,
                                    u"Article réservé à nos abonnés"_s,
                                    u"Il vous reste 71 % de ce texte à découvrir."_s,
                                    u"Contenido exclusivo para suscriptores"_s,
                                    u"Para seguir leyendo, inicie sesión."_s,
                                    u"Per continuare a leggere abbonati"_s,
                                    u"Exclusivo para assinantes"_s,
                                    u"Om verder te lezen heeft u een abonnement nodig"_s,
                                    u"Zaloguj się, aby czytać dalej"_s,
                                    u"Чтобы прочитать полностью, оформите подписку"_s,
                                    u"Devamını okumak için abone olun"_s,
                                    u"هذا المحتوى للمشتركين فقط"_s,
                                    u"הכתבה למנויים בלבד"_s,
                                    u"この記事は有料会員限定です"_s,
                                    u"残り 640文字"_s,
                                    u"订阅后继续阅读"_s,
                                    u"訂閱後閱讀全文"_s,
                                    u"로그인 후 계속 읽을 수 있습니다"_s,
                                    u"För att läsa hela texten, logga in"_s})
            QTest::newRow(qPrintable(line)) << line;
    }
    void isKnownByAskingToPay()
    {
        QFETCH(QString, line);
        const auto extent = [](const QString &html) { return readPage(page({}, html)).extent; };
        QCOMPARE(extent(story(2, u"<p>%1</p>"_s.arg(line))), ArticleExtent::Beginning);
        QCOMPARE(extent(story(
                     2, u"<div class='offer'><h3>%1</h3><button>Go</button></div>"_s.arg(line))),
                 ArticleExtent::Beginning);
        QCOMPARE(extent(story(2) + u"<section><h3>%1</h3></section>"_s.arg(line)),
                 ArticleExtent::Beginning);
    }

    // One who pays has saved the page: what is paid for stands in it.
    void aSubscribersShortStoryIsWhole_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<ArticleExtent>("extent");
        QTest::newRow("there") << story(
            1, u"<div class='paid part'>%1</div>"_s.arg(storyAbout(u"market"_s, 1)))
                               << ArticleExtent::Whole;
        QTest::newRow("not there")
            << story(1, u"<div class='paid'></div>"_s) << ArticleExtent::Beginning;
        QTest::newRow("a request in its place")
            << story(1,
                     u"<div class='paid'><p>Subscribe now to continue reading this story, and all "
                     "of the others that we have printed of the ferry.</p></div>"_s)
            << ArticleExtent::Beginning;
    }
    void aSubscribersShortStoryIsWhole()
    {
        QFETCH(QString, body);
        QFETCH(ArticleExtent, extent);
        const Article article = readPage(page(
            u"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry "
            u"comes "
            "home at "
            "last\",\"isAccessibleForFree\":false,\"hasPart\":{\"@type\":\"WebPageElement\","
            "\"isAccessibleForFree\":false,\"cssSelector\":\".paid\"}}</script>"_s,
            body));
        QCOMPARE(article.extent, extent);
    }
};

QTEST_GUILESS_MAIN(PageExtentTest)
#include "tst_pageextent.moc"
