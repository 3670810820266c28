// Names that a page prints without marking them.
#include "app/formats/html/bylines.h"
#include "tests/app/formats/html/readpage.h"

#include <QTest>

using namespace Qt::StringLiterals;

class BylinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aLabelSaysWhoseNameFollows_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("on its line")
            << QStringList{u"Autor: Ina Blum/SP-Z"_s} << QStringList{u"Ina Blum"_s};
        QTest::newRow("above it") << QStringList{u"Ferry"_s, u"Authors:"_s, u"Ann Lee, Bo Ek"_s}
                                  << QStringList{u"Ann Lee"_s, u"Bo Ek"_s};
        QTest::newRow("Chinese, in brackets")
            << QStringList{u"（责编：王小明、李大海）"_s} << QStringList{u"王小明"_s, u"李大海"_s};
        QTest::newRow("a sentence is none")
            << QStringList{u"Reporter: the word comes from the French, and it is as old as news "
                           u"is, "
                           "or a little older, as some will have it."_s}
            << QStringList();
        QTest::newRow("no label") << QStringList{u"Authority is a heavy thing"_s} << QStringList();
    }
    void aLabelSaysWhoseNameFollows()
    {
        QFETCH(QStringList, lines);
        QFETCH(QStringList, names);
        QCOMPARE(labelledNames(lines), names);
    }

    void aLineIsAByline_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char *name, const QString &line, const QStringList &names) {
            QTest::newRow(name) << line << names;
        };
        row("Swedish", u"Av Ina Blum"_s, {u"Ina Blum"_s});
        row("Italian", u"di Ina Blum"_s, {u"Ina Blum"_s});
        row("Ukrainian", u"Автор: Ніна Орел"_s, {u"Ніна Орел"_s});
        row("Korean", u"김하나 기자"_s, {u"김하나"_s});
        row("Chinese", u"本报记者 李小红"_s, {u"李小红"_s});
        row("an agency too", u"Tekst: Ina Blum, NTB"_s, {u"Ina Blum"_s, u"NTB"_s});
        row("an agency alone", u"新华社记者"_s, {});
        row("readers who report", u"시민기자"_s, {});
        row("a crosshead", u"Door County Fair"_s, {});
        row("a Greek one", u"Του Αγίου Νικολάου"_s, {});
        row("a source", u"Quelle: Statistisches Amt"_s, {});
        row("a sentence", u"Text: the words of the song are these"_s, {});
    }
    void aLineIsAByline()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, names);
        QCOMPARE(bylineNames({line}), names);
    }

    void aStoryIsSignedAboveOrBelow_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("names");
        const QString text = u"<p>The ferry is home.</p>\n"_s;
        QTest::newRow("below") << text + u"<p><strong>Ann Lee</strong></p>\n"_s
                               << QStringList{u"Ann Lee"_s};
        QTest::newRow("above") << u"<p><strong>ANN LEE</strong></p>\n"_s + text
                               << QStringList{u"ANN LEE"_s};
        QTest::newRow("in brackets")
            << u"<p>The ferry is home. (Ann B. Lee) +++</p>"_s << QStringList{u"Ann B. Lee"_s};
        QTest::newRow("an aside in brackets")
            << u"<p>The ferry is home (Ann B. Lee says).</p>"_s << QStringList();
        QTest::newRow("a crosshead of one word")
            << text + u"<p><strong>Outlook</strong></p>"_s << QStringList();
        QTest::newRow("plain words") << text + u"<p>Ann Lee</p>"_s << QStringList();
    }
    void aStoryIsSignedAboveOrBelow()
    {
        QFETCH(QString, body);
        QFETCH(QStringList, names);
        QCOMPARE(signature(body), names);
    }

    void aPersonIsKnownBehindAnAccount()
    {
        const QString
            head = u"<title>Ferry returns</title><script type='application/ld+json'>{\"@type\":"
                   "\"NewsArticle\",\"headline\":\"Ferry returns\",\"author\":\"kk75\"}</script>"_s;
        const Article article = readPage(
            u"<!DOCTYPE html><html><head>%1</head><body><article><h1>Ferry returns</h1>"
            "<p class='byline'>By Ann Lee</p>%2</article></body></html>"_s.arg(
                head, storyAbout(u"ferry"_s)));
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
    }

    void theSitesFirstAccountIsNobody()
    {
        const QString
            head = u"<title>Ferry returns</title><script type='application/ld+json'>"
                   "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry returns\",\"author\":{"
                   "\"name\":\"Harbour D\",\"url\":\"https://a.example/author/admin/\"}}"
                   "</script>"_s;
        const QString
            page = u"<!DOCTYPE html><html><head>%1</head><body><article><h1>Ferry returns"
                   "</h1><p class='byline'>by <a rel='author' "
                   "href='https://a.example/author/admin/'>Harbour D</a></p>%2%3</article>"
                   "</body></html>"_s;
        const QString story = storyAbout(u"ferry"_s);
        QCOMPARE(readPage(page.arg(head, u"<p><strong>ANN LEE</strong></p>"_s, story)).authors,
                 QStringList{u"ANN LEE"_s});
        QCOMPARE(readPage(page.arg(head, QString(), story)).authors, QStringList{u"Harbour D"_s});
    }

    void anArticleFiledUnderCommentIsNoComment()
    {
        // WordPress repeats an article's categories and tags in its element's class.
        const Article article = readPage(
            u"<!DOCTYPE html><html><head><title>Ferry returns</title></head><body>"
            "<div class='post category-comment tag-sponsor'><h1>Ferry returns</h1>"
            "<p>By <a rel='author' href='/author/ann'>Ann Lee</a></p>%1</div></body></html>"_s.arg(
                storyAbout(u"ferry"_s)));
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
        QCOMPARE(paragraphsOf(article).size(), 5);
    }
};

QTEST_GUILESS_MAIN(BylinesTest)
#include "tst_bylines.moc"
