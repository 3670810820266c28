#include "ui/related/densitystrip.h"

#include <QDateTime>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_DensityStrip final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void countsTheStoriesOfEachDay();
    void showsAWeekAtTheLeast();
    void takesSeveralDaysTogetherWhereThereAreMany();
    void isEmptyForNoStory();
    void findsTheBarUnderThePointer();
    void drawsAHigherBarForMoreStories();
};

namespace {

// One story on each of these days of May 2031.
StoryThread threadOf(const QList<int> &days, int asked)
{
    StoryThread thread;
    for (const int day : days)
        thread.stories.append(
            {ArticleId{1},
             QDateTime(QDate(2031, 5, 1).addDays(day - 1), QTime(12, 0)).toSecsSinceEpoch(),
             day == asked});
    return thread;
}

} // namespace

void tst_DensityStrip::countsTheStoriesOfEachDay()
{
    const auto bins = densityBins(threadOf({1, 1, 2, 9}, 2), 48);

    QCOMPARE(bins.size(), 9);
    QCOMPARE(bins.at(0).first, QDate(2031, 5, 1));
    QCOMPARE(bins.at(0).stories, 2);
    QCOMPARE(bins.at(1).stories, 1);
    QVERIFY(bins.at(1).hasAsked && !bins.at(0).hasAsked);
    QCOMPARE(bins.at(8).stories, 1);
    QCOMPARE(bins.at(4).stories, 0);
}

void tst_DensityStrip::showsAWeekAtTheLeast()
{
    const auto bins = densityBins(threadOf({10, 11}, 10), 48);

    QCOMPARE(bins.size(), 7);
    int stories = 0;
    for (const DensityBin &bin : bins)
        stories += bin.stories;
    QCOMPARE(stories, 2);
    QCOMPARE(bins.first().stories, 0);
    QCOMPARE(bins.last().stories, 0);
}

void tst_DensityStrip::takesSeveralDaysTogetherWhereThereAreMany()
{
    const auto bins = densityBins(threadOf({1, 2, 100, 200}, 1), 40);

    QVERIFY(bins.size() <= 40 && bins.size() >= 30);
    QVERIFY(bins.first().first < bins.first().last);
    QCOMPARE(bins.at(1).first, bins.at(0).last.addDays(1));
    QVERIFY(bins.last().last >= QDate(2031, 5, 1).addDays(199));
}

void tst_DensityStrip::isEmptyForNoStory()
{
    QVERIFY(densityBins({}, 40).isEmpty());
}

void tst_DensityStrip::findsTheBarUnderThePointer()
{
    const QRect area(10, 0, 100, 20);

    QCOMPARE(densityBinAt(area, 10, 10, false), 0);
    QCOMPARE(densityBinAt(area, 10, 35, false), 2);
    QCOMPARE(densityBinAt(area, 10, 109, true), 0);
    QCOMPARE(densityBinAt(area, 10, 5, false), -1);
    QCOMPARE(densityBinAt(area, 2, 90, false), -1); // bars do not grow without end
}

void tst_DensityStrip::drawsAHigherBarForMoreStories()
{
    const auto bins = densityBins(threadOf({1, 4, 4, 4, 4, 7}, 7), 48);
    QImage image(70, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    palette.setColor(QPalette::Highlight, Qt::blue);

    drawDensity(painter, image.rect(), bins, palette, false);

    const auto heightAt = [&](int x) {
        int height = 0;
        for (int y = 0; y < image.height(); ++y)
            height += image.pixelColor(x, y) != Qt::white;
        return height;
    };
    QCOMPARE(heightAt(34), 20);
    QVERIFY(heightAt(4) > 5 && heightAt(4) < 15);
    QCOMPARE(heightAt(14), 1);
    QCOMPARE(image.pixelColor(64, 19), QColor(Qt::blue));
}

QTEST_APPLESS_MAIN(tst_DensityStrip)
#include "tst_densitystrip.moc"
