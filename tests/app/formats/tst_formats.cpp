// Reads every sample in tests/data/formats/<format>/ and compares it with the JSON of the same name
// beside it: what `broadsheet-cli show --json` prints, without the path. Two keys are the test's
// own: "test:body" (the lines of bodyHtml, where they matter) and "test:error" (the kind of the
// error, instead of all else). Several articles in one file are an array. A new format needs no
// test code, only samples. With BROADSHEET_WRITE_EXPECTED set, writes the JSON that is missing: to
// be read by a person before it is believed.
#include "app/article/articlejson.h"
#include "app/formats/formats.h"
#include "app/html/plaintext.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString bodyKey = u"test:body"_s;

QJsonObject described(const Article &article)
{
    const QByteArray json = toJson(article, plainText(article.bodyHtml));
    QJsonObject object = QJsonDocument::fromJson(json).object();
    object.remove(u"broadsheet:path"_s);
    object.remove(u"@context"_s);
    object.remove(u"@type"_s);
    object.insert(bodyKey,
                  QJsonArray::fromStringList(article.bodyHtml.split(u'\n', Qt::SkipEmptyParts)));
    return object;
}

QJsonArray described(const Result<QList<Article>> &articles)
{
    if (!articles.has_value())
        return {QJsonObject{{u"test:error"_s, int(articles.error().kind)}}};
    QJsonArray array;
    for (const Article &article : articles.value())
        array.append(described(article));
    return array;
}

QJsonArray expectedIn(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isArray() ? document.array() : QJsonArray{document.object()};
}

QString text(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

} // namespace

class tst_Formats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everySampleReadsAsExpected_data();
    void everySampleReadsAsExpected();
    void sanitisesWhateverAFormatReturns();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
};

void tst_Formats::everySampleReadsAsExpected_data()
{
    QTest::addColumn<QString>("path");
    const QString root = QStringLiteral(TEST_DATA "/formats");
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = path.mid(root.size() + 1);
        // Samples stand in the format's own folder; what is deeper belongs to one of them.
        if (name.count(u'/') != 1 || name.endsWith(u".expected.json"))
            continue;
        QTest::newRow(name.toUtf8().constData()) << path;
    }
}

void tst_Formats::everySampleReadsAsExpected()
{
    QFETCH(QString, path);
    QFile expectedFile(path + u".expected.json"_s);

    const QJsonArray actual = described(readArticles(path));

    if (!expectedFile.exists() && qEnvironmentVariableIsSet("BROADSHEET_WRITE_EXPECTED")) {
        QVERIFY(expectedFile.open(QIODevice::WriteOnly));
        expectedFile.write(actual.size() == 1 ? QJsonDocument(actual[0].toObject()).toJson()
                                              : QJsonDocument(actual).toJson());
        QSKIP("written: read it before you believe it");
    }
    QVERIFY2(expectedFile.open(QIODevice::ReadOnly), qPrintable(expectedFile.fileName()));
    const QJsonArray expected = expectedIn(expectedFile.readAll());
    QCOMPARE(actual.size(), expected.size());
    for (qsizetype i = 0; i < actual.size(); ++i) {
        QJsonObject article = actual[i].toObject();
        const QJsonObject wanted = expected[i].toObject();
        if (!wanted.contains(bodyKey))
            article.remove(bodyKey);
        for (const QString &key : wanted.keys() + article.keys())
            QCOMPARE(key + u": "_s + text(article.value(key)),
                     key + u": "_s + text(wanted.value(key)));
    }
}

void tst_Formats::sanitisesWhateverAFormatReturns()
{
    const auto articles = readArticles(SourceFile{
        u"a.txt"_s, "Headline\n\n<script>alert(1)</script> and <b onclick=x>bold</b> words.\n"});

    QVERIFY(articles.has_value());
    QCOMPARE(articles.value().size(), 1);
    const Article &article = articles.value().first();
    QCOMPARE(article.path, u"a.txt"_s);
    QVERIFY(!article.bodyHtml.contains(u"<script"_s));
    QVERIFY(!article.bodyHtml.contains(u"<b"_s));
    QVERIFY(plainText(article.bodyHtml).contains(u"<script>alert(1)</script> and"_s));
}

void tst_Formats::refusesWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");

    QTest::newRow("nothing") << QByteArray() << int(Error::Kind::Empty);
    QTest::newRow("blanks") << QByteArray(" \n\t\r\n  ") << int(Error::Kind::Empty);
    QTest::newRow("blanks in UTF-16")
        << QByteArray("\xff\xfe \0\n\0", 6) << int(Error::Kind::Empty);
    QTest::newRow("NULs") << QByteArray(300, '\0') << int(Error::Kind::Binary);
    QTest::newRow("a program") << QByteArray("\x7f\x45LF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0",
                                             20)
                               << int(Error::Kind::Binary);
}

void tst_Formats::refusesWhatIsNoText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);

    const auto articles = readArticles(SourceFile{u"a.txt"_s, bytes});

    QVERIFY(!articles.has_value());
    QCOMPARE(int(articles.error().kind), kind);
    QCOMPARE(articles.error().subject, u"a.txt"_s);
}

QTEST_GUILESS_MAIN(tst_Formats)
#include "tst_formats.moc"
