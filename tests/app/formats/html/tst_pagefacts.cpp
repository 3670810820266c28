// The words of a page: tidied and folded as Qt does it, and faster where they are plain.
#include "app/formats/html/pagefacts.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace {

// Words and all that may stand between them.
QString randomText(std::mt19937 &random)
{
    static const QString pieces[] = {
        u"a"_s,      u"Word"_s,   u" "_s,      u"  "_s,       u"\n"_s,        u"\t "_s,
        u"\u00A0"_s, u"\u3000"_s, u"Straße"_s, u"İstanbul"_s, u"ΌΣ"_s,        u"Ёлка"_s,
        u"新聞"_s,   u"ﬁn"_s,     u"1, 2"_s,   u"\u2028"_s,   u"\U0001F517"_s};
    QString text;
    for (quint64 length = random() % 8; length > 0; --length)
        text += pieces[random() % std::size(pieces)];
    return text;
}

} // namespace

class PageFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void tidiedIsSimplified()
    {
        std::mt19937 random(1);
        for (int round = 0; round < 50'000; ++round) {
            const QString text = randomText(random);
            QCOMPARE(tidied(text), text.simplified());
        }
    }

    void caseIsFoldedAsQtDoes()
    {
        for (char16_t c = 1; c < 0xFFFF; ++c) {
            const QString text = u"A"_s + QChar(c) + u"z"_s;
            QCOMPARE(caseFolded(text), text.toCaseFolded());
        }
        std::mt19937 random(2);
        for (int round = 0; round < 20'000; ++round) {
            const QString text = randomText(random);
            QCOMPARE(caseFolded(text), text.toCaseFolded());
        }
    }

    void lettersAreCountedWithABlankBetweenWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("letters");
        QTest::addColumn<int>("commas");
        QTest::newRow("two words") << u"two words"_s << 9 << 0;
        QTest::newRow("white space around") << u" \n two \t words, "_s << 10 << 1;
        QTest::newRow("no-break spaces") << u"\u00A0two\u00A0\u00A0words"_s << 9 << 0;
        QTest::newRow("one") << u"x"_s << 1 << 0;
        QTest::newRow("none") << u" "_s << 0 << 0;
        QTest::newRow("japanese") << u"新聞、三つ、四つ"_s << 8 << 2;
    }
    void lettersAreCountedWithABlankBetweenWords()
    {
        QFETCH(const QString, text);
        QFETCH(const int, letters);
        QFETCH(const int, commas);
        const HtmlDocument page = parsedHtml(u"<body><p>"_s + text + u"</p>"_s);
        const PageFacts facts(page);
        QCOMPARE(facts.counts(page.first(HtmlTag::P)).letters, letters);
        QCOMPARE(facts.counts(page.first(HtmlTag::P)).commas, commas);
    }
};

QTEST_GUILESS_MAIN(PageFactsTest)
#include "tst_pagefacts.moc"
