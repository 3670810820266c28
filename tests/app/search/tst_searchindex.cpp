#include "app/search/searchindex.h"
#include "app/search/searchindexwriter.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_SearchIndex final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsTheStoryOfTheSameEventFirst();
    void leavesOutTheArticleItselfAndWhatItIsTold();
    void findsNothingLikeAStoryOfItsOwn();
    void knowsOneStemOfAllTheFormsOfAWord();
    void knowsNamesWhole();
    void findsChineseWithoutBlanks();
    void seesWhatWasCommittedAndForgetsWhatWasRemoved();
    void survivesManyCommitsBetweenTwoQuestions();
    void findsNothingWhereThereIsNoIndex();
    void saysThatItIsDamagedAndStartsAgain();
    void takesAnyArticle_data();
    void takesAnyArticle();

private:
    void put(int id, const QString &headline, const QString &text);
    QList<SimilarArticle> like(const QString &headline, const QString &text, int self = 0,
                               const QSet<ArticleId> &leaveOut = {});
    ArticleWords words(const QString &headline, const QString &text);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SearchIndexWriter> m_writer;
    std::unique_ptr<SearchIndex> m_index;
    WordIndexer m_indexer;
    QString m_language;
};

namespace {
bool never()
{
    return false;
}

const QString strike = u"Ferry crews in Port Ellery walked out over pay. Mara Lindqvist of the "
                       "Seafarers Union said the ferries would stay in harbour."_s;
const QString strikeAgain = u"The strike of ferry crews goes on, said Mara Lindqvist. In Port "
                            "Ellery no ferry left the harbour, and talks about pay failed."_s;
const QString museum = u"A museum shows paintings of birds, lent by a collector in Varga. Visitors "
                       "liked the owls best."_s;
const QString football = u"The home team won its match by two goals, and the trainer praised the "
                         "keeper who saved a penalty."_s;
} // namespace

void tst_SearchIndex::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_language = u"en"_s;
    m_index.reset();
    m_writer.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_writer = std::make_unique<SearchIndexWriter>(m_directory->filePath(u"index"_s));
    m_index = std::make_unique<SearchIndex>(m_directory->filePath(u"index"_s));
}

ArticleWords tst_SearchIndex::words(const QString &headline, const QString &text)
{
    Article article;
    article.headline = headline;
    article.inLanguage = m_language;
    article.bodyHtml = u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
    return m_indexer.words(article);
}

void tst_SearchIndex::put(int id, const QString &headline, const QString &text)
{
    if (!QFile::exists(m_directory->filePath(u"index/shards"_s)))
        QVERIFY(!m_writer->open());
    QVERIFY(!m_writer->put(ArticleId(id), words(headline, text)));
    QVERIFY(!m_writer->commit());
}

QList<SimilarArticle> tst_SearchIndex::like(const QString &headline, const QString &text, int self,
                                            const QSet<ArticleId> &leaveOut)
{
    const auto found = m_index->similarTo(words(headline, text), ArticleId(self), leaveOut, 10,
                                          never);
    return found.has_value() ? found.value() : QList<SimilarArticle>();
}

void tst_SearchIndex::findsTheStoryOfTheSameEventFirst()
{
    put(1, u"Ferry crews walk out"_s, strike);
    put(2, u"Owls in oil"_s, museum);
    put(3, u"Ferries stay in harbour"_s, strikeAgain);
    put(4, u"Two goals"_s, football);

    const auto found = like(u"Ferry crews walk out"_s, strike, 1);

    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().id, ArticleId{3});
    QVERIFY(found.first().score > 0.2 && found.first().score <= 1);
    QVERIFY(found.first().shared.contains(u"Nmara lindqvist"_s));
    QVERIFY(found.first().shared.contains(u"ferri"_s));
    QVERIFY(!found.first().shared.contains(u"said"_s));
}

void tst_SearchIndex::leavesOutTheArticleItselfAndWhatItIsTold()
{
    put(1, u"Ferry crews walk out"_s, strike);
    put(2, u"Ferries stay in harbour"_s, strikeAgain);
    put(3, u"Harbour quiet"_s, strikeAgain);

    QCOMPARE(like(u"Ferry crews walk out"_s, strike, 1, {ArticleId{2}}).size(), 1);
    QCOMPARE(like(u"Ferry crews walk out"_s, strike, 1, {ArticleId{2}}).first().id, ArticleId{3});
    QCOMPARE(like(u"Ferry crews walk out"_s, strike).size(), 3); // asked from outside
}

void tst_SearchIndex::findsNothingLikeAStoryOfItsOwn()
{
    put(1, u"Ferry crews walk out"_s, strike);
    put(2, u"Owls in oil"_s, museum);

    QVERIFY(like(u"Two goals"_s, football).isEmpty());
}

void tst_SearchIndex::knowsOneStemOfAllTheFormsOfAWord()
{
    put(1, u"Hackers"_s, u"They were hacking computers."_s);

    const auto found = like(u"Hacked"_s, u"A computer."_s);

    QCOMPARE(found.size(), 1);
    QCOMPARE(QSet<QString>(found.first().shared.begin(), found.first().shared.end()),
             (QSet<QString>{u"hack"_s, u"comput"_s}));
}

void tst_SearchIndex::knowsNamesWhole()
{
    put(1, u"One"_s, u"It was Mara Lindqvist again."_s);

    QCOMPARE(
        like(u"Two"_s, u"Here is Mara Lindqvist."_s).value(0).shared.contains(u"Nmara lindqvist"_s),
        true);
    QCOMPARE(like(u"Three"_s, u"Here is Lindqvist and Mara."_s)
                 .value(0)
                 .shared.contains(u"Nmara lindqvist"_s),
             false);
}

void tst_SearchIndex::findsChineseWithoutBlanks()
{
    m_language = u"zh"_s;
    put(1, u"港口关闭"_s, u"渡轮工人星期一在港口罢工"_s);
    put(2, u"博物馆"_s, u"猫头鹰画展开幕"_s);

    const auto found = like(u"罢工"_s, u"港口的渡轮停开"_s);

    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().id, ArticleId{1});
}

void tst_SearchIndex::seesWhatWasCommittedAndForgetsWhatWasRemoved()
{
    put(1, u"Ferries stay in harbour"_s, strikeAgain);
    QVERIFY(!m_writer->put(ArticleId{2}, words(u"Harbour quiet"_s, strikeAgain)));
    QCOMPARE(m_writer->uncommitted(), 1);
    QCOMPARE(like(u"Ferry crews walk out"_s, strike).size(), 1);

    QVERIFY(!m_writer->commit());
    QCOMPARE(like(u"Ferry crews walk out"_s, strike).size(), 2);

    QVERIFY(!m_writer->remove(ArticleId{1}));
    QVERIFY(!m_writer->remove(ArticleId{77})); // never there
    QVERIFY(!m_writer->commit());
    QCOMPARE(like(u"Ferry crews walk out"_s, strike).size(), 1);
}

void tst_SearchIndex::survivesManyCommitsBetweenTwoQuestions()
{
    put(1, u"Ferries stay in harbour"_s, strikeAgain);
    QCOMPARE(like(u"Ferry crews walk out"_s, strike).size(), 1);

    for (int id = 2; id < 9; ++id)
        put(id, u"Ferries stay in harbour %1"_s.arg(id), strikeAgain);

    QCOMPARE(like(u"Ferry crews walk out"_s, strike).size(), 8);
}

void tst_SearchIndex::findsNothingWhereThereIsNoIndex()
{
    const auto found = m_index->similarTo(words(u"A"_s, strike), {}, {}, 10, never);

    QVERIFY(found.has_value());
    QVERIFY(found.value().isEmpty());
}

void tst_SearchIndex::saysThatItIsDamagedAndStartsAgain()
{
    put(1, u"Ferries stay in harbour"_s, strikeAgain);
    m_writer = std::make_unique<SearchIndexWriter>(m_directory->filePath(u"index"_s));
    QDirIterator files(m_directory->filePath(u"index"_s), {u"iamglass"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    QFile file(files.next());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("nothing that Xapian wrote");
    file.close();

    const auto asked = m_index->similarTo(words(u"A"_s, strike), {}, {}, 10, never);
    const Outcome opened = m_writer->open();

    QVERIFY(!asked.has_value());
    QCOMPARE(asked.error().kind, Error::Kind::Damaged);
    QVERIFY(opened);
    QCOMPARE(opened->kind, Error::Kind::Damaged);
    QVERIFY(!m_writer->startAgain());
    put(2, u"Ferries stay in harbour"_s, strikeAgain);
    QCOMPARE(like(u"Ferry crews walk out"_s, strike).size(), 1);
}

void tst_SearchIndex::takesAnyArticle_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("an unknown language") << u"tlh"_s << strike;
    QTest::newRow("a malformed language") << u"../../x"_s << strike;
    QTest::newRow("a region") << u"pt-BR"_s << u"O barco não saiu"_s;
    QTest::newRow("one endless word") << u"en"_s << QString(100'000, u'x');
    QTest::newRow("an endless name") << u"en"_s << u"at "_s + u'A' + QString(5'000, u'b');
    QTest::newRow("half a pair") << u"en"_s << u"a "_s + QChar(0xD800) + u" b"_s;
    QTest::newRow("zeroes") << u"en"_s << QString(10, QChar(0)) + u"ferry"_s;
}

void tst_SearchIndex::takesAnyArticle()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    m_language = language;

    put(1, text, text);

    QVERIFY(like(text, text, 1).isEmpty());
    QVERIFY(like(text, text).size() <= 1);
}

QTEST_GUILESS_MAIN(tst_SearchIndex)
#include "tst_searchindex.moc"
