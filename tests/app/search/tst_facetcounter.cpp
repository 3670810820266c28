#include "app/search/searchindex.h"
#include "app/search/searchindexwriter.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_FacetCounter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void countsHowTheArticlesDivide();
    void countsOnlyWhatMatches();
    void countsOnlyWhereThePhraseIs();
    void countsWhatIsInASet();
    void countsNothingWhenCancelled();

private:
    void put(int id, const QString &text, const QDate &date, const QString &publisher,
             const QString &section, const QStringList &authors);
    SearchFacets facets(const QString &typed);

    QTemporaryDir m_directory;
    std::unique_ptr<SearchIndexWriter> m_writer;
    std::unique_ptr<SearchIndex> m_index;
    WordIndexer m_indexer;
};

namespace {

bool never()
{
    return false;
}

Result<IdSet> idsOf(const SearchQuery &)
{
    return IdSet{{ArticleId{1}}, true};
}

} // namespace

void tst_FacetCounter::put(int id, const QString &text, const QDate &date, const QString &publisher,
                           const QString &section, const QStringList &authors)
{
    Article article;
    article.headline = u"Headline"_s;
    article.publisher = publisher;
    article.articleSection = section;
    article.authors = authors;
    article.bodyHtml = u"<p>%1</p>"_s.arg(text);
    if (date.isValid())
        article.datePublished.moment = QDateTime(date, QTime(0, 0), Qt::UTC);
    QVERIFY(!m_writer->put(ArticleId(id), m_indexer.words(article)));
}

void tst_FacetCounter::initTestCase()
{
    m_writer = std::make_unique<SearchIndexWriter>(m_directory.filePath(u"index"_s));
    QVERIFY(!m_writer->open());
    put(1, u"A ferry in the harbour"_s, QDate(2009, 3, 31), u"Post"_s, u"World"_s, {u"Ann"_s});
    put(2, u"The ferry harbour"_s, QDate(2009, 3, 1), u"Post"_s, u"Sport"_s, {u"Ann"_s, u"Bo"_s});
    put(3, u"The harbour"_s, QDate(2008, 12, 31), u"Wire"_s, u"World"_s, {});
    put(4, u"A ferry"_s, QDate(), {}, {}, {u"Bo"_s});
    QVERIFY(!m_writer->commit());
    m_index = std::make_unique<SearchIndex>(m_directory.filePath(u"index"_s));
}

SearchFacets tst_FacetCounter::facets(const QString &typed)
{
    const auto facets = m_index->facets(SearchQuery::parsed(typed), idsOf, never);
    return facets.has_value() ? facets.value() : SearchFacets();
}

void tst_FacetCounter::countsHowTheArticlesDivide()
{
    const SearchFacets all = facets({});

    QCOMPARE(all.publishers, (QList<FacetCount>{{u"Post"_s, 2}, {u"Wire"_s, 1}}));
    QCOMPARE(all.sections, (QList<FacetCount>{{u"World"_s, 2}, {u"Sport"_s, 1}}));
    QCOMPARE(all.authors, (QList<FacetCount>{{u"Ann"_s, 2}, {u"Bo"_s, 2}}));
    QCOMPARE(all.months, (QList<MonthCount>{{2008, 12, 1}, {2009, 3, 2}}));
}

void tst_FacetCounter::countsOnlyWhatMatches()
{
    const SearchFacets ferry = facets(u"ferry"_s);

    QCOMPARE(ferry.publishers, (QList<FacetCount>{{u"Post"_s, 2}}));
    QCOMPARE(ferry.authors, (QList<FacetCount>{{u"Ann"_s, 2}, {u"Bo"_s, 2}}));
    QCOMPARE(ferry.months, (QList<MonthCount>{{2009, 3, 2}}));
    QCOMPARE(facets(u"ghost"_s), SearchFacets());
}

void tst_FacetCounter::countsOnlyWhereThePhraseIs()
{
    QCOMPARE(facets(u"\"ferry harbour\""_s).sections, (QList<FacetCount>{{u"Sport"_s, 1}}));
}

void tst_FacetCounter::countsWhatIsInASet()
{
    QCOMPARE(facets(u"is:unread harbour"_s).sections,
             (QList<FacetCount>{{u"Sport"_s, 1}, {u"World"_s, 1}}));
}

void tst_FacetCounter::countsNothingWhenCancelled()
{
    const auto facets = m_index->facets(SearchQuery(), idsOf, [] { return true; });

    QVERIFY(facets.has_value());
    QCOMPARE(facets.value(), SearchFacets());
}

QTEST_GUILESS_MAIN(tst_FacetCounter)
#include "tst_facetcounter.moc"
