// Pages that a browser or a word processor saved as one file.
#include "app/formats/formats.h"
#include "app/formats/mhtml/mimeparts.h"
#include "app/html/plaintext.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray dot = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVQI12P8//8/AwMDEwMDAwMDACQGAwEAHw0bAAAA"
    "AElFTkSuQmCC");

QByteArray page(const QByteArray &picture)
{
    return "<!DOCTYPE html><html><head><title>Ferry returns at last</title></head><body><article>"
           "<h1>Ferry returns at last</h1><p>The ferry is home, the harbour master says, and the "
           "caf\xE9 on the quay, closed since winter, will open again.</p><p><img src=\""
        + picture + "\" alt=\"The ferry\"></p></article></body></html>";
}

QByteArray quotedPrintable(const QByteArray &text)
{
    QByteArray out;
    for (const char c : text) {
        if (c == '=' || (c & 0x80))
            out += '=' + QByteArray(1, c).toHex().toUpper();
        else
            out += c;
        if (out.size() - out.lastIndexOf('\n') > 70)
            out += "=\r\n";
    }
    return out;
}

QByteArray pagePart(const QByteArray &headers, const QByteArray &picture)
{
    return headers + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        + quotedPrintable(page(picture)) + "\r\n";
}

QByteArray picturePart(const QByteArray &headers)
{
    return headers + "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + dot.toBase64() + "\r\n";
}

Result<QList<Article>> read(const QByteArray &bytes)
{
    return readArticles(SourceFile{u"/nowhere/ferry.mhtml"_s, bytes});
}

} // namespace

class MhtmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isReadWithItsPictures_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("url");
        const QByteArray blink = "From: <Saved by Blink>\r\nSnapshot-Content-Location: "
                                 "https://harbour.example/ferry\r\nSubject: Ferry\r\n"
                                 "Date: Tue, 5 Sep 2023 22:30:04 -0000\r\nMIME-Version: 1.0\r\n"
                                 "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"
                                 "\tboundary=\"--B\"\r\n\r\n";
        const QByteArray html = "Content-Type: text/html; charset=windows-1252\r\n";
        QTest::newRow("by Chromium") << blink + "----B\r\n"
                + pagePart(html + "Content-Location: https://harbour.example/ferry\r\n",
                           "https://harbour.example/p/a.png")
                + "----B\r\n" + picturePart("Content-Location: https://harbour.example/p/a.png\r\n")
                + "----B--\r\n" << u"https://harbour.example/ferry"_s;
        QTest::newRow("with content ids, the page not first")
            << blink + "----B\r\n" + picturePart("Content-ID: <one@harbour>\r\n") + "----B\r\n"
                + pagePart(html, "cid:one@harbour") + "----B--\r\n"
            << u"https://harbour.example/ferry"_s;
        QTest::newRow("by a word processor, from a disk")
            << "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"=_Next\"\n\n"
               "This is a web archive.\n\n--=_Next\n"
                + pagePart(html + "Content-Location: file:///C:/0A/Ferry.htm\n",
                           "Ferry.files/image001.png")
                + "\n--=_Next\n"
                + picturePart("Content-Location: file:///C:/0A/Ferry.files/image001.png\n")
                + "\n--=_Next--\n"
            << QString();
        QTest::newRow("in a part of its own, twice nested")
            << "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=o\nContent-Location: x\n"
               "Content-Type: multipart/related; boundary=o\n\n--o\n"
               "Content-Type: multipart/alternative; boundary=i\n\n--i\n"
                + pagePart(html, "https://harbour.example/a.png") + "\n--i--\n--o\n"
                + picturePart("Content-Location: https://harbour.example/a.png\n") + "\n--o--\n"
            << QString();
        const QByteArray ferry = html + "Content-Location: https://harbour.example/ferry\r\n";
        const QByteArray picture = picturePart("Content-Location: https://harbour.example/a.png\n");
        const QByteArray related = "Content-Type: multipart/related; boundary=i\n\n--i\n"
            + pagePart(ferry, "a.png") + "\n--i\n" + picture + "\n--i--\n";
        QTest::newRow("within a message that has other things, too")
            << "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=o\n\n--o\n" + related
                + "\n--o--\n"
            << u"https://harbour.example/ferry"_s;
        QTest::newRow("beside its plain text")
            << "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=o\n\n--o\n"
               "Content-Type: text/plain\n\nThe ferry.\n--o\n"
                + related + "\n--o--\n"
            << u"https://harbour.example/ferry"_s;
        QTest::newRow("a message in a message")
            << "MIME-Version: 1.0\nContent-Type: message/rfc822\n\nSnapshot-Content-Location: "
               "https://harbour.example/ferry\nMIME-Version: 1.0\n"
                + QByteArray(related).replace("Content-Location: https://harbour.example/ferry\r\n",
                                              "")
            << u"https://harbour.example/ferry"_s;
        QTest::newRow("a frame before it") << blink + "----B\r\n"
                + "Content-Type: text/html\nContent-Location: cid:f@mhtml.blink\n\n<p>Buy!</p>\n"
                + "----B\r\n" + pagePart(ferry, "a.png") + "----B\r\n" + picture
                + "----B--\r\n" << u"https://harbour.example/ferry"_s;
        QTest::newRow("its story in a frame") << blink
                + "----B\r\nContent-Type: text/html\n"
                  "Content-Location: https://harbour.example/frames\n\n"
                  "<title>A set of frames and a title of some length, to be sure</title><frameset>"
                  "<frame src=ferry></frameset>\n----B\r\n"
                + pagePart(ferry, "a.png") + "----B\r\n" + picture
                + "----B--\r\n" << u"https://harbour.example/ferry"_s;
        QTest::newRow("with a base for its addresses") << blink + "----B\r\n"
                + QByteArray(pagePart(ferry, "a.png"))
                      .replace("<head>", "<head><base href=3D'/pictures/'>")
                + "----B\r\n"
                + picturePart("Content-Location: https://harbour.example/pictures/a.png\n")
                + "----B--\r\n" << u"https://harbour.example/ferry"_s;
        for (const QByteArray named : {"boundary=\"--other\"", "x=y"})
            QTest::addRow("another boundary than its header's: %s", named.constData())
                << QByteArray(blink).replace("boundary=\"--B\"", named) + "----B\r\n"
                    + pagePart(ferry, "a.png") + "----B\r\n" + picture + "----B--\r\n"
                << u"https://harbour.example/ferry"_s;
    }
    void isReadWithItsPictures()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, url);
        const Result<QList<Article>> articles = read(bytes);
        QVERIFY(articles.has_value());
        const Article article = articles.value().first();
        QCOMPARE(article.headline, u"Ferry returns at last"_s);
        QVERIFY(plainText(article.bodyHtml).contains(u"the café on the quay"_s));
        QCOMPARE(article.url.toString(), url);
        QCOMPARE(article.encodingFormat, u"multipart/related"_s);
        QCOMPARE(article.images.size(), 1);
        QCOMPARE(article.images.first().bytes, dot);
        QVERIFY(article.bodyHtml.contains(u"picture:0"));
    }

    void saysWhenItWasSaved()
    {
        const auto from = [](const QByteArray &sender) {
            const Result<QList<Article>> articles = read(
                "From: " + sender + "\nDate: Tue, 5 Sep 2023 22:30:04 +0200\nMIME-Version: 1.0\n"
                + pagePart("Content-Type: text/html; charset=windows-1252\n", "a.png"));
            return articles.value().first().dateSaved.toIso();
        };
        QCOMPARE(from("<Saved by Blink>"), u"2023-09-05T22:30:04+02:00"_s);
        QCOMPARE(from("Ann Lee <ann@harbour.example>"), QString()); // that is when she sent it
    }

    void isReadThoughItIsBroken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray head = "From: <Saved by Blink>\nMIME-Version: 1.0\n"
                                "Content-Type: multipart/related; type=\"text/html\"";
        const QByteArray part = pagePart("Content-Type: text/html; charset=windows-1252\n",
                                         "a.png");
        QTest::newRow("no boundary where it is named") << head + "; boundary=\"--B\"\n\n\n" + part;
        QTest::newRow("no boundary named") << head + ";\n\n----B\n" + part;
        QTest::newRow("cut off") << head + "; boundary=\"--B\"\n\n----B\n" + part.chopped(20);
        QTest::newRow("a header that forgets to be folded")
            << "Subject: one line\nand another\nDate: today\n" + head
                + "; boundary=\"--B\"\n\n----B\n" + part + "\n----B--";
    }
    void isReadThoughItIsBroken()
    {
        QFETCH(QByteArray, bytes);
        const Result<QList<Article>> articles = read(bytes);
        QVERIFY(articles.has_value());
        QCOMPARE(articles.value().first().headline, u"Ferry returns at last"_s);
        QVERIFY(plainText(articles.value().first().bodyHtml).contains(u"The ferry is home"_s));
    }

    void withoutAPageItIsBroken()
    {
        const Result<QList<Article>> articles = read(
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
            + picturePart("Content-Location: a.png\n") + "\n--b--\n");
        QVERIFY(!articles.has_value());
        QCOMPARE(articles.error().kind, Error::Kind::Malformed);
    }

    void aLetterIsNoPage()
    {
        const Result<QList<Article>> articles = read(
            "From: Ann\nSubject: Ferry\n\nThe ferry is home. MIME-Version: 1.0 is a header.\n");
        QVERIFY(!articles.has_value()
                || articles.value().first().encodingFormat == u"text/plain"_s);
    }

    void aLetterInSeveralPartsIsItsText()
    {
        const Result<QList<Article>> articles = read(
            "From: Ann\nSubject: =?utf-8?Q?The_caf=C3=A9_opens?=\nMIME-Version: 1.0\n"
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; "
            "charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n"
            "The ferry is home, and the caf=E9 on the quay is open from today until the autumn.\n"
            "--b\n"
            + picturePart("Content-Disposition: attachment\n") + "\n--b--\n");
        QVERIFY(articles.has_value());
        const Article article = articles.value().first();
        QCOMPARE(article.encodingFormat, u"text/plain"_s);
        QCOMPARE(article.headline, u"The café opens"_s);
        const QString text = plainText(article.bodyHtml);
        QVERIFY2(text.startsWith(u"The ferry is home, and the café on"_s), qPrintable(text));
        QVERIFY(!text.contains(u"--b"_s) && !text.contains(u"Content-"_s));
    }

    void whatNestsWithoutEndIsNotFollowed()
    {
        QByteArray bytes = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b0\n\n";
        for (int i = 0; i < 100'000; ++i) {
            const QByteArray number = QByteArray::number(i);
            bytes += "--b" + number + "\nContent-Type: multipart/related; boundary=b"
                + QByteArray::number(i + 1) + "\n\n";
        }
        QVERIFY(mimeMessage(bytes).parts.isEmpty());
    }
};

QTEST_GUILESS_MAIN(MhtmlTest)
#include "tst_mhtml.moc"
