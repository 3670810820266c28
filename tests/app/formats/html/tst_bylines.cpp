// Names that a page prints without marking them.
#include "app/formats/html/authornames.h"
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
        QTest::newRow("an account, and the day")
            << QStringList{u"Verfasst von: hafenblog | 3. Mai 2008"_s}
            << QStringList{u"hafenblog"_s};
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

    void aWeblogSaysWhoPosted_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("before the day")
            << u"Posted in Boats by kkay7 on May 3, 2019"_s << QStringList{u"kkay7"_s};
        QTest::newRow("behind it")
            << u"Posted on May 3, 2019 by ida.brandt"_s << QStringList{u"ida.brandt"_s};
        QTest::newRow("a person") << u"Filed by Ida Brandt on May 3, 2019 | 2 replies"_s
                                  << QStringList{u"Ida Brandt"_s};
        QTest::newRow("German") << u"Veröffentlicht am 3. Mai 2019 von hafenwart"_s
                                << QStringList{u"hafenwart"_s};
        QTest::newRow("and the hour")
            << u"Filed under: Boats, Weather — kkay7 @ 00:11"_s << QStringList{u"kkay7"_s};
        QTest::newRow("not without a day")
            << u"Published by subscription in two volumes"_s << QStringList();
        QTest::newRow("not in a sentence")
            << u"He went home by train on May 3, 2019"_s << QStringList();
    }
    void aWeblogSaysWhoPosted()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, names);
        QCOMPARE(accountNames({line}), names);
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
        QTest::newRow("with the day under it")
            << text + u"<p>Ida<br>6. Juni 2011</p>\n"_s << QStringList{u"Ida"_s};
        QTest::newRow("a place and its year")
            << text + u"<p>Harbour<br>built 1911</p>\n"_s << QStringList();
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

    void thePublisherIsTheAuthorWhenNobodyIs()
    {
        const QString page = u"<!DOCTYPE html><html><head><title>Ferry returns</title>"
                             "<meta property='og:site_name' content='Rod &amp; Reel'>"
                             "<meta name='dc.creator' content='Rod &amp; Reel'></head>"
                             "<body><article><h1>Ferry returns</h1>%1%2</article></body></html>"_s;
        const QString story = storyAbout(u"ferry"_s);
        QCOMPARE(readPage(page.arg(QString(), story)).authors, QStringList{u"Rod & Reel"_s});
        QCOMPARE(readPage(page.arg(u"<p class='byline'>By Ann Lee</p>"_s, story)).authors,
                 QStringList{u"Ann Lee"_s});
    }

    void aNameBesideThePublishersIsTheAuthors()
    {
        const Article article = readPage(
            u"<!DOCTYPE html><html><head><title>Ferry returns</title>"
            "<meta property='og:site_name' content='Harbour Times'></head><body><article>"
            "<div itemprop='author'><meta itemprop='name' content='Harbour Times'></div>"
            "<h1>Ferry returns</h1><h2>And nobody waits</h2>"
            "<div class='author'><h6>Ann Lee | Publicado hace 5 horas</h6></div>%1</article>"
            "</body></html>"_s.arg(storyAbout(u"ferry"_s)));
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
    }

    void aDeskOfThePublishersIsNobodyBesideAPerson()
    {
        const Article article = readPage(
            u"<!DOCTYPE html><html><head><title>Ferry returns</title>"
            "<link rel='canonical' href='https://www.hna.example/ferry'></head><body><article>"
            "<h1>Ferry returns</h1><p class='author'>By Ann Lee, HNA ISLANDS</p>%1</article>"
            "</body></html>"_s.arg(storyAbout(u"ferry"_s)));
        QCOMPARE(article.authors, QStringList{u"Ann Lee"_s});
    }

    void aNameStandsBesideTheDay_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("before it") << u"Ann Lee | 3 May 2019"_s << QStringList{u"Ann Lee"_s};
        QTest::newRow("behind it") << u"3 May 2019 • Ann Lee"_s << QStringList{u"Ann Lee"_s};
        QTest::newRow("a place") << u"New Haven, 3 May 2019"_s << QStringList();
        QTest::newRow("a section") << u"Harbour | 3 May 2019"_s << QStringList();
        QTest::newRow("no day") << u"Ann Lee | Harbour"_s << QStringList();
    }
    void aNameStandsBesideTheDay()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, names);
        QCOMPARE(namesBesideDay({line}, u"en"_s), names);
    }

    void theWriterAnswersBelowTheStory()
    {
        const Article article = readPage(
            u"<!DOCTYPE html><html><head><title>Ferry returns</title></head><body><article>"
            "<h1>Ferry returns</h1>%1</article><ol class='commentlist'>"
            "<li class='comment'><cite class='fn'>An angry reader</cite><p>No!</p></li>"
            "<li class='comment byuser bypostauthor'><cite class='fn'><a href='/'>idab</a></cite>"
            "<p>Yes.</p></li></ol></body></html>"_s.arg(storyAbout(u"ferry"_s)));
        QCOMPARE(article.authors, QStringList{u"idab"_s});
    }

    void aLibrarysOrderOfNamesIsTurned()
    {
        const Article article = readPage(
            u"<!DOCTYPE html><html><head><title>Ferry returns</title>"
            "<meta name='DC.Creator' content='Lee, Ann B.'>"
            "<meta name='DC.Creator' content='Brandt, Ida'></head><body><article>"
            "<h1>Ferry returns</h1>%1</article></body></html>"_s.arg(storyAbout(u"ferry"_s)));
        QCOMPARE(article.authors, (QStringList{u"Ann B. Lee"_s, u"Ida Brandt"_s}));
        QCOMPARE(givenNameFirst(u"AFP, DPA"_s), u"AFP, DPA"_s);
        QCOMPARE(givenNameFirst(u"Ann Lee, Bo Ek"_s), u"Ann Lee, Bo Ek"_s);
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
