#include "app/render/paperpage.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Article article()
{
    Article story;
    story.headline = u"Ferry <back> & \"well\""_s;
    story.description = u"It sails <b>again</b>."_s;
    story.authors = {u"Astrid Holm"_s, u"Per <Lind>"_s};
    story.articleSection = u"Coast & Sea"_s;
    story.place = u"HAVNBY"_s;
    story.datePublished = *dateFromIso(u"2024-03-30");
    story.inLanguage = u"en"_s;
    story.bodyHtml = u"<p>First.</p><p>Second.</p>"_s;
    return story;
}

QString pageOf(const Article &story)
{
    return paperPage({story}, QLocale::c());
}

// The page from its <body> on, without the style sheet.
QString bodyOf(const Article &story)
{
    const QString page = pageOf(story);
    return page.mid(page.indexOf(u"<body>"_s));
}

ArticleImage pictureThatIsHere()
{
    ArticleImage image;
    image.bytes = "PNG";
    image.caption = u"The quay"_s;
    return image;
}

} // namespace

class tst_PaperPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void escapesEveryField();
    void leavesNoPlaceOfTheTemplateUnfilled();
    void takesBracesInAnArticleForText();
    void letsNothingInButPicturesAndItsOwnStyle();
    void setsLanguageAndDirection_data();
    void setsLanguageAndDirection();
    void saysWhenItWasUpdatedOnlyIfItWas();
    void keepsACrossheadWithWhatFollows();
    void breaksALongParagraphRatherThanLeaveAHole();
    void printsPicturesThatAreHereAndCaptionsOfThoseThatAreNot();
    void putsTheLeadPictureAboveTheTextUnlessTheBodyShowsIt();
    void printsNeitherTrimmingsNorRelatedStories();
    void keepsTextThatStandsBetweenElements();
    void setsATableOfManyColumnsSmaller();
};

void tst_PaperPage::escapesEveryField()
{
    const QString body = bodyOf(article());

    QVERIFY(body.contains(u"Ferry &lt;back&gt; &amp; &quot;well&quot;</h1>"_s));
    QVERIFY(body.contains(u"It sails &lt;b&gt;again&lt;/b&gt;."_s));
    QVERIFY(body.contains(u"Astrid Holm, Per &lt;Lind&gt;"_s));
    QVERIFY(body.contains(u"Coast &amp; Sea"_s));
    QVERIFY(!pageOf(article()).contains(u"<title>Ferry <back>"_s));
}

void tst_PaperPage::leavesNoPlaceOfTheTemplateUnfilled()
{
    QVERIFY(!pageOf(article()).contains(u"{{"_s));
    QVERIFY(!pageOf(Article()).contains(u"{{"_s));
    QVERIFY(pageOf(article()).contains(u"break-inside: avoid"_s)); // the style sheet is in it
}

void tst_PaperPage::takesBracesInAnArticleForText()
{
    Article story = article();
    story.headline = u"{{body}} {{style}} %1"_s;

    QVERIFY(bodyOf(story).contains(u"{{body}} {{style}} %1</h1>"_s));
    QCOMPARE(bodyOf(story).count(u"First."_s), 1);
}

void tst_PaperPage::letsNothingInButPicturesAndItsOwnStyle()
{
    const QString page = pageOf(article());

    QVERIFY(page.contains(u"default-src 'none'"_s));
    QVERIFY(!page.contains(u"unsafe-inline"_s));
    QVERIFY(!page.contains(u"script"_s));
    QVERIFY(!page.contains(u" style="_s));
}

void tst_PaperPage::setsLanguageAndDirection_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("tag");

    QTest::newRow("english") << u"en-GB"_s << u"Ferry"_s << u"lang=\"en-GB\" dir=\"ltr\""_s;
    QTest::newRow("arabic") << u"ar"_s << u"العبارة"_s << u"lang=\"ar\" dir=\"rtl\""_s;
    QTest::newRow("hebrew, not said") << QString() << u"המעבורת"_s << u"lang=\"und\" dir=\"rtl\""_s;
    QTest::newRow("nobody knows") << QString() << u"Ferry"_s << u"lang=\"und\" dir=\"ltr\""_s;
    QTest::newRow("no tag at all")
        << u"\"><script>"_s << u"Ferry"_s << u"lang=\"und\" dir=\"ltr\""_s;
}

void tst_PaperPage::setsLanguageAndDirection()
{
    QFETCH(QString, language);
    QFETCH(QString, headline);
    QFETCH(QString, tag);
    Article story = article();
    story.inLanguage = language;
    story.headline = headline;

    QVERIFY(pageOf(story).contains(u"<html %1>"_s.arg(tag)));
}

void tst_PaperPage::saysWhenItWasUpdatedOnlyIfItWas()
{
    Article story = article();
    QVERIFY(bodyOf(story).contains(u"30 March 2024"_s));
    QVERIFY(!bodyOf(story).contains(u"Updated"_s));

    story.dateModified = story.datePublished;
    QVERIFY(!bodyOf(story).contains(u"Updated"_s));

    story.dateModified = *dateFromIso(u"2024-03-31");
    QVERIFY(bodyOf(story).contains(u"Updated 31 March 2024"_s));
    QVERIFY(bodyOf(story).contains(u"30 March 2024"_s));

    story.datePublished = {};
    QVERIFY(bodyOf(story).contains(u"Updated 31 March 2024"_s));
}

void tst_PaperPage::keepsACrossheadWithWhatFollows()
{
    Article story = article();
    story.bodyHtml = u"<p>One.</p><h2>Denial</h2><p>Two.</p><p>Three.</p><h2>End</h2>"_s;

    const QString body = bodyOf(story);

    static const QRegularExpression together(
        u"<div class=\"together\">\\s*<h2>Denial</h2>\\s*<p>Two.</p>\\s*</div>\\s*<p>Three.</p>"_s);
    QVERIFY2(together.match(body).hasMatch(), qPrintable(body));
    QCOMPARE(body.count(u"class=\"together\""_s), 1); // the last one has nothing to keep
    QCOMPARE(body.count(u"<h2>End</h2>"_s), 1);
}

void tst_PaperPage::breaksALongParagraphRatherThanLeaveAHole()
{
    Article story = article();
    story.bodyHtml = u"<h2>Denial</h2><p>%1</p>"_s.arg(u"long "_s.repeated(400));

    QVERIFY(!bodyOf(story).contains(u"class=\"together\""_s));
}

void tst_PaperPage::printsPicturesThatAreHereAndCaptionsOfThoseThatAreNot()
{
    Article story = article();
    story.images = {pictureThatIsHere(), ArticleImage(), ArticleImage()};
    story
        .bodyHtml = u"<figure><img src=\"picture:0\" alt=\"a > b\"><figcaption>Here</figcaption>"
                    "</figure><p>Text.</p><figure><img src=\"picture:1\" alt=\"x\"><figcaption>Not "
                    "here</figcaption></figure><figure><img src=\"picture:2\" alt=\"nothing\">"
                    "</figure><p><img src=\"picture:99\" alt=\"wrong\">End.</p>"_s;

    const QString body = bodyOf(story);

    QCOMPARE(body.count(u"<img "_s), 1);
    QVERIFY(body.contains(u"<img src=\"picture:0\" alt=\"\">"_s));
    QVERIFY(
        body.contains(u"<figure class=\"absent\"><figcaption>Not here</figcaption></figure>"_s));
    QCOMPARE(body.count(u"<figure"_s), 2); // the one that says nothing has gone
    QVERIFY(body.contains(u"<p>End.</p>"_s));
}

void tst_PaperPage::putsTheLeadPictureAboveTheTextUnlessTheBodyShowsIt()
{
    Article story = article();
    story.images = {pictureThatIsHere()};

    const QString above = bodyOf(story);
    QVERIFY(above.indexOf(u"picture:0"_s) > 0);
    QVERIFY(above.indexOf(u"picture:0"_s) < above.indexOf(u"First."_s));
    QVERIFY(above.contains(u"The quay"_s));

    story.bodyHtml += u"<figure><img src=\"picture:0\" alt=\"\"></figure>"_s;
    const QString within = bodyOf(story);
    QCOMPARE(within.count(u"picture:0"_s), 1);
    QVERIFY(within.indexOf(u"picture:0"_s) > within.indexOf(u"Second."_s));
}

void tst_PaperPage::printsNeitherTrimmingsNorRelatedStories()
{
    Article story = article();
    story.trimmings = {u"E-mail this"_s};
    story.relatedLinks = {{u"An older story"_s, {}, {}, {}}};

    QVERIFY(!pageOf(story).contains(u"E-mail this"_s));
    QVERIFY(!pageOf(story).contains(u"An older story"_s));
}

void tst_PaperPage::keepsTextThatStandsBetweenElements()
{
    Article story = article();
    story.bodyHtml = u"Loose words.<p>One.</p> and <em>more</em><h2>Last</h2>tail"_s;

    const QString body = bodyOf(story);

    for (const QString &piece : {u"Loose words."_s, u"<p>One.</p>"_s, u" and "_s,
                                 u"<em>more</em>"_s, u"<h2>Last</h2>"_s, u"tail"_s})
        QCOMPARE(body.count(piece), 1);
}

void tst_PaperPage::setsATableOfManyColumnsSmaller()
{
    Article story = article();
    story.bodyHtml = u"<table><thead><tr>%1</tr></thead></table>"_s.arg(
        u"<th>A</th>"_s.repeated(9));
    QVERIFY(bodyOf(story).contains(u"<table class=\"wide\"><thead>"_s));

    story.bodyHtml = u"<table><tr>%1</tr></table>"_s.arg(u"<td>A</td>"_s.repeated(3));
    QVERIFY(bodyOf(story).contains(u"<table><tr>"_s));
}

QTEST_GUILESS_MAIN(tst_PaperPage)
#include "tst_paperpage.moc"
