// Pages that Safari saved as one file. tests/data/formats/webarchive/ferry.webarchive was written
// by another program than ours, Python's plistlib.
#include "app/formats/formats.h"
#include "app/formats/originalpage.h"
#include "app/formats/webarchive/archiveparts.h"
#include "app/formats/webarchive/propertylist.h"
#include "app/html/plaintext.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString ferry = QStringLiteral(TEST_DATA "/formats/webarchive/ferry.webarchive");

QByteArray ferryBytes()
{
    QFile file(ferry);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray element(const QByteArray &name, const QByteArray &content)
{
    return "<" + name + ">" + content + "</" + name + ">";
}

QByteArray xmlResource(const QByteArray &address, const QByteArray &type, const QByteArray &bytes)
{
    return element("dict",
                   element("key", "WebResourceData")
                       + element("data", "\n\t" + bytes.toBase64() + "\n\t")
                       + element("key", "WebResourceMIMEType") + element("string", type)
                       + element("key", "WebResourceTextEncodingName") + element("string", "UTF-8")
                       + element("key", "WebResourceURL") + element("string", address));
}

// As XML: an archive of a page, one more part and the archives of its frames.
QByteArray xmlArchive(const QByteArray &page, const QByteArray &part, const QByteArray &frames = {})
{
    return element("dict",
                   element("key", "WebMainResource") + page + element("key", "WebSubresources")
                       + element("array", part) + element("key", "WebSubframeArchives")
                       + element("array", frames));
}

QByteArray xmlList(const QByteArray &top)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD "
           "PLIST "
           "1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">"
        + top + "</plist>\n";
}

const QByteArray quay = xmlResource(
    "https://courant.example/quay.html?a=1&amp;b=2", "text/html",
    "<!DOCTYPE html><title>Quay closes</title><article><h1>Quay closes</h1><p>The old quay is "
    "closed from today, the café on it stays open, and the boats go to the island's other side for "
    "the winter.</p><img src='crane.png' alt='The crane'></article>");
const QByteArray crane = xmlResource("https://courant.example/crane.png", "image/png",
                                     "\x89PNG\r\n\x1A\n and the rest of it");

// A list whose objects, their offsets and their references take a byte each.
QByteArray listOf(const QList<QByteArray> &objects)
{
    QByteArray list = "bplist00";
    QByteArray offsets;
    for (const QByteArray &object : objects) {
        offsets += char(list.size());
        list += object;
    }
    const char table = char(list.size());
    return list + offsets + QByteArray(6, 0) + "\x01\x01" + QByteArray(7, 0) + char(objects.size())
        + QByteArray(8, 0) + QByteArray(7, 0) + table;
}

// The same where a byte is too little for an offset.
QByteArray wideListOf(const QList<QByteArray> &objects)
{
    const auto number = [](qint64 value, int size) {
        QByteArray bytes;
        for (int i = size - 1; i >= 0; --i)
            bytes += char(value >> 8 * i & 0xFF);
        return bytes;
    };
    QByteArray list = "bplist00";
    QByteArray offsets;
    for (const QByteArray &object : objects) {
        offsets += number(list.size(), 4);
        list += object;
    }
    return list + offsets + QByteArray(6, 0) + "\x04\x01" + number(objects.size(), 8)
        + QByteArray(8, 0) + number(list.size(), 8);
}

} // namespace

class tst_WebArchive final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsTheArticleWithItsPicture()
    {
        const Result<QList<Article>> read = readArticles(ferry);

        QVERIFY(read.has_value());
        const Article article = read.value().value(0);
        QCOMPARE(article.headline, u"Ferry returns at last"_s);
        QCOMPARE(article.encodingFormat, u"application/x-webarchive"_s);
        QCOMPARE(article.url, QUrl(u"https://courant.example/2031/ferry.html"_s));
        const QString text = plainText(article.bodyHtml);
        QVERIFY(text.contains(u"the café on the quay"_s)); // from Windows-1252
        QVERIFY(!text.contains(u"Buy"_s));                 // of the frame beside it
        QCOMPARE(article.images.size(), 1);
        QVERIFY(article.images.first().isHere());
        QCOMPARE(article.images.first().caption, u"The ferry at the quay."_s);
    }

    void showsThePageAsItWas()
    {
        const Result<OriginalPage> read = readOriginalPage(ferry);

        QVERIFY(read.has_value());
        const OriginalPage &page = read.value();
        QVERIFY(page.html.contains(u"café"_s));
        QVERIFY2(page.html.contains(u"src=\"part/1\""_s), qPrintable(page.html));
        QVERIFY(page.html.contains(u"href=\"part/2\""_s));
        QCOMPARE(page.parts.value(u"part/1"_s).type, "image/png");
        QVERIFY(page.parts.value(u"part/2"_s).bytes.contains("url(1)"));
        for (const OriginalPart &part : page.parts)
            QVERIFY(!part.type.contains("javascript"));
    }

    void readsOneWrittenAsXml_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a page") << xmlList(xmlArchive(quay, crane));
        QTest::newRow("a page in a frame") << xmlList(
            xmlArchive(xmlResource("https://courant.example/", "text/html",
                                   "<title>Courant</title><frameset><frame src=q></frameset>"),
                       {}, xmlArchive(quay, crane)));
        QTest::newRow("a frame beside it")
            << xmlList(xmlArchive(quay, crane,
                                  xmlArchive(xmlResource("https://ads.example/", "text/html",
                                                         "<p>" + QByteArray(5000, 'x') + "</p>"),
                                             {})));
    }
    void readsOneWrittenAsXml()
    {
        QFETCH(QByteArray, bytes);

        const Result<QList<Article>> read = readArticles(
            SourceFile{u"/nowhere/q.webarchive"_s, bytes});

        QVERIFY(read.has_value());
        const Article article = read.value().value(0);
        QCOMPARE(article.headline, u"Quay closes"_s);
        QCOMPARE(article.url, QUrl(u"https://courant.example/quay.html?a=1&b=2"_s));
        QVERIFY(plainText(article.bodyHtml).contains(u"the café on it"_s));
        QCOMPARE(article.images.size(), 1);
        QVERIFY(article.images.first().isHere());
    }

    void survivesXmlThatIsBrokenOrMeansHarm()
    {
        const QByteArray whole = xmlList(xmlArchive(quay, crane));
        for (qsizetype length = 0; length < whole.size(); ++length)
            webArchiveParts(whole.left(length));
        QVERIFY(webArchiveParts(xmlList(QByteArray("<array>").repeated(100'000))).parts.isEmpty());
        QByteArray laughs = "<!DOCTYPE plist [<!ENTITY a 'ha'><!ENTITY b SYSTEM '"
                            "file:///etc/hostname'>";
        for (char c = 'c'; c < 'z'; ++c)
            laughs += QByteArray("<!ENTITY ") + c + " '&a;&a;&" + (c == 'c' ? 'a' : char(c - 1))
                + ";&" + (c == 'c' ? 'a' : char(c - 1)) + ";'>";
        const auto with = [&](const QByteArray &entity) {
            return laughs + "]><plist>"
                + xmlArchive(xmlResource(entity, "text/html", "<p>Ferry</p>"), {}) + "</plist>";
        };
        for (const MimePart &part : webArchiveParts(with("&b;")).parts)
            QCOMPARE(part.location, QString());
        for (const MimePart &part : webArchiveParts(with("&y;")).parts)
            QVERIFY(part.location.size() < 100'000);
    }

    void readsWhatAListCanHold()
    {
        // {"a": ["b", "ö" in UTF-16, data of 20 bytes]}
        const QByteArray bytes = listOf({QByteArray("\xD1\x01\x02", 3),
                                         QByteArray("\x51"
                                                    "a"),
                                         QByteArray("\xA3\x03\x04\x05", 4),
                                         QByteArray("\x51"
                                                    "b"),
                                         QByteArray("\x61\x00\xF6", 3),
                                         QByteArray("\x4F\x10\x14", 3) + QByteArray(20, 'x')});
        const PropertyList list(bytes);

        const QList<PropertyList::Object> items = list.itemsOf(list.valueOf(list.top(), "a"));

        QCOMPARE(items.size(), 3);
        QCOMPARE(list.textOf(items.at(0)), u"b"_s);
        QCOMPARE(list.textOf(items.at(1)), u"ö"_s);
        QCOMPARE(list.dataOf(items.at(2)), QByteArray(20, 'x'));
        QCOMPARE(list.valueOf(list.top(), "b"), PropertyList::none);
        QVERIFY(list.itemsOf(list.top()).isEmpty());
        QCOMPARE(list.textOf(items.at(2)), QString());
    }

    // An array that holds itself a hundred times over is a hundred items, and no more.
    void isNotDrawnIntoACircle()
    {
        const QByteArray bytes = listOf({QByteArray("\xAF\x10\x64", 3) + QByteArray(100, 0)});
        const PropertyList list(bytes);

        QCOMPARE(list.itemsOf(list.top()).size(), 100);
        QVERIFY(webArchiveParts(bytes).parts.isEmpty());
    }

    // One long address that every part has, and that is every name of a dictionary besides.
    void holdsNoMoreThanTheFile()
    {
        const QByteArray text = QByteArray("\x5F\x11\x7F\xFF", 4) + QByteArray(0x7FFF, 'a');
        const auto name = [](const char *word) {
            const QByteArray bytes(word);
            return QByteArray("\x5F\x10", 2) + char(bytes.size()) + bytes;
        };
        // 0 the top, 1-3 its names, 4 a resource, 5 its data, 6 the long text, 7 all resources
        const QByteArray resource = QByteArray("\xD2\x02\x03\x05\x06", 5);
        const QByteArray all = QByteArray("\xAF\x11\x0F\xA0", 4) + QByteArray(4000, '\x04');
        const QByteArray bytes = wideListOf(
            {QByteArray("\xD2\x01\x08\x04\x07", 5), name("WebMainResource"),
             name("WebResourceData"), name("WebResourceURL"), resource, QByteArray("\x41x", 2),
             text, all, name("WebSubresources")});

        const MimeMessage message = webArchiveParts(bytes);

        QVERIFY(message.parts.size() > 1);
        qsizetype letters = 0;
        for (const MimePart &part : message.parts)
            letters += part.location.size();
        QVERIFY(letters <= 2 * bytes.size());
    }

    void survivesEveryCutAndTenThousandWrongBytes()
    {
        const QByteArray whole = ferryBytes();
        QVERIFY(whole.size() > 1000);
        for (qsizetype length = 0; length < whole.size(); ++length)
            webArchiveParts(whole.left(length));
        QRandomGenerator random(7);
        for (int round = 0; round < 10'000; ++round) {
            QByteArray wrong = whole;
            for (int change = 0; change < 3; ++change)
                wrong[random.bounded(int(wrong.size()))] = char(random.bounded(256));
            // The tables at the end matter most.
            wrong[wrong.size() - 1 - random.bounded(200)] = char(random.bounded(256));
            const MimeMessage message = webArchiveParts(wrong);
            qsizetype bytes = 0;
            for (const MimePart &part : message.parts)
                bytes += part.contents.size();
            QVERIFY(bytes <= 2 * wrong.size());
        }
    }

    void saysThatOneWithoutAPageIsDamaged()
    {
        QByteArray bytes = ferryBytes();
        bytes.replace("WebResourceData", "WebResourceXata");

        const auto read = readArticles(SourceFile{u"/nowhere/f.webarchive"_s, bytes});

        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, Error::Kind::Malformed);
    }
};

QTEST_APPLESS_MAIN(tst_WebArchive)
#include "tst_webarchive.moc"
