#include "app/search/snippetmaker.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_SnippetMaker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void marksWhatTheQueryFinds_data();
    void marksWhatTheQueryFinds();
    void listsEachPrintedFormOnce();
    void showsWhatStandsTogether();
    void beginsAndEndsWhereSentencesDo();
    void cutsBetweenWords();
    void cutsChineseBetweenCharacters();
    void usesTheRoomBeforeTheEnd();
    void showsTheBeginningWhenNothingIsFound();
    void looksIntoStandfirstAndCaptions();
    void isOneLine();
    void takesAnyText_data();
    void takesAnyText();
};

namespace {

// The marked parts in brackets.
QString bracketed(QString text, const QList<std::pair<int, int>> &marks)
{
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        text.insert(mark->first + mark->second, u']');
        text.insert(mark->first, u'[');
    }
    return text;
}

Snippet snippetOf(const QString &typed, const indexformat::StoredText &text)
{
    SnippetMaker maker(SearchQuery::parsed(typed));
    return maker.snippet(ArticleId{1}, text, u"en"_s);
}

QString shown(const QString &typed, const QString &body)
{
    const Snippet snippet = snippetOf(typed, {u"Headline"_s, {}, body, {}});
    return bracketed(snippet.text, snippet.marks);
}

// Sentences of six words without any of those that are looked for.
QString filler(int sentences)
{
    return u"Nothing of note was said there. "_s.repeated(sentences);
}

} // namespace

void tst_SnippetMaker::marksWhatTheQueryFinds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &typed, const QString &text,
                        const QString &expected, const QString &language = u"en"_s) {
        QTest::newRow(name) << typed << language << text << expected;
    };

    row("words", u"ferry harbour"_s, u"The ferry left the Harbour."_s,
        u"The [ferry] left the [Harbour]."_s);
    row("other forms", u"ferry"_s, u"Ferries, and a ferry’s crew"_s,
        u"[Ferries], and a [ferry’s] crew"_s);
    row("whole words only", u"us"_s, u"The U.S. bus brought us home"_s,
        u"The [U.S]. bus brought [us] home"_s);
    row("a phrase as one", u"\"harbour master\""_s, u"Harbour-master; the harbour; a master"_s,
        u"[Harbour-master]; the harbour; a master"_s);
    row("a phrase is exact", u"\"harbour masters\""_s, u"harbour master, harbour masters"_s,
        u"harbour master, [harbour masters]"_s);
    row("a beginning", u"nationa*"_s, u"Nation, national, nationality"_s,
        u"Nation, [national], [nationality]"_s);
    row("either", u"owls OR birds"_s, u"birds and owls"_s, u"[birds] and [owls]"_s);
    row("not what is barred", u"owls -birds"_s, u"birds and owls"_s, u"birds and [owls]"_s);
    row("nothing of other fields", u"author:smith is:unread"_s, u"Smith is unread"_s,
        u"Smith is unread"_s);
    row("accents", u"cafe"_s, u"a café, a CAFÉ, a cafe\u0301."_s,
        u"a [café], a [CAFÉ], a [cafe\u0301]."_s);
    row("German", u"Häuser"_s, u"Das Haus, die Häuser"_s, u"Das [Haus], die [Häuser]"_s,
        u"de-AT"_s);
    row("no language", u"ferries"_s, u"one ferry"_s, u"one [ferry]"_s, QString());
    row("Chinese", u"罢工"_s, u"渡轮工人罢工。罢。工"_s, u"渡轮工人[罢工]。罢。工"_s, u"zh"_s);
    row("Hebrew", u"נמל"_s, u"זה נמל ישן"_s, u"זה [נמל] ישן"_s, u"he"_s);
    row("Arabic with its article", u"كتاب"_s, u"هذا الكتاب"_s, u"هذا [الكتاب]"_s, u"ar"_s);
    row("initials", u"US"_s, u"the U.S. and US"_s, u"the [U.S]. and [US]"_s);
    row("the longest", u"port \"port authority\""_s, u"the port authority"_s,
        u"the [port authority]"_s);
}

void tst_SnippetMaker::marksWhatTheQueryFinds()
{
    QFETCH(QString, typed);
    QFETCH(QString, language);
    QFETCH(QString, text);
    QFETCH(QString, expected);

    QCOMPARE(bracketed(text, hitsIn(text, language, SearchQuery::parsed(typed))), expected);
}

void tst_SnippetMaker::listsEachPrintedFormOnce()
{
    QCOMPARE(markedWords(u"Ferry, ferries, ferry; the harbour master’s ferry. Ferry"_s, u"en"_s,
                         SearchQuery::parsed(u"ferry \"harbour master's\""_s)),
             (QStringList{u"Ferry"_s, u"ferries"_s, u"ferry"_s, u"harbour master’s"_s}));
}

void tst_SnippetMaker::showsWhatStandsTogether()
{
    const QString body = u"A ferry left. "_s + filler(10)
        + u"The ferry was late, its crew angry. "_s + filler(10) + u"The crew slept. "_s;

    const QString snippet = shown(u"ferry crew"_s, body);

    QVERIFY2(snippet.contains(u"The [ferry] was late, its [crew] angry."_s), qPrintable(snippet));
}

void tst_SnippetMaker::beginsAndEndsWhereSentencesDo()
{
    const QString body = filler(10) + u"Then the ferry left. "_s + filler(10);

    const QString snippet = shown(u"ferry"_s, body);

    QVERIFY2(snippet.startsWith(u"Then the [ferry] left. Nothing"_s), qPrintable(snippet));
    QVERIFY2(snippet.endsWith(u"said there."_s), qPrintable(snippet));
}

void tst_SnippetMaker::cutsBetweenWords()
{
    const QString body = u"and so on "_s.repeated(50) + u"ferry "_s
        + u"and so forth "_s.repeated(50);

    const QString snippet = shown(u"ferry"_s, body);

    QVERIFY2(snippet.startsWith(u"\u2026so on "_s) || snippet.startsWith(u"\u2026on "_s)
                 || snippet.startsWith(u"\u2026and "_s),
             qPrintable(snippet));
    QVERIFY2(snippet.endsWith(u" and\u2026"_s) || snippet.endsWith(u" so\u2026"_s)
                 || snippet.endsWith(u" forth\u2026"_s),
             qPrintable(snippet));
    QVERIFY2(snippet.size() > 150 && snippet.size() < 200, qPrintable(snippet));
}

void tst_SnippetMaker::cutsChineseBetweenCharacters()
{
    const QString body = u"渡轮工人星期一在港口"_s.repeated(30) + u"罢工"_s
        + u"博物馆猫头鹰画展开幕"_s.repeated(30);

    const QString snippet = shown(u"罢工"_s, body);

    QVERIFY2(snippet.startsWith(QChar(0x2026)), qPrintable(snippet));
    QVERIFY2(snippet.contains(u"港口[罢工]博物馆"_s), qPrintable(snippet));
    QVERIFY2(snippet.size() > 80 && snippet.size() < 110, qPrintable(snippet));
}

void tst_SnippetMaker::usesTheRoomBeforeTheEnd()
{
    const QString snippet = shown(u"ferry"_s, filler(20) + u"Then the ferry left."_s);

    QVERIFY2(snippet.endsWith(u"Then the [ferry] left."_s), qPrintable(snippet));
    QVERIFY2(snippet.startsWith(u"Nothing of note"_s), qPrintable(snippet));
    QVERIFY2(snippet.size() > 120, qPrintable(snippet));
}

void tst_SnippetMaker::showsTheBeginningWhenNothingIsFound()
{
    const QString snippet = shown(u"title:headline zebra"_s, filler(20));

    QVERIFY2(snippet.startsWith(u"Nothing of note was said there. Nothing"_s), qPrintable(snippet));
    QVERIFY2(snippet.size() <= 200, qPrintable(snippet));
    QCOMPARE(shown(u"zebra"_s, {}), QString());
}

void tst_SnippetMaker::looksIntoStandfirstAndCaptions()
{
    const indexformat::StoredText text{u"Headline"_s, u"Second headline\nA standfirst"_s,
                                       filler(20), u"keyword\nAn owl on a branch"_s};

    QVERIFY(snippetOf(u"standfirst"_s, text).text.contains(u"A standfirst"_s));
    QVERIFY(snippetOf(u"owl"_s, text).text.endsWith(u"An owl on a branch"_s));
    QCOMPARE(snippetOf(u"owl"_s, text).marks.size(), 1);
}

void tst_SnippetMaker::isOneLine()
{
    QCOMPARE(shown(u"ferry"_s, u"  One\n\ntwo\tthree   ferry \u2028 four\u0000 five \n"_s),
             u"One two three [ferry] four five"_s);
}

void tst_SnippetMaker::takesAnyText_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << QString(1000, u' ');
    QTest::newRow("an endless word") << QString(100'000, u'x');
    QTest::newRow("an endless hit") << u"ferry"_s.repeated(20'000);
    QTest::newRow("hits") << u"ferry "_s.repeated(20'000);
    QTest::newRow("accents") << u"ferry"_s + QString(10'000, QChar(0x0301));
    QTest::newRow("accents without a letter") << QString(10'000, QChar(0x0301)) + u" ferry"_s;
    QTest::newRow("half pairs") << QString(10'000, QChar(0xDC00)) + u" ferry"_s;
    QTest::newRow("pairs") << u"\U00020000"_s.repeated(10'000) + u"ferry"_s;
    QTest::newRow("lines") << QString(10'000, u'\n') + u"ferry"_s + QString(10'000, u'\n');
    QTest::newRow("zeroes") << QString(10'000, QChar(0)) + u"ferry"_s;
}

void tst_SnippetMaker::takesAnyText()
{
    QFETCH(QString, text);

    const Snippet snippet = snippetOf(u"ferry"_s, {text, text, text, text});

    QVERIFY(!snippet.text.contains(u'\n'));
    for (const auto &[at, length] : snippet.marks) {
        QVERIFY(at >= 0 && length > 0);
        QVERIFY(at + length <= snippet.text.size());
    }
}

QTEST_GUILESS_MAIN(tst_SnippetMaker)
#include "tst_snippetmaker.moc"
