// An article as JSON: every field under schema.org's name, whatever it says.
#include "app/article/articlejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonObject read(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

PrintedDate day(int year, int month, int day)
{
    PrintedDate date;
    date.moment = QDateTime(QDate(year, month, day), QTime(0, 0), Qt::UTC);
    return date;
}

Article fullArticle()
{
    Article article;
    article.headline = u"Ferry returns"_s;
    article.alternativeHeadline = u"The \"Ida\" is back"_s;
    article.description = u"After two years."_s;
    article.authors = {u"Ida Brandt"_s, u"Omar Wells"_s};
    article.datePublished = day(2021, 4, 12);
    article.dateModified = day(2021, 4, 13);
    article.dateSaved = day(2021, 4, 14);
    article.articleSection = u"Harbour"_s;
    article.publisher = u"The Harbour Review"_s;
    article.inLanguage = u"en"_s;
    article.url = QUrl(u"https://review.example/ferry"_s);
    article.place = u"Leeds"_s;
    article.keywords = {u"ferries"_s};
    article.images.resize(2);
    article.images[0].contentUrl = u"ferry.jpg"_s;
    article.images[0].alternateName = u"A ferry"_s;
    article.images[0].caption = u"At the quay."_s;
    article.images[1].contentUrl = u"data:image/png;base64,AAAA"_s;
    RelatedLink link;
    link.headline = u"New pier"_s;
    link.url = QUrl(u"https://review.example/pier"_s);
    article.relatedLinks = {link};
    article.encodingFormat = u"text/html"_s;
    article.path = u"/news/ferry.html"_s;
    article.part = u"2"_s;
    article.trimmings = {u"Share"_s, u"Print"_s};
    article.problems = {u"a picture is missing"_s};
    article.extent = ArticleExtent::Beginning;
    return article;
}

} // namespace

class tst_ArticleJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyFieldHasItsName()
    {
        const QJsonObject image{{u"contentUrl"_s, u"ferry.jpg"_s},
                                {u"alternateName"_s, u"A ferry"_s},
                                {u"caption"_s, u"At the quay."_s}};
        const QJsonObject inside{{u"contentUrl"_s, u"data:image/png;base64"_s}};
        const QJsonObject link{{u"headline"_s, u"New pier"_s},
                               {u"url"_s, u"https://review.example/pier"_s}};
        const QJsonObject expected{
            {u"@context"_s, u"https://schema.org"_s},
            {u"@type"_s, u"NewsArticle"_s},
            {u"headline"_s, u"Ferry returns"_s},
            {u"alternativeHeadline"_s, u"The \"Ida\" is back"_s},
            {u"description"_s, u"After two years."_s},
            {u"articleBody"_s, u"One.\n\nTwo."_s},
            {u"author"_s, QJsonArray{u"Ida Brandt"_s, u"Omar Wells"_s}},
            {u"datePublished"_s, u"2021-04-12"_s},
            {u"dateModified"_s, u"2021-04-13"_s},
            {u"articleSection"_s, u"Harbour"_s},
            {u"publisher"_s, u"The Harbour Review"_s},
            {u"inLanguage"_s, u"en"_s},
            {u"url"_s, u"https://review.example/ferry"_s},
            {u"contentLocation"_s, u"Leeds"_s},
            {u"keywords"_s, QJsonArray{u"ferries"_s}},
            {u"image"_s, QJsonArray{image, inside}},
            {u"relatedLink"_s, QJsonArray{link}},
            {u"encodingFormat"_s, u"text/html"_s},
            {u"broadsheet:dateSaved"_s, u"2021-04-14"_s},
            {u"broadsheet:path"_s, u"/news/ferry.html"_s},
            {u"broadsheet:part"_s, u"2"_s},
            {u"broadsheet:trimmings"_s, QJsonArray{u"Share"_s, u"Print"_s}},
            {u"broadsheet:problems"_s,
             QJsonArray{u"a picture is missing"_s,
                        u"only the beginning of the article is in the file"_s}},
        };
        const QByteArray json = toJson(fullArticle(), u"One.\n\nTwo."_s);
        QCOMPARE(read(json), expected);
        QVERIFY(!json.contains('\n'));
        // The keys in the order of their letters, as QJsonDocument has them.
        QCOMPARE(json, QJsonDocument(expected).toJson(QJsonDocument::Compact));
    }

    void whatIsAbsentIsLeftOut()
    {
        QCOMPARE(read(toJson({}, {})),
                 (QJsonObject{{u"@context"_s, u"https://schema.org"_s},
                              {u"@type"_s, u"NewsArticle"_s}}));
    }

    void aPrintedStandfirstStandsBeforeTheBody()
    {
        Article article;
        article.description = u"After two years."_s;
        article.isStandfirstPrinted = true;
        QCOMPARE(read(toJson(article, u"One."_s)).value(u"articleBody"),
                 u"After two years.\n\nOne."_s);
    }

    void anyTextComesThrough_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        const auto row = [](const char *name, const QString &text) {
            QTest::newRow(name) << text << text;
        };
        row("quotation marks", u"\"Ida\" \\ 'Ann' / </script>"_s);
        row("controls", u"a\tb\nc\rd\be\ff\u0001g\u001Fh\u007Fi"_s);
        row("a NUL", u"a"_s + QChar(0) + u"b"_s);
        row("scripts", u"Fähre паром פרי 渡轮 🚢\u2028\uFEFF\uFFFD"_s);
        QTest::newRow("half a character") << u"a"_s + QChar(0xD83D) + u"b"_s << u"a?b"_s;
        QTest::newRow("the other half") << u"a"_s + QChar(0xDEA2) << u"a?"_s;
    }

    void anyTextComesThrough()
    {
        QFETCH(const QString, text);
        Article article;
        article.headline = text;
        article.keywords = {text};
        const QJsonObject json = read(toJson(article, text));
        QFETCH(const QString, read);
        QCOMPARE(json.value(u"headline"), read);
        QCOMPARE(json.value(u"articleBody"), read);
        QCOMPARE(json.value(u"keywords"), QJsonArray{read});
    }
};

QTEST_GUILESS_MAIN(tst_ArticleJson)
#include "tst_articlejson.moc"
