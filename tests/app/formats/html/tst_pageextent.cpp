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
};

QTEST_GUILESS_MAIN(PageExtentTest)
#include "tst_pageextent.moc"
