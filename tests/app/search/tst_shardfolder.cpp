#include "app/search/shardfolder.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

class tst_ShardFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void goesUnlessItIsKept();
    void isNoLeftoverWhileItIsMade();
    void losesNoneToWhoeverClearsUp();
    void saysThatItCannotBeMade();
};

void tst_ShardFolder::goesUnlessItIsKept()
{
    const QTemporaryDir index;
    QString gone;
    QString kept;
    {
        const auto one = ShardFolder::made(index.path());
        const auto other = ShardFolder::made(index.path());
        gone = one.value()->path();
        kept = other.value()->path();
        other.value()->keep();
        QVERIFY(QDir(gone).exists());
    }
    QVERIFY(!QDir(gone).exists());
    QVERIFY(QDir(kept).exists());
}

void tst_ShardFolder::isNoLeftoverWhileItIsMade()
{
    const QTemporaryDir index;
    QDir(index.path()).mkdir(u"crashed"_s);
    QDir(index.path()).mkdir(u"named"_s);
    const auto folder = ShardFolder::made(index.path());

    removeLeftovers(index.path(), {u"named"_s});

    QCOMPARE(QSet<QString>({folder.value()->name(), u"named"_s}), [&] {
        const auto names = QDir(index.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return QSet<QString>(names.begin(), names.end());
    }());
}

// Between the making of a folder and its lock somebody may see it and take it away.
void tst_ShardFolder::losesNoneToWhoeverClearsUp()
{
    const QTemporaryDir index;
    std::atomic<bool> isDone = false;
    std::thread clearing([&] {
        while (!isDone)
            removeLeftovers(index.path(), {});
    });
    int lost = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto folder = ShardFolder::made(index.path());
        QFile file(folder.has_value() ? folder.value()->path() + u"/some"_s : QString());
        lost += folder.has_value() && file.open(QIODevice::WriteOnly) ? 0 : 1;
    }
    isDone = true;
    clearing.join();

    QCOMPARE(lost, 0);
}

void tst_ShardFolder::saysThatItCannotBeMade()
{
    const QTemporaryDir index;
    const QString nowhere = index.filePath(u"none"_s);

    const auto folder = ShardFolder::made(nowhere);

    QVERIFY(!folder.has_value());
    QVERIFY(folder.error().subject.startsWith(nowhere));
}

QTEST_APPLESS_MAIN(tst_ShardFolder)
#include "tst_shardfolder.moc"
