// Pages that SingleFile saved as archives. tests/data/formats/zippedpage/orchard.u.zip.html was
// written by another program than ours, Python's zipfile, behind a page that unpacks itself.
#include "app/formats/formats.h"
#include "app/formats/originalpage.h"
#include "app/formats/zippedpage/zipparts.h"
#include "app/html/plaintext.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace {

const QString orchard = QStringLiteral(TEST_DATA "/formats/zippedpage/orchard.u.zip.html");

QByteArray orchardBytes()
{
    QFile file(orchard);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray number(quint32 value, int size)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes += char(value >> 8 * i & 0xFF);
    return bytes;
}

struct Packed
{
    QByteArray name;
    QByteArray contents;
    int flags = 0; // 1: locked
};

QByteArray deflated(const QByteArray &contents)
{
    return qCompress(contents, 9).mid(6).chopped(4); // without the heads and the sum around it
}

// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
QByteArray archiveOf(const QList<Packed> &entries)
{
    QByteArray archive;
    QByteArray directory;
    for (const Packed &entry : entries) {
        const QByteArray bytes = deflated(entry.contents);
        const auto sum = quint32(crc32(0,
                                       reinterpret_cast<const Bytef *>(entry.contents.constData()),
                                       uInt(entry.contents.size())));
        const QByteArray head = number(20, 2) + number(quint32(entry.flags), 2) + number(8, 2)
            + number(0, 4) + number(sum, 4) + number(quint32(bytes.size()), 4)
            + number(quint32(entry.contents.size()), 4) + number(quint32(entry.name.size()), 2)
            + number(0, 2);
        directory += "PK\x01\x02" + number(20, 2) + head + number(0, 2) + number(0, 2)
            + number(0, 2) + number(0, 4) + number(quint32(archive.size()), 4) + entry.name;
        archive += "PK\x03\x04" + head + entry.name + bytes;
    }
    const auto count = quint32(entries.size());
    return archive + directory + "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2)
        + number(quint32(directory.size()), 4) + number(quint32(archive.size()), 4) + number(0, 2);
}

QByteArray page(const QByteArray &picture = "images/0.png")
{
    return "<!DOCTYPE html><meta charset=utf-8><title>Bells</title><article><h1>The bells are back"
           "</h1><figure><img src="
        + picture
        + "><figcaption>One of them.</figcaption></figure>"
          "<p>After eleven years without a sound the three bells of Upper Marl have rung again, "
          "and a good half of the town came out to hear whether they were still in tune.</p>"
          "<p>They were not, but nobody minded, said the ringer, who is to tune them in May."
          "</p></article>";
}

const QByteArray picture = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg"
    "==");

Result<QList<Article>> readBytes(const QByteArray &bytes)
{
    return readArticles(SourceFile{u"/nowhere/bells.zip"_s, bytes});
}

} // namespace

class tst_ZippedPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsTheArticleWithItsPicture()
    {
        const Result<QList<Article>> read = readArticles(orchard);

        QVERIFY(read.has_value());
        const Article article = read.value().value(0);
        QCOMPARE(article.headline, u"Frost takes the plum blossom"_s);
        QCOMPARE(article.encodingFormat, u"application/zip"_s);
        QCOMPARE(article.url, QUrl(u"https://courant.example/2032/03/orchard-frost.html"_s));
        const QString text = plainText(article.bodyHtml);
        QVERIFY(text.contains(u"eight hundred of them"_s));
        QVERIFY(!text.contains(u"calendar"_s)); // of the frame, whose page comes first in the file
        QCOMPARE(article.images.size(), 1);
        QVERIFY(article.images.first().isHere());
    }

    void showsThePageAsItWas()
    {
        const Result<OriginalPage> read = readOriginalPage(orchard);

        QVERIFY(read.has_value());
        const OriginalPage &page = read.value();
        QVERIFY(page.html.contains(u"eight hundred of them"_s));
        QVERIFY2(page.html.contains(u"src=part/1"_s), qPrintable(page.html));
        QVERIFY(page.html.contains(u"href=part/2"_s));
        QCOMPARE(page.parts.value(u"part/1"_s).type, "image/png");
        QCOMPARE(page.parts.value(u"part/2"_s).bytes, "body{background:url(1)}");
        for (const OriginalPart &part : page.parts)
            QVERIFY(!part.type.contains("javascript"));
    }

    void saysWhenItWasSaved()
    {
        const Result<QList<Article>> read = readBytes(
            archiveOf({{"index.html", page()},
                       {"manifest.json", "{\"archiveTime\": \"2021-03-09T10:22:33.123Z\"}"}}));

        QVERIFY(read.has_value());
        QCOMPARE(read.value().first().dateSaved.toIso(), u"2021-03-09T10:22:33+00:00"_s);
    }

    void readsAnArchiveThatIsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::newRow("at the top") << QByteArray();
        QTest::newRow("in a folder") << QByteArray("1911_7/");
    }

    // Nothing says where it was: its pictures are known by the names that the page uses.
    void readsAnArchiveThatIsNothingElse()
    {
        QFETCH(const QByteArray, folder);
        const auto read = readBytes(archiveOf({{folder + "frames/0/index.html", "<p>Not this.</p>"},
                                               {folder + "index.html", page()},
                                               {folder + "images/0.png", picture}}));

        QVERIFY(read.has_value());
        const Article article = read.value().value(0);
        QCOMPARE(article.headline, u"The bells are back"_s);
        QCOMPARE(article.url, QUrl());
        QCOMPARE(article.images.size(), 1);
        QVERIFY(article.images.first().isHere());
    }

    void readsOneBehindAPicture()
    {
        const auto read = readBytes(picture + "<html data-sfz><!--"
                                    + archiveOf({{"index.html", page()}}) + "--></html>");

        QVERIFY(read.has_value());
        QCOMPARE(read.value().value(0).headline, u"The bells are back"_s);
    }

    void saysWhyOneCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("locked") << archiveOf({{"index.html", page(), 1}})
                                << u"it is locked with a password"_s;
        QTest::newRow("no page") << archiveOf({{"a/index.html.txt", "none"}})
                                 << u"there is no page in it"_s;
        QByteArray damaged = archiveOf({{"index.html", page()}});
        damaged.replace(60, 40, QByteArray(40, 'x'));
        QTest::newRow("damaged") << damaged << u"its page cannot be unpacked"_s;
        QByteArray cut = archiveOf({{"index.html", page()}});
        cut.replace("PK\x01\x02", "PKxx");
        QTest::newRow("no directory") << cut << u"its archive cannot be unpacked"_s;
    }

    void saysWhyOneCannotBeRead()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, why);
        const auto read = readBytes(bytes);

        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, Error::Kind::Malformed);
        QCOMPARE(read.error().detail, why);
    }

    // Sixty pictures of sixteen megabytes in as many kilobytes.
    void unpacksNoMoreThanAFileMayHave()
    {
        QList<Packed> entries{{"index.html", page()}};
        const QByteArray large(16 * 1024 * 1024, '\0');
        for (int i = 0; i < 60; ++i)
            entries.append({"images/" + QByteArray::number(i) + ".png", large});

        const auto message = zippedParts(SourceFile{u"/nowhere/bomb.zip"_s, archiveOf(entries)});

        QVERIFY(message.has_value());
        qsizetype unpacked = 0;
        for (const MimePart &part : message.value().parts)
            unpacked += part.contents.size();
        QVERIFY(unpacked > 3 * large.size());
        QVERIFY(unpacked <= maximumFileSize);
    }

    void survivesEveryCutAndTenThousandWrongBytes()
    {
        const QByteArray whole = orchardBytes();
        QVERIFY(whole.size() > 1000);
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const auto cut = zippedParts(SourceFile{orchard, whole.left(length)});
            if (!cut.has_value())
                QCOMPARE(cut.error().kind, Error::Kind::Malformed);
        }
        QRandomGenerator random(11);
        for (int round = 0; round < 10'000; ++round) {
            QByteArray wrong = whole;
            for (int change = 0; change < 3; ++change)
                wrong[random.bounded(int(wrong.size()))] = char(random.bounded(256));
            // The directory at the end matters most.
            wrong[wrong.size() - 1 - random.bounded(400)] = char(random.bounded(256));
            const auto message = zippedParts(SourceFile{orchard, wrong});
            if (!message.has_value())
                QCOMPARE(message.error().kind, Error::Kind::Malformed);
        }
    }
};

QTEST_APPLESS_MAIN(tst_ZippedPage)
#include "tst_zippedpage.moc"
