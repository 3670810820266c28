// The lines between the headline and the story.
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString intro = u"The new ferry came in a day late, and the town forgave it at once."_s;

QString page(const QString &head, const QString &above, const QString &story)
{
    return u"<!DOCTYPE html><html lang='en'><head><title>Ferry comes home at last</title>"_s + head
        + u"</head><body><header><nav><a href='/'>Home</a></nav></header><div class='page'>"
          "<div class='page-header'><h1>Ferry comes home at last</h1>"_s
        + above + u"</div><div class='story-body'>"_s + story + u"</div></div></body></html>"_s;
}

QString description(const QString &text)
{
    return u"<meta name='description' content='%1'>"_s.arg(text);
}

} // namespace

class StandfirstTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isFoundBetweenHeadlineAndStory_data()
    {
        QTest::addColumn<QString>("source");
        const QString story = storyAbout(u"ferry"_s);
        QTest::newRow("by its name, a division")
            << page({}, u"<div class='article__lead'>%1</div>"_s.arg(intro), story);
        QTest::newRow("by the name of what holds it")
            << page({}, u"<div class='ts-intro'><div><p>%1</p></div></div>"_s.arg(intro), story);
        QTest::newRow("by its place, a paragraph") << page({}, u"<p>%1</p>"_s.arg(intro), story);
        QTest::newRow("as the metadata repeat it, cut off")
            << page(description(intro.left(60) + u"…"_s), u"<h3>%1</h3>"_s.arg(intro), story);
        QTest::newRow("below the byline and the date")
            << page({},
                    u"<p class='byline'>By Ann Lee</p><p>4 May 2021</p><p>Share</p>"
                    "<p class='excerpt'>%1</p>"_s.arg(intro),
                    story);
        QTest::newRow("as the story's own first line, named")
            << page({}, {}, u"<p class='Lead'>%1</p>"_s.arg(intro) + story);
        QTest::newRow("in two sentences of its own") << page(
            {},
            u"<div class='teaser'><p>%1</p><p>%2</p></div>"_s.arg(
                u"The new ferry came in a day late,"_s, u"and the town forgave it at once."_s),
            story);
    }
    void isFoundBetweenHeadlineAndStory()
    {
        QFETCH(QString, source);
        const Article article = readPage(source);
        QCOMPARE(article.description, intro);
        QVERIFY(article.isStandfirstPrinted);
        QVERIFY(!paragraphsOf(article).contains(intro));
        QVERIFY(!article.trimmings.contains(intro));
        QVERIFY(paragraphsOf(article).first().startsWith(u"Day 1 of the ferry"));
    }

    void isNoOtherLineThatStandsThere_data()
    {
        QTest::addColumn<QString>("above");
        QTest::newRow("whose picture it is")
            << u"<p class='intro'>Photo: the ferry at the quay, seen from the market.</p>"_s;
        QTest::newRow("copyright")
            << u"<p>© The Harbour Times, all rights in every part of it are ours.</p>"_s;
        QTest::newRow("links")
            << u"<p class='teaser'><a href='/a'>The ferry</a>, <a href='/b'>the quay and "
               "the market</a>, <a href='/c'>the islands</a>.</p>"_s;
        QTest::newRow("a caption")
            << u"<figure><img src='a.jpg'><p class='intro'>The ferry, as it came around the "
               "head on Tuesday.</p></figure>"_s;
        QTest::newRow("the headline again")
            << u"<p class='intro'>From the quay. Ferry comes home at last. All of it.</p>"_s;
    }
    void isNoOtherLineThatStandsThere()
    {
        QFETCH(QString, above);
        const Article article = readPage(page({}, above, storyAbout(u"ferry"_s)));
        QCOMPARE(article.description, QString());
        QVERIFY(!article.isStandfirstPrinted);
    }

    void theFirstParagraphIsNotTakenFromTheStory()
    {
        // Pages describe themselves with their first words: shown once, where they stand.
        const QString first = u"Nobody on the quay had slept, and nobody minded, for the ferry was "
                              "coming home after eleven months in the yard."_s;
        const Article article = readPage(
            page(description(first), {}, u"<p>%1</p>"_s.arg(first) + storyAbout(u"ferry"_s)));
        QCOMPARE(paragraphsOf(article).first(), first);
        QCOMPARE(article.description, QString());
    }

    void theMetadataSayItWhereThePageDoesNot()
    {
        const Article article = readPage(page(description(intro), {}, storyAbout(u"ferry"_s)));
        QCOMPARE(article.description, intro);
        QVERIFY(!article.isStandfirstPrinted);
    }
};

QTEST_GUILESS_MAIN(StandfirstTest)
#include "tst_standfirst.moc"
