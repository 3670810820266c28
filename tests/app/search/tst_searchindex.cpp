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
    void leavesOutTheArticleItself();
    void findsNothingLikeAStoryOfItsOwn();
    void knowsOneStemOfAllTheFormsOfAWord();
    void prefersWhatIsNearInTime();
    void prefersWhatNamesTheSame();
    void findsMoreOfAStoryThroughItsClosest();
    void findsAHeadlineByItsRareWords();
    void givesTheTextsItHas();
    void findsChineseWithoutBlanks();
    void seesWhatWasCommittedAndForgetsWhatWasRemoved();
    void survivesManyCommitsBetweenTwoQuestions();
    void findsNothingWhereThereIsNoIndex();
    void saysThatItIsDamagedAndStartsAgain();
    void takesAnyArticle_data();
    void takesAnyArticle();

private:
    void put(int id, const QString &headline, const QString &text);
    QList<SimilarArticle> like(const QString &headline, const QString &text, int self = 0);
    Article article(const QString &headline, const QString &text) const;
    AskedArticle asked(const QString &headline, const QString &text, int self = 0);
    ArticleWords words(const QString &headline, const QString &text);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SearchIndexWriter> m_writer;
    std::unique_ptr<SearchIndex> m_index;
    WordIndexer m_indexer;
    QString m_language;
    QString m_day; // of what is put and asked from here on
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
    m_day.clear();
    m_index.reset();
    m_writer.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_writer = std::make_unique<SearchIndexWriter>(m_directory->filePath(u"index"_s));
    m_index = std::make_unique<SearchIndex>(m_directory->filePath(u"index"_s));
}

Article tst_SearchIndex::article(const QString &headline, const QString &text) const
{
    Article article;
    article.headline = headline;
    article.inLanguage = m_language;
    article.datePublished = dateFromIso(m_day).value_or(PrintedDate{});
    article.bodyHtml = u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
    return article;
}

ArticleWords tst_SearchIndex::words(const QString &headline, const QString &text)
{
    return m_indexer.words(article(headline, text));
}

AskedArticle tst_SearchIndex::asked(const QString &headline, const QString &text, int self)
{
    AskedArticle asked = askedArticle(article(headline, text), m_indexer);
    asked.id = ArticleId(self);
    return asked;
}

void tst_SearchIndex::put(int id, const QString &headline, const QString &text)
{
    if (!QFile::exists(m_directory->filePath(u"index/shards"_s)))
        QVERIFY(!m_writer->open());
    QVERIFY(!m_writer->put(ArticleId(id), words(headline, text)));
    QVERIFY(!m_writer->commit());
}

QList<SimilarArticle> tst_SearchIndex::like(const QString &headline, const QString &text, int self)
{
    const auto found = m_index->similarTo(asked(headline, text, self), 10, never);
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
    QVERIFY(found.first().shared.contains(u"lindqvist"_s));
    QVERIFY(found.first().shared.contains(u"ferri"_s));
    QVERIFY(!found.first().shared.contains(u"said"_s));
}

void tst_SearchIndex::leavesOutTheArticleItself()
{
    put(1, u"Ferry crews walk out"_s, strike);
    put(2, u"Ferries stay in harbour"_s, strikeAgain);
    put(3, u"Harbour quiet"_s, strikeAgain);

    QCOMPARE(like(u"Ferry crews walk out"_s, strike, 1).size(), 2);
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

void tst_SearchIndex::prefersWhatIsNearInTime()
{
    m_day = u"2031-05-01"_s;
    put(1, u"Ferries stay in harbour"_s, strikeAgain);
    m_day = u"2031-05-09"_s;
    put(2, u"Ferries stay in harbour"_s, strikeAgain);
    m_day = u"2034-01-01"_s;
    put(3, u"Ferries stay in harbour"_s, strikeAgain);
    m_day = u"2031-05-08"_s;

    const auto found = like(u"Ferry crews walk out"_s, strike);

    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).id, ArticleId{2}); // a day after
    QCOMPARE(found.at(1).id, ArticleId{1}); // a week before
    QCOMPARE(found.at(2).id, ArticleId{3}); // years after
    QVERIFY(found.at(1).score > found.at(2).score);
    QCOMPARE(found.at(0).time, dateFromIso(u"2031-05-09"_s)->moment.toSecsSinceEpoch());
}

void tst_SearchIndex::prefersWhatNamesTheSame()
{
    put(1, u"A"_s, u"Here was Lindqvist again, of the union."_s);
    put(2, u"B"_s, u"Here was hesitation again, of the union."_s);

    const auto found = like(u"C"_s, u"The talk was of Lindqvist, and of hesitation."_s);

    QCOMPARE(found.size(), 2);
    QCOMPARE(found.first().id, ArticleId{1});
}

void tst_SearchIndex::findsMoreOfAStoryThroughItsClosest()
{
    put(1, u"Ferries stay in harbour"_s,
        u"The strike of ferry crews goes on in Port Ellery. Pilots refuse to tow, and the "
        "arbitrator Ragna Holm was called."_s);
    put(2, u"Arbitrator called"_s,
        u"Ragna Holm, the arbitrator, met the pilots who refuse to tow. The crews waited."_s);
    put(3, u"Choir sings"_s, u"A choir of crews sang in the square. The mayor waited."_s);

    const auto found = like(
        u"Ferry crews walk out"_s,
        u"Ferry crews in Port Ellery walked out. The ferries stay in harbour."_s);

    QCOMPARE(found.first().id, ArticleId{1});
    QCOMPARE(found.at(1).id, ArticleId{2}); // shares "crews" with the asked one, as the choir does
    QCOMPARE(found.at(2).id, ArticleId{3});
}

void tst_SearchIndex::findsAHeadlineByItsRareWords()
{
    put(1, u"Ferry crews walk out over pay"_s, strike);
    put(2, u"Owls in oil"_s, museum);
    m_day = u"2031-05-08"_s;
    put(3, u"Ferry crews walk in"_s, strikeAgain);

    const QDate day(2031, 5, 8);
    const auto any = m_index->withHeadlineLike(u"Crews of ferry walk out"_s, {}, {}, 10);
    const auto dated = m_index->withHeadlineLike(u"Crews of ferry walk out"_s, day, day, 10);

    QCOMPARE(any.value(), (QList{ArticleId{1}, ArticleId{3}}));
    QCOMPARE(dated.value(), QList{ArticleId{3}});
    QVERIFY(m_index->withHeadlineLike(u"zeppelin"_s, {}, {}, 10).value().isEmpty());
    QVERIFY(m_index->withHeadlineLike(QString(), {}, {}, 10).value().isEmpty());
}

void tst_SearchIndex::givesTheTextsItHas()
{
    put(1, u"Owls in oil"_s, museum);

    const auto texts = m_index->texts({ArticleId{7}, ArticleId{1}});

    QCOMPARE(texts.value().size(), 1);
    QCOMPARE(texts.value().first().id, ArticleId{1});
    QCOMPARE(texts.value().first().headline, u"Owls in oil"_s);
    QCOMPARE(texts.value().first().body, museum);
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
    const auto found = m_index->similarTo(asked(u"A"_s, strike), 10, never);

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

    const auto answer = m_index->similarTo(asked(u"A"_s, strike), 10, never);
    const Outcome opened = m_writer->open();

    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().kind, Error::Kind::Damaged);
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
