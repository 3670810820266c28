// A saved page as it was, for a view without scripts and without a network.
#include "app/formats/originalpage.h"
#include "app/formats/parttypes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString saved(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write into the test's own folder");
    return file.fileName();
}

} // namespace

class OriginalPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aFileKeepsItsMarkupAndItsFolder()
    {
        const QTemporaryDir folder;
        const QString path = saved(
            folder, u"Ferry.html"_s,
            "<!DOCTYPE html><meta charset=windows-1252><base href='https://a.example/'>"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src https:\">"
            "<meta http-equiv='refresh' content='0; url=https://a.example/'>"
            "<link rel=stylesheet href='Ferry_files/a.css'><h1>Caf\xE9</h1>");
        const Result<OriginalPage> page = readOriginalPage(path);
        QVERIFY(page.has_value());
        QCOMPARE(page.value().html,
                 u"<!DOCTYPE html><link rel=stylesheet href='Ferry_files/a.css'><h1>Café</h1>"_s);
        QCOMPARE(page.value().folder, QDir(folder.path()).canonicalPath() + u'/');
        QVERIFY(page.value().parts.isEmpty());
    }

    void aContainersAddressesLeadToItsParts()
    {
        const QTemporaryDir folder;
        const QString path = saved(
            folder, u"Ferry.mhtml"_s,
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
            "Content-Type: text/html; charset=utf-8\n"
            "Content-Location: https://a.example/n/ferry.html\n\n"
            "<a href=\"https://a.example/n/ferry.html#end\">"
            "<link href=\"cid:css@a\"><img src=\"https://a.example/p.png?a=1&amp;b=2\">"
            "<img src=\"https://elsewhere.example/q.png\"><img src=\"f/r.png\">\n--b\n"
            "Content-Type: text/css\nContent-ID: <css@a>\n\n"
            "body{background:url(https://a.example/p.png?a=1&b=2)}\n--b\n"
            "Content-Type: image/png\nContent-Location: https://a.example/p.png?a=1&b=2\n\npng\n"
            "--b\nContent-Type: image/png\nContent-Location: f/r.png\n\nr\n--b\n"
            "Content-Type: application/javascript\nContent-Location: https://a.example/s.js\n\nx\n"
            "--b\nContent-Type: application/octet-stream\nContent-Location: f/photo\n\nGIF89a\n"
            "--b--\n");
        const Result<OriginalPage> read = readOriginalPage(path);
        QVERIFY(read.has_value());
        const OriginalPage &page = read.value();
        QVERIFY2(page.html.contains(u"href=\"part/1\""_s), qPrintable(page.html));
        QVERIFY(page.html.contains(u"src=\"part/2\""_s));
        QVERIFY(page.html.contains(u"ferry.html#end\""_s)); // the page is no part of itself
        QVERIFY(page.html.contains(u"src=\"https://elsewhere.example/q.png\""_s));
        QVERIFY(page.parts[u"part/1"_s].bytes.contains("url(2)")); // beside it, in part/
        QCOMPARE(page.parts[u"part/2"_s].type, "image/png");
        QCOMPARE(page.parts[u"f/r.png"_s].bytes.trimmed(), "r");
        QVERIFY(!page.parts.contains(u"part/4"_s)); // no script is served
        QCOMPARE(page.parts[u"f/photo"_s].type, "image/gif");
        QVERIFY(page.folder.isEmpty());
    }

    void aTextHasNoPage()
    {
        const QTemporaryDir folder;
        const Result<OriginalPage> page = readOriginalPage(
            saved(folder, u"a.txt"_s, "Nothing but words."));
        QVERIFY(!page.has_value());
        QCOMPARE(page.error().kind, Error::Kind::Unsupported);
        QCOMPARE(readOriginalPage(folder.filePath(u"b"_s)).error().kind, Error::Kind::NotFound);
    }

    void namesTheFilesThatAreItsStyles()
    {
        const QTemporaryDir folder;
        const Result<OriginalPage> page = readOriginalPage(
            saved(folder, u"Ferry.html"_s,
                  "<!DOCTYPE html><link href='Ferry_files/load.php?a&amp;b' rel='Stylesheet'>"
                  "<link rel=\"alternate stylesheet\" href=\"./Ferry_files/my%20style\">"
                  "<link rel=icon href=Ferry_files/icon><link rel=stylesheet href=//a.example/x>"
                  "<link rel=stylesheet href='https://a.example/y'>"));
        QVERIFY(page.has_value());
        QCOMPARE(page.value().styles, (QSet{u"Ferry_files/load.php"_s, u"Ferry_files/my style"_s}));
    }

    void aPictureIsKnownByItsFirstBytes()
    {
        QCOMPARE(typeOfPicture("\xFF\xD8\xFF\xE0"), "image/jpeg");
        QCOMPARE(typeOfPicture(QByteArray("RIFF\1\2\3\4WEBPVP8 ", 16)), "image/webp");
        for (const auto bytes : {"<script>", "#!/bin/sh", "%PDF-1.4", ""})
            QCOMPARE(typeOfPicture(bytes), QByteArray());
    }

    void onlyPicturesStylesAndLettersAreParts()
    {
        QCOMPARE(typeOfPart(u"x_files/a.CSS"_s), "text/css");
        QCOMPARE(typeOfPart(u"a.woff2"_s), "font/woff2");
        for (const QString &name : {u"a.js"_s, u"a.html"_s, u"passwd"_s, u"a.txt"_s, u"a.pdf"_s})
            QCOMPARE(typeOfPart(name), QByteArray());
    }
};

QTEST_GUILESS_MAIN(OriginalPageTest)
#include "tst_originalpage.moc"
