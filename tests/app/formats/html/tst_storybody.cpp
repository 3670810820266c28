// What of a page is the story, and what only stands in it.
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString page(const QString &body)
{
    return u"<!DOCTYPE html><html lang='en'><head><title>Ferry comes home at last</title></head>"
           "<body>"_s
        + body + u"</body></html>"_s;
}

QString inStory(const QString &between)
{
    return page(u"<article><h1>Ferry comes home at last</h1><div class='content'>"_s
                + storyAbout(u"ferry"_s) + between + storyAbout(u"feast"_s)
                + u"</div></article>"_s);
}

} // namespace

class StoryBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatOnlyStandsInItIsLeftOut_data()
    {
        QTest::addColumn<QString>("between");
        QTest::newRow("a link to another story")
            << u"<p><strong><a href='/b'>Gone: the yard that built the ferry</a></strong></p>"_s;
        QTest::newRow("a table of headlines and their days")
            << u"<table><tr><td>3 May</td><td><a href='/b'>Gone: the yard that built the ferry"
               "</a></td></tr><tr><td>2 May</td><td><a href='/c'>Gone: the crane, the yard and all "
               "that was in it</a></td></tr></table>"_s;
        QTest::newRow("an advertisement")
            << u"<section class='ad'><div><p>Gone: boots, nets and oilskins at half their "
               "price, until the herring comes, and not a day longer.</p></div></section>"_s;
        QTest::newRow("a call to pay")
            << u"<div class='story-sign-in'><h2>Gone</h2><p>For readers who pay, all of it, every "
               "day, and the paper's own picture of the town.</p><ul><li>Gone</li></ul></div>"_s;
        QTest::newRow("who wrote it")
            << u"<div class='author-bio'><p>Gone Writer has seen every ferry, every quay and every "
               "harbour of the coast.</p></div>"_s;
        QTest::newRow("what is read to the blind only")
            << u"<div class='sr-only'><p>Gone: the end of the picture gallery.</p></div>"_s;
        QTest::newRow("a channel to join")
            << u"<p>Gone? Join us on our WhatsApp channel and never miss a ferry.</p>"_s;
    }
    void whatOnlyStandsInItIsLeftOut()
    {
        QFETCH(QString, between);
        const Article article = readPage(inStory(between));
        const QStringList paragraphs = paragraphsOf(article);
        QCOMPARE(paragraphs.size(), 10);
        QVERIFY(!plainText(article.bodyHtml).contains(u"Gone"));
        QVERIFY(article.trimmings.join(u'\n').contains(u"Gone")); // and nothing is lost
    }

    void whatBelongsToItStays_data()
    {
        QTest::addColumn<QString>("between");
        QTest::newRow("a link in a sentence")
            << u"<p>Stays: <a href='/b'>the yard that built the ferry</a> is to close, they say, "
               "and its crane with it.</p>"_s;
        QTest::newRow("a paragraph that only those who pay are shown")
            << u"<p class='paywall'>Stays: the captain, the mate and the cook were carried through "
               "the town.</p>"_s;
        QTest::newRow("a sentence that is all a link")
            << u"<p><a href='/b'>Stays: the captain would not say who had paid for the crane, or "
               "when.</a></p>"_s;
        QTest::newRow("names that are links, and a number to each")
            << u"<table><tr><td><a href='/b'>Stays</a></td><td>4,120</td></tr><tr><td><a "
               "href='/c'>The mate</a></td><td>3,990</td></tr></table>"_s;
        QTest::newRow("a field whose label is hidden")
            << u"<div class='field label-hidden'><p>Stays: the captain, the mate and the cook were "
               "carried through the town on a cart, and then they slept.</p></div>"_s;
    }
    void whatBelongsToItStays()
    {
        QFETCH(QString, between);
        QVERIFY(plainText(readPage(inStory(between)).bodyHtml).contains(u"Stays"));
    }

    void whatIsHiddenOnSmallScreensOnlyStays()
    {
        QVERIFY(
            plainText(readPage(inStory(u"<div class='hidden md:block'><p>Stays: the captain, the "
                                       "mate and the cook slept for two days.</p></div>"_s))
                          .bodyHtml)
                .contains(u"Stays"));
    }

    void aFigureAroundTheWholeStoryIsNone()
    {
        const Article article = readPage(
            page(u"<article><h1>Ferry comes home at last</h1><figure>"_s + storyAbout(u"ferry"_s)
                 + u"</figure></article>"_s));
        QCOMPARE(paragraphsOf(article).size(), 5);
    }

    void aLongWordOnTheAuthorIsNotTheStory()
    {
        const QString
            life = u"<p>Ann Lee has written of the sea, of the coast, of ferries, of boats "
                   "and of the people on them for forty years, here and elsewhere.</p>"_s;
        const Article article = readPage(
            page(u"<h1>Ferry comes home at last</h1><section><div class='author-bio'>"_s
                 + life.repeated(4) + u"</div></section><section>"_s + storyAbout(u"ferry"_s)
                 + u"</section>"_s));
        QCOMPARE(paragraphsOf(article).size(), 5);
        QVERIFY(!plainText(article.bodyHtml).contains(u"forty years"));
    }

    void theDatelineBeforeTheFirstSentenceStays()
    {
        const Article article = readPage(
            page(u"<article><h1>Ferry comes home at last</h1><p><span class='dateline'>ELLERY – "
                 "</span>The ferry is home, and the town with it, after a night that was long, wet "
                 "and loud.</p>"_s
                 + storyAbout(u"ferry"_s) + u"</article>"_s));
        QVERIFY(paragraphsOf(article).first().startsWith(u"ELLERY – The ferry is home"));
    }

    void theArticleOfTheHeadlineIsTheStory()
    {
        // Pages that never end put the next article, longer maybe, below the one that was opened.
        const Article article = readPage(
            page(u"<main><article><h1>Ferry comes home at last</h1>"_s + storyAbout(u"ferry"_s)
                 + u"</article><article><h1>Herring dearer again</h1>"_s
                 + storyAbout(u"herring"_s, 12) + u"</article></main>"_s));
        QCOMPARE(article.headline, u"Ferry comes home at last"_s);
        QCOMPARE(paragraphsOf(article).size(), 5);
        QVERIFY(!plainText(article.bodyHtml).contains(u"herring"));
    }

    void aShortStoryIsNotGivenUpForTheFormsAroundIt()
    {
        const Article article = readPage(page(
            u"<div class='login'><p>Sign in</p><p>Your name</p><p>Your word</p>"
            "<p>Forgotten it?</p><p>Our rules</p></div><h1>Ferry comes home at last</h1>"
            "<div class='content'><p>The ferry is home, the harbour master says, and will sail "
            "again on Monday, weather permitting.</p></div><div class='comments'>"
            "<p>Leave a word</p></div>"_s));
        QCOMPARE(paragraphsOf(article).size(), 1);
        QVERIFY(!plainText(article.bodyHtml).contains(u"Sign in"));
    }

    void blanksThatDoNotBreakAreBlanksInPlainText()
    {
        QCOMPARE(plainText(u"<p>a\u00a0\u00a0b</p><p>\u00a0</p><p>c</p>"_s), u"a b\n\nc"_s);
    }
};

QTEST_GUILESS_MAIN(StoryBodyTest)
#include "tst_storybody.moc"
