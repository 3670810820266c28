// A part of an article, for paper.
#include "app/render/excerpt.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Article ferry()
{
    Article article;
    article.headline = u"Ferry returns"_s;
    article.description = u"The town forgave it."_s;
    article.authors = {u"Ann Lee"_s};
    article.bodyHtml = u"<p>One.</p><p>Two.</p>"_s;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        ArticleImage image;
        image.contentUrl = name;
        article.images.append(image);
    }
    article.relatedLinks.append({u"Herring dearer"_s, {}, {}, {}});
    return article;
}

} // namespace

class tst_Excerpt final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void hasWhatWasSelectedUnderTheSameHeadline()
    {
        const Article excerpt = excerptOf(ferry(), u"half a <em>sentence</em><p>Two.</p>"_s);
        QCOMPARE(excerpt.bodyHtml.simplified().remove(u' '),
                 u"<p>halfa<em>sentence</em></p><p>Two.</p>"_s);
        QCOMPARE(excerpt.headline, u"Ferry returns"_s);
        QCOMPARE(excerpt.authors, QStringList{u"Ann Lee"_s});
        QCOMPARE(excerpt.description, QString());
        QVERIFY(excerpt.images.isEmpty() && excerpt.relatedLinks.isEmpty());
    }

    void hasItsPicturesAndNoOthers()
    {
        const Article excerpt = excerptOf(
            ferry(),
            u"<p>x</p><figure><img alt=\"the third\" src=\"article:/picture/7/2\">"
            "<figcaption>c</figcaption></figure>"
            "<img src=\"article:/picture/7/9\"><img src=\"https://a.example/t.gif\">"_s);
        QCOMPARE(excerpt.images.size(), 1);
        QCOMPARE(excerpt.images.first().contentUrl, u"c"_s);
        QCOMPARE(excerpt.bodyHtml.count(u"<img"_s), 1);
        QVERIFY(excerpt.bodyHtml.contains(u"src=\"picture:0\""_s));
    }

    void nothingThatWasSelectedIsBelieved()
    {
        const Article excerpt = excerptOf(
            ferry(), u"<p onclick='x()'>a<script>b()</script><iframe src='c'></iframe></p>"_s);
        QCOMPARE(excerpt.bodyHtml.trimmed(), u"<p>a</p>"_s);
    }

    void withoutAnythingOfTheStoryItIsTheArticle()
    {
        QVERIFY(excerptOf(ferry(), QString()) == ferry());
        QVERIFY(excerptOf(ferry(), u" <p> </p>"_s) == ferry());
    }
};

QTEST_GUILESS_MAIN(tst_Excerpt)
#include "tst_excerpt.moc"
