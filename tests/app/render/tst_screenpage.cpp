#include "app/render/screenpage.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

PrintedDate date(int day, bool withTime)
{
    PrintedDate printed;
    printed.moment = QDateTime(QDate(2009, 3, day), QTime(withTime ? 15 : 0, withTime ? 33 : 0),
                               Qt::UTC);
    printed.hasTime = withTime;
    printed.hasZone = withTime;
    printed.zone = withTime ? u"GMT"_s : QString();
    return printed;
}

ScreenOptions options()
{
    ScreenOptions options;
    options.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    options.pictureAddress = u"article:/picture/1/"_s;
    return options;
}

QString html(const Article &article)
{
    return screenStory(article, options()).html;
}

ArticleImage image(const QString &alternative, const QString &caption, bool here)
{
    ArticleImage image;
    image.alternateName = alternative;
    image.caption = caption;
    if (here)
        image.bytes = "x";
    return image;
}

} // namespace

class tst_ScreenPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void escapesEveryFieldThatComesFromAFile()
    {
        const QString hostile = u"<script>alert('x')</script>\"><img src=x onerror=y>"_s;
        Article article;
        article.path = article.part = article.headline = article.alternativeHeadline = hostile;
        article.description = article.articleSection = article.publisher = hostile;
        article.inLanguage = article.place = hostile;
        article.authors = article.trimmings = {hostile};
        article.images = {image(hostile, hostile, true), image(hostile, hostile, false)};
        article.datePublished = date(30, true);
        article.datePublished.zone = article.datePublished.alsoPrinted = hostile;
        article.url = QUrl(u"https://example.com/?"_s + hostile);

        const QString page = screenPage(screenStory(article, options()), false);

        QVERIFY(!page.contains(u"<script"_s));
        QVERIFY(!page.contains(u"<img src=x"_s));
        QVERIFY(page.count(u"&lt;script&gt;"_s) >= 14);
    }

    void showsWhatTheArticleHasInTheOrderOfANewsPage()
    {
        Article article;
        article.publisher = u"Ellery Courant"_s;
        article.articleSection = u"Harbour"_s;
        article.headline = u"Ferries return"_s;
        article.description = u"After eleven days"_s;
        article.authors = {u"Ada Lind"_s, u"Jun Mori"_s};
        article.place = u"Port Ellery"_s;
        article.datePublished = date(30, true);
        article.dateModified = date(31, true);
        article.bodyHtml = u"<p>Boats left.</p>"_s;
        article.trimmings = {u"Print Sponsor"_s};
        article.url = QUrl(u"https://courant.example/ferries"_s);
        article.path = u"/news/ferries.txt"_s;

        const QString page = html(article);

        qsizetype last = 0;
        for (const QString &text :
             {u"Ellery Courant"_s, u"Harbour"_s, u"<h1 class=\"short\">Ferries return</h1>"_s,
              u"After eleven days"_s, u"Ada Lind and Jun Mori"_s, u"Port Ellery"_s,
              u"30 March 2009, 15:33 GMT"_s, u"31 March 2009, 15:33 GMT"_s, u"<p>Boats left.</p>"_s,
              u"<summary>Not part of the story</summary>"_s, u"Print Sponsor"_s,
              u"https://courant.example/ferries"_s, u"/news/ferries.txt"_s}) {
            const qsizetype at = page.indexOf(text);
            QVERIFY2(at > last, qPrintable(text));
            last = at;
        }
    }

    void saysTheLocalTimeOnHoverWhereThePageGaveAZone()
    {
        Article article;
        article.datePublished = date(30, true);
        QVERIFY(html(article).contains(u"title=\"Monday 30 March 2009, 15:33 UTC\""_s));

        article.datePublished = date(30, false);
        QVERIFY(!html(article).contains(u"title="_s));
    }

    void leavesOutWhatTheArticleDoesNotSay()
    {
        const QString page = html(Article());

        for (const QString &part : {u"<h1"_s, u"kicker"_s, u"standfirst"_s, u"imprint"_s,
                                    u"<time"_s, u"<details"_s, u"<dt>"_s, u"<figure"_s, u"{{"_s})
            QVERIFY2(!page.contains(part), qPrintable(part));
    }

    void saysAnUpdateThatIsTheSameMomentOnlyOnce()
    {
        Article article;
        article.datePublished = article.dateModified = date(30, true);

        QCOMPARE(html(article).count(u"<time"_s), 1);
    }

    void putsAQuietFrameWhereAPictureIsMissing()
    {
        Article article;
        article.images = {image(u"The harbour"_s, u"At dawn"_s, false)};
        article.bodyHtml = u"<figure><img src=\"picture:0\" alt=\"The harbour\">"
                           "<figcaption>At dawn</figcaption></figure>"_s;
        const QString page = html(article);
        QVERIFY(!page.contains(u"<img"_s));
        QVERIFY(page.contains(u"<span>The harbour</span>"_s));
        QCOMPARE(page.count(u"At dawn"_s), 1);

        article.images = {image(QString(), QString(), false)};
        article.bodyHtml = u"<img src=\"picture:0\" alt=\"\">"_s;
        QVERIFY(html(article).contains(u"<span>Picture not in the file</span>"_s));
    }

    void showsEveryPictureTheLeadOneAboveTheStory()
    {
        Article article;
        article.images = {image(u"Lead"_s, QString(), true), image(u"Other"_s, QString(), true)};
        article.bodyHtml = u"<p>Story.</p>"_s;

        const QString page = html(article);

        const qsizetype lead = page.indexOf(u"<img src=\"article:/picture/1/0\" alt=\"Lead\""_s);
        const qsizetype story = page.indexOf(u"<p>Story.</p>"_s);
        const qsizetype other = page.indexOf(u"<img src=\"article:/picture/1/1\" alt=\"Other\""_s);
        QVERIFY(lead > 0 && lead < story && story < other);
    }

    void readsFromTheRightWhereTheHeadlineDoes()
    {
        Article article;
        article.headline = u"כותרת ראשית MV Aurora"_s;
        QCOMPARE(screenStory(article, options()).direction, u"rtl"_s);

        article.headline = u"Headline"_s;
        article.inLanguage = u"he"_s;
        QCOMPARE(screenStory(article, options()).direction, u"ltr"_s);

        article.headline = u"2009"_s;
        QCOMPARE(screenStory(article, options()).direction, u"rtl"_s);
    }

    void linksNoAddressThatABrowserShouldNotOpen()
    {
        Article article;
        article.url = QUrl(u"javascript:alert(1)"_s);
        QVERIFY(!html(article).contains(u"<a "_s));
        article.url = QUrl(u"file:///etc/passwd"_s);
        QVERIFY(!html(article).contains(u"<a "_s));
    }

    void letsNothingInButItsOwnStyleAndPictures()
    {
        const QString page = screenPage(screenStory(Article(), options()), true);

        static const QRegularExpression policy(
            u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "img-src article:; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; "
            "form-action 'none'\">"_s);
        QVERIFY(page.contains(policy));
        QVERIFY(page.indexOf(policy) < page.indexOf(u"<style"_s));
        QVERIFY(page.contains(u"data-theme=\"dark\""_s));
        QVERIFY(!page.contains(u"{{"_s));
    }

    void knowsItsPaperBeforeThereIsAPage()
    {
        static const QRegularExpression colour(u"^#[0-9a-f]{6}$"_s);
        QVERIFY(screenPaper(false).contains(colour));
        QVERIFY(screenPaper(true).contains(colour));
        QVERIFY(screenPaper(false) != screenPaper(true));
    }
};

QTEST_GUILESS_MAIN(tst_ScreenPage)
#include "tst_screenpage.moc"
