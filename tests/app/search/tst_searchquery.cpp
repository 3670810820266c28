#include "app/search/searchquery.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

using Kind = SearchQuery::Kind;

class tst_SearchQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void understandsTheGrammar_data();
    void understandsTheGrammar();
    void makesTheBestOfSlips_data();
    void makesTheBestOfSlips();
    void knowsDays_data();
    void knowsDays();
    void writesDaysInTheirShortestForm_data();
    void writesDaysInTheirShortestForm();
    void keepsDaysThatMoveWithTheReader();
    void writesWhatItParses_data();
    void writesWhatItParses();
    void parsesWhatItWritesOfAnythingTyped();
    void findsAnythingTypedByItsWords();
    void takesTextsWithoutMeasure_data();
    void takesTextsWithoutMeasure();
    void joinsTwoQueries();
    void knowsWhetherWordsAreAsked();
};

namespace {

const QDate today(2009, 4, 1);

QString nameOf(Kind kind)
{
    static const QMap<Kind, QString> names{{Kind::Everything, u"everything"_s},
                                           {Kind::All, u"all"_s},
                                           {Kind::Any, u"any"_s},
                                           {Kind::Not, u"not"_s},
                                           {Kind::Publisher, u"from="_s},
                                           {Kind::Section, u"section="_s},
                                           {Kind::Author, u"author="_s},
                                           {Kind::Language, u"lang="_s},
                                           {Kind::Tag, u"tag="_s},
                                           {Kind::Folder, u"folder="_s},
                                           {Kind::Read, u"read"_s},
                                           {Kind::Unread, u"unread"_s},
                                           {Kind::Starred, u"starred"_s},
                                           {Kind::Opened, u"opened"_s},
                                           {Kind::Away, u"away"_s}};
    return names.value(kind);
}

// The tree as Lisp would print it: (all ghost (not net)).
QString tree(const SearchQuery &query)
{
    const QString title = query.where == SearchQuery::Where::Headline ? u"title="_s : QString();
    switch (query.kind) {
    case Kind::Word:
        return title + query.text;
    case Kind::Phrase:
        return title + u'"' + query.text + u'"';
    case Kind::Prefix:
        return title + query.text + u'*';
    case Kind::Date:
        return u"date="_s + query.first.toString(Qt::ISODate) + u".."_s
            + query.last.toString(Qt::ISODate);
    default:
        break;
    }
    if (query.parts.isEmpty())
        return nameOf(query.kind) + query.text;
    QStringList parts{nameOf(query.kind)};
    for (const SearchQuery &part : query.parts)
        parts.append(tree(part));
    return u'(' + parts.join(u' ') + u')';
}

QString parsedTree(const QString &typed)
{
    return tree(SearchQuery::parsed(typed, today));
}

void addRow(const char *name, const QString &typed, const QString &expected)
{
    QTest::newRow(name) << typed << expected;
}

// Made of the pieces that mean something, so that they meet in every order.
QString anythingTyped(QRandomGenerator &random)
{
    static const QStringList
        pieces = u"ghost|Net|\"|\"\"|(|)| | | | |AND|OR|NOT|and|-|*|:|.|..|'|#|+|\n|"
                 "title:|AUTHOR:|from:|section:|lang:|en|tag:|date:|2009-03|today|is:|unread|"
                 "folder:|/a/b|C++|U.S.|e-mail|10:30|é|\u0301|\U0001F600|\U00010400|"
                 "«|»|“|”|„|罢工|「|」|（|）|：|\u3000|שלום|مرحبا"_s.split(u'|')
        << QString(QChar(0)) << QString(QChar(0xD800));
    QString typed;
    for (int count = random.bounded(1, 12); count > 0; --count)
        typed += pieces.at(random.bounded(pieces.size()));
    return typed;
}

void addTexts(const SearchQuery &query, QString &texts)
{
    texts += u' ' + tree(query);
    for (const SearchQuery &part : query.parts)
        addTexts(part, texts);
}

} // namespace

void tst_SearchQuery::understandsTheGrammar_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");

    addRow("nothing", u"  "_s, u"everything"_s);
    addRow("a word", u"ghost"_s, u"ghost"_s);
    addRow("words", u"ghost  net"_s, u"(all ghost net)"_s);
    addRow("AND", u"ghost AND net"_s, u"(all ghost net)"_s);
    addRow("OR", u"ghost OR net"_s, u"(any ghost net)"_s);
    addRow("NOT", u"ghost NOT net"_s, u"(all ghost (not net))"_s);
    addRow("minus", u"ghost -net"_s, u"(all ghost (not net))"_s);
    addRow("only NOT", u"NOT net"_s, u"(not net)"_s);
    addRow("lower case is words", u"salt and pepper or not"_s, u"(all salt and pepper or not)"_s);
    addRow("phrase", u"\"ghost net\""_s, u"\"ghost net\""_s);
    addRow("without a phrase", u"net -\"ghost ship\""_s, u"(all net (not \"ghost ship\"))"_s);
    addRow("prefix", u"ghost*"_s, u"ghost*"_s);
    addRow("OR binds closer", u"budget 2009 OR 2010"_s, u"(all budget (any 2009 2010))"_s);
    addRow("OR of NOT", u"a OR NOT b"_s, u"(any a (not b))"_s);
    addRow("together", u"(a b) OR c"_s, u"(any (all a b) c)"_s);
    addRow("nested", u"a (b OR (c (d OR e)))"_s, u"(all a (any b (all c (any d e))))"_s);
    addRow("flat", u"(a (b (c)))"_s, u"(all a b c)"_s);
    addRow("without a group", u"a -(b OR c)"_s, u"(all a (not (any b c)))"_s);
    addRow("title", u"title:ghost net"_s, u"(all title=ghost net)"_s);
    addRow("title phrase", u"title:\"ghost net\""_s, u"title=\"ghost net\""_s);
    addRow("title prefix", u"title:gho*"_s, u"title=gho*"_s);
    addRow("title of a group", u"title:(ghost OR net) ship"_s,
           u"(all (any title=ghost title=net) ship)"_s);
    addRow("author", u"author:smith"_s, u"author=smith"_s);
    addRow("author's full name", u"author:\"Ann  Smith\""_s, u"author=Ann Smith"_s);
    addRow("author's beginning", u"author:smi*"_s, u"author=smi*"_s);
    addRow("from", u"from:\"the times\""_s, u"from=the times"_s);
    addRow("section", u"section:world"_s, u"section=world"_s);
    addRow("language", u"lang:EN"_s, u"lang=en"_s);
    addRow("language with region", u"lang:pt-BR"_s, u"lang=pt"_s);
    addRow("language by name", u"lang:german"_s, u"lang=de"_s);
    addRow("tag", u"tag:budget"_s, u"tag=budget"_s);
    addRow("tag of words", u"tag:\"to do\""_s, u"tag=to do"_s);
    addRow("tag without letters", u"tag:\u2605"_s, u"tag=\u2605"_s);
    addRow("not tagged", u"-tag:done"_s, u"(not tag=done)"_s);
    addRow("unread", u"is:unread"_s, u"unread"_s);
    addRow("states", u"is:(read OR starred) is:opened is:away"_s,
           u"(all (any read starred) opened away)"_s);
    addRow("folder", u"folder:\"/home/a (b)/\"\"c\"\"\""_s, u"folder=/home/a (b)/\"c\""_s);
    addRow("any case", u"TITLE:a From:b IS:Unread Date:2009"_s,
           u"(all title=a from=b unread date=2009-01-01..2009-12-31)"_s);
    addRow("curly quotes", u"“ghost net”"_s, u"\"ghost net\""_s);
    addRow("German quotes", u"„Haus und Hof“"_s, u"\"Haus und Hof\""_s);
    addRow("French quotes", u"« le monde »"_s, u"\"le monde\""_s);
    addRow("Chinese", u"港口　罢工"_s, u"(all 港口 罢工)"_s);
    addRow("Chinese field", u"title：「港口罢工」"_s, u"title=\"港口罢工\""_s);
    addRow("Hebrew", u"שלום -title:עולם"_s, u"(all שלום (not title=עולם))"_s);
    addRow("inner punctuation", u"e-mail 10:30 AC/DC C++ U.S."_s,
           u"(all e-mail 10:30 AC/DC C++ U.S)"_s);
}

void tst_SearchQuery::understandsTheGrammar()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);

    QCOMPARE(parsedTree(typed), expected);
}

void tst_SearchQuery::makesTheBestOfSlips_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");

    addRow("quote not closed", u"\"ghost net"_s, u"(all ghost net)"_s);
    addRow("quote alone", u"ghost \""_s, u"ghost"_s);
    addRow("empty quotes", u"\"\" ghost"_s, u"ghost"_s);
    addRow("quote closed by another", u"\"ghost net”"_s, u"\"ghost net\""_s);
    addRow("name not closed", u"from:\"the ti"_s, u"from=the ti"_s);
    addRow("not opened", u"ghost) net"_s, u"(all ghost net)"_s);
    addRow("not closed", u"(a OR (b c"_s, u"(any a (all b c))"_s);
    addRow("nothing inside", u"() ghost ( )"_s, u"ghost"_s);
    addRow("wrong way round", u")ghost("_s, u"ghost"_s);
    addRow("operator first", u"OR ghost"_s, u"ghost"_s);
    addRow("operator last", u"ghost OR"_s, u"ghost"_s);
    addRow("negation last", u"ghost NOT"_s, u"ghost"_s);
    addRow("operators in a row", u"a OR AND OR b"_s, u"(any a b)"_s);
    addRow("twice not", u"a NOT NOT b"_s, u"(all a b)"_s);
    addRow("only operators", u"AND OR NOT"_s, u"(all and or not)"_s);
    addRow("dash between blanks", u"ghost - net"_s, u"(all ghost net)"_s);
    addRow("long dash", u"--ghost — net"_s, u"(all ghost net)"_s);
    addRow("unknown field", u"colour:red"_s, u"(all colour red)"_s);
    addRow("address", u"http://news.example/a"_s, u"(all http news.example/a)"_s);
    addRow("field without value", u"ghost title:"_s, u"ghost"_s);
    addRow("only a field", u"title:"_s, u"title"_s);
    addRow("blank behind the colon", u"title: ghost"_s, u"title=ghost"_s);
    addRow("field of a field", u"title:author:smith"_s, u"title=author:smith"_s);
    addRow("no date", u"date:soon ghost"_s, u"(all date soon ghost)"_s);
    addRow("no such day", u"date:2009-02-30"_s, u"(all date 2009-02-30)"_s);
    addRow("no state", u"is:fine"_s, u"(all is fine)"_s);
    addRow("no language", u"lang:gibberish"_s, u"(all lang gibberish)"_s);
    addRow("star alone", u"* ghost **"_s, u"ghost"_s);
    addRow("stars", u"ghost***"_s, u"ghost*"_s);
    addRow("punctuation", u"'ghost', [net]! ... #ship"_s, u"(all ghost net ship)"_s);
    addRow("only punctuation", u"!?;"_s, u"everything"_s);
}

void tst_SearchQuery::makesTheBestOfSlips()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);

    QCOMPARE(parsedTree(typed), expected);
}

void tst_SearchQuery::knowsDays_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");

    addRow("year", u"2009"_s, u"2009-01-01..2009-12-31"_s);
    addRow("month", u"2009-02"_s, u"2009-02-01..2009-02-28"_s);
    addRow("day", u"2009-03-29"_s, u"2009-03-29..2009-03-29"_s);
    addRow("leap day", u"2008-02-29"_s, u"2008-02-29..2008-02-29"_s);
    addRow("short", u"2009-3-9"_s, u"2009-03-09..2009-03-09"_s);
    addRow("slashes", u"2009/03/29"_s, u"2009-03-29..2009-03-29"_s);
    addRow("months", u"2009-03..2009-04"_s, u"2009-03-01..2009-04-30"_s);
    addRow("mixed", u"2008..2009-03-29"_s, u"2008-01-01..2009-03-29"_s);
    addRow("from", u"2009-03.."_s, u"2009-03-01.."_s);
    addRow("until", u"..2009-03-29"_s, u"..2009-03-29"_s);
    addRow("wrong way round", u"2009-04..2009-03"_s, u"2009-03-01..2009-04-30"_s);
    addRow("today", u"today"_s, u"2009-04-01..2009-04-01"_s);
    addRow("yesterday", u"Yesterday"_s, u"2009-03-31..2009-03-31"_s);
    addRow("until today", u"2009-03..today"_s, u"2009-03-01..2009-04-01"_s);
    addRow("month being typed", u"2009-"_s, u"2009-01-01..2009-12-31"_s);
    addRow("month half typed", u"2009-0"_s, u"2009-01-01..2009-12-31"_s);
    addRow("day being typed", u"2009-03-0"_s, u"2009-03-01..2009-03-31"_s);
    addRow("range being typed", u"2009-03."_s, u"2009-03-01..2009-03-31"_s);
    addRow("end being typed", u"2009-03..20"_s, u"2009-03-01.."_s);
}

void tst_SearchQuery::knowsDays()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);

    QCOMPARE(parsedTree(u"date:"_s + typed), u"date="_s + expected);
}

void tst_SearchQuery::writesDaysInTheirShortestForm_data()
{
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<QString>("expected");

    QTest::newRow("year") << QDate(2009, 1, 1) << QDate(2009, 12, 31) << u"date:2009"_s;
    QTest::newRow("years") << QDate(2008, 1, 1) << QDate(2009, 12, 31) << u"date:2008..2009"_s;
    QTest::newRow("January") << QDate(2009, 1, 1) << QDate(2009, 1, 31) << u"date:2009-01"_s;
    QTest::newRow("months") << QDate(2009, 1, 1) << QDate(2009, 4, 30)
                            << u"date:2009-01..2009-04"_s;
    QTest::newRow("day") << QDate(2009, 1, 1) << QDate(2009, 1, 1) << u"date:2009-01-01"_s;
    QTest::newRow("days") << QDate(2009, 1, 1) << QDate(2009, 4, 29)
                          << u"date:2009-01-01..2009-04-29"_s;
    QTest::newRow("from") << QDate(2009, 1, 1) << QDate() << u"date:2009.."_s;
    QTest::newRow("until") << QDate() << QDate(2009, 3, 29) << u"date:..2009-03-29"_s;
}

void tst_SearchQuery::writesDaysInTheirShortestForm()
{
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    QFETCH(QString, expected);
    SearchQuery query;
    query.kind = Kind::Date;
    query.first = first;
    query.last = last;

    QCOMPARE(query.written(), expected);
    QCOMPARE(SearchQuery::parsed(query.written(), today), query);
}

void tst_SearchQuery::keepsDaysThatMoveWithTheReader()
{
    const QString written = SearchQuery::parsed(u"date:2009-03..Today"_s, today).written();

    QCOMPARE(written, u"date:2009-03..today"_s);
    QCOMPARE(SearchQuery::parsed(written, today.addDays(1)).last, today.addDays(1));
}

void tst_SearchQuery::writesWhatItParses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");

    addRow("words", u"ghost AND net"_s, u"ghost net"_s);
    addRow("a place", u"folder:\"/home/a\" is:unread"_s, u"folder:/home/a is:unread"_s);
    addRow("names", u"from:\"The Times\" author:'smith'"_s, u"from:\"The Times\" author:smith"_s);
    addRow("groups", u"a -(b OR c) (d OR (e f))"_s, u"a -(b OR c) (d OR (e f))"_s);
    addRow("headline", u"title:(\"ghost net\" OR sh*)"_s, u"title:\"ghost net\" OR title:sh*"_s);
    addRow("quotes in a path", u"folder:\"/a \"\"b\"\"\""_s, u"folder:\"/a \"\"b\"\"\""_s);
}

void tst_SearchQuery::writesWhatItParses()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);

    const SearchQuery query = SearchQuery::parsed(typed, today);

    QCOMPARE(query.written(), expected);
    QCOMPARE(SearchQuery::parsed(expected, today), query);
}

void tst_SearchQuery::parsesWhatItWritesOfAnythingTyped()
{
    QRandomGenerator random(20090329);
    for (int i = 0; i < 20'000; ++i) {
        const QString typed = anythingTyped(random);
        const SearchQuery query = SearchQuery::parsed(typed, today);

        const SearchQuery again = SearchQuery::parsed(query.written(), today);

        if (again != query) {
            qInfo() << typed << query.written() << tree(query) << tree(again);
            QFAIL("the written query is another one");
        }
    }
}

// A word that is no operator, field or value is in the tree whatever stands around it.
void tst_SearchQuery::findsAnythingTypedByItsWords()
{
    QRandomGenerator random(20090330);
    for (int i = 0; i < 20'000; ++i) {
        const QString typed = anythingTyped(random) + u" zebra "_s + anythingTyped(random);

        QString texts;
        addTexts(SearchQuery::parsed(typed, today), texts);

        if (!texts.contains(u"zebra"_s) && !typed.contains(u"lang:"_s)) {
            qInfo() << typed << texts;
            QFAIL("a word has been lost");
        }
    }
}

void tst_SearchQuery::takesTextsWithoutMeasure_data()
{
    QTest::addColumn<QString>("typed");

    QTest::newRow("a word") << QString(100'000, u'x');
    QTest::newRow("words") << u"ab "_s.repeated(100'000);
    QTest::newRow("opening") << QString(10'000, u'(');
    QTest::newRow("closing") << QString(10'000, u')');
    QTest::newRow("both") << QString(10'000, u'(') + u"ghost"_s + QString(10'000, u')');
    QTest::newRow("nested") << u"(a OR -"_s.repeated(10'000);
    QTest::newRow("nots") << u"NOT "_s.repeated(10'000) + u"ghost"_s;
    QTest::newRow("ors") << u"OR "_s.repeated(10'000) + u"ghost"_s;
    QTest::newRow("fields") << u"title:"_s.repeated(10'000);
    QTest::newRow("fields and groups") << u"title:("_s.repeated(10'000);
    QTest::newRow("quotes") << QString(99'999, u'"');
    QTest::newRow("opening quotes") << QString(100'000, u'«');
    QTest::newRow("zeroes") << QString(100'000, QChar(0));
    QTest::newRow("dates") << u"date:2009.."_s.repeated(10'000);
}

void tst_SearchQuery::takesTextsWithoutMeasure()
{
    QFETCH(QString, typed);

    const SearchQuery query = SearchQuery::parsed(typed, today);

    QVERIFY(query.parts.size() <= 4000);
    QCOMPARE(SearchQuery::parsed(query.written(), today), query);
}

void tst_SearchQuery::joinsTwoQueries()
{
    const auto both = [](const QString &one, const QString &other) {
        return tree(
            SearchQuery::both(SearchQuery::parsed(one, today), SearchQuery::parsed(other, today)));
    };

    QCOMPARE(both(u"a"_s, u""_s), u"a"_s);
    QCOMPARE(both(u""_s, u"a OR b"_s), u"(any a b)"_s);
    QCOMPARE(both(u""_s, u""_s), u"everything"_s);
    QCOMPARE(both(u"a b"_s, u"c d"_s), u"(all a b c d)"_s);
    QCOMPARE(both(u"is:unread"_s, u"a OR b"_s), u"(all unread (any a b))"_s);
}

void tst_SearchQuery::knowsWhetherWordsAreAsked()
{
    const auto asks = [](const QString &typed) {
        return SearchQuery::parsed(typed, today).asksForWords();
    };

    QVERIFY(!asks(u""_s));
    QVERIFY(!asks(u"is:unread -from:times (section:world OR date:2009) author:x lang:en"_s));
    QVERIFY(asks(u"ghost"_s));
    QVERIFY(asks(u"is:unread -(tag:a OR \"ghost net\")"_s));
    QVERIFY(asks(u"title:gho*"_s));
}

QTEST_GUILESS_MAIN(tst_SearchQuery)
#include "tst_searchquery.moc"
