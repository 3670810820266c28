// A site's question for leave to follow its reader about is never the story.
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString page(const QString &headline, const QString &body)
{
    return u"<!DOCTYPE html><html><head><title>"_s + headline + u"</title></head><body>"_s + body
        + u"</body></html>"_s;
}

const QString question = u"<div class='layer x7' role='alertdialog'><div><div><p>To see how our "
                         "pages are read, and to show you what you may like, we and our partners "
                         "set cookies and use like technologies, if you consent, on this device "
                         "and on others, until you say that we should not.</p></div></div>"
                         "<button>Go on</button></div>"_s;

} // namespace

class ConsentDialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isNotTakenForAShortStory()
    {
        const Article article = readPage(
            page(u"Ferry comes home"_s,
                 u"<main><h1>Ferry comes home</h1>"_s + question.repeated(3)
                     + u"<div><p>The ferry is home, the harbour master says, and will sail again "
                       "on Monday.</p></div></main>"_s));
        QVERIFY(plainText(article.bodyHtml).contains(u"sail again on Monday"));
        QVERIFY(!plainText(article.bodyHtml).contains(u"cookies"));
    }

    void isNotTakenForAStandfirst()
    {
        const Article article = readPage(page(u"Ferry comes home"_s,
                                              u"<h1>Ferry comes home</h1>"_s + question
                                                  + u"<article>"_s + storyAbout(u"ferry"_s)
                                                  + u"</article>"_s));
        QVERIFY(!article.description.contains(u"cookies"));
        QCOMPARE(paragraphsOf(article).size(), 5);
    }

    void isPassedOverInAButton()
    {
        const Article article = readPage(
            page(u"Ferry comes home"_s,
                 u"<div><button>We use cookies. Accept all</button></div><h1>Ferry comes "
                 "home</h1><article>"_s
                     + storyAbout(u"ferry"_s) + u"</article>"_s));
        QCOMPARE(paragraphsOf(article).size(), 5);
    }

    void isKnownByItsFirstWords_data()
    {
        QTest::addColumn<QString>("line");
        for (const QString &line :
             {u"We use cookies to make your visit better. Accept all"_s,
              u"Diese Website verwendet Cookies, um Ihnen zu dienen."_s,
              u"Nous utilisons des cookies pour mieux vous servir. Tout accepter"_s,
              u"Utilizamos cookies propias y de otros. Aceptar"_s,
              u"Мы используем файлы cookie. Принять"_s, u"Vi använder kakor. Godkänn alla"_s,
              u"Vi bruker informasjonskapsler. Godta alle"_s, u"Çerezleri kullanıyoruz. Kabul et"_s,
              u"Käytämme evästeitä. Hyväksy kaikki"_s, u"אנו משתמשים בעוגיות. אישור"_s,
              u"نحن نستخدم ملفات تعريف الارتباط. قبول"_s,
              u"当サイトはクッキーを使っています。同意する"_s, u"당사는 쿠키를 사용합니다. 동의"_s})
            QTest::newRow(qPrintable(line)) << line;
    }
    void isKnownByItsFirstWords()
    {
        QFETCH(QString, line);
        const Article article = readPage(
            page(u"Ferry comes home"_s,
                 u"<article><h1>Ferry comes home</h1>"_s + storyAbout(u"ferry"_s, 2) + u"<p>"_s
                     + line + u"</p>"_s + storyAbout(u"feast"_s, 2) + u"</article>"_s));
        QCOMPARE(paragraphsOf(article).size(), 4);
        QVERIFY(article.trimmings.contains(line));
    }

    void aQuotationStays()
    {
        const Article article = readPage(
            page(u"Ferry comes home"_s,
                 u"<article><h1>Ferry comes home</h1>"_s + storyAbout(u"ferry"_s, 2)
                     + u"<p>“We use cookies,” the sign read, and there were none left.</p>"_s
                     + storyAbout(u"feast"_s, 2) + u"</article>"_s));
        QCOMPARE(paragraphsOf(article).size(), 5);
    }

    void aStoryOnCookiesKeepsItsWords()
    {
        const QString on = u"<p>We use cookies, they write, and want our consent and our privacy, "
                           "and nobody in the town can say what for, or for how long.</p>"_s;
        const Article article = readPage(page(u"What a cookie knows of you"_s,
                                              u"<article><h1>What a cookie knows of you</h1>"_s
                                                  + storyAbout(u"ferry"_s, 2) + on
                                                  + u"</article>"_s));
        QCOMPARE(paragraphsOf(article).size(), 3);
    }
};

QTEST_APPLESS_MAIN(ConsentDialogsTest)
#include "tst_consentdialogs.moc"
