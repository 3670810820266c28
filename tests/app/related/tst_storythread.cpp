#include "app/related/storythread.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_StoryThread final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void putsAStoryInTheOrderOfTime();
    void leavesOutWhatIsHardlyAlike();
    void endsWhereTheStoryRests();
    void goesOnWhereOneFollowsUponAnother();
    void isNothingForOneAlone();
    void isNothingWithoutADate();
};

namespace {

constexpr qint64 day = 86'400;
constexpr ArticleId own{1};

QList<quint64> idsOf(const StoryThread &thread)
{
    QList<quint64> ids;
    for (const ThreadStory &story : thread.stories)
        ids.append(quint64(story.id));
    return ids;
}

ThreadCandidate candidate(quint64 id, qint64 days, double score = 0.5)
{
    return {ArticleId{id}, days * day, score};
}

} // namespace

void tst_StoryThread::putsAStoryInTheOrderOfTime()
{
    const StoryThread thread = storyThread(own, 10 * day, {candidate(2, 12), candidate(3, 8)});

    QCOMPARE(idsOf(thread), (QList<quint64>{3, 1, 2}));
    QVERIFY(thread.stories.at(1).isAsked);
    QVERIFY(!thread.stories.at(0).isAsked);
    QCOMPARE(thread.stories.at(2).time, 12 * day);
}

void tst_StoryThread::leavesOutWhatIsHardlyAlike()
{
    QCOMPARE(idsOf(storyThread(own, 10 * day, {candidate(2, 11, 0.2), candidate(3, 12, 0.9)})),
             (QList<quint64>{1, 3}));
}

void tst_StoryThread::endsWhereTheStoryRests()
{
    QCOMPARE(idsOf(storyThread(
                 own, 100 * day,
                 {candidate(2, 90), candidate(3, 60), candidate(4, 105), candidate(5, 140)})),
             (QList<quint64>{2, 1, 4}));
}

void tst_StoryThread::goesOnWhereOneFollowsUponAnother()
{
    QCOMPARE(idsOf(storyThread(
                 own, 100 * day,
                 {candidate(2, 60), candidate(3, 80), candidate(4, 120), candidate(5, 140)})),
             (QList<quint64>{2, 3, 1, 4, 5}));
}

void tst_StoryThread::isNothingForOneAlone()
{
    QVERIFY(storyThread(own, 10 * day, {}).stories.isEmpty());
    QVERIFY(storyThread(own, 10 * day, {candidate(2, 100)}).stories.isEmpty());
}

void tst_StoryThread::isNothingWithoutADate()
{
    QVERIFY(storyThread(own, std::nullopt, {candidate(2, 100)}).stories.isEmpty());
}

QTEST_APPLESS_MAIN(tst_StoryThread)
#include "tst_storythread.moc"
