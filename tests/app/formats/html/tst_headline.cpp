// Which of a page's titles is the headline.
#include "app/formats/html/headline.h"
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

class HeadlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void thePrintedHeadlineWins_data()
    {
        QTest::addColumn<QString>("shared");
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("headline");
        QTest::newRow("over the same in other words")
            << u"Ferry back in harbour after storm"_s << u"Ferry is back in its harbour"_s
            << u"Ferry is back in its harbour"_s;
        QTest::newRow("without the kicker that the shared one has")
            << u"Storm in the bay: Ferry returns"_s << u"Ferry returns"_s << u"Ferry returns"_s;
        QTest::newRow("but not with the kicker that it has itself")
            << u"Ferry returns"_s << u"Storm in the bay Ferry returns"_s << u"Ferry returns"_s;
        QTest::newRow("nor with a date behind it")
            << u"Ferry returns"_s << u"Ferry returns 02.02.2022 • Harbour"_s << u"Ferry returns"_s;
        QTest::newRow("with what only it says behind")
            << u"Ferry returns"_s << u"Ferry returns – and nobody waits"_s
            << u"Ferry returns – and nobody waits"_s;
        QTest::newRow("never half of a headline with a colon")
            << u"The Harbour Project: a better ferry"_s << u"Harbour Project:"_s
            << u"The Harbour Project: a better ferry"_s;
        QTest::newRow("not when it is of something else")
            << u"Ferry returns"_s << u"Sign in to go on reading"_s << u"Ferry returns"_s;
        QTest::newRow("with a kicker that is part of its line")
            << u"Ferry returns at last"_s << u"“No more”: Ferry returns at last"_s
            << u"“No more”: Ferry returns at last"_s;
        QTest::newRow("alone") << QString() << u"Ferry returns"_s << u"Ferry returns"_s;
    }
    void thePrintedHeadlineWins()
    {
        QFETCH(QString, shared);
        QFETCH(QString, printed);
        QFETCH(QString, headline);
        QCOMPARE(headlineOf(shared, {printed}, shared), headline);
    }

    void aNamedHeadingIsBelievedMore()
    {
        const PrintedHeadline named{u"Ferry returns – why the town waited eleven months"_s, 3,
                                    true};
        QCOMPARE(headlineOf(u"Ferry, bus and train"_s, named, u"Ferry, bus and train"_s),
                 named.text);
        const PrintedHeadline plain{named.text, 3, false};
        QCOMPARE(headlineOf(u"Ferry, bus and train"_s, plain, u"Ferry, bus and train"_s),
                 u"Ferry, bus and train"_s);
        // The site glued its name to it.
        QCOMPARE(headlineOf(u"Ferry returnsThe harbour's paper"_s, {u"Ferry returns"_s, 3, true},
                            u"x"_s),
                 u"Ferry returns"_s);
    }

    void theFirstOfTwoTitlesIsPrinted()
    {
        const QString title = u"Built for wind - why a small town's yard sold three ferries in a "
                              "year : The Harbour Review"_s;
        const HtmlDocument page = parsedHtml(
            u"<html><head><title>%1</title></head><body><h1>Built for wind</h1>"
            "<h2>Why a small town's yard sold three ferries in a year</h2></body></html>"_s.arg(
                title));
        QCOMPARE(printedHeadline(page, {title}).text, u"Built for wind"_s);
    }

    void theSectionsBehindAChineseTitleAreNoPartOfIt()
    {
        const QString headline = u"老渡轮十一个月后回到港口 居民在码头等候"_s;
        QCOMPARE(withoutSiteName(headline + u"_社会_海港网"_s, QString()), headline);
        QCOMPARE(withoutSiteName(headline + u"--社会--海港网"_s, QString()), headline);
        QCOMPARE(withoutSiteName(headline, QString()), headline);
        QCOMPARE(withoutSiteName(u"Ferry_returns_home"_s, QString()), u"Ferry_returns_home"_s);
    }

    void theDateBeforeItIsNoPartOfIt()
    {
        QCOMPARE(withoutDateBefore(u"14.02.2021 - Ferry returns"_s), u"Ferry returns"_s);
        QCOMPARE(withoutDateBefore(u"9/11: what the pilots heard"_s),
                 u"9/11: what the pilots heard"_s);
    }

    void aHeadingIsReadWithoutTheLinkToItself()
    {
        const HtmlDocument page = parsedHtml(
            u"<h1>How ferries turn<a href='#turn' class='headerlink'>¶</a></h1>"_s);
        QCOMPARE(printedHeadline(page, {u"How ferries turn — harbour manual"_s}).text,
                 u"How ferries turn"_s);
    }

    void oneWordIsNoHeadlineUnlessATitleBeginsWithIt_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("printed");
        QTest::newRow("a crosshead") << u"How we filmed the ferry: videos"_s << QString();
        QTest::newRow("of a page whose title is short") << u"Harbour pictures"_s << QString();
        QTest::newRow("an entry's name") << u"Videos - Harbour Lexicon"_s << u"Videos"_s;
    }
    void oneWordIsNoHeadlineUnlessATitleBeginsWithIt()
    {
        QFETCH(QString, title);
        QFETCH(QString, printed);
        const HtmlDocument page = parsedHtml(u"<h1>Videos</h1><p>Words.</p>"_s);
        QCOMPARE(printedHeadline(page, {title}).text, printed);
    }

    void theSecondDeckIsTheHeadlineThatIsShared_data()
    {
        QTest::addColumn<QString>("decks");
        QTest::addColumn<QString>("printed");
        const QString first = u"<h1>Ferry news: where the harbour wants its new terminal</h1>"_s;
        QTest::newRow("below a line for search engines")
            << first + u"<h2>Nobody asked the gulls about the terminal</h2>"_s
            << u"Nobody asked the gulls about the terminal"_s;
        QTest::newRow("behind a kicker")
            << first + u"<h2><b>Harbour</b> <i>Nobody asked the gulls about the terminal</i></h2>"_s
            << u"Nobody asked the gulls about the terminal"_s;
        QTest::newRow("not when the first line says it all and more")
            << u"<h1>Harbour: Nobody asked the gulls about the terminal</h1>"
               "<h2>Nobody asked the gulls about the terminal</h2>"_s
            << u"Harbour: Nobody asked the gulls about the terminal"_s;
        QTest::newRow("not with a story between")
            << first
                + u"<p>%1</p><h2>Nobody asked the gulls about the terminal</h2>"_s.arg(
                    u"Words of a story. "_s.repeated(10))
            << u"Ferry news: where the harbour wants its new terminal"_s;
    }
    void theSecondDeckIsTheHeadlineThatIsShared()
    {
        QFETCH(QString, decks);
        QFETCH(QString, printed);
        const HtmlDocument page = parsedHtml(decks);
        QCOMPARE(printedHeadline(page,
                                 {QString(), u"Nobody asked the gulls about the terminal"_s,
                                  u"Ferry news: where the harbour wants its new terminal"_s})
                     .text,
                 printed);
    }

    void aKickerInAnElementOfItsOwnIsNoPartOfIt()
    {
        const QString shared = u"The town waited for eleven months"_s;
        const HtmlDocument page = parsedHtml(
            u"<h1><span>Ferry returns</span><span>: </span><span>%1</span></h1>"_s.arg(shared));
        const PrintedHeadline heading = printedHeadline(page, {QString(), shared, shared});
        QVERIFY(hasAsPart(heading, shared));
        QCOMPARE(headlineOf(shared, heading, shared), shared);
    }

    void aHeadingNamedAsTheStorysWinsOverTheSites()
    {
        const QString title = u"Ferry yard 7The handy book of island firms"_s;
        const HtmlDocument page = parsedHtml(
            u"<h1><a href='https://firms.example/'>The handy book of island firms</a></h1>"
            "<h1 class='page-title'>Ferry yard 7</h1>"_s);
        QCOMPARE(printedHeadline(page, {QString(), title, title}).text, u"Ferry yard 7"_s);
    }

    void thePrintedLineDecidesBetweenTitlesThatDisagree()
    {
        const QString printed = u"How sheep and goats get through the winter"_s;
        QVERIFY(decides(printed, u"Where hungry goats sleep"_s,
                        u"Alarm on the hills: old fences at risk"_s));
        QVERIFY(!decides(printed, u"How sheep get through the winter"_s,
                         u"Alarm on the hills: old fences at risk"_s));
        QVERIFY(!decides(u"Sign in to go on reading"_s, u"Where hungry goats sleep"_s,
                         u"Alarm on the hills"_s));
    }

    void theLineOfALivePageIsKnown()
    {
        QVERIFY(isOfLivePage(u"Storm in the bay LIVE: ferry turns back"_s));
        QVERIFY(isOfLivePage(u"Liveticker: Sturm in der Bucht"_s));
        QVERIFY(!isOfLivePage(u"Where the gulls live: a map"_s));
        const Article article = readPage(
            u"<!DOCTYPE html><html><head><title>Storm LIVE: ferry turns back - The Reader</title>"
            "<meta property='og:title' content='Ferry turns back in the storm'></head><body>"
            "<article><h1>Storm in the bay LIVE: ferry turns back</h1>%1</article></body></html>"_s
                .arg(storyAbout(u"ferry"_s)));
        QCOMPARE(article.headline, u"Ferry turns back in the storm"_s);
    }

    void theOnlyHeadingOfAnyRankIsFound()
    {
        QCOMPARE(onlyHeading(parsedHtml(u"<p>x</p><h4>The ferry is home</h4>"_s)).text,
                 u"The ferry is home"_s);
        QCOMPARE(onlyHeading(parsedHtml(u"<h4>The ferry is home</h4><h5>More</h5>"_s)).node, -1);
    }

    void theSitesNameOverThePageIsNoHeadline()
    {
        const HtmlDocument page = parsedHtml(
            u"<html><head><title>Harbour Times » Blog » Ferry returns in spring</title></head>"
            "<body><h1><a href='/'>Harbour Times</a></h1><h2>Ferry returns in spring</h2></body>"_s);
        const PrintedHeadline found = printedHeadline(
            page, {u"Harbour Times » Blog » Ferry returns in spring"_s});
        QCOMPARE(found.text, u"Ferry returns in spring"_s);
        QCOMPARE(page.nodes[std::size_t(found.node)].tag, HtmlTag::H2);
    }
};

QTEST_GUILESS_MAIN(HeadlineTest)
#include "tst_headline.moc"
