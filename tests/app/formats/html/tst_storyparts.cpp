// Boxes inside a story that are of it, whatever their names, and those that are not.
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString
    goesOn = u"<p>The mate, who had not slept since Monday, sold his place in the boat to "
             "a man from the hills, and then he bought it back for twice as much.</p>"
             "<p>Nobody in the harbour could say what the man wanted with it, and the "
             "mate would not be asked, not even by his own brother.</p>"_s;

QString storyWith(const QString &between, const QString &after = {})
{
    return u"<!DOCTYPE html><html><head><title>Ferry comes home</title></head><body><article>"
           "<h1>Ferry comes home</h1>"_s
        + storyAbout(u"ferry"_s, 3) + between + after + u"</article></body></html>"_s;
}

} // namespace

class StoryPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatPayingReadersAreShownStays_data();
    void whatPayingReadersAreShownStays();
    void aBoxThatAsksForMoneyGoes_data();
    void aBoxThatAsksForMoneyGoes();
    void aCorrectionStaysWhereverItStands_data();
    void aCorrectionStaysWhereverItStands();
    void aPostIsQuoted_data();
    void aPostIsQuoted();
    void aBoxOfFactsStays_data();
    void aBoxOfFactsStays();
    void aBoxOfAnotherKindGoes_data();
    void aBoxOfAnotherKindGoes();
    void aPageBuiltOfWidgetsKeepsItsHeadings();
    void whoWroteItIsNoneOfTheStory();
    void aHeadingOverNothingGoes();
};

void StoryPartsTest::whatPayingReadersAreShownStays_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"paywall", "paywall-content", "subscriber-only", "subscriber-content",
          "c-paywall__content", "article-paywall", "widget", "has-media", "hidden-print"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void StoryPartsTest::whatPayingReadersAreShownStays()
{
    QFETCH(QString, name);
    const Article article = readPage(
        storyWith(u"<div class='"_s + name + u"'>"_s + goesOn + u"</div>"_s));
    QCOMPARE(paragraphsOf(article).size(), 5);
    QVERIFY(paragraphsOf(article).last().startsWith(u"Nobody in the harbour"));
}

void StoryPartsTest::aBoxThatAsksForMoneyGoes_data()
{
    QTest::addColumn<QString>("box");
    QTest::newRow("with a button")
        << u"<div class='paywall'>"_s + goesOn + u"<button>Subscribe</button></div>"_s;
    QTest::newRow("with a form") << u"<div class='paywall-content'>"_s + goesOn
            + u"<form><input name='mail'></form></div>"_s;
    QTest::newRow("in short lines")
        << u"<div class='subscriber-only'><p>One paper, one coast</p><p>All of it, every day</p>"
           "<p>Two months for the price of one, and you can go whenever you like to, of course, "
           "as all our readers may, at the end of any month of the year.</p></div>"_s;
    QTest::newRow("in one long sentence")
        << u"<div class='subscribe'><p>For less than a herring a week all of the paper, with its "
           "pictures of the town and its hundred years of the coast, comes to your house or to "
           "your telephone: <a href='/s'>subscribe</a>.</p></div>"_s;
    QTest::newRow("with a word on it")
        << u"<div class='paywall'><p>Unlock all stories</p><p>Readers who pay read all of the "
           "paper, every day of the week, on all of their devices, and the pictures of the town "
           "from the hundred years that it has been printed.</p></div>"_s;
}

void StoryPartsTest::aBoxThatAsksForMoneyGoes()
{
    QFETCH(QString, box);
    QCOMPARE(paragraphsOf(readPage(storyWith(box))).size(), 3);
}

void StoryPartsTest::aCorrectionStaysWhereverItStands_data()
{
    QTest::addColumn<QString>("note");
    QTest::newRow("in a footer")
        << u"<footer><p>Correction: the ferry has two decks.</p></footer>"_s;
    QTest::newRow("in a footer that says more")
        << u"<footer><p>Correction: the ferry has two decks.</p><p>About us</p></footer>"_s;
    QTest::newRow("aside")
        << u"<aside class='correction'>Correction, 3 May: the ferry has two decks.</aside>"_s;
    QTest::newRow("in a box")
        << u"<div class='info-box'><p><b>Editor's note</b>: the ferry has two decks.</p></div>"_s;
    QTest::newRow("below the story")
        << u"</article><footer class='notes'><p>Correction: the ferry has two decks.</p></footer>"
           "<article>"_s;
    QTest::newRow("in German")
        << u"<aside><p>Anm. d. Red.: the ferry has two decks. Wir bedauern das.</p></aside>"_s;
    QTest::newRow("in Swedish") << u"<footer><p>Rättelse: the ferry has two decks.</p></footer>"_s;
    QTest::newRow("in Japanese") << u"<aside><p>訂正：the ferry has two decks。</p></aside>"_s;
}

void StoryPartsTest::aCorrectionStaysWhereverItStands()
{
    QFETCH(QString, note);
    const QStringList paragraphs = paragraphsOf(readPage(storyWith(note)));
    QCOMPARE(paragraphs.size(), 4);
    QVERIFY(paragraphs.last().contains(u"the ferry has two decks"));
}

void StoryPartsTest::aPostIsQuoted_data()
{
    QTest::addColumn<QString>("post");
    QTest::newRow("in a box for sharing")
        << u"<div class='social-embed'><blockquote class='twitter-tweet'><p>The ferry sails "
           "again.</p>— Captain (@captain) <a href='https://post.example/1'>March 9</a>"
           "</blockquote></div>"_s;
    QTest::newRow("a picture and its words, all one link")
        << u"<div class='share'><blockquote class='instagram-media'><div><a "
           u"href='https://post.example/1'>View this "
           "post on Instagram</a></div><p><a href='https://post.example/1'>The ferry sails "
           "again.</a></p>"
           "<p>A post shared by Captain (@captain)</p></blockquote></div>"_s;
    QTest::newRow("a film")
        << u"<blockquote class='tiktok-embed'><section><a href='https://post.example/c'>@captain"
           "</a><p>The ferry sails again.</p><a href='https://post.example/m'>♬ original sound of "
           "the sea</a></section></blockquote>"_s;
    QTest::newRow("a thread")
        << u"<blockquote class='reddit-embed-bq'><a href='https://post.example/1'>The ferry sails "
           "again.</a><br> by <a href='https://post.example/u'>captain</a></blockquote>"_s;
}

void StoryPartsTest::aPostIsQuoted()
{
    QFETCH(QString, post);
    const Article article = readPage(storyWith(post, storyAbout(u"feast"_s, 3)));
    const QString quotation = article.bodyHtml.section(u"<blockquote>"_s, 1)
                                  .section(u"</blockquote>"_s, 0, 0);
    QVERIFY(quotation.contains(u"The ferry sails again."));
    QVERIFY(!quotation.contains(u"View this post"));
}

void StoryPartsTest::aBoxOfFactsStays_data()
{
    QTest::addColumn<QString>("box");
    const QString inside = u"<h3>The ferry</h3><p>Built in 1911, she is 60 metres long, 12 wide, "
                           "and takes 40 cars, or 20 lorries.</p>"_s;
    QTest::newRow("by its name") << u"<div class='factbox'>"_s + inside + u"</div>"_s;
    QTest::newRow("by another") << u"<section class='infobox'>"_s + inside + u"</section>"_s;
    QTest::newRow("aside") << u"<aside>"_s + inside + u"</aside>"_s;
}

void StoryPartsTest::aBoxOfFactsStays()
{
    QFETCH(QString, box);
    const Article article = readPage(storyWith(box, storyAbout(u"feast"_s, 3)));
    QVERIFY(paragraphsOf(article).contains(u"The ferry"_s));
    QVERIFY(plainText(article.bodyHtml).contains(u"Built in 1911"));
}

void StoryPartsTest::aBoxOfAnotherKindGoes_data()
{
    QTest::addColumn<QString>("box");
    QTest::newRow("links") << u"<aside><h3>The ferry</h3><p><a href='/a'>She comes home, and the "
                              "town is awake all night to see it</a></p></aside>"_s;
    QTest::newRow("a call to pay")
        << u"<aside><h3>The ferry paper</h3><p>Subscribe, and read of the ferry, the harbour and "
           "the market before all others do.</p></aside>"_s;
    QTest::newRow("a letter in the morning")
        << u"<aside><h3>The ferry letter</h3><p>All of the ferry, the harbour and the market in "
           "your inbox every morning.</p></aside>"_s;
    QTest::newRow("who wrote it, by its name")
        << u"<div class='author-infobox'><h3>Ann Lee</h3><p>She has written of ferries, harbours "
           "and markets for forty years, here and elsewhere.</p></div>"_s;
    QTest::newRow("a reader who corrects another")
        << u"<div class='comments'><p>Correction: you are wrong, sir, and I was on the ferry and "
           "saw it all.</p></div>"_s;
    QTest::newRow("a form")
        << u"<div class='infobox'><h3>The ferry paper</h3><p>Leave us a word on the ferry, the "
           "harbour and the market, and we may print it.</p><input name='word'></div>"_s;
    QTest::newRow("who wrote it")
        << u"<aside><h3>About Ann Lee</h3><p>She has written of ferries, harbours and markets for "
           "forty years, here and elsewhere.</p></aside>"_s;
}

void StoryPartsTest::aBoxOfAnotherKindGoes()
{
    QFETCH(QString, box);
    QCOMPARE(paragraphsOf(readPage(storyWith(box, storyAbout(u"feast"_s, 3)))).size(), 6);
}

void StoryPartsTest::aPageBuiltOfWidgetsKeepsItsHeadings()
{
    const auto widget = [](const QString &inside) {
        return u"<div class='elementor-widget elementor-widget-text'>"_s + inside + u"</div>"_s;
    };
    const Article article = readPage(
        storyWith(widget(u"<h2>What the owners say</h2>"_s) + widget(storyAbout(u"owner"_s, 2))));
    QCOMPARE(paragraphsOf(article).size(), 6);
}

void StoryPartsTest::whoWroteItIsNoneOfTheStory()
{
    const auto paragraphs = [](const QString &end) {
        return paragraphsOf(readPage(
            u"<html><head><title>Ferry returns</title></head><body><article><h1>Ferry returns</h1>"
            "%1%2</article></body></html>"_s.arg(storyAbout(u"ferry"_s), end)));
    };
    const QString note = u"<div><h3>About the author</h3><p>Ida Brandt writes of ferries, harbours "
                         "and markets, and lives by the old quay.</p></div>"_s;
    QCOMPARE(paragraphs(note).size(), 5);
    QCOMPARE(paragraphs(u"<h3>Über den Autor</h3><p>Er schreibt über Fähren.</p>"_s).size(), 5);
    // Of a story about a writer, the story goes on below.
    QCOMPARE(paragraphs(note + storyAbout(u"writer"_s)).size(), 12);
}

void StoryPartsTest::aHeadingOverNothingGoes()
{
    const Article article = readPage(
        u"<html><head><title>Ferry returns</title></head><body><article><h1>Ferry returns</h1>%1"
        "<h2>The market</h2><p>There was fish, bread and music, and all the town had come to see "
        "it.</p><h2>Recommended by us</h2><div><h3>Also here</h3></div></article></body></html>"_s
            .arg(storyAbout(u"ferry"_s)));
    const QStringList paragraphs = paragraphsOf(article);
    QVERIFY(paragraphs.contains(u"The market"_s));
    QVERIFY(paragraphs.last().startsWith("There was fish"_L1));
    QVERIFY(article.trimmings.contains(u"Recommended by us"_s));
}

QTEST_APPLESS_MAIN(StoryPartsTest)
#include "tst_storyparts.moc"
