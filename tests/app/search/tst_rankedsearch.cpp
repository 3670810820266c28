#include "app/search/searchindex.h"
#include "app/search/searchindexwriter.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

using Kind = SearchQuery::Kind;
using Sort = SearchOptions::Sort;

// Each row asks a library of a dozen small stories, put into two shards.
class tst_RankedSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void findsWhatIsAsked_data();
    void findsWhatIsAsked();
    void putsTheHeadlineFirst();
    void putsTheNewestOfEqualsFirst();
    void sortsByDate();
    void givesOnePageAfterAnother();
    void givesTheWholeListInTheOrderOfItsBeginning();
    void tellsTheDay();
    void verifiesPhrasesUntilThereAreEnough();
    void looksAtTheBestTextsWhereThereAreTooMany();
    void passesOnWhatTheLibraryCannotAnswer();
    void stopsWhenCancelled();
    void suggestsWhatMayHaveBeenMeant_data();
    void suggestsWhatMayHaveBeenMeant();
    void takesAnyQuery_data();
    void takesAnyQuery();
    void findsNothingWhereThereIsNoIndex();

private:
    void put(int id, const QString &headline, const QString &text, const QDate &date = {},
             const QString &publisher = {}, const QStringList &authors = {},
             const QString &language = u"en"_s);
    SearchAnswer answer(const QString &typed, const SearchOptions &options = {});
    QList<int> found(const QString &typed, const SearchOptions &options = {});

    QTemporaryDir m_directory;
    std::unique_ptr<SearchIndexWriter> m_writer;
    std::unique_ptr<SearchIndex> m_index;
    WordIndexer m_indexer;
    QList<IndexedArticle> m_articles;
};

namespace {

bool never()
{
    return false;
}

// Odd articles are unread, 2 and 4 are tagged.
Result<IdSet> idsOf(const SearchQuery &leaf)
{
    if (leaf.kind == Kind::Unread)
        return IdSet{{ArticleId{2}, ArticleId{4}, ArticleId{6}, ArticleId{8}, ArticleId{10},
                      ArticleId{12}, ArticleId{14}},
                     true};
    if (leaf.kind == Kind::Read) {
        IdSet many;
        for (quint64 id = 2; id < 2'000; id += 2)
            many.ids.append(ArticleId{id});
        return many;
    }
    if (leaf.kind == Kind::Tag && leaf.text == u"port")
        return IdSet{{ArticleId{2}, ArticleId{4}}, false};
    if (leaf.kind == Kind::Away)
        return Error{Error::Kind::Damaged, u"catalogue"_s, {}};
    return IdSet{};
}

SearchOptions everything(Sort sortBy)
{
    SearchOptions options;
    options.sortBy = sortBy;
    options.atMost = SearchOptions::all;
    return options;
}

} // namespace

void tst_RankedSearch::put(int id, const QString &headline, const QString &text, const QDate &date,
                           const QString &publisher, const QStringList &authors,
                           const QString &language)
{
    Article article;
    article.headline = headline;
    article.inLanguage = language;
    article.publisher = publisher;
    article.authors = authors;
    article.articleSection = id % 2 == 0 ? u"World"_s : u"Sport & Games"_s;
    article.bodyHtml = u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
    if (date.isValid()) {
        article.datePublished.moment = QDateTime(date, QTime(12, 0), Qt::UTC);
        article.datePublished.hasTime = true;
    }
    m_articles.append({ArticleId(id), m_indexer.words(article)});
}

void tst_RankedSearch::initTestCase()
{
    put(1, u"Ferry crews walk out"_s, u"The ferries stay in harbour, said Mara Lindqvist."_s,
        QDate(2009, 3, 29), u"The Port Times"_s, {u"Ann Smith"_s});
    put(2, u"Quiet day in the harbour"_s, u"No ferry left. The harbour master waited."_s,
        QDate(2009, 3, 30), u"The Port Times"_s, {u"Bo Smithson"_s, u"José Núñez"_s});
    put(3, u"Museum shows owls"_s, u"Paintings of birds; the master of owls was there."_s,
        QDate(2009, 4, 1), u"Evening Post"_s, {u"Ann Smith"_s, u"Carl Jones"_s});
    put(4, u"Two goals"_s, u"The keeper saved a penalty in the U.S. cup. Twenty-five fans came."_s,
        QDate(2008, 12, 31), u"Evening Post"_s);
    put(5, u"National parks"_s, u"The nation likes its parks. Nationality does not matter."_s);
    put(6, u"Hackers at work"_s, u"They were hacking computers by e-mail for 3.5 million."_s,
        QDate(2010, 1, 1), u"Wire"_s);
    put(7, u"Fähre gesunken"_s,
        u"Die Fähren fahren nicht. Der Kapitän ist müde und die Nacht lang."_s, QDate(2009, 5, 5),
        u"Abendblatt"_s, {}, u"de"_s);
    put(8, u"港口罢工"_s, u"渡轮工人星期一在港口罢工"_s, QDate(2009, 6, 1), {}, {}, u"zh"_s);
    put(9, u"港口开放"_s, u"工人在港口。口罢了。罢工"_s, QDate(2009, 6, 2), {}, {}, u"zh"_s);
    put(10, u"שביתה בנמל"_s, u"המעבורות עומדות בנמל"_s, QDate(2009, 6, 3), {}, {}, u"he"_s);
    m_writer = std::make_unique<SearchIndexWriter>(m_directory.filePath(u"index"_s));
    QVERIFY(!m_writer->open());
    const auto shard = buildShard(m_directory.filePath(u"index"_s), m_articles, never);
    QVERIFY(shard.has_value());
    QVERIFY(!m_writer->adopt(shard.value()));
    m_articles.clear();

    put(11, u"Ferry runs again"_s, u"A master of the harbour said so. Also the ferry master."_s,
        QDate(2009, 4, 2), u"Wire"_s);
    put(12, u"Café stays"_s, u"The naïve keeper of the cafe likes a cup of tea."_s,
        QDate(2009, 4, 3), u"Wire"_s);
    put(13, u"Plain"_s, u"Equal words about zebras."_s, QDate(2009, 7, 1));
    put(14, u"Plain"_s, u"Equal words about zebras."_s, QDate(2009, 7, 3));
    put(15, u"Plain"_s, u"Equal words about zebras."_s, QDate(2009, 7, 2));
    for (const IndexedArticle &article : std::as_const(m_articles))
        QVERIFY(!m_writer->put(article.id, article.words));
    QVERIFY(!m_writer->commit());
    m_index = std::make_unique<SearchIndex>(m_directory.filePath(u"index"_s));
}

SearchAnswer tst_RankedSearch::answer(const QString &typed, const SearchOptions &options)
{
    const auto answer = m_index->search(SearchQuery::parsed(typed), options, idsOf, never);
    return answer.has_value() ? answer.value() : SearchAnswer();
}

QList<int> tst_RankedSearch::found(const QString &typed, const SearchOptions &options)
{
    QList<int> ids;
    for (const SearchHit &hit : answer(typed, options).hits)
        ids.append(int(hit.id));
    return ids;
}

void tst_RankedSearch::findsWhatIsAsked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<int>>("expected");
    const auto row = [](const char *name, const QString &typed, const QList<int> &expected) {
        QTest::newRow(name) << typed << expected;
    };

    row("a word in all its forms", u"ferry"_s, {1, 2, 11});
    row("another form", u"ferries"_s, {1, 2, 11});
    row("a form that nobody printed", u"hacked"_s, {6});
    row("capitals", u"FERRY"_s, {1, 2, 11});
    row("both words", u"ferry master"_s, {2, 11});
    row("either", u"ferry OR owls"_s, {1, 2, 3, 11});
    row("without", u"ferry -master"_s, {1});
    row("without either", u"-ferry -master -zebras -港口"_s, {4, 5, 6, 7, 10, 12});
    row("a small word", u"the ferry"_s, {1, 2, 11});
    row("a phrase", u"\"harbour master\""_s, {2});
    row("a phrase in another order", u"\"master of the harbour\""_s, {11});
    row("a phrase is exact", u"\"ferries stay\""_s, {1});
    row("a phrase is exact", u"\"ferry stays\""_s, {});
    row("a phrase over punctuation", u"\"harbour said\""_s, {1, 11});
    row("a quoted word is exact", u"\"ferries\""_s, {1});
    row("one of two phrases", u"\"harbour master\" OR \"ferry master\""_s, {2, 11});
    row("without a phrase", u"ferry -\"harbour master\""_s, {1, 11});
    row("a phrase being typed", u"\"harbour mas*\""_s, {2});
    row("a beginning", u"ferr*"_s, {1, 2, 11});
    row("a beginning that is a whole word", u"ferries*"_s, {1});
    row("a beginning longer than the stem", u"nationa*"_s, {5});
    row("a beginning of others", u"nationalities*"_s, {});
    row("a headline", u"title:ferry"_s, {1, 11});
    row("a phrase in a headline", u"title:\"quiet day\""_s, {2});
    row("a phrase that no headline has", u"title:\"harbour master\""_s, {});
    row("a beginning in a headline", u"title:muse*"_s, {3});
    row("an author", u"author:smith"_s, {1, 3});
    row("an author's beginning", u"author:smith*"_s, {1, 2, 3});
    row("an author's accents", u"author:\"nunez jose\""_s, {2});
    row("a publisher", u"from:\"port times\""_s, {1, 2});
    row("a publisher and a word", u"from:wire master"_s, {11});
    row("a section", u"section:games ferry"_s, {1, 11});
    row("a language", u"lang:de"_s, {7});
    row("a month", u"date:2009-03"_s, {1, 2});
    row("days", u"date:2009-03-30..2009-04-01"_s, {2, 3});
    row("until a day", u"date:..2008"_s, {4});
    row("from a day", u"date:2009-07-02.. -tag:port"_s, {6, 14, 15});
    row("a month and a word", u"ferry date:2009-04"_s, {11});
    row("a tag", u"tag:port ferry"_s, {2});
    row("without a tag", u"ferry -tag:port"_s, {1, 11});
    row("a tag or a word", u"tag:port OR owls"_s, {2, 3, 4});
    row("all but a set", u"is:unread ferry"_s, {1, 11});
    row("not all but a set", u"ferry -is:unread"_s, {2});
    row("a large set", u"is:read (ferry OR harbour OR cup)"_s, {2, 4, 12});
    row("a large set or a word", u"is:read OR owls"_s, {2, 3, 4, 6, 8, 10, 12, 14});
    row("initials", u"US cup"_s, {4});
    row("initials with points", u"U.S. cup"_s, {4});
    row("hyphens", u"twenty-five"_s, {4});
    row("hyphens", u"e-mail"_s, {6});
    row("numbers", u"3.5"_s, {6});
    row("accents", u"cafe"_s, {12});
    row("accents typed", u"naive café"_s, {12});
    row("German", u"Fähren"_s, {7});
    row("German without its accents", u"fahre"_s, {7});
    row("a form that no German printed", u"Kapitäne"_s, {7});
    row("Chinese", u"港口"_s, {8, 9});
    row("Chinese words", u"港口 罢工"_s, {8, 9});
    row("Chinese without blanks", u"港口罢工"_s, {8});
    row("one character", u"港"_s, {8, 9});
    row("Hebrew", u"המעבורות"_s, {10});
    row("no such word", u"ghost"_s, {});
    row("everything", u""_s, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
}

void tst_RankedSearch::findsWhatIsAsked()
{
    QFETCH(QString, typed);
    QFETCH(QList<int>, expected);

    const SearchAnswer byRelevance = answer(typed);
    QList<int> first = found(typed);
    QList<int> byDate = found(typed, {Sort::Date, true, 0, 50});
    QList<int> whole = found(typed, everything(Sort::Relevance));
    std::ranges::sort(first);
    std::ranges::sort(byDate);
    std::ranges::sort(whole);

    QCOMPARE(first, expected);
    QCOMPARE(byDate, expected);
    QCOMPARE(whole, expected);
    QVERIFY(byRelevance.isExact);
    QCOMPARE(byRelevance.atLeast, expected.size());
}

void tst_RankedSearch::putsTheHeadlineFirst()
{
    QCOMPARE(found(u"ferry"_s).first(), 11);
    QCOMPARE(found(u"ferry"_s).last(), 2);
    const QList<SearchHit> hits = answer(u"ferry"_s).hits;
    QVERIFY(hits.first().score > hits.last().score);
}

void tst_RankedSearch::putsTheNewestOfEqualsFirst()
{
    QCOMPARE(found(u"zebras"_s), (QList<int>{14, 15, 13}));
}

void tst_RankedSearch::sortsByDate()
{
    QCOMPARE(found(u"ferry OR parks"_s, {Sort::Date, false, 0, 50}), (QList<int>{11, 2, 1, 5}));
    QCOMPARE(found(u"ferry OR parks"_s, {Sort::Date, true, 0, 50}), (QList<int>{5, 1, 2, 11}));
}

void tst_RankedSearch::givesOnePageAfterAnother()
{
    const QList<int> all = found(u"the"_s);
    QVERIFY(all.size() > 4);

    for (const Sort sortBy : {Sort::Relevance, Sort::Date}) {
        QList<int> pages;
        for (qsizetype from = 0; from < all.size(); from += 2)
            pages += found(u"the"_s, {sortBy, false, from, 2});
        QCOMPARE(pages, found(u"the"_s, {sortBy, false, 0, 50}));
    }
}

void tst_RankedSearch::givesTheWholeListInTheOrderOfItsBeginning()
{
    for (const QString &typed : {u"the"_s, u"ferry OR \"master of\""_s}) {
        QCOMPARE(found(typed, everything(Sort::Relevance)), found(typed));
        QCOMPARE(found(typed, everything(Sort::Date)), found(typed, {Sort::Date, false, 0, 50}));
    }
}

void tst_RankedSearch::tellsTheDay()
{
    QCOMPARE(answer(u"owls"_s).hits.first().day, int(QDate(2009, 4, 1).toJulianDay()));
    QCOMPARE(answer(u"parks"_s).hits.first().day, 0);
}

void tst_RankedSearch::verifiesPhrasesUntilThereAreEnough()
{
    const SearchAnswer one = answer(u"\"equal words\""_s, {Sort::Relevance, false, 0, 1});

    QCOMPARE(one.hits.size(), 1);
    QVERIFY(!one.isExact || one.atLeast == 3);
    QCOMPARE(answer(u"\"equal words\""_s).atLeast, 3);
}

// A phrase that need not hold is looked for while the index is asked, in no more than 2,000 texts.
void tst_RankedSearch::looksAtTheBestTextsWhereThereAreTooMany()
{
    m_articles.clear();
    for (int id = 1; id <= 2500; ++id)
        put(id, u"Plain"_s, u"Coal was dear. Of its price nobody spoke for %1 days."_s.arg(id));
    put(2501, u"Coal price falls"_s, u"The coal price fell. The coal price."_s, QDate(2009, 7, 1));
    put(2502, u"Ferry runs"_s, u"It runs."_s, QDate(2009, 7, 2));
    const QString directory = m_directory.filePath(u"many"_s);
    SearchIndexWriter writer(directory);
    QVERIFY(!writer.open());
    const auto shard = buildShard(directory, std::exchange(m_articles, {}), never);
    QVERIFY(shard.has_value());
    QVERIFY(!writer.adopt(shard.value()));
    SearchIndex index(directory);

    for (const Sort sortBy : {Sort::Relevance, Sort::Date}) {
        SearchOptions options;
        options.sortBy = sortBy;
        const auto answer = index.search(SearchQuery::parsed(u"ferry OR \"coal price\""_s), options,
                                         idsOf, never);

        QVERIFY(answer.has_value());
        QList<int> ids;
        for (const SearchHit &hit : answer.value().hits)
            ids.append(int(hit.id));
        std::ranges::sort(ids);
        QCOMPARE(ids, (QList{2501, 2502}));
        QVERIFY(!answer.value().isExact); // there may be more

        // Nor is anything found that was not wanted, whatever could not be looked at.
        const auto without = index.search(
            SearchQuery::parsed(u"(nobody OR ferry) -\"its price\""_s), options, idsOf, never);

        QVERIFY(without.has_value());
        QCOMPARE(without.value().hits.size(), 1);
        QCOMPARE(without.value().hits.first().id, ArticleId{2502});
    }
}

void tst_RankedSearch::passesOnWhatTheLibraryCannotAnswer()
{
    const auto answer = m_index->search(SearchQuery::parsed(u"ferry is:away"_s), {}, idsOf, never);

    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().kind, Error::Kind::Damaged);
}

void tst_RankedSearch::stopsWhenCancelled()
{
    const auto answer = m_index->search(SearchQuery::parsed(u"\"ferry crews\""_s), {}, idsOf,
                                        [] { return true; });

    QVERIFY(answer.has_value());
    QVERIFY(answer.value().hits.isEmpty());
}

void tst_RankedSearch::suggestsWhatMayHaveBeenMeant_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");

    QTest::newRow("a letter missing") << u"harbor"_s << u"harbour"_s;
    QTest::newRow("letters the wrong way round") << u"muesum"_s << u"museum"_s;
    QTest::newRow("the printed form, not the stem") << u"hakcing"_s << u"hacking"_s;
    QTest::newRow("in its case") << u"Lindkvist"_s << u"Lindqvist"_s;
    QTest::newRow("one of two words") << u"quiet harbor"_s << u"quiet harbour"_s;
    QTest::newRow("in its field") << u"title:musuem -zebras"_s << u"title:museum -zebras"_s;
    QTest::newRow("in a phrase") << u"\"harbor master\""_s << u"\"harbour master\""_s;
    QTest::newRow("nothing that finds nothing") << u"zebras harbor"_s << QString();
    QTest::newRow("nothing for what is right") << u"owls"_s << QString();
    QTest::newRow("nothing like it") << u"xylophone"_s << QString();
    QTest::newRow("nothing for what is barred") << u"owls -harbor"_s << QString();
}

void tst_RankedSearch::suggestsWhatMayHaveBeenMeant()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);

    QCOMPARE(answer(typed).suggestion, expected);
}

void tst_RankedSearch::takesAnyQuery_data()
{
    QTest::addColumn<QString>("typed");

    QTest::newRow("marks") << u"!? \u0301 \u00AD"_s;
    QTest::newRow("an endless word") << QString(100'000, u'x');
    QTest::newRow("an endless Chinese word") << u"港口"_s.repeated(50'000);
    QTest::newRow("an endless beginning") << QString(100'000, u'x') + u'*';
    QTest::newRow("an endless accented beginning") << QString(1'000, u'é') + u'*';
    QTest::newRow("an endless phrase") << u'"' + u"the ferry "_s.repeated(10'000) + u'"';
    QTest::newRow("an endless name") << u"author:"_s + QString(100'000, u'é');
    QTest::newRow("an endless name's beginning") << u"author:"_s + QString(100'000, u'é') + u'*';
    QTest::newRow("many words") << u"ferry "_s.repeated(3'000);
    QTest::newRow("many phrases") << u"\"a b\" OR "_s.repeated(1'000);
    QTest::newRow("zeroes") << QString(10, QChar(0)) + u"ferry"_s;
    QTest::newRow("half a pair") << u"ferry"_s + QChar(0xD800);
    QTest::newRow("a year before there were any") << u"date:0001..0002"_s;
    QTest::newRow("an odd language") << u"lang:zzz"_s;
    QTest::newRow("a letter") << u"a*"_s;
}

void tst_RankedSearch::takesAnyQuery()
{
    QFETCH(QString, typed);
    const SearchQuery query = SearchQuery::parsed(typed);

    QVERIFY(m_index->search(query, {}, idsOf, never).has_value());
    QVERIFY(m_index->search(query, everything(Sort::Date), idsOf, never).has_value());
    QVERIFY(m_index->facets(query, idsOf, never).has_value());
    QVERIFY(m_index->snippets(query, {ArticleId{1}, ArticleId{8}}, never).has_value());
}

void tst_RankedSearch::findsNothingWhereThereIsNoIndex()
{
    SearchIndex index(m_directory.filePath(u"none"_s));

    const auto answer = index.search(SearchQuery::parsed(u"ferry"_s), {}, idsOf, never);

    QVERIFY(answer.has_value());
    QVERIFY(answer.value().hits.isEmpty());
    QVERIFY(answer.value().suggestion.isEmpty());
}

QTEST_GUILESS_MAIN(tst_RankedSearch)
#include "tst_rankedsearch.moc"
