#include "app/render/pictures.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_Pictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void replacesEveryPictureOfTheBody()
    {
        const QString body = u"<p>a</p><img src=\"picture:0\" alt=\"a > b\"><p>c</p>"
                             "<img alt=\"src=&quot;picture:7&quot;\" src=\"picture:12\">d"_s;

        const QString page = withPictures(body, [](int number, const QString &alternative) {
            return u"[%1|%2]"_s.arg(number).arg(alternative);
        });

        QCOMPARE(page, u"<p>a</p>[0|a > b]<p>c</p>[12|src=&quot;picture:7&quot;]d"_s);
    }

    void changesOnlyTheAddressOfAPicture()
    {
        QCOMPARE(withPictureAddresses(
                     u"<p>src=\"picture:1\"</p><img class=\"lead\" src=\"picture:1\" alt=\"x\">"_s,
                     u"article:/picture/5/"_s),
                 u"<p>src=\"picture:1\"</p>"
                 "<img class=\"lead\" src=\"article:/picture/5/1\" alt=\"x\">"_s);
    }

    void leavesAPictureOfAnyOtherAddressAlone()
    {
        const QString body = u"<img src=\"http://example.com/1.png\"><img src=\"picture:x\">"_s;

        QCOMPARE(withPictureAddresses(body, u"article:/"_s), body);
        QVERIFY(picturesIn(body).isEmpty());
    }

    void survivesATagThatNeverEnds()
    {
        QCOMPARE(picturesIn(u"<img src=\"picture:3\" alt=\"never"_s), QSet<int>{3});
        QVERIFY(picturesIn(u"<img "_s).isEmpty());
    }

    void findsTheNumbersOfThePictures()
    {
        QCOMPARE(picturesIn(u"<img src=\"picture:2\"><p><img alt=\"\" src=\"picture:0\"></p>"_s),
                 (QSet<int>{0, 2}));
    }
};

QTEST_GUILESS_MAIN(tst_Pictures)
#include "tst_pictures.moc"
