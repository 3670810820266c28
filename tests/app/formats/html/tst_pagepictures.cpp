// Which of a picture's addresses is the one that was saved.
#include "app/formats/html/savedpage.h"
#include "tests/app/formats/html/readpage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class PagePicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theAddressOnTheDiskIsTaken_data()
    {
        QTest::addColumn<QString>("markup");
        QTest::newRow("as it is shown") << u"<img src='page-Dateien/big.jpg' alt='x'>"_s;
        QTest::newRow("by a script, later")
            << u"<img src='https://a.example/grey.gif' data-src='page-Dateien/big.jpg' alt='x'>"_s;
        QTest::newRow("by a script, later, under its name")
            << u"<img src='page-Dateien/blank.gif' data-src='https://a.example/i/big.jpg?w=9' "
               "alt='x'>"_s;
        QTest::newRow("by a script, later, instead of a dot")
            << u"<img src='page-Dateien/d.gif' data-src='page-Dateien/big.jpg' alt='x'>"_s;
        for (const char *attribute : {"data-lazy-srcset", "data-original-src", "data-hi-res-src",
                                      "data-lazyload", "data-url", "data-image"})
            QTest::newRow(attribute)
                << u"<img %1='page-Dateien/big.jpg' alt='x'>"_s.arg(QLatin1StringView(attribute));
        QTest::newRow("a larger one, that the small one leads to")
            << u"<a href='page-Dateien/big.jpg'><img src='page-Dateien/none.jpg' alt='x'></a>"_s;
        QTest::newRow("in a set, behind one that was not saved")
            << u"<img srcset='page-Dateien/huge.jpg 1600w, page-Dateien/big.jpg 800w' alt='x'>"_s;
        QTest::newRow("in a set without blanks")
            << u"<img srcset='page-Dateien/huge.jpg 2x,page-Dateien/big.jpg 1x' alt='x'>"_s;
        QTest::newRow("in a set of one, with no size")
            << u"<img src='data:,' srcset=' page-Dateien/big.jpg ' alt='x'>"_s;
        QTest::newRow("a set with a descriptor that is none")
            << u"<img srcset='page-Dateien/huge.jpg 9q, page-Dateien/big.jpg 800w,' alt='x'>"_s;
        QTest::newRow("among the sources of a picture")
            << u"<picture><source srcset='page-Dateien/big.jpg 800w'>"
               "<img src='https://a.example/small.jpg' alt='x'></picture>"_s;
        QTest::newRow("for those without scripts, alone")
            << u"<noscript> <img src='page-Dateien/big.jpg' alt='x'> </noscript>"_s;
        QTest::newRow("for those without scripts, behind an empty frame")
            << u"<p><img src='data:,' class='lazy' alt='x'> <noscript><IMG alt='x' "
               "src=page-Dateien/big.jpg /></noscript></p>"_s;
        QTest::newRow("for those without scripts, before a frame that was not saved")
            << u"<noscript><img src='page-Dateien/big.jpg'></noscript>"
               "<div><img src='https://a.example/wide.jpg' alt='x'></div>"_s;
        QTest::newRow("for those without scripts, elsewhere in the figure")
            << u"<figure><div><a><img src='https://a.example/wide.jpg' alt='x'></a></div>"
               "<div><noscript><img src='page-Dateien/big.jpg'></noscript></div></figure>"_s;
        QTest::newRow("for those without scripts, among the sources of a picture")
            << u"<p><img src='data:,' alt='x'><noscript><picture><source srcset='page-Dateien/"
               "big.jpg 2x'><img src='https://a.example/a.jpg'></picture></noscript></p>"_s;
        QTest::newRow("for those without scripts, in a set")
            << u"<noscript><img srcset='page-Dateien/big.jpg 800w' alt='x'></noscript>"_s;
        QTest::newRow("for those without scripts, escaped")
            << u"<p><noscript>&lt;img src=&quot;page-Dateien/big.jpg&quot; alt=&quot;x&quot; "
               "/&gt;</noscript></p>"_s;
        QTest::newRow("for those without scripts, under its name")
            << u"<p><img src='page-Dateien/blank.gif' alt='x'>"
               "<noscript><img src='https://a.example/big.jpg'></noscript></p>"_s;
        QTest::newRow("in an accelerated page")
            << u"<AMP-img src='page-Dateien/big.jpg' width='9000' alt='x'><span></span></amp-img>"_s;
        QTest::newRow("before a film is played")
            << u"<figure><video poster='page-Dateien/big.jpg'></video></figure>"_s;
        QTest::newRow("for those without scripts too")
            << u"<div><img src='page-Dateien/big.jpg' alt='x'><noscript>"
               "<img src='page-Dateien/other.jpg' alt='x'></noscript></div>"_s;
    }
    void theAddressOnTheDiskIsTaken()
    {
        QFETCH(QString, markup);
        QTemporaryDir folder;
        const QDir root(folder.path());
        QVERIFY(root.mkpath(u"page-Dateien"_s));
        for (const QString &name : {u"blank.gif"_s, u"d.gif"_s}) {
            QFile dot(root.filePath(u"page-Dateien/"_s + name));
            QVERIFY(dot.open(QIODevice::WriteOnly));
            dot.write(name == u"d.gif" ? QByteArray("GIF89a\1\0\1\0\0\0\0;", 14)
                                       : QByteArray("GIF89a\x90\1\x90\1\0\0\0;", 14));
        }
        QFile file(root.filePath(u"page-Dateien/big.jpg"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\xFF\xD8\xFF picture") > 0);
        file.close();
        const QString source = u"<!DOCTYPE html><title>Ferry</title><article><h1>Ferry</h1>"_s
            + storyAbout(u"ferry"_s) + markup + u"</article>"_s;
        const Result<QList<Article>> articles = formats::html.read(
            {root.filePath(u"page.html"_s), source.toUtf8()});
        QVERIFY(articles.has_value());
        const QList<ArticleImage> images = articles.value().first().images;
        QCOMPARE(images.size(), 1);
        QCOMPARE(images.first().filePath, file.fileName());
    }

    void noFrameIsShownForAMissingOneInANoscript_data()
    {
        QTest::addColumn<QString>("markup");
        QTest::newRow("not beside the page") << u"<img src='page_files/none.jpg' alt='The quay'>"_s;
        QTest::newRow("elsewhere") << u"<img src='https://a.example/p.gif' alt='The quay'>"_s;
        QTest::newRow("above the page") << u"<img src='../none.jpg' alt='The quay'>"_s;
        QTest::newRow("a counter")
            << u"<img src='https://a.example/count?a.gif' width='1' height='1' alt='x'>"_s;
        QTest::newRow("with words") << u"Use scripts. <img src='a/b.jpg' alt='The quay'>"_s;
        QTest::newRow("two") << u"<img src='a/b.jpg' alt='x'><img src='a/b.jpg' alt='x'>"_s;
        QTest::newRow("not closed") << u"<img src='a/b.jpg' alt='x'"_s;
        QTest::newRow("broken off") << u"<p title='</noscript><img src=a/x>'>"_s;
    }
    void noFrameIsShownForAMissingOneInANoscript()
    {
        QFETCH(QString, markup);
        const Article article = readPage(
            u"<!DOCTYPE html><title>Ferry</title><article><h1>Ferry</h1>"_s + storyAbout(u"ferry"_s)
            + u"<noscript>"_s + markup + u"</noscript></article>"_s);
        QVERIFY(article.images.isEmpty());
        QVERIFY(!article.bodyHtml.contains(u"img"_s));
        QVERIFY(!article.bodyHtml.contains(u"scripts"_s));
    }

    void theFolderIsKnownInTheBrowsersLanguage_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::newRow("English") << u"_files"_s;
        QTest::newRow("Russian") << u"_файлы"_s;
        QTest::newRow("Slovak") << u"_subory"_s;
        QTest::newRow("Romanian") << u"_fișiere"_s;
    }
    void theFolderIsKnownInTheBrowsersLanguage()
    {
        QFETCH(QString, ending);
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"page"_s + ending));
        QFile file(folder.filePath(u"page%1/big.jpg"_s.arg(ending)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\xFF\xD8\xFF picture") > 0);
        file.close();
        const QString source = u"<!DOCTYPE html><title>Ferry</title><article><h1>Ferry</h1>"_s
            + storyAbout(u"ferry"_s) + u"<img src='https://a.example/big.jpg'></article>"_s;
        const Result<QList<Article>> articles = formats::html.read(
            {folder.filePath(u"page.html"_s), source.toUtf8()});
        QCOMPARE(articles.value().first().images.value(0).filePath, file.fileName());
    }

    void aPictureForThoseWithoutScriptsIsFoundInAContainer()
    {
        const QByteArray bytes = "\xFF\xD8\xFF" + QByteArray(300, 'x');
        SavedPage page;
        page.path = u"/nowhere/page.mht"_s;
        page.location = QUrl(u"https://a.example/2024/ferry"_s);
        page.parts.insert(u"https://a.example/i/big.jpg"_s, bytes);
        page.text.utf8 = "<!DOCTYPE html><title>Ferry</title><article><h1>Ferry</h1>"
            + storyAbout(u"ferry"_s).toUtf8()
            + "<p><img src='/i/grey.jpg' alt='x'><noscript><img src='/i/big.jpg'></noscript></p>"
              "</article>";
        const Result<QList<Article>> articles = readSavedPage(page);
        QCOMPARE(articles.value().first().images.size(), 1);
        QCOMPARE(articles.value().first().images.first().bytes, bytes);
    }

    void aNameThatAnotherPictureHasIsThatOnes()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"page_files"_s));
        QFile file(folder.filePath(u"page_files/image.jpg"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\xFF\xD8\xFF picture") > 0);
        file.close();
        const Result<QList<Article>> articles = formats::html.read(
            {folder.filePath(u"page.html"_s),
             u"<!DOCTYPE html><title>Ferry</title><article><h1>Ferry</h1>%1"
             "<p><img data-src='https://a.example/1/image.jpg' alt='One'></p>%2"
             "<p><img src='page_files/image.jpg' alt='Two'></p></article>"_s
                 .arg(storyAbout(u"ferry"_s), storyAbout(u"market"_s))
                 .toUtf8()});
        const QList<ArticleImage> images = articles.value().first().images;
        QCOMPARE(images.size(), 2);
        QVERIFY(!images.first().isHere());
        QVERIFY(images.last().isHere());
    }

    void aDrawingIsShownWhenItIsNoIconAndNoPlaceHolder_data()
    {
        QTest::addColumn<QString>("root");
        QTest::addColumn<QString>("inside");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("a chart") << u"width='640' height='320px'"_s << u"<path d='M0 0L9 9'/>"_s
                                 << true;
        QTest::newRow("a chart as wide as its column")
            << u"width='100%' viewBox='0 0 640 320'"_s << u"<text>1911</text>"_s << true;
        QTest::newRow("an icon") << u"width='24' height='24'"_s << u"<path d='M0 0L9 9'/>"_s
                                 << false;
        QTest::newRow("an icon without a size")
            << u"viewBox='0 0 512 512'"_s << u"<path d='M0 0L9 9'/>"_s << false;
        QTest::newRow("a grey field")
            << u"width='640' height='320'"_s << u"<rect width='640' height='320'/>"_s << false;
        QTest::newRow("a picture out of focus")
            << u"width='640' height='320'"_s
            << u"<filter><feGaussianBlur/></filter><use href='#a'/>"_s << false;
    }
    void aDrawingIsShownWhenItIsNoIconAndNoPlaceHolder()
    {
        QFETCH(QString, root);
        QFETCH(QString, inside);
        QFETCH(bool, isShown);
        const QByteArray
            drawing = u"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' %1>"
                      "%2<desc>%3</desc></svg>"_s.arg(root, inside, QString(400, u'x'))
                          .toUtf8();
        SavedPage page;
        page.path = u"/nowhere/page.mht"_s;
        page.location = QUrl(u"https://a.example/2024/ferry"_s);
        page.parts.insert(u"https://a.example/chart?7"_s, drawing);
        page.text.utf8 = "<!DOCTYPE html><title>Ferry</title><article><h1>Ferry</h1>"
            + storyAbout(u"ferry"_s).toUtf8() + "<p><img src='/chart?7'></p><p><img src='"
            + "data:image/svg+xml;base64," + drawing.toBase64() + "'></p></article>";
        const Result<QList<Article>> articles = readSavedPage(page);
        const QList<ArticleImage> images = articles.value().first().images;
        QCOMPARE(images.size(), isShown ? 2 : 0);
        for (const ArticleImage &image : images)
            QCOMPARE(image.bytes, drawing);
    }

    void aPictureThatAStyleHoldsIsShown_data()
    {
        QTest::addColumn<QString>("style");
        QTest::newRow("behind it") << u"background-image:var(--sf-img-12)!important"_s;
        QTest::newRow("as its contents") << u"content: var(--sf-img-12)"_s;
    }
    void aPictureThatAStyleHoldsIsShown()
    {
        QFETCH(QString, style);
        const QByteArray bytes = "\xFF\xD8\xFF" + QByteArray(300, 'x');
        const Article article = readPage(
            u"<!DOCTYPE html><title>Ferry</title><style>:root{--sf-img-1: url(\"data:,\");"
            "--sf-img-12: url(\"data:image/jpeg;base64,%1\")}</style><article><h1>Ferry</h1>%2"
            "<img src=\"data:image/svg+xml,<svg></svg>\" style=\"%3\" alt=\"x\"></article>"_s.arg(
                QString::fromLatin1(bytes.toBase64()), storyAbout(u"ferry"_s), style));
        QCOMPARE(article.images.size(), 1);
        QCOMPARE(article.images.first().bytes, bytes);
    }

    void aMissingPictureKeepsItsWords()
    {
        const Article article = readPage(
            u"<!DOCTYPE html><title>Ferry</title><article><h1>Ferry</h1>"_s + storyAbout(u"ferry"_s)
            + u"<figure><img src='https://a.example/a,b.jpg' alt='The quay'>"
              "<figcaption>The quay at noon</figcaption></figure></article>"_s);
        QCOMPARE(article.images.size(), 1);
        QVERIFY(!article.images.first().isHere());
        QCOMPARE(article.images.first().contentUrl, u"https://a.example/a,b.jpg"_s);
        QCOMPARE(article.images.first().caption, u"The quay at noon"_s);
    }
};

QTEST_GUILESS_MAIN(PagePicturesTest)
#include "tst_pagepictures.moc"
