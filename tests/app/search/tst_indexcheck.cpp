#include "app/search/indexcheck.h"

#include "app/search/searchindexwriter.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Ids = QList<ArticleId>;

class tst_IndexCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsASoundIndexSound();
    void findsNothingWhereThereIsNoIndex();
    void findsWhatIsThereTwice();
    void findsAShardThatHasGone();
    void findsDamageInsideATable();
    void saysThatTheListOfShardsIsUnreadable();

private:
    QString path() const { return m_directory->filePath(u"index"_s); }
    void adopt(const Ids &ids);
    IndexCheck checked(CheckDepth depth = CheckDepth::EveryByte) const;

    std::unique_ptr<QTemporaryDir> m_directory;
};

void tst_IndexCheck::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_directory = std::make_unique<QTemporaryDir>();
}

void tst_IndexCheck::adopt(const Ids &ids)
{
    WordIndexer indexer;
    Article article;
    article.headline = u"Ferry crews walk out"_s;
    for (int i = 0; i < 300; ++i)
        article.bodyHtml += u"<p>Crew %1 left harbour %2.</p>"_s.arg(i * 7).arg(i * 13);
    QList<IndexedArticle> articles;
    for (const ArticleId id : ids)
        articles.append({id, indexer.words(article)});
    SearchIndexWriter writer(path());
    QVERIFY(!writer.open());
    QVERIFY(!writer.adopt(buildShard(path(), articles, [] { return false; }).value()));
}

IndexCheck tst_IndexCheck::checked(CheckDepth depth) const
{
    const auto check = checkedIndex(path(), depth);
    return check.has_value() ? check.value() : IndexCheck{{}, {}, {u"failed"_s}, 0, 0};
}

void tst_IndexCheck::findsASoundIndexSound()
{
    adopt({ArticleId{7}, ArticleId{2}});
    adopt({ArticleId{11}});

    const IndexCheck check = checked();

    QCOMPARE(check.problems, QStringList());
    QVERIFY(check.isSound());
    QCOMPARE(check.ids, (Ids{ArticleId{2}, ArticleId{7}, ArticleId{11}}));
    QCOMPARE(check.shards, 2);
    QVERIFY(check.bytes > 1'000);
}

void tst_IndexCheck::findsNothingWhereThereIsNoIndex()
{
    const IndexCheck check = checked();

    QVERIFY(check.isSound());
    QVERIFY(check.ids.isEmpty());
}

// As a crash between the new words and the going of the old ones leaves it.
void tst_IndexCheck::findsWhatIsThereTwice()
{
    adopt({ArticleId{1}, ArticleId{2}});
    QFile manifest(path() + u"/shards"_s);
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    QByteArray lines = manifest.readAll();
    manifest.close();
    const QString shard = QDir(path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).constFirst();
    const QString copy = u"00112233445566aa"_s;
    QVERIFY(QDir(path()).mkdir(copy));
    const QDir from(path() + u'/' + shard);
    for (const QString &name : from.entryList(QDir::Files))
        QVERIFY(QFile::copy(from.filePath(name), path() + u'/' + copy + u'/' + name));
    lines += "shard " + copy.toLatin1() + " 2\n";
    QVERIFY(manifest.open(QIODevice::WriteOnly));
    manifest.write(lines);
    manifest.close();

    const IndexCheck check = checked(CheckDepth::Articles);

    QVERIFY(!check.isSound());
    QCOMPARE(check.doubles, (Ids{ArticleId{1}, ArticleId{2}}));
    QCOMPARE(check.ids, check.doubles);
}

void tst_IndexCheck::findsAShardThatHasGone()
{
    adopt({ArticleId{1}});
    const QString shard = QDir(path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).constFirst();
    QVERIFY(QDir(path() + u'/' + shard).removeRecursively());

    const IndexCheck check = checked(CheckDepth::Articles);

    QVERIFY(!check.isSound());
    QCOMPARE(check.problems.size(), 1);
    QVERIFY(check.problems.constFirst().startsWith(shard));
}

void tst_IndexCheck::findsDamageInsideATable()
{
    adopt({ArticleId{1}, ArticleId{2}, ArticleId{3}});
    const QString shard = QDir(path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).constFirst();
    QFile table(path() + u'/' + shard + u"/postlist.glass"_s);
    QVERIFY(table.open(QIODevice::ReadWrite));
    QVERIFY(table.size() > 8192);
    for (qint64 block = 0; block < table.size(); block += 8192) {
        QVERIFY(table.seek(block + 4'000));
        table.write(QByteArray(3'000, '\x55'));
    }
    table.close();

    QVERIFY(!checked().isSound());
}

void tst_IndexCheck::saysThatTheListOfShardsIsUnreadable()
{
    adopt({ArticleId{1}});
    QFile manifest(path() + u"/shards"_s);
    QVERIFY(manifest.open(QIODevice::WriteOnly));
    manifest.write("something else");
    manifest.close();

    const auto check = checkedIndex(path(), CheckDepth::Articles);

    QVERIFY(!check.has_value());
    QCOMPARE(check.error().kind, Error::Kind::Damaged);
}

QTEST_GUILESS_MAIN(tst_IndexCheck)
#include "tst_indexcheck.moc"
