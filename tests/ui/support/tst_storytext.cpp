#include "ui/support/storytext.h"

#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_StoryText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void needsNoMoreLinesThanItIsGiven();
    void isAsHighAsItIsDrawn();
    void setsArabicAtTheRightEdge();
    void takesAMegabyteInItsStride();
    void blendsFromOneColourToTheOther();
};

namespace {

// The first and last column that was drawn in; {width, -1} when there is none.
QPair<int, int> inkedColumns(const QString &text)
{
    QImage image(400, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    drawStoryText(painter, image.rect(), {text, QFont(), 1});
    painter.end();
    int first = image.width();
    int last = -1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != qRgb(255, 255, 255)) {
                first = qMin(first, x);
                last = qMax(last, x);
            }
        }
    }
    return {first, last};
}

} // namespace

void tst_StoryText::needsNoMoreLinesThanItIsGiven()
{
    const QString long_ = u"Ferry to the outer islands stays in harbour "_s.repeated(9);
    const int line = QFontMetrics(QFont()).lineSpacing();

    QCOMPARE(storyTextHeight({u"Ferry"_s, QFont(), 2}, 200), line);
    QCOMPARE(storyTextHeight({long_, QFont(), 2}, 200), 2 * line);
    QCOMPARE(storyTextHeight({QString(), QFont(), 2}, 200), 0);
}

void tst_StoryText::isAsHighAsItIsDrawn()
{
    const StoryText text{u"Harbour closed "_s.repeated(20), QFont(), 3};
    QImage image(150, 200, QImage::Format_RGB32);
    QPainter painter(&image);

    QCOMPARE(drawStoryText(painter, image.rect(), text), storyTextHeight(text, image.width()));
}

void tst_StoryText::setsArabicAtTheRightEdge()
{
    const auto [latinFirst, latinLast] = inkedColumns(u"Harbour"_s);
    const auto [arabicFirst, arabicLast] = inkedColumns(u"الميناء"_s);

    QVERIFY(latinFirst < 10 && latinLast < 200);
    QVERIFY(arabicFirst > 200 && arabicLast > 390);
}

void tst_StoryText::takesAMegabyteInItsStride()
{
    const QString monster = u"x"_s.repeated(1'000'000);

    QCOMPARE(storyTextHeight({monster, QFont(), 2}, 200), 2 * QFontMetrics(QFont()).lineSpacing());
}

void tst_StoryText::blendsFromOneColourToTheOther()
{
    QCOMPARE(blended(Qt::black, Qt::white, 0), QColor(Qt::black));
    QCOMPARE(blended(Qt::black, Qt::white, 1), QColor(Qt::white));
    QCOMPARE(blended(QColor(0, 100, 200), QColor(100, 0, 100), 0.5), QColor(50, 50, 150));
}

QTEST_MAIN(tst_StoryText)
#include "tst_storytext.moc"
