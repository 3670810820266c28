// Pages that hold one thing more often than any page does. Each took minutes when everything that
// was found was compared with all that had been found before: together more than a test may take.
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int often = 150'000;

QString numbered(const QString &markup)
{
    QString all;
    all.reserve(often * (markup.size() + 6));
    for (int i = 0; i < often; ++i)
        all += QString(markup).replace(u'#', QString::number(i));
    return all;
}

} // namespace

class RepetitionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isReadInOnePass_data()
    {
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("story");
        QTest::newRow("pictures in one figure")
            << QString() << u"<figure>"_s + numbered(u"<img src=a/#.jpg alt=x>"_s) + u"</figure>"_s;
        QTest::newRow("pictures of which one has a caption")
            << QString()
            << u"<figure>"_s + numbered(u"<picture><img src=#.jpg alt=x></picture>"_s)
                + u"<figcaption>All of them.</figcaption></figure>"_s;
        QTest::newRow("pictures for those without scripts")
            << QString()
            << numbered(u"<img src=a/#.jpg alt=x><noscript><img src=b/#.jpg></noscript>"_s);
        QTest::newRow("addresses of one picture")
            << QString() << u"<img alt=x srcset=\""_s + numbered(u"#.jpg #w, "_s) + u"\">"_s;
        QTest::newRow("links to other stories")
            << QString()
            << numbered(u"<p>Read more: <a href=/s/#>Herring story number #</a></p>"_s);
        QTest::newRow("boxes in boxes for those who pay")
            << QString()
            << u"<div class='paywall-a widget forum'>"_s.repeated(often)
                + numbered(u"<p>Herring #.</p>"_s);
        QTest::newRow("readers' comments")
            << QString()
            << numbered(u"<div class=k><p>Herring #, they say.</p><a href=#>Reply</a></div>"_s);
        QTest::newRow("questions for consent")
            << QString()
            << numbered(u"<div role=dialog><p>We use cookies, and our partners #.</p></div>"_s);
        QTest::newRow("corrections")
            << QString()
            << numbered(u"<footer><p>Correction: there were # herrings in it.</p></footer>"_s);
        QTest::newRow("authors") << u"<script type=\"application/ld+json\">{\"@type\":"
                                    "\"NewsArticle\",\"author\":["_s
                + numbered(u"\"Ann Bell#\","_s) + u"\"Ann Bell\"]}</script>"_s
                                 << QString();
    }
    void isReadInOnePass()
    {
        QFETCH(QString, head);
        QFETCH(QString, story);
        const Article article = readPage(u"<!DOCTYPE html><title>Ferry</title>"_s + head
                                         + u"<article><h1>Ferry</h1>"_s + storyAbout(u"ferry"_s)
                                         + story + u"</article>"_s);
        QCOMPARE(article.headline, u"Ferry"_s);
        QVERIFY(article.bodyHtml.contains(u"ferry"_s));
    }
};

QTEST_APPLESS_MAIN(RepetitionTest)
#include "tst_repetition.moc"
