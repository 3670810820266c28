// The tree that a page becomes: what is kept of its markup and what is not.
#include "app/html/arena.h"
#include "app/html/document.h"

#include <QTest>

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

    void aPageOfAMillionWordsIsWhole()
    {
        const HtmlDocument page = parsedHtml(u"<p>"_s + u"word "_s.repeated(1'000'000));
        QCOMPARE(page.text(0).count(u"word"), 1'000'000);
    }
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "tst_document.moc"
