#include "app/render/plainpage.h"

#include "app/render/paperpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Article harbourStory()
{
    Article article;
    article.headline = u"Harbour <reopens>"_s;
    article.publisher = u"The Courant"_s;
    article.articleSection = u"Regional"_s;
    article.authors = {u"Ada Quill"_s};
    article.description = u"Boats leave again."_s;
    article.bodyHtml = u"<p>It opened at <em>dawn</em>.</p>"
                       "<figure><img src=\"picture:0\" alt=\"Gulls\"><figcaption>Gulls wait."
                       "</figcaption></figure>"
                       "<table><caption>Boats</caption><tr><td>Three</td></tr></table>"_s;
    article.images = {{{}, u"/news/gulls.png"_s, {}, u"Gulls"_s, u"Gulls wait."_s}};
    return article;
}

} // namespace

class tst_PlainPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void saysWhatTheArticleSays()
    {
        const QString page = plainPage(harbourStory(), {}, false, 100);

        for (const QString &part :
             {u"Harbour &lt;reopens&gt;</p>"_s, u"The Courant</span> · <span>Regional"_s,
              u"Ada Quill"_s, u"Boats leave again."_s, u"<p>It opened at <em>dawn</em>.</p>"_s,
              u"<p class=\"caption\">Gulls wait.</p>"_s})
            QVERIFY2(page.contains(part), qPrintable(part));
    }

    // What may have been made to do harm is decoded by nobody here.
    void asksForNoPicture()
    {
        const Article article = harbourStory();
        QVERIFY(!plainPage(article, {}, false, 100).contains(u"<img"_s));
        QVERIFY(!plainPaper(paperPage({article}, QLocale())).contains(u"<img"_s));
        QVERIFY(paperPage({article}, QLocale()).contains(u"<img"_s)); // so it could have
    }

    void usesNoTagThatRichTextDoesNotKnow()
    {
        const Article article = harbourStory();
        static const QRegularExpression unknown(
            u"<(h1|h2|th|article|header|footer|figure|figcaption|time|bdi|dl|dt|dd|details|summary|"
            "ins|del|mark|caption)\\b"_s);

        QVERIFY(!plainPage(article, {}, false, 100).contains(unknown));
        QVERIFY(!plainPaper(paperPage({article}, QLocale())).contains(unknown));
    }

    void putsACaptionBeforeItsTable()
    {
        const QString page = plainPage(harbourStory(), {}, false, 100);

        QVERIFY(page.contains(u"<p class=\"caption\">Boats</p> <table"_s));
    }

    void takesTheColoursOfItsTheme()
    {
        QVERIFY(plainPage(harbourStory(), {}, false, 100).contains(screenColour(u"ink"_s, false)));
        QVERIFY(plainPage(harbourStory(), {}, true, 100).contains(screenColour(u"ink"_s, true)));
    }

    void makesLettersAsLargeAsAskedFor()
    {
        QVERIFY(plainPage(harbourStory(), {}, false, 100).contains(u"font-size: 13.50pt"_s));
        QVERIFY(plainPage(harbourStory(), {}, false, 200).contains(u"font-size: 27.00pt"_s));
    }
};

QTEST_APPLESS_MAIN(tst_PlainPage)
#include "tst_plainpage.moc"
