// The lists of other stories that a page prints below its own.
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

class RelatedListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aHeadingIsKnownInManyLanguages_data()
    {
        QTest::addColumn<QString>("heading");
        const QStringList headings{u"More on this story"_s,
                                   u"Mehr zum Thema"_s,
                                   u"Sur le même sujet"_s,
                                   u"Noticias relacionadas"_s,
                                   u"По теме"_s,
                                   u"İlgili haberler"_s,
                                   u"اقرأ أيضًا:"_s,
                                   u"כתבות נוספות"_s,
                                   u"関連記事"_s,
                                   u"延伸阅读："_s,
                                   u"관련기사"_s,
                                   u"Související články"_s,
                                   u"Читайте також"_s,
                                   u"Kapcsolódó cikkek"_s,
                                   u"Citește și"_s,
                                   u"Διαβάστε επίσης"_s,
                                   u"Lue myös"_s,
                                   u"Læs også"_s,
                                   u"Les også"_s};
        for (const QString &heading : headings)
            QTest::newRow(qPrintable(heading)) << heading;
    }
    void aHeadingIsKnownInManyLanguages()
    {
        QFETCH(QString, heading);
        const Article article = readPage(
            u"<article><h1>Ferry comes home</h1>"_s + storyAbout(u"ferry"_s) + u"<h3>"_s + heading
            + u"</h3><ul><li><a href='https://coast.example/a'>The herring are late again</a></li>"
              "<li><a href='https://coast.example/b'>A quay falls into the sea</a></li></ul>"
              "</article>"_s);
        QCOMPARE(article.relatedLinks.size(), 2);
        QCOMPARE(article.relatedLinks.first().headline, u"The herring are late again"_s);
        QCOMPARE(paragraphsOf(article).size(), 5);
    }

    void aLineOfOneLinkLosesItsHeading()
    {
        const Article article = readPage(
            u"<article><h1>Ferry comes home</h1>"_s + storyAbout(u"ferry"_s)
            + u"<p>関連記事：<a href='https://coast.example/a'>The herring are late again</a></p>"
              "</article>"_s);
        QCOMPARE(article.relatedLinks.size(), 1);
        QCOMPARE(article.relatedLinks.first().headline, u"The herring are late again"_s);
    }

    void aSentenceThatBeginsLikeAHeadingStays()
    {
        const Article article = readPage(
            u"<article><h1>Ferry comes home</h1>"_s + storyAbout(u"ferry"_s)
            + u"<p>Related: the owners of the <a href='/b'>other ferry</a> had raised their fares "
              "twice in a year.</p></article>"_s);
        QVERIFY(article.relatedLinks.isEmpty());
        QCOMPARE(paragraphsOf(article).size(), 6);
    }
};

QTEST_APPLESS_MAIN(RelatedListsTest)
#include "tst_relatedlists.moc"
