// What is said of a picture stands with it, and not in the story.
#include "tests/app/formats/html/savedfolder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString inStory(const QString &markup)
{
    return u"<!DOCTYPE html><html lang='en'><title>Ferry</title><article><h1>Ferry</h1>"_s
        + storyAbout(u"ferry"_s, 3) + markup + storyAbout(u"market"_s, 3) + u"</article>"_s;
}

} // namespace

class CaptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aCaptionIsKnownByItsElementItsClassOrItsPicture_data()
    {
        QTest::addColumn<QString>("markup");
        const auto img = u"<img src='page_files/a.gif' alt='x'>"_s;
        QTest::newRow("figcaption")
            << u"<figure>"_s + img + u"<figcaption>The ferry at noon</figcaption></figure>"_s;
        QTest::newRow("figcaption, below a button that shows it larger") << u"<figure><button>"_s
                + img + u"</button><figcaption>The ferry at noon</figcaption></figure>"_s;
        QTest::newRow("a class, in a figure")
            << u"<figure>"_s + img + u"<div class='caption'>The ferry at noon</div></figure>"_s;
        QTest::newRow("a class, in a box") << u"<div class='image'>"_s + img
                + u"<div class='caption'>The ferry at noon</div></div>"_s;
        QTest::newRow("a class, in a box, behind wrappers")
            << u"<div><div><a href='page_files/a.gif'>"_s + img
                + u"</a></div><p class='wp-caption-text'>The ferry at noon</p></div>"_s;
        QTest::newRow("a list of terms") << u"<dl class='wp-caption'><dt>"_s + img
                + u"</dt><dd class='wp-caption-dd'>The ferry at noon</dd></dl>"_s;
        QTest::newRow("a paragraph behind the picture's")
            << u"<p>"_s + img + u"</p><p class='caption'>The ferry at noon</p>"_s;
        QTest::newRow("a paragraph behind the picture")
            << img + u"<p class='caption'>The ferry at noon</p>"_s;
        QTest::newRow("the picture names it")
            << u"<div><img src='page_files/a.gif' alt='x' aria-describedby='c1'></div>"
               "<p id='c1'>The ferry at noon</p>"_s;
    }
    void aCaptionIsKnownByItsElementItsClassOrItsPicture()
    {
        QFETCH(QString, markup);
        SavedFolder folder;
        folder.picture(u"a.gif"_s);

        const Article article = folder.read(inStory(markup));

        QCOMPARE(article.images.size(), 1);
        QCOMPARE(article.images.first().caption, u"The ferry at noon"_s);
        QVERIFY(article.bodyHtml.contains(u"<figure><img src=\"picture:0\" alt=\"x\">"
                                          "<figcaption>The ferry at noon</figcaption></figure>"_s));
        QCOMPARE(paragraphsOf(article).size(), 6);
        QVERIFY(article.trimmings.isEmpty());
    }

    void aGalleryIsOfTheStory_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("one"); // %1 is the picture's name
        QTest::addColumn<QString>("after");
        QTest::newRow("of figures") << u"<div>"_s
                                    << u"<figure><img src='page_files/%1.gif' alt='x'>"
                                       "<figcaption>Quay %1</figcaption></figure>"_s
                                    << u"</div>"_s;
        QTest::newRow("of pictures")
            << u"<div>"_s << u"<img src='page_files/%1.gif' alt='x'>"_s << u"</div>"_s;
        QTest::newRow("of the ways to larger ones")
            << u"<div class='media'>"_s
            << u"<a href='page_files/%1.gif'><img src='page_files/%1.gif' alt='x'></a>"_s
            << u"</div>"_s;
        QTest::newRow("of slides")
            << u"<div class='slides'>"_s
            << u"<div><img src='page_files/%1.gif' alt='x'><p class='caption'>Quay %1</p></div>"_s
            << u"</div>"_s;
    }
    void aGalleryIsOfTheStory()
    {
        QFETCH(QString, before);
        QFETCH(QString, one);
        QFETCH(QString, after);
        SavedFolder folder;
        QString gallery;
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
            folder.picture(name + u".gif"_s);
            gallery += one.arg(name);
        }
        const Article article = folder.read(inStory(before + gallery + after));
        QCOMPARE(article.images.size(), 3);
        QCOMPARE(article.bodyHtml.count(u"<figure>"_s), 3);
        QCOMPARE(article.images.last().caption, one.contains(u"Quay"_s) ? u"Quay c"_s : QString());
    }

    void picturesThatLeadToOtherPagesAreNone_data()
    {
        QTest::addColumn<QString>("one");
        QTest::newRow("each by itself")
            << u"<a href='https://a.example/b'><img src='page_files/a.gif' alt='x'></a>"_s;
        QTest::newRow("as a part of a teaser")
            << u"<a href='https://a.example/b'><div><div><img src='page_files/a.gif' alt='x'></div>"
               "</div></a>"_s;
        QTest::newRow("in a box of that name")
            << u"<div class='teaser'><div><img src='page_files/a.gif' alt='x'></div></div>"_s;
    }
    void picturesThatLeadToOtherPagesAreNone()
    {
        QFETCH(QString, one);
        SavedFolder folder;
        folder.picture(u"a.gif"_s);
        folder.picture(u"b.gif"_s);
        const Article article = folder.read(
            inStory(u"<div>"_s + one + QString(one).replace(u"a.gif"_s, u"b.gif"_s) + u"</div>"_s));
        QVERIFY(article.images.isEmpty());
    }

    void aMissingPictureWithACaptionHasAFrame()
    {
        const Article article = readPage(
            inStory(u"<figure><img src='page_files/none.gif'><img src='page_files/none-large.gif'>"
                    "<figcaption>The ferry at noon</figcaption></figure>"_s));
        QCOMPARE(article.images.size(), 1); // in two sizes
        QVERIFY(!article.images.first().isHere());
        QVERIFY(article.bodyHtml.contains(u"<figure><img src=\"picture:0\"><figcaption>"_s));
    }

    void whatElseStandsInAFigureIsOfTheStory_data()
    {
        QTest::addColumn<QString>("inside");
        QTest::newRow("a table")
            << u"<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2021</td>"
               "<td>Stays 12</td></tr></table><figcaption>Boats</figcaption>"_s;
        QTest::newRow("a quotation")
            << u"<blockquote><p>Stays: nobody asked us.</p><cite>Ann Lee</cite></blockquote>"_s;
        QTest::newRow("code") << u"<pre><code>Stays = 0;</code></pre>"_s;
        QTest::newRow("a paragraph") << u"<p>Stays: nobody asked us whether we should go.</p>"_s;
    }
    void whatElseStandsInAFigureIsOfTheStory()
    {
        QFETCH(QString, inside);
        const Article article = readPage(inStory(u"<figure>"_s + inside + u"</figure>"_s));
        QVERIFY(plainText(article.bodyHtml).contains(u"Stays"_s));
        QVERIFY(!article.bodyHtml.contains(u"<figure"_s));
    }

    void aBackgroundIsAPictureWhereItsElementSaysSo_data()
    {
        QTest::addColumn<QString>("attributes");
        QTest::addColumn<bool>("isShown");
        const auto style = u" style='background-image: url(page_files/a.gif)'"_s;
        QTest::newRow("by its role") << u"role='img' aria-label='The ferry'"_s + style << true;
        QTest::newRow("by its class")
            << u"class='lead-image' style='background: #ccc url(\"page_files/a.gif\") 0 0'"_s
            << true;
        QTest::newRow("an ornament") << u"class='row'"_s + style << false;
        QTest::newRow("missing")
            << u"role='img' style='background-image: url(page_files/none.gif)'"_s << false;
    }
    void aBackgroundIsAPictureWhereItsElementSaysSo()
    {
        QFETCH(QString, attributes);
        QFETCH(bool, isShown);
        SavedFolder folder;
        folder.picture(u"a.gif"_s);
        const Article article = folder.read(inStory(u"<div %1></div>"_s.arg(attributes)));
        QCOMPARE(article.images.size(), isShown ? 1 : 0);
        QCOMPARE(article.bodyHtml.count(u"<figure><img"_s), isShown ? 1 : 0);
    }

    void theLinkAroundAPictureStays()
    {
        SavedFolder folder;
        folder.picture(u"a.gif"_s);
        const Article article = folder.read(
            inStory(u"<figure><div><a href='https://a.example/large'><img src='page_files/a.gif' "
                    "alt='x'></a></div><figcaption>The ferry at noon</figcaption></figure>"_s));
        QVERIFY(article.bodyHtml.contains(
            u"<figure><a href=\"https://a.example/large\"><img src=\"picture:0\" alt=\"x\"></a>"
            "<figcaption>"_s));
    }

    void wordsOfTheStoryStayBesideAPicture()
    {
        SavedFolder folder;
        folder.picture(u"a.gif"_s);
        const Article article = folder.read(inStory(
            u"<div><img src='page_files/a.gif' alt='x'><p class='text'>Stays: the ferry was "
            "late, and the market waited.</p></div>"_s));
        QVERIFY(plainText(article.bodyHtml).contains(u"Stays"_s));
        QVERIFY(article.images.first().caption.isEmpty());
    }
};

QTEST_GUILESS_MAIN(CaptionsTest)
#include "tst_captions.moc"
