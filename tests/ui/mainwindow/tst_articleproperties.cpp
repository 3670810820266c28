#include "ui/mainwindow/articleproperties.h"

#include <QTest>
#include <QTextBrowser>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace {

Article ferry()
{
    Article article;
    article.headline = u"Ferry <b>returns</b> & stays"_s;
    article.authors = {u"Ann Lee"_s, u"Bo Ek"_s};
    article.datePublished = *dateFromIso(u"2024-05-17T08:30:00+02:00");
    article.inLanguage = u"de-AT"_s;
    article.path = u"/news/ferry.mhtml"_s;
    article.charset = u"windows-1252"_s;
    article.dateSaved = *dateFromIso(u"2024-06-03T21:05:00+02:00");
    article.trimmings = {u"Print"_s, u"Home"_s};
    article.problems = {u"3 places could not be decoded"_s};
    article.provenance = {{u"headline"_s, u"the page's heading"_s},
                          {u"author"_s, u"JSON-LD"_s},
                          {u"dateSaved"_s, u"the saver's comment"_s},
                          {u"charset"_s, u"detection"_s}};
    ArticleImage here;
    here.bytes = "picture";
    ArticleImage missing;
    missing.contentUrl = u"https://harbour.example/gone.jpg"_s;
    article.images = {here, missing};
    return article;
}

QString plain(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

} // namespace

class tst_ArticleProperties final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void saysWhatIsKnownAndWhereItWasFound()
    {
        const QString text = plain(propertiesHtml(
            ferry(), {QUrl(u"https://tracker.example/x.gif"_s)}, QLocale(u"en_GB"_s)));
        for (const QString &said :
             {u"Ferry <b>returns</b> & stays"_s, u"the page's heading"_s, u"Ann Lee and Bo Ek"_s,
              u"JSON-LD"_s, u"17 May 2024, 08:30"_s, u"German"_s, u"/news/ferry.mhtml"_s,
              u"windows-1252"_s, u"detection"_s, u"3 June 2024, 21:05"_s, u"the saver's comment"_s,
              u"1 of 2"_s, u"https://harbour.example/gone.jpg"_s,
              u"3 places could not be decoded"_s, u"https://tracker.example/x.gif"_s})
            QVERIFY2(text.contains(said), qPrintable(said + u"\n"_s + text));
    }

    void leavesOutWhatIsNotKnown()
    {
        Article article;
        article.headline = u"Ferry"_s;
        const QString text = plain(propertiesHtml(article, {}, QLocale(u"en_GB"_s)));
        for (const QString &unsaid : {u"Authors"_s, u"Published"_s, u"Pictures"_s, u"Problems"_s,
                                      u"Language"_s, u"Requests"_s})
            QVERIFY2(!text.contains(unsaid), qPrintable(unsaid));
    }

    void fetchesNothing()
    {
        Article article = ferry();
        article.headline = u"<img src='file:///etc/hostname'><a href='https://a.example'>x</a>"_s;
        ArticleProperties dialog(article, {}, nullptr);
        const auto *browser = dialog.findChild<QTextBrowser *>();
        QVERIFY(browser && !browser->openLinks());
        QVERIFY(browser->toPlainText().contains(u"<img src="_s));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    }
};

QTEST_MAIN(tst_ArticleProperties)
#include "tst_articleproperties.moc"
