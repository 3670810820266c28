// The tree that a page becomes: what is kept of its markup and what is not.
#include "app/html/arena.h"
#include "app/html/document.h"
#include "app/html/stash.h"
#include "app/html/tagscan.h"

#include <QTest>

#include <algorithm>
#include <cstdint>

using namespace Qt::StringLiterals;

class DocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void onlyAttributesThatSomebodyReadsAreKept()
    {
        const HtmlDocument page = parsedHtml(
            u"<p CLASS='lead' data-track='x' onclick=\"run('<p>')\" Lang=de hidden>Words</p>"_s);
        const int p = page.first(HtmlTag::P);
        QVERIFY(p > 0);
        const HtmlNode &node = page.nodes[std::size_t(p)];
        QCOMPARE(node.attributes.size(), 3);
        QCOMPARE(node.attribute("class"_L1), u"lead"_s);
        QCOMPARE(node.attribute("lang"_L1), u"de"_s);
        QVERIFY(node.has("hidden"_L1));
        QCOMPARE(page.text(p), u"Words"_s);
    }

    void whiteSpaceIsOneBlankButInPreformattedText()
    {
        const HtmlDocument page = parsedHtml(
            u"<p>one \n\t  two</p><pre>a\n    b</pre><p>   three</p>"_s);
        QCOMPARE(page.text(page.first(HtmlTag::P)), u"one two"_s);
        QCOMPARE(page.text(page.first(HtmlTag::Pre)), u"a\n    b"_s);
        QVERIFY(page.text(0).endsWith(u" three"));
        const HtmlDocument lines = parsedHtml(
            u"<pre>\r\n  if (a)\r\n    b &lt; <b>c</b>\r</pre>"_s);
        QCOMPARE(lines.text(lines.first(HtmlTag::Pre)), u"  if (a)\n    b < c\n"_s);
    }

    void aBlankStandsBetweenElementsAndNotAtTheEndsOfALine()
    {
        const HtmlDocument page = parsedHtml(
            u"<p> <b> one</b> <i hidden>x</i><u>two</u> </p><ul><li><b><i>three</i> </b> </li>"_s);
        QStringList texts;
        for (const HtmlNode &node : page.nodes) {
            if (node.tag == HtmlTag::Text)
                texts.append(node.text.toString());
        }
        QCOMPARE(texts, (QStringList{u" one"_s, u" "_s, u"x"_s, u"two"_s, u"three"_s}));
    }

    void aLineBeginsWithWhatIsSeen()
    {
        const HtmlDocument page = parsedHtml(
            u"<head>\n <meta>\n <title>Paper</title>\n <script>x</script>\n <meta>\n</head>\n"
            "<body>\n <li>\n <a>\n <span>\n one</span> <b>two</b>\n</a>\n</li> "
            "<p> <i> </i> <img> three <script>x</script> four <u>five</u> <br> six"_s);
        QStringList texts;
        for (const HtmlNode &node : page.nodes) {
            if (node.tag == HtmlTag::Text)
                texts.append(node.text.toString());
        }
        QCOMPARE(texts,
                 (QStringList{u"Paper"_s, u"\none"_s, u" "_s, u"two"_s, u" three  four "_s,
                              u"five"_s, u" six"_s}));
    }

    void ofAScriptNobodyReadsTheEndGoesToo()
    {
        const QByteArray markup = "<script>a</script><script type='application/ld+json'>{}</script>"
                                  "</script><p>Words</p></script><script src=b></script>";
        Stash stash(markup);
        const std::string calmed = calmedMarkup(markup, stash);
        QCOMPARE(QByteArrayView(calmed).count("<script"), 1);
        QCOMPARE(QByteArrayView(calmed).count("</script"), 1);
        QVERIFY(calmed.starts_with("<script>"));
    }

    void wordsAndReferencesAreReadInTheirOrder()
    {
        const HtmlDocument page = parsedHtml(
            u"<p>Bread &amp; butter for the harbour&#39;s crew&nbsp;too &c. &notit; said Ann</p>"_s);
        QCOMPARE(page.text(page.first(HtmlTag::P)),
                 u"Bread & butter for the harbour's crew\u00A0too &c. \u00ACit; said Ann"_s);
    }

    void noTextIsTakenForAMark_data()
    {
        QTest::addColumn<QString>("markup");
        QTest::addColumn<QString>("text");
        const QString own = QString::fromUcs4(U"\U000F0000", 1);
        QTest::newRow("the character itself") << own << own;
        QTest::newRow("in a long text") << u"Some words before "_s + own + u" and after"_s
                                        << u"Some words before "_s + own + u" and after"_s;
        QTest::newRow("a decimal reference") << u"short &#983040; text"_s << u"short  text"_s;
        QTest::newRow("a hexadecimal one") << u"a&#x00f0000;b"_s << u"ab"_s;
    }

    void noTextIsTakenForAMark()
    {
        QFETCH(const QString, markup);
        QFETCH(const QString, text);
        const HtmlDocument page = parsedHtml(u"<div>A first text of the page</div><p>"_s + markup);
        QCOMPARE(page.text(page.first(HtmlTag::P)), text);
    }

    void attributesAreTheElementsOwn()
    {
        const HtmlDocument page = parsedHtml(
            u"<body class=front><body id=second class=later><p a='\U000F0000' id=x>"
            "<a href='/one?a=1&amp;b=2&eacute;' class='first' class='again' title=Ferry>Words</a>"
            "<b class=loud>bold <p>and in the next paragraph</b>"_s);
        const HtmlNode &body = page.nodes[std::size_t(page.first(HtmlTag::Body))];
        QCOMPARE(body.attribute("class"_L1), u"front"_s);
        QCOMPARE(body.attribute("id"_L1), u"second"_s);
        const HtmlNode &p = page.nodes[std::size_t(page.first(HtmlTag::P))];
        QCOMPARE(p.attributes.size(), 1);
        QCOMPARE(p.attribute("id"_L1), u"x"_s);
        const HtmlNode &link = page.nodes[std::size_t(page.first(HtmlTag::A))];
        QCOMPARE(link.attribute("href"_L1), u"/one?a=1&b=2\u00E9"_s);
        QCOMPARE(link.attribute("class"_L1), u"first"_s);
        QCOMPARE(link.attribute("title"_L1), u"Ferry"_s);
        const auto isLoud = [](const HtmlNode &node) {
            return node.tag == HtmlTag::B && node.attribute("class"_L1) == "loud"_L1;
        };
        QCOMPARE(std::ranges::count_if(page.nodes, isLoud), 2); // the tree builder repeats it
    }

    void aHiddenInputStaysInItsTable()
    {
        const HtmlDocument page = parsedHtml(
            u"<table><input type=hidden name=key><tr><td>Cell of the table</td></tr></table>"_s);
        const int table = page.first(HtmlTag::Table);
        const int input = page.first(HtmlTag::Input);
        QVERIFY(input > table);
        QCOMPARE(page.nodes[std::size_t(input)].attribute("name"_L1), u"key"_s);
    }

    void structuredDataAreReadAsTheyStand()
    {
        const HtmlDocument page = parsedHtml(
            u"<script type='application/ld+json'>{\"name\": \"A &amp; B\",\n   \"x\": 1}</script>"_s);
        QCOMPARE(page.text(page.first(HtmlTag::Script)),
                 u"{\"name\": \"A &amp; B\",\n   \"x\": 1}"_s);
    }

    void anArenaGivesAlignedMemoryOfAnySize()
    {
        Arena arena;
        for (const std::size_t size : {1u, 7u, 16u, 1000u, 16384u, 16385u, 1'000'000u}) {
            auto *block = static_cast<unsigned char *>(arena.allocated(size));
            QCOMPARE(reinterpret_cast<std::uintptr_t>(block) % alignof(std::max_align_t), 0u);
            block[0] = 1;
            block[size - 1] = 2;
            arena.release(block);
        }
        // Small blocks are not given out twice before the end.
        QVERIFY(arena.allocated(32) != arena.allocated(32));
    }

    void whatIsTooLongToBeReadIsLeftOut()
    {
        const QString megabytes = u"long "_s.repeated(1'000'000);
        const QString picture = u"data:image/png;base64,"_s + u"iVBO"_s.repeated(100'000);
        const HtmlDocument page = parsedHtml(
            u"<title>A %1</title><p class='%1' id=kept>Words</p><img src='%2' alt='%1'>"_s.arg(
                megabytes, picture));
        QVERIFY(page.text(page.first(HtmlTag::Title)).startsWith(u"A long"));
        QVERIFY(page.text(page.first(HtmlTag::Title)).size() <= 16 * 1024);
        const HtmlNode &p = page.nodes[std::size_t(page.first(HtmlTag::P))];
        QVERIFY(!p.has("class"_L1));
        QCOMPARE(p.attribute("id"_L1), u"kept"_s);
        const HtmlNode &img = page.nodes[std::size_t(page.first(HtmlTag::Img))];
        QCOMPARE(img.attribute("src"_L1), picture);
        QVERIFY(!img.has("alt"_L1));
    }

    void whatItViewsIsItsOwn()
    {
        const auto read = [] {
            const QByteArray markup = "<a href='/one?a=1&amp;b=2' class=way>One &amp; two</a>";
            HtmlDocument page = parsedHtml(QByteArray(markup.constData())); // gone, when it is read
            return page;
        };
        HtmlDocument page = read();
        const HtmlDocument moved = std::move(page);
        const HtmlNode &link = moved.nodes[std::size_t(moved.first(HtmlTag::A))];
        QCOMPARE(link.attribute("href"_L1), u"/one?a=1&b=2"_s);
        QCOMPARE(link.utf8("class"_L1), QByteArrayView("way"));
        QCOMPARE(link.elementName->text, u"way"_s);
        QCOMPARE(moved.text(0), u"One & two"_s);
    }

    void anAttributeThatIsNotThereIsTold()
    {
        const HtmlDocument page = parsedHtml(u"<p hidden title='' class=a>x</p>"_s);
        const HtmlNode &p = page.nodes[std::size_t(page.first(HtmlTag::P))];
        for (const auto name : {"hidden"_L1, "title"_L1, "class"_L1})
            QVERIFY(p.has(name));
        for (const auto name :
             {"id"_L1, "href"_L1, "style"_L1, "itemprop"_L1, "clas"_L1, "titel"_L1})
            QVERIFY(!p.has(name));
        QCOMPARE(p.attribute("title"_L1), QString());
    }

    void linksToStylesAreLeftOut()
    {
        const HtmlDocument page = parsedHtml(
            u"<head><link rel=stylesheet href=a.css><link rel=CANONICAL href=/b>"
            "<link itemprop=url href=/c></head><body><link rel=icon href=d.png><p>Words</p>"_s);
        QCOMPARE(std::ranges::count(page.nodes, HtmlTag::Link, &HtmlNode::tag), 2);
        QCOMPARE(page.text(0), u"Words"_s);
    }

    void aPageOfManyTextsIsWhole()
    {
        constexpr int many = 100'000; // with more texts than there are marks
        const HtmlDocument page = parsedHtml(
            u"<body>"_s + u"<p class=a>some <b id=c>words</b>"_s.repeated(many));
        QCOMPARE(page.text(0).count(u"some words"), many);
        QCOMPARE(std::ranges::count_if(
                     page.nodes,
                     [](const HtmlNode &node) { return node.attribute("class"_L1) == "a"_L1; }),
                 many);
    }

    void aPageOfAMillionWordsIsWhole()
    {
        const HtmlDocument page = parsedHtml(u"<p>"_s + u"word "_s.repeated(1'000'000));
        QCOMPARE(page.text(0).count(u"word"), 1'000'000);
    }
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "tst_document.moc"
