// Files that gzip pressed.
#include "app/base/sourcefile.h"
#include "app/formats/formats.h"
#include "app/formats/gzip.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// A gzip file around what Qt presses: zlib's stream without its two bytes before and four behind.
// https://www.rfc-editor.org/rfc/rfc1952
QByteArray gzipped(const QByteArray &bytes)
{
    const QByteArray pressed = qCompress(bytes, 9);
    quint32 crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    crc = ~crc;
    QByteArray out = QByteArray::fromHex("1f8b08000000000000ff") + pressed.mid(6).chopped(4);
    for (const quint32 number : {crc, quint32(bytes.size())}) {
        for (int byte = 0; byte < 4; ++byte)
            out += char(number >> (8 * byte));
    }
    return out;
}

} // namespace

class GzipTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isUnpressed()
    {
        const QByteArray text = QByteArray("All the news. ").repeated(100'000);
        QCOMPARE(gunzipped(gzipped(text), {}).value(), text);
        QCOMPARE(gunzipped(gzipped("one ") + gzipped("two"), {}).value(), "one two");
    }

    void whatCanBeReadOfABrokenOneIsRead()
    {
        QByteArray text;
        for (int i = 0; i < 20'000; ++i)
            text += QByteArray::number(i * 7919) + ' ';
        const QByteArray pressed = gzipped(text);
        const Result<QByteArray> half = gunzipped(pressed.left(pressed.size() / 2), {});
        QVERIFY(half.has_value());
        QVERIFY(half.value().size() > text.size() / 4 && text.startsWith(half.value()));
        QCOMPARE(gunzipped("\x1F\x8B\x08 nothing", u"a.gz"_s).error().kind, Error::Kind::Malformed);
    }

    void whatSwellsBeyondAllMeasureIsRefused()
    {
        const QByteArray bomb = gzipped(QByteArray(maximumFileSize + 1024 * 1024, '\0'));
        QVERIFY(bomb.size() < 1024 * 1024);
        QCOMPARE(gunzipped(bomb, u"a.gz"_s).error().kind, Error::Kind::TooLarge);
    }

    void anArticleIsReadThroughIt()
    {
        const QByteArray page = "<!DOCTYPE html><title>Ferry returns</title><h1>Ferry returns</h1>"
                                "<p>The ferry is home, the harbour master says.</p>";
        const Result<QList<Article>> articles = readArticles(
            SourceFile{u"/nowhere/ferry.html.gz"_s, gzipped(page)});
        QVERIFY(articles.has_value());
        QCOMPARE(articles.value().first().headline, u"Ferry returns"_s);
        QCOMPARE(articles.value().first().path, u"/nowhere/ferry.html.gz"_s);
    }
};

QTEST_GUILESS_MAIN(GzipTest)
#include "tst_gzip.moc"
