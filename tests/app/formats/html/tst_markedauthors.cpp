// Who wrote a page, found by its marks and in bylines.
#include "app/formats/html/authornames.h"
#include "app/formats/html/bylines.h"
#include "app/formats/html/markedauthors.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QStringList authorsOf(const QString &body)
{
    const HtmlDocument document = parsedHtml(u"<html><body>"_s + body + u"</body></html>"_s);
    return markedAuthors(document, document.first(HtmlTag::H1));
}

} // namespace

class MarkedAuthorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void anAuthorIsFoundByItsMark_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("authors");
        QTest::newRow("microdata with a name in it")
            << u"<h1>Ferry returns</h1><span itemprop='author'>By <b itemprop='name'>Ida Brandt</b>"
               ", harbour desk</span>"_s
            << QStringList{u"Ida Brandt"_s};
        QTest::newRow("an hCard, with words for screen readers")
            << u"<h1>Ferry returns</h1><span class='author vcard'><span class='screen-reader-text'>"
               "Author </span><a class='url fn' href='/author/ib/'>idab</a></span>"_s
            << QStringList{u"idab"_s};
        QTest::newRow("a byline with its date and role")
            << u"<h1>Ferry returns</h1><div class='byline'>by <a class='byauthor'>Ida Brandt</a>"
               "<span class='bydate'>22 Dec 2016</span><div class='role'>Reporter</div></div>"_s
            << QStringList{u"Ida Brandt"_s};
        QTest::newRow("two in a row")
            << u"<h1>Ferry returns</h1><p><a rel='author'>Ida Brandt</a> and "
               "<a rel='author'>Omar Wells</a></p>"_s
            << QStringList{u"Ida Brandt"_s, u"Omar Wells"_s};
        QTest::newRow("a link to the author's page")
            << u"<h1>Ferry returns</h1><a href='/autoren/ida-brandt/'>Ida Brandt</a>, 3 May"_s
            << QStringList{u"Ida Brandt"_s};
        QTest::newRow("a picture's licence is no author's page")
            << u"<h1>Ferry returns</h1><a href='https://creativecommons.org/profiles/by-sa'>Some "
               "Rights</a>"_s
            << QStringList{};
        QTest::newRow("nor is a box to sign in an author's")
            << u"<div id='authorization'><a>Ann Lee</a> <a>Omar Wells</a></div><h1>Ferry "
               "returns</h1><p class='authors'>Ida Brandt</p>"_s
            << QStringList{u"Ida Brandt"_s};
        QTest::newRow("a photographer is not the author")
            << u"<h1>Ferry returns</h1><p>© <span class='media-license-author'>Pic Brown</span>"
               "</p><p class='author'>Ida Brandt</p>"_s
            << QStringList{u"Ida Brandt"_s};
        QTest::newRow("nor is the site's account at a network")
            << u"<h1>Ferry returns</h1><a href='https://bsky.app/profile/harbour.example'>"
               "Bluesky</a>"_s
            << QStringList{};
        QTest::newRow("a comment's author is not the story's")
            << u"<h1>Ferry returns</h1><p>Text.</p><div class='comments'><span "
               u"class='author'>Angry "
               "Reader</span></div>"_s
            << QStringList{};
        QTest::newRow("another story's behind its headline is not this one's")
            << u"<h1>Ferry returns</h1><p class='author'>Ida Brandt</p><h3>Herring dearer</h3>"
               "<p class='author'>Omar Wells</p>"_s
            << QStringList{u"Ida Brandt"_s};
        QTest::newRow("nor the site's, whose heading is a card")
            << u"<h1 class='vcard author'><a class='fn' href='/'>Harbour "
               u"Blog</a></h1><h3>Ferry</h3>"
               "<h4 class='vcard author'><span class='fn'>Ida Brandt</span></h4>"_s
            << QStringList{u"Ida Brandt"_s};
        QTest::newRow("a list of stories is no byline")
            << u"<h1>Ferry returns</h1><p class='author'>Ida Brandt</p><div class='authors-more'>"
               "<h3>A</h3><p class='author-name'>Omar Wells</p><h3>B</h3>"
               "<p class='author-name'>Lea Ortiz</p></div>"_s
            << QStringList{u"Ida Brandt"_s};
        QTest::newRow("in the article's own footer")
            << u"<article><h1>Ferry returns</h1><p>Text.</p><footer><address class='author vcard'>"
               "<span class='fn'>Ida Brandt</span></address></footer></article>"_s
            << QStringList{u"Ida Brandt"_s};
        QTest::newRow("the page's footer is the site's")
            << u"<h1>Ferry returns</h1><p>Text.</p><footer><address class='author vcard'>"
               "<span class='fn'>Web Smith</span></address></footer>"_s
            << QStringList{};
        QTest::newRow("below the second deck")
            << u"<h1>Ferry returns</h1><h2>And nobody waits</h2><p class='author'>Ida Brandt</p>"
               "<h3>Herring dearer</h3><p itemprop='author'>Omar Wells</p>"_s
            << QStringList{u"Ida Brandt"_s};
        QTest::newRow("the nearer byline wins over a teaser's far away")
            << u"<h1>Ferry returns</h1><p class='author'>Ida Brandt</p>"_s
                + u"<p>Words.</p>"_s.repeated(200) + u"<p class='author'>Somebody Else</p>"_s
            << QStringList{u"Ida Brandt"_s};
    }
    void anAuthorIsFoundByItsMark()
    {
        QFETCH(QString, body);
        QFETCH(QStringList, authors);
        QCOMPARE(authorsOf(body), authors);
    }

    void namesComeOutOfAByline_data()
    {
        QTest::addColumn<QString>("byline");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("a date behind")
            << u"Omar Wells January 9, 2015"_s << QStringList{u"Omar Wells"_s};
        QTest::newRow("a label on a line of its own")
            << u"Autor:\nIda Brandt"_s << QStringList{u"Ida Brandt"_s};
        QTest::newRow("a role before")
            << u"Redakteurin Ida Brandt"_s << QStringList{u"Ida Brandt"_s};
        QTest::newRow("a role below") << u"By Omar Wells\nSenior Vice President of Harbours"_s
                                      << QStringList{u"Omar Wells"_s};
        QTest::newRow("buttons") << u"Omar Wells\nShare\nTweet\n8h"_s
                                 << QStringList{u"Omar Wells"_s};
        QTest::newRow("Chinese names")
            << u"王小明、李大文"_s << QStringList{u"王小明"_s, u"李大文"_s};
        QTest::newRow("with an address in brackets")
            << u"Ida Brandt (https://ida.example/me)"_s << QStringList{u"Ida Brandt"_s};
        QTest::newRow("a link to all that one wrote")
            << u"Zeige alle Beiträge von hafenblog →"_s << QStringList{};
        QTest::newRow("what somebody is, in a sentence")
            << u"Omar Wells\nWrites of ferries, and lives by the sea."_s
            << QStringList{u"Omar Wells"_s};
        QTest::newRow("with others, in brackets")
            << u"Omar Wells (with Lea Ortiz and Bo Ek)"_s
            << QStringList{u"Omar Wells"_s, u"Lea Ortiz"_s, u"Bo Ek"_s};
        QTest::newRow("a picture's source")
            << u"Omar Wells\n(Picture: Gull Images/stockpix)"_s << QStringList{u"Omar Wells"_s};
        QTest::newRow("a reporter in Chinese") << u"记者李大海"_s << QStringList{u"李大海"_s};
        QTest::newRow("and in Korean") << u"김하늘 기자"_s << QStringList{u"김하늘"_s};
        QTest::newRow("an account at a network") << u"facebook.com/harbourtimes"_s << QStringList{};
        QTest::newRow("the site's first account") << u"admin"_s << QStringList{};
        QTest::newRow("a sentence") << u"A life by the harbour."_s << QStringList{};
        QTest::newRow("a junior") << u"Omar Wells Jr."_s << QStringList{u"Omar Wells Jr."_s};
        QTest::newRow("an agency") << u"Reuters"_s << QStringList{u"Reuters"_s};
    }
    void namesComeOutOfAByline()
    {
        QFETCH(QString, byline);
        QFETCH(QStringList, names);
        QCOMPARE(authorNames(byline), names);
    }

    void namesOfSeveralBylinesAreEachOne()
    {
        QCOMPARE(authorNames({u"By Ann Lee"_s, u"ANN LEE and Omar Wells"_s, u"Rod & Reel"_s},
                             u"Rod & Reel"_s),
                 (QStringList{u"Ann Lee"_s, u"Omar Wells"_s, u"Rod & Reel"_s}));
    }

    // Each would be compared with all before it.
    void ofAHundredThousandNamesAThousandAreRead()
    {
        QStringList names;
        QString links = u"<h1>Ferry returns</h1>"_s;
        for (int i = 0; i < 100'000; ++i) {
            QString name = u"Ann "_s;
            for (int rest = i + 26 * 26 * 26; rest > 0; rest /= 26)
                name += QChar(u'a' + rest % 26);
            name[4] = name[4].toUpper();
            names.append(name);
            links += u"<a rel='author'>"_s + name + u"</a>"_s;
        }
        QCOMPARE(authorNames(names, {}), names.first(1000));
        QCOMPARE(authorsOf(links), names.first(1000));
    }

    void aBylineIsKnownByHowItBegins()
    {
        QCOMPARE(bylineNames({u"Ein Artikel von Ida Brandt | 27.01.2022"_s}),
                 QStringList{u"Ida Brandt"_s});
        QCOMPARE(bylineNames({u"Auteur : Omar Wells"_s}), QStringList{u"Omar Wells"_s});
        QCOMPARE(bylineNames({u"Von R. R. am 3. Mai"_s}), QStringList{u"R. R."_s});
        QCOMPARE(bylineNames({u"By HNA, in Harbours"_s}), QStringList{u"HNA"_s});
        QCOMPARE(bylineNames({u"BY ANN LEE"_s}), QStringList{u"ANN LEE"_s});
        QCOMPARE(bylineNames({u"By the river it was quiet"_s}), QStringList());
    }
};

QTEST_GUILESS_MAIN(MarkedAuthorsTest)
#include "tst_markedauthors.moc"
