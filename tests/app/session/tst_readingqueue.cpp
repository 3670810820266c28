#include "app/session/readingqueue.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_ReadingQueue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void handsOutTheNewestOfAllFolders();
    void keepsTheFirstRunsSmall();
    void waitsUntilThereIsRoom();
    void handsOutNothingWhilePaused();
    void throwsAwayWhatIsReadOfAForgottenFolder();
    void throwsAwayWhatWasReadBeforeItChanged();
    void passesOverAFolderThatHangs();
    void readsOnceWhatIsFoundAgain();
    void goesOnWithWhatWaitedAfterWhatCameLater();
    void countsWhatIsDone();
};

namespace {

QList<FoundFile> files(const QString &folder, int count, qint64 newest, qint64 size = 100)
{
    QList<FoundFile> found;
    for (int i = 0; i < count; ++i) {
        FoundFile file;
        file.path = folder + u"/%1.txt"_s.arg(i);
        file.size = size;
        file.modified = newest - i;
        found.append(file);
    }
    return found;
}

QList<ParsedFile> parsed(const ReadingQueue::Run &run)
{
    QList<ParsedFile> result;
    for (const FoundFile &file : run.files)
        result.append(ParsedFile{file, {}, {}});
    return result;
}

} // namespace

void tst_ReadingQueue::handsOutTheNewestOfAllFolders()
{
    ReadingQueue queue;
    queue.add(u"/old"_s, files(u"/old"_s, 2, 100));
    queue.add(u"/new"_s, files(u"/new"_s, 2, 200));

    const auto first = queue.takeRun();
    const auto second = queue.takeRun();

    QCOMPARE(first.root, u"/new"_s);
    QCOMPARE(first.files, files(u"/new"_s, 2, 200));
    QCOMPARE(second.root, u"/old"_s);
    QCOMPARE(queue.takeRun().number, 0);
}

void tst_ReadingQueue::keepsTheFirstRunsSmall()
{
    ReadingQueue queue;
    queue.add(u"/a"_s, files(u"/a"_s, 1000, 2000));

    const auto first = queue.takeRun();
    for (int i = 0; i < 10; ++i)
        queue.takeRun();

    QVERIFY(first.files.size() < 10);
    QVERIFY(queue.takeRun().files.size() > 20);
}

void tst_ReadingQueue::waitsUntilThereIsRoom()
{
    ReadingQueue queue;
    queue.add(u"/a"_s, files(u"/a"_s, 1000, 2000, 2'000'000));

    QList<ReadingQueue::Run> runs;
    while (runs.isEmpty() || runs.last().number != 0)
        runs.append(queue.takeRun());
    QVERIFY(runs.size() < 100);
    for (const auto &run : std::as_const(runs)) {
        if (run.number != 0)
            queue.put(run.number, parsed(run));
    }
    QCOMPARE(queue.takeRun().number, 0); // read, and not in the library

    const QList<ParsedFile> taken = queue.takeParsed();
    queue.settle(taken.size(), taken.size() * 2'000'000);
    QVERIFY(queue.takeRun().number != 0);
}

void tst_ReadingQueue::handsOutNothingWhilePaused()
{
    ReadingQueue queue;
    queue.add(u"/a"_s, files(u"/a"_s, 100, 2000));
    const auto run = queue.takeRun();

    queue.setPaused(true);
    QCOMPARE(queue.takeRun().number, 0);
    queue.put(run.number, parsed(run));
    QCOMPARE(queue.takeParsed().size(), run.files.size()); // what was under way is kept

    queue.setPaused(false);
    QVERIFY(queue.takeRun().number != 0);
}

void tst_ReadingQueue::throwsAwayWhatIsReadOfAForgottenFolder()
{
    ReadingQueue queue;
    queue.add(u"/a"_s, files(u"/a"_s, 1000, 2000));
    queue.add(u"/b"_s, files(u"/b"_s, 3, 1000));
    const auto run = queue.takeRun();
    QVERIFY(queue.goesOn(run.number));

    queue.forget(u"/a"_s);

    QVERIFY(!queue.goesOn(run.number));
    queue.put(run.number, parsed(run));
    const auto other = queue.takeRun();
    QCOMPARE(other.root, u"/b"_s);
    queue.put(other.number, parsed(other));
    QCOMPARE(queue.takeParsed().size(), 3);
    QVERIFY(queue.isIdle());
    QCOMPARE(queue.counts().total, 3);
}

void tst_ReadingQueue::throwsAwayWhatWasReadBeforeItChanged()
{
    ReadingQueue queue;
    queue.add(u"/a"_s, files(u"/a"_s, 2, 2000));
    const auto before = queue.takeRun();

    queue.addChanged(u"/a"_s, {files(u"/a"_s, 1, 3000)});
    const auto after = queue.takeRun();
    queue.put(after.number, parsed(after));
    queue.put(before.number, parsed(before)); // the slower of the two

    QList<FoundFile> taken;
    for (const ParsedFile &file : queue.takeParsed())
        taken.append(file.file);
    QCOMPARE(taken, (QList<FoundFile>{after.files.at(0), before.files.at(1)}));
}

void tst_ReadingQueue::passesOverAFolderThatHangs()
{
    ReadingQueue queue;
    queue.add(u"/dead"_s, files(u"/dead"_s, 1000, 2000));
    queue.add(u"/alive"_s, files(u"/alive"_s, 2, 1000));
    const auto dead = queue.takeRun();

    QStringList hung;
    QVERIFY(QTest::qWaitFor([&] {
        hung = queue.newlyHung(1);
        return !hung.isEmpty();
    }));
    QCOMPARE(hung, QStringList{u"/dead"_s});
    QCOMPARE(queue.newlyHung(1), QStringList()); // once

    const auto alive = queue.takeRun();
    QCOMPARE(alive.root, u"/alive"_s);
    queue.put(alive.number, parsed(alive));
    QCOMPARE(queue.takeParsed().size(), 2);
    QVERIFY(queue.isIdle()); // nobody waits for the other one

    QVERIFY(queue.goesOn(dead.number)); // it has answered
    QVERIFY(!queue.isIdle());
    QCOMPARE(queue.takeRun().root, u"/dead"_s);
}

void tst_ReadingQueue::readsOnceWhatIsFoundAgain()
{
    ReadingQueue queue;
    queue.add(u"/a"_s, files(u"/a"_s, 100, 2000));

    queue.add(u"/a"_s, files(u"/a"_s, 90, 2000));

    QCOMPARE(queue.counts().total, 90);
}

void tst_ReadingQueue::goesOnWithWhatWaitedAfterWhatCameLater()
{
    ReadingQueue queue;
    queue.add(u"/a"_s, files(u"/a"_s, 10, 2000));
    QStringList read;
    for (const FoundFile &file : queue.takeRun().files)
        read.append(file.path);
    queue.addChanged(u"/a"_s, files(u"/a/new"_s, 2, 3000));
    QCOMPARE(queue.counts().total, 12);

    for (auto run = queue.takeRun(); run.number != 0; run = queue.takeRun()) {
        for (const FoundFile &file : run.files)
            read.append(file.path);
    }

    QCOMPARE(read,
             (QStringList{u"/a/0.txt"_s, u"/a/1.txt"_s, u"/a/2.txt"_s, u"/a/3.txt"_s, u"/a/4.txt"_s,
                          u"/a/5.txt"_s, u"/a/6.txt"_s, u"/a/7.txt"_s, u"/a/new/0.txt"_s,
                          u"/a/new/1.txt"_s, u"/a/8.txt"_s, u"/a/9.txt"_s}));
}

void tst_ReadingQueue::countsWhatIsDone()
{
    ReadingQueue queue;
    queue.add(u"/a"_s, files(u"/a"_s, 16, 2000));
    const auto run = queue.takeRun();
    queue.takeRun();
    QCOMPARE(queue.counts().done, 0);
    QCOMPARE(queue.counts().total, 16);
    QCOMPARE(queue.counts().msLeft, -1);
    queue.put(run.number, parsed(run));

    QList<ParsedFile> taken;
    QVERIFY(QTest::qWaitFor([&] {
        taken = queue.takeParsed();
        return !taken.isEmpty();
    }));
    QCOMPARE(taken.size(), run.files.size());
    QCOMPARE(queue.counts().done, run.files.size());
    QVERIFY(queue.counts().msLeft >= 0);
}

QTEST_GUILESS_MAIN(tst_ReadingQueue)
#include "tst_readingqueue.moc"
