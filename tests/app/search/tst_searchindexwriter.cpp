#include "app/search/searchindexwriter.h"

#include "app/search/searchindex.h"
#include "app/search/shardfolder.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Ids = QList<ArticleId>;

class tst_SearchIndexWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void adoptsAShardBuiltElsewhere();
    void keepsTheNewestWordsOfAnArticle();
    void leavesOutWhatHasGoneWhileTheShardWasBuilt();
    void leavesNothingOfAShardThatIsNotAdopted();
    void stopsBuildingWhenCancelled();
    void sealsATailThatIsFull();
    void mergesSmallShardsWhenThereAreManyOfThem();
    void mergesTheRestWhenNothingMoreIsToCome();
    void keepsTheOldShardsWhenTheMergedOneIsGone();
    void keepsRemovedWhatWasRemovedDuringAMerge();
    void givesUpAMergeWhoseShardsHaveGone();
    void handsOutNoShardTwice();
    void forgetsAShardWhoseArticlesHaveAllGone();
    void removesWhatACrashLeftBehind();
    void leavesAloneWhatAnotherProgramIsMaking();
    void goesOnWhereAnotherWriterCommitted();
    void setsADamagedShardAside();
    void setsADamagedTailAside();
    void startsOverFromAManifestItCannotRead();
    void startsOverFromTheIndexOfAnEarlierVersion();
    void isReadWhileItIsMerged();

private:
    ArticleWords words(const QString &text);
    QList<IndexedArticle> articles(int first, int last);
    void adopt(int first, int last);
    Ids found(const QString &text);
    QStringList folders() const;
    QString path() const { return m_directory->filePath(u"index"_s); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<SearchIndexWriter> m_writer;
    std::unique_ptr<SearchIndex> m_index;
    WordIndexer m_indexer;
};

namespace {

bool never()
{
    return false;
}

Ids ids(int first, int last)
{
    Ids ids;
    for (int id = first; id <= last; ++id)
        ids.append(ArticleId(id));
    return ids;
}

QString story(int id)
{
    return u"Ferry crews in Port Ellery walked out over pay, report %1."_s.arg(id);
}

} // namespace

void tst_SearchIndexWriter::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_index.reset();
    m_writer.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_writer = std::make_unique<SearchIndexWriter>(path());
    m_index = std::make_unique<SearchIndex>(path());
    QVERIFY(!m_writer->open());
    QVERIFY(m_writer->isNew());
}

ArticleWords tst_SearchIndexWriter::words(const QString &text)
{
    Article article;
    article.headline = text;
    article.inLanguage = u"en"_s;
    article.bodyHtml = u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
    return m_indexer.words(article);
}

QList<IndexedArticle> tst_SearchIndexWriter::articles(int first, int last)
{
    QList<IndexedArticle> articles;
    for (int id = first; id <= last; ++id)
        articles.append({ArticleId(id), words(story(id))});
    return articles;
}

void tst_SearchIndexWriter::adopt(int first, int last)
{
    const auto shard = buildShard(path(), articles(first, last), never);
    QVERIFY(shard.has_value());
    QCOMPARE(shard.value().articles, last - first + 1);
    QVERIFY(!m_writer->adopt(shard.value()));
}

// The articles that have the words of `text`, in order.
Ids tst_SearchIndexWriter::found(const QString &text)
{
    AskedArticle asked;
    asked.words = words(text);
    const auto similar = m_index->similarTo(asked, 100, never);
    Ids ids;
    if (similar.has_value()) {
        for (const SimilarArticle &article : similar.value())
            ids.append(article.id);
    }
    std::ranges::sort(ids);
    return ids;
}

QStringList tst_SearchIndexWriter::folders() const
{
    return QDir(path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

void tst_SearchIndexWriter::adoptsAShardBuiltElsewhere()
{
    const auto shard = buildShard(path(), articles(1, 3), never);
    QVERIFY(shard.has_value());
    QVERIFY(found(story(1)).isEmpty());

    QVERIFY(!m_writer->adopt(shard.value()));

    QCOMPARE(found(story(1)), ids(1, 3));
    QCOMPARE(m_writer->ids().value(), ids(1, 3));
    QCOMPARE(m_writer->articleCount(), 3);
}

void tst_SearchIndexWriter::keepsTheNewestWordsOfAnArticle()
{
    adopt(1, 3);
    QVERIFY(!m_writer->put(ArticleId{2}, words(u"Owls in a museum"_s)));
    QVERIFY(!m_writer->commit());
    QCOMPARE(m_writer->ids().value(), ids(1, 3));
    QCOMPARE(found(u"museum owls"_s), Ids{ArticleId{2}});
    QCOMPARE(found(story(9)), (Ids{ArticleId{1}, ArticleId{3}}));

    adopt(2, 2); // and back again, from the tail into a shard

    QCOMPARE(m_writer->ids().value(), ids(1, 3));
    QVERIFY(found(u"museum owls"_s).isEmpty());
}

void tst_SearchIndexWriter::leavesOutWhatHasGoneWhileTheShardWasBuilt()
{
    const auto shard = buildShard(path(), articles(1, 3), never);
    const auto whole = buildShard(path(), articles(4, 5), never);

    QVERIFY(!m_writer->adopt(shard.value(), {ArticleId{2}, ArticleId{7}}));
    QVERIFY(!m_writer->adopt(whole.value(), ids(4, 5)));

    QCOMPARE(m_writer->ids().value(), (Ids{ArticleId{1}, ArticleId{3}}));
    QCOMPARE(m_writer->shardCount(), 1);
}

void tst_SearchIndexWriter::leavesNothingOfAShardThatIsNotAdopted()
{
    {
        const auto shard = buildShard(path(), articles(1, 3), never);
        QVERIFY(shard.has_value());
        QCOMPARE(folders().size(), 1);
    }

    QVERIFY(folders().isEmpty());
    QVERIFY(!m_writer->adopt(buildShard(path(), {}, never).value())); // nothing to adopt
    QVERIFY(folders().isEmpty());
}

void tst_SearchIndexWriter::stopsBuildingWhenCancelled()
{
    int asked = 0;

    const auto shard = buildShard(path(), articles(1, 9), [&asked] { return ++asked > 3; });

    QVERIFY(!shard.has_value());
    QCOMPARE(shard.error().kind, Error::Kind::Cancelled);
    QVERIFY(folders().isEmpty());
}

void tst_SearchIndexWriter::sealsATailThatIsFull()
{
    const ArticleWords some = words(story(1));
    for (int id = 1; id <= 1'000; ++id)
        QVERIFY(!m_writer->put(ArticleId(id), some));
    QVERIFY(!m_writer->commit());
    QCOMPARE(m_writer->shardCount(), 1);

    QVERIFY(!m_writer->put(ArticleId{1'001}, some));
    QVERIFY(!m_writer->put(ArticleId{5}, some));
    QVERIFY(!m_writer->commit());

    QCOMPARE(m_writer->shardCount(), 2);
    QCOMPARE(m_writer->ids().value(), ids(1, 1'001));
}

void tst_SearchIndexWriter::mergesSmallShardsWhenThereAreManyOfThem()
{
    for (int id = 1; id <= 7; ++id)
        adopt(id, id);
    QVERIFY(!m_writer->nextMerge(SearchIndexWriter::Merge::WhileAdding));
    adopt(8, 8);

    const auto merge = m_writer->nextMerge(SearchIndexWriter::Merge::WhileAdding);
    QVERIFY(merge);
    QCOMPARE(merge->shards.size(), 8);
    QCOMPARE(merge->articles, 8);
    const auto merged = mergeShards(*merge, never);
    QVERIFY(merged.has_value());
    QCOMPARE(m_writer->shardCount(), 8);
    QVERIFY(!m_writer->adopt(merged.value()));

    QCOMPARE(m_writer->shardCount(), 1);
    QCOMPARE(folders().size(), 1);
    QCOMPARE(m_writer->ids().value(), ids(1, 8));
    QCOMPARE(found(story(1)), ids(1, 8));
}

void tst_SearchIndexWriter::mergesTheRestWhenNothingMoreIsToCome()
{
    adopt(1, 2);
    QVERIFY(!m_writer->nextMerge(SearchIndexWriter::Merge::Settled));
    adopt(3, 4);
    QVERIFY(!m_writer->put(ArticleId{5}, words(story(5)))); // the tail is not for merging
    QVERIFY(!m_writer->commit());

    const auto merge = m_writer->nextMerge(SearchIndexWriter::Merge::Settled);

    QVERIFY(merge);
    QVERIFY(!m_writer->adopt(mergeShards(*merge, never).value()));
    QCOMPARE(m_writer->shardCount(), 2);
    QCOMPARE(m_writer->ids().value(), ids(1, 5));
}

void tst_SearchIndexWriter::keepsTheOldShardsWhenTheMergedOneIsGone()
{
    adopt(1, 3);
    adopt(4, 6);
    const auto merge = m_writer->nextMerge(SearchIndexWriter::Merge::Settled);
    const auto merged = mergeShards(*merge, never);
    QVERIFY(merged.has_value());
    QVERIFY(QDir(merged.value().shard.folder->path()).removeRecursively());

    const Outcome failed = m_writer->adopt(merged.value());

    QVERIFY(failed && failed->kind != Error::Kind::Damaged); // the index itself is sound
    QVERIFY(!m_writer->open());
    QCOMPARE(m_writer->ids().value(), ids(1, 6));
    QCOMPARE(found(story(1)), ids(1, 6));
}

void tst_SearchIndexWriter::keepsRemovedWhatWasRemovedDuringAMerge()
{
    adopt(1, 3);
    adopt(4, 6);
    const auto merge = m_writer->nextMerge(SearchIndexWriter::Merge::Settled);
    const auto merged = mergeShards(*merge, never);
    QVERIFY(merged.has_value());

    QVERIFY(!m_writer->remove(ArticleId{2}));
    QVERIFY(!m_writer->put(ArticleId{5}, words(u"Owls in a museum"_s)));
    QVERIFY(!m_writer->commit());
    QVERIFY(!m_writer->adopt(merged.value()));

    QCOMPARE(m_writer->ids().value(),
             (Ids{ArticleId{1}, ArticleId{3}, ArticleId{4}, ArticleId{5}, ArticleId{6}}));
    QCOMPARE(found(u"museum owls"_s), Ids{ArticleId{5}});
}

void tst_SearchIndexWriter::givesUpAMergeWhoseShardsHaveGone()
{
    adopt(1, 3);
    adopt(4, 6);
    const auto merge = m_writer->nextMerge(SearchIndexWriter::Merge::Settled);
    const auto merged = mergeShards(*merge, never);
    for (const ArticleId id : ids(1, 3))
        QVERIFY(!m_writer->remove(id));
    QVERIFY(!m_writer->commit());

    QVERIFY(!m_writer->adopt(merged.value()));
    const auto again = mergeShards(*merge, never);

    QCOMPARE(m_writer->ids().value(), ids(4, 6));
    QVERIFY(!again.has_value());
    QCOMPARE(again.error().kind, Error::Kind::Cancelled);
}

void tst_SearchIndexWriter::handsOutNoShardTwice()
{
    adopt(1, 3);
    adopt(4, 6);
    const auto merge = m_writer->nextMerge(SearchIndexWriter::Merge::Settled);

    QVERIFY(!m_writer->nextMerge(SearchIndexWriter::Merge::Settled));
    m_writer->giveUp(*merge);

    QVERIFY(m_writer->nextMerge(SearchIndexWriter::Merge::Settled));
}

void tst_SearchIndexWriter::forgetsAShardWhoseArticlesHaveAllGone()
{
    adopt(1, 3);
    adopt(4, 6);
    for (const ArticleId id : ids(3, 6))
        QVERIFY(!m_writer->remove(id));

    QVERIFY(!m_writer->commit());

    QCOMPARE(m_writer->shardCount(), 1);
    QCOMPARE(folders().size(), 1);
    QCOMPARE(m_writer->ids().value(), ids(1, 2));
    QCOMPARE(found(story(1)), ids(1, 2));
}

void tst_SearchIndexWriter::removesWhatACrashLeftBehind()
{
    adopt(1, 3);
    QVERIFY(QDir(path()).mkpath(u"0123456789abcdef/more"_s));
    QCOMPARE(folders().size(), 2);

    QVERIFY(!m_writer->open());

    QCOMPARE(folders().size(), 1);
    QVERIFY(!m_writer->isNew());
    QCOMPARE(m_writer->ids().value(), ids(1, 3));
}

void tst_SearchIndexWriter::leavesAloneWhatAnotherProgramIsMaking()
{
    const auto shard = buildShard(path(), articles(1, 3), never); // locked while it is held

    QVERIFY(!SearchIndexWriter(path()).open());

    QVERIFY(!m_writer->adopt(shard.value()));
    QCOMPARE(found(story(1)), ids(1, 3));
}

void tst_SearchIndexWriter::goesOnWhereAnotherWriterCommitted()
{
    adopt(1, 2);
    {
        SearchIndexWriter other(path());
        QVERIFY(!other.open());
        QVERIFY(!other.put(ArticleId{3}, words(story(3))));
        QVERIFY(!other.commit());
    }

    QVERIFY(!m_writer->open());
    QVERIFY(!m_writer->put(ArticleId{4}, words(story(4))));
    QVERIFY(!m_writer->commit());

    QCOMPARE(found(story(1)), ids(1, 4));
    QCOMPARE(m_writer->shardCount(), 2);
}

void tst_SearchIndexWriter::setsADamagedShardAside()
{
    adopt(1, 3);
    const QString shard = folders().constFirst();
    adopt(4, 6);
    QFile table(path() + u'/' + shard + u"/postlist.glass"_s);
    QVERIFY(table.resize(0));

    const Outcome opened = m_writer->open();

    QVERIFY(opened);
    QCOMPARE(opened->kind, Error::Kind::Damaged);
    QVERIFY(opened->subject.endsWith(u"damaged-"_s + shard));
    QVERIFY(QFile::exists(opened->subject));
    QCOMPARE(m_writer->ids().value(), ids(4, 6));
    QCOMPARE(found(story(1)), ids(4, 6));
    QVERIFY(!m_writer->open()); // said once
    QVERIFY(QFile::exists(opened->subject));
    adopt(1, 3);
    QCOMPARE(found(story(1)), ids(1, 6));
}

void tst_SearchIndexWriter::setsADamagedTailAside()
{
    QVERIFY(!m_writer->put(ArticleId{1}, words(story(1))));
    QVERIFY(!m_writer->commit());
    QFile version(path() + u'/' + folders().constFirst() + u"/iamglass"_s);
    QVERIFY(version.resize(5));

    QVERIFY(m_writer->open());

    QVERIFY(!m_writer->put(ArticleId{2}, words(story(2))));
    QVERIFY(!m_writer->commit());
    QCOMPARE(found(story(1)), ids(2, 2));
}

void tst_SearchIndexWriter::startsOverFromAManifestItCannotRead()
{
    adopt(1, 3);
    QFile manifest(path() + u"/shards"_s);
    QVERIFY(manifest.open(QIODevice::WriteOnly));
    manifest.write("Broadsheet index 1\nshard ../../home 3\n");
    manifest.close();

    const Outcome opened = m_writer->open();

    QVERIFY(opened);
    QCOMPARE(opened->kind, Error::Kind::Damaged);
    QVERIFY(folders().isEmpty());
    QVERIFY(m_writer->ids().value().isEmpty());
    QVERIFY(!m_writer->open());
}

void tst_SearchIndexWriter::startsOverFromTheIndexOfAnEarlierVersion()
{
    for (const QString &name : {u"iamglass"_s, u"postlist.glass"_s, u"flintlock"_s}) {
        QFile file(path() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    const Outcome opened = m_writer->open();

    QVERIFY(opened);
    QCOMPARE(opened->kind, Error::Kind::Damaged);
    QCOMPARE(QDir(path()).entryList(QDir::Files), QStringList{u"shards"_s});
    QVERIFY(!m_writer->open());
}

void tst_SearchIndexWriter::isReadWhileItIsMerged()
{
    for (int id = 1; id <= 8; ++id)
        adopt(id, id);
    QCOMPARE(found(story(1)), ids(1, 8)); // the shards are open now

    const auto merge = m_writer->nextMerge(SearchIndexWriter::Merge::WhileAdding);
    QVERIFY(!m_writer->adopt(mergeShards(*merge, never).value()));
    QVERIFY(!m_writer->remove(ArticleId{8}));
    QVERIFY(!m_writer->commit());

    QCOMPARE(found(story(1)), ids(1, 7));
}

QTEST_GUILESS_MAIN(tst_SearchIndexWriter)
#include "tst_searchindexwriter.moc"
