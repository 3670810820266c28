#include "app/search/wordsplitter.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_WordSplitter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void partsTextIntoWords_data();
    void partsTextIntoWords();
    void saysWhichCharactersJoin();
    void foldsWords_data();
    void foldsWords();
    void takesAnyText();
};

namespace {

QList<SplitWord> wordsOf(const QString &text)
{
    QList<SplitWord> words;
    WordSplitter splitter(text);
    SplitWord word;
    while (splitter.next(word))
        words.append(word);
    return words;
}

} // namespace

void tst_WordSplitter::partsTextIntoWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("parted");

    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("marks only") << u" … – ' & . "_s << QString();
    QTest::newRow("words") << u"Ferry crews, on Monday: out!"_s << u"Ferry|crews|on|Monday|out"_s;
    QTest::newRow("a hyphen") << u"re-open"_s << u"re|open"_s;
    QTest::newRow("an English ending")
        << u"China's don't we’ll JOHN'S x"_s << u"China's|don't|we’ll|JOHN'S|x"_s;
    QTest::newRow("an elision") << u"l'eau d’Angelo O'Brien"_s << u"l|eau|d|Angelo|O|Brien"_s;
    QTest::newRow("quotation") << u"'ferry' crews'"_s << u"ferry|crews"_s;
    QTest::newRow("initials") << u"the U.S. and J.R.R. T. A.Smith"_s
                              << u"the|U.S|and|J.R.R|T|A|Smith"_s;
    QTest::newRow("numbers") << u"3.5 of 10,000, in 2009. 5,"_s << u"3.5|of|10,000|in|2009|5"_s;
    QTest::newRow("an ampersand") << u"AT&T R&D a & b &amp"_s << u"AT&T|R&D|a|b|amp"_s;
    QTest::newRow("a soft hyphen") << u"fer\u00ADry"_s << u"fer\u00ADry"_s;
    QTest::newRow("combining marks") << u"cafe\u0301 x"_s << u"cafe\u0301|x"_s;
    QTest::newRow("Chinese") << u"港口AB关"_s << u"港|口|AB|关"_s;
    QTest::newRow("Arabic") << u"في الميناء"_s << u"في|الميناء"_s;
    QTest::newRow("beyond the first plane") << u"𝒳𝒴 𠀀"_s << u"𝒳𝒴|𠀀"_s;
    QTest::newRow("a picture") << u"ferry🚢crew"_s << u"ferry|crew"_s;
}

void tst_WordSplitter::partsTextIntoWords()
{
    QFETCH(QString, text);
    QFETCH(QString, parted);

    QStringList words;
    for (const SplitWord &word : wordsOf(text))
        words += text.mid(word.at, word.length);

    QCOMPARE(words.join(u'|'), parted);
}

void tst_WordSplitter::saysWhichCharactersJoin()
{
    const QList<SplitWord> words = wordsOf(u"港口 关ab闭"_s);

    QCOMPARE(words.size(), 5);
    QVERIFY(words.at(0).isCharacter && !words.at(0).joins);
    QVERIFY(words.at(1).isCharacter && words.at(1).joins);
    QVERIFY(words.at(2).isCharacter && !words.at(2).joins); // after a blank
    QVERIFY(!words.at(3).isCharacter && !words.at(3).joins);
    QVERIFY(words.at(4).isCharacter && !words.at(4).joins); // after a word
}

void tst_WordSplitter::foldsWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("folded");

    QTest::newRow("capitals") << u"FERRY"_s << u"ferry"_s;
    QTest::newRow("accents") << u"Café"_s << u"cafe"_s;
    QTest::newRow("accents apart") << u"Cafe\u0301"_s << u"cafe"_s;
    QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
    QTest::newRow("apostrophe") << u"China’s"_s << u"china's"_s;
    QTest::newRow("initials") << u"U.S"_s << u"us"_s;
    QTest::newRow("a number keeps its point") << u"3.5"_s << u"3.5"_s;
    QTest::newRow("wide letters") << u"Ａ１"_s << u"a1"_s;
    QTest::newRow("Greek") << u"Αθήνα"_s << u"αθηνα"_s;
    QTest::newRow("a voiced kana stays") << u"が"_s << u"が"_s;
    QTest::newRow("a soft hyphen") << u"fer\u00ADry"_s << u"ferry"_s;
}

void tst_WordSplitter::foldsWords()
{
    QFETCH(QString, word);
    QFETCH(QString, folded);

    QCOMPARE(QString::fromStdString(foldedWord(word)), folded);
}

void tst_WordSplitter::takesAnyText()
{
    const QString halves = QString(QChar(0xD800)) + QChar(0xDC00) + QChar(0xDC00) + QChar(0xD800);
    for (const QString &text : {halves, halves + u"x'"_s, u"'s"_s, u"A."_s, u"A.B."_s, u"1."_s,
                                u"a&"_s, QString(1, QChar(0)), QString(1, QChar(0x00AD))}) {
        qsizetype end = 0;
        for (const SplitWord &word : wordsOf(text)) {
            QVERIFY(word.at >= end && word.length > 0 && word.end() <= text.size());
            end = word.end();
        }
    }
    QVERIFY(foldedWord({}).empty());
}

QTEST_GUILESS_MAIN(tst_WordSplitter)
#include "tst_wordsplitter.moc"
