// What pages say of their story in JSON-LD, in the shapes that they say it in.
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString script(const QString &json)
{
    return u"<script type='application/ld+json'>"_s + json + u"</script>"_s;
}

QString page(const QString &head, const QString &body = storyAbout(u"ferry"_s))
{
    return u"<!DOCTYPE html><html><head><title>Ferry returns to the island - The Bay</title>"
           "%1</head><body><article><h1>Ferry returns to the island</h1>%2</article></body>"
           "</html>"_s.arg(head, body);
}

// A story by `author`, which is JSON.
QString storyBy(const QString &author)
{
    return uR"({"@type":"NewsArticle","headline":"Ferry returns to the island",)"
           uR"("description":"It was away all winter.","author":)"_s
        + author + u"}"_s;
}

const QString annsStory = storyBy(uR"({"@type":"Person","name":"Ann Lee"})"_s);

} // namespace

class StructuredDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void findsTheStoryWhereverItStands_data()
    {
        QTest::addColumn<QString>("head");
        const auto row = [](const char *name, const QString &head) { QTest::newRow(name) << head; };
        row("alone", script(annsStory));
        row("a part", script(uR"({"@type":"WebPage","hasPart":%1})"_s.arg(annsStory)));
        row("a subject", script(uR"({"@type":"WebPage","subjectOf":[%1]})"_s.arg(annsStory)));
        row("the whole of a picture",
            script(uR"({"@type":"ImageObject","isPartOf":%1})"_s.arg(annsStory)));
        row("type in capitals",
            u"<script type='application/LD+JSON'>"_s + annsStory + u"</script>"_s);
        row("escaped as HTML", script(QString(annsStory).replace(u'"', u"&quot;"_s)));
        row("cut off", script(annsStory.chopped(1)));
        QString prefixed = annsStory;
        prefixed.replace(u"NewsArticle"_s, u"schema:NewsArticle"_s);
        for (const QString &name : {u"headline"_s, u"description"_s, u"author"_s, u"name"_s})
            prefixed.replace(u"\"%1\":"_s.arg(name), u"\"schema:%1\":"_s.arg(name));
        row("names with a prefix", script(prefixed));
    }
    void findsTheStoryWhereverItStands()
    {
        QFETCH(QString, head);

        const Article article = readPage(page(head));

        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
        QCOMPARE(article.description, u"It was away all winter."_s);
    }

    void takesThePagesOwnStoryAmongOthers_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("head");
        const QString link = u"<link rel=canonical href='https://bay.example/ferry'>"_s;
        QTest::newRow("its headline is the page's") << QString() << QString();
        QTest::newRow("its address is the page's")
            << uR"("url":"https://www.bay.example/ferry/",)"_s << link;
        QTest::newRow("its page is this one")
            << uR"("mainEntityOfPage":{"@id":"https://bay.example/ferry"},)"_s << link;
        QTest::newRow("the address that is shared")
            << uR"("@id":"https://bay.example/ferry#article",)"_s
            << u"<meta property='og:url' content='https://bay.example/ferry'>"_s;
    }
    void takesThePagesOwnStoryAmongOthers()
    {
        QFETCH(QString, own);
        QFETCH(QString, head);
        const QString other = uR"({"@type":"NewsArticle","headline":"Storm sinks three boats",)"
                              uR"("url":"https://bay.example/storm","author":"Bo Ek",)"
                              uR"("datePublished":"2019-01-01","description":"Another."})"_s;
        QString story = annsStory;
        if (!own.isEmpty())
            story.replace(uR"("headline":"Ferry returns to the island",)"_s,
                          uR"("headline":"Back at last",)"_s + own);

        const Article article = readPage(page(head + script(other) + script(story)));

        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
        QCOMPARE(article.description, u"It was away all winter."_s);
        QVERIFY(!article.datePublished.isValid());
    }

    void aListOfStoriesIsNotOneOfThem()
    {
        const QString list = uR"({"@type":"CollectionPage","hasPart":[%1,%1]})"_s.arg(annsStory);

        QCOMPARE(readPage(page(script(list))).authors, QStringList());
    }

    void namesAnAuthorInAnyShape_data()
    {
        QTest::addColumn<QString>("author");
        QTest::newRow("in parts") << uR"({"givenName":"Ann","familyName":"Lee"})"_s;
        QTest::newRow("in a role")
            << uR"({"@type":"Role","roleName":"Editor","author":{"@type":"Person","name":"Ann Lee"}})"_s;
        QTest::newRow("by another name") << uR"({"@type":"Person","alternateName":"Ann Lee"})"_s;
        QTest::newRow("a reference") << uR"({"@id":"#ann"})"_s;
        QTest::newRow("a reference that is a word") << uR"("#ann")"_s;
        QTest::newRow("a reference with a type and an address")
            << uR"({"@type":"Person","@id":"#ann","url":"https://bay.example/ann"})"_s;
        QTest::newRow("a reference in a list") << uR"([{"@type":"Person","@id":"#ann"}])"_s;
    }
    void namesAnAuthorInAnyShape()
    {
        QFETCH(QString, author);
        const QString graph = uR"({"@graph":[%1,{"@type":"Person","@id":"#ann","name":"Ann Lee",)"
                              uR"("sameAs":"https://bay.example/ann"}]})"_s.arg(storyBy(author));

        QCOMPARE(readPage(page(script(graph))).authors, QStringList{u"Ann Lee"_s});
    }

    void aReferenceToNobodyIsNoName()
    {
        QCOMPARE(readPage(page(script(storyBy(uR"("#ann")"_s)))).authors, QStringList());
    }

    void readsABodyThatIsEscapedTwice()
    {
        QString body = storyAbout(u"ferry"_s).toHtmlEscaped();
        const QString json = uR"({"@type":"NewsArticle","headline":"Ferry","articleBody":"%1"})"_s;

        const Article article = readPage(page(script(json.arg(body)), u"<p>Loading.</p>"_s));

        QCOMPARE(paragraphsOf(article).size(), 5);
        QVERIFY(paragraphsOf(article).first().startsWith(u"Day 1 of the ferry"_s));
    }

    void aLiveBlogIsItsUpdates()
    {
        const QString update = uR"({"@type":"BlogPosting","headline":"Seen at %1",)"
                               uR"("articleBody":"It was %1 when the ferry came in sight."})"_s;
        const QString json = uR"({"@type":"LiveBlogPosting","headline":"Ferry returns",)"
                             uR"("liveBlogUpdate":[%1,%2]})"_s;

        const Article article = readPage(
            page(script(json.arg(update.arg(u"ten"_s), update.arg(u"nine"_s))), QString()));

        QCOMPARE(paragraphsOf(article),
                 QStringList({u"Seen at ten"_s, u"It was ten when the ferry came in sight."_s,
                              u"Seen at nine"_s, u"It was nine when the ferry came in sight."_s}));

        const QString week = update.arg(u"ten"_s)
            + QString(u","_s + update.arg(u"six"_s)).repeated(90);
        const Article shown = readPage(page(script(json.arg(week, update.arg(u"nine"_s)))));
        QVERIFY(!paragraphsOf(shown).contains(u"Seen at six"_s));
    }

    void aCorrectionBelongsToTheStory_data()
    {
        QTest::addColumn<QString>("correction");
        QTest::newRow("words") << uR"("The ferry is blue.")"_s;
        QTest::newRow("an object")
            << uR"([{"@type":"CorrectionComment","text":"The ferry is blue."}])"_s;
    }
    void aCorrectionBelongsToTheStory()
    {
        QFETCH(QString, correction);
        const QString json = uR"({"@type":"NewsArticle","headline":"Ferry","correction":%1})"_s;
        const QString printed = u"<p>Correction: The ferry is blue.</p>"_s;

        const Article silent = readPage(page(script(json.arg(correction))));
        const Article said = readPage(
            page(script(json.arg(correction)), storyAbout(u"ferry"_s) + printed));

        QCOMPARE(paragraphsOf(silent).last(), u"The ferry is blue."_s);
        QCOMPARE(paragraphsOf(said).filter(u"blue"_s).size(), 1);
    }

    void theDayOfTheDraftIsBetterThanNone()
    {
        const QString json = uR"({"@type":"NewsArticle","dateCreated":"2021-03-09"%1})"_s;
        const auto published = [&](const QString &more) {
            return readPage(page(script(json.arg(more)))).datePublished.toIso();
        };

        QCOMPARE(published(QString()), u"2021-03-09"_s);
        QCOMPARE(published(uR"(,"datePublished":"2021-03-10")"_s), u"2021-03-10"_s);
    }

    // A megabyte of words is no headline and no name, and no page has as many paid parts.
    void whatIsTooLongIsCut()
    {
        const QString words = u"Ferry returns, "_s.repeated(70'000);
        const Article article = readPage(page(script(
            uR"({"@type":"NewsArticle","headline":"%1","author":"%1","hasPart":[%2{}]})"_s.arg(
                words,
                uR"({"isAccessibleForFree":false,"cssSelector":".paid"},)"_s.repeated(50'000)))));
        QVERIFY(article.headline.size() <= 64 * 1024);
        QVERIFY(article.authors.size() <= 1000);
        QVERIFY(paragraphsOf(article).size() >= 5);
    }
};

QTEST_GUILESS_MAIN(StructuredDataTest)
#include "tst_structureddata.moc"
