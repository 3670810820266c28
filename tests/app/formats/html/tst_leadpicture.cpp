// The picture between a headline and its story.
#include "tests/app/formats/html/savedfolder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString page(const QString &body, const QString &head = {})
{
    return u"<!DOCTYPE html><html lang='en'><head><title>Ferry comes home</title>"_s + head
        + u"</head><body>"_s + body + u"</body></html>"_s;
}

QString storyElement()
{
    return u"<div class='article-body'>"_s + storyAbout(u"ferry"_s) + u"</div>"_s;
}

const auto headline = u"<h1>Ferry comes home</h1>"_s;
const auto figure = u"<figure class='lead-media'><img src='page_files/a.gif' alt='The ferry'>"
                    "<figcaption>The ferry at noon</figcaption></figure>"_s;

} // namespace

class LeadPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void itStandsAboveTheStoryWithItsCaption_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("below the headline")
            << u"<article>"_s + headline + figure + storyElement() + u"</article>"_s;
        QTest::newRow("below a long headline and a button")
            << u"<article><h1>Ferry comes home, and the whole town is there to see it</h1><button>"_s
                + figure + u"</button>"_s + storyElement() + u"</article>"_s;
        QTest::newRow("in an element with a word of advertisements in its name")
            << u"<article class='post ads-top-after'>"_s + headline + figure + storyElement()
                + u"</article>"_s;
        QTest::newRow("above the headline, in its header") << u"<header class='article-hero'>"_s
                + figure + headline + u"</header>"_s + storyElement();
        QTest::newRow("above the headline, its caption known by a class")
            << u"<main><div class='hero'><img src='page_files/a.gif' alt='The ferry'>"
               "<p class='caption'>The ferry at noon</p></div>"_s
                + headline + storyElement() + u"</main>"_s;
        QTest::newRow("behind an author's portrait") << u"<article>"_s + headline
                + u"<div class='author'><img src='page_files/b.gif' alt='Ann Lee'></div>"_s + figure
                + storyElement() + u"</article>"_s;
        QTest::newRow("behind another story's picture") << u"<article>"_s + headline
                + u"<p><a href='/other'><img src='page_files/b.gif' alt='Boots'></a></p>"_s + figure
                + storyElement() + u"</article>"_s;
        QTest::newRow("behind a small one") << u"<article>"_s + headline
                + u"<p><img src='page_files/small.gif' alt='Lee'></p>"_s + figure + storyElement()
                + u"</article>"_s;
    }
    void itStandsAboveTheStoryWithItsCaption()
    {
        QFETCH(QString, body);
        SavedFolder folder;
        const QString path = folder.picture(u"a.gif"_s);
        folder.picture(u"b.gif"_s);
        folder.picture(u"small.gif"_s, 64, 64);

        const Article article = folder.read(page(body));

        QCOMPARE(article.images.size(), 1);
        QCOMPARE(article.images.first().filePath, path);
        QCOMPARE(article.images.first().caption, u"The ferry at noon"_s);
        QVERIFY(article.bodyHtml.startsWith(
            u"<figure><img src=\"picture:0\" alt=\"The ferry\">"
            "<figcaption>The ferry at noon</figcaption></figure>\n<p>Day 1"_s));
        QVERIFY(!article.trimmings.contains(u"The ferry at noon"_s));
    }

    void theOneInTheMetadataHasItsCaptionFromThePage()
    {
        SavedFolder folder;
        folder.picture(u"a.gif"_s);
        const Article article = folder.read(
            page(u"<div class='top'>"_s + figure + u"</div><article>"_s + headline + storyElement()
                     + u"</article>"_s,
                 u"<meta property='og:image' content='https://a.example/i/a.gif?w=900'>"_s));
        QCOMPARE(article.images.size(), 1);
        QCOMPARE(article.images.first().caption, u"The ferry at noon"_s);
        QVERIFY(!article.trimmings.contains(u"The ferry at noon"_s));
    }

    void whatIsNoLeadPictureStaysAway_data()
    {
        QTest::addColumn<QString>("markup");
        QTest::newRow("an author's portrait")
            << u"<div class='byline'><img src='page_files/a.gif' alt='Ann Lee'></div>"_s;
        QTest::newRow("authors' portraits")
            << u"<div class='authorsimages'><img src='page_files/a.gif' alt='Ann Lee'></div>"_s;
        QTest::newRow("another story's") << u"<div class='teaser'><img src='page_files/a.gif' "
                                            "alt='Boots'></div>"_s;
        QTest::newRow("a sidebar's") << u"<aside><img src='page_files/a.gif' alt='x'></aside>"_s;
        QTest::newRow("the way to another page")
            << u"<a href='https://a.example/b'><img src='page_files/a.gif' alt='x'></a>"_s;
        QTest::newRow("missing, and nothing said of it")
            << u"<div><img src='https://a.example/none.gif' alt='x'></div>"_s;
    }
    void whatIsNoLeadPictureStaysAway()
    {
        QFETCH(QString, markup);
        SavedFolder folder;
        folder.picture(u"a.gif"_s);
        const Article article = folder.read(page(u"<article>"_s + headline + u"<div>"_s + markup
                                                 + u"</div>"_s + storyElement() + u"</article>"_s));
        QVERIFY(article.images.isEmpty());
        QVERIFY(!article.bodyHtml.contains(u"<img"_s));
    }

    void theStorysOwnFirstPictureIsEnough()
    {
        SavedFolder folder;
        const QString path = folder.picture(u"a.gif"_s);
        folder.picture(u"b.gif"_s);
        const Article article = folder.read(page(u"<article>"_s + headline
                                                 + u"<div class='article-body'>"_s + figure
                                                 + storyAbout(u"ferry"_s) + u"</div></article>"_s));
        QCOMPARE(article.images.size(), 1);
        QCOMPARE(article.bodyHtml.count(u"<img"_s), 1);
    }

    void aMissingOneKeepsItsCaption()
    {
        const Article article = readPage(
            page(u"<article>"_s + headline + figure + storyElement() + u"</article>"_s));
        QCOMPARE(article.images.size(), 1);
        QVERIFY(!article.images.first().isHere());
        QCOMPARE(article.images.first().caption, u"The ferry at noon"_s);
    }
};

QTEST_GUILESS_MAIN(LeadPictureTest)
#include "tst_leadpicture.moc"
