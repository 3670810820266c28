#include "app/formats/articleformat.h"
#include "app/formats/formats.h"
#include "app/formats/html/authornames.h"
#include "app/formats/html/headline.h"
#include "app/formats/html/pagepictures.h"
#include "app/formats/html/tolerantjson.h"

#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

namespace formats {
extern const ArticleFormat html;
} // namespace formats

namespace {

void write(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write into the test's own folder");
    file.write("picture");
}

int numberOf(PagePictures &pictures, const QString &src)
{
    const QByteArray utf8 = src.toUtf8();
    const std::array<HtmlAttribute, 2> attributes{{{"src"_L1, utf8}, {"alt"_L1, "words"}}};
    HtmlNode img;
    img.tag = HtmlTag::Img;
    img.attributes = HtmlAttributes(attributes);
    return pictures.numberOf(img, {src}, {});
}

} // namespace

class tst_Html final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void knowsAPageByItsContent_data();
    void knowsAPageByItsContent();
    void findsPicturesBesideThePageAndNowhereElse_data();
    void findsPicturesBesideThePageAndNowhereElse();
    void takesOnlyPicturesMadeOfDotsFromThePageItself();
    void saysWhenAndHowItWasWritten();
    void takesTheSiteOffATitle_data();
    void takesTheSiteOffATitle();
    void findsTheNamesInAByline_data();
    void findsTheNamesInAByline();
    void readsJsonAsPagesHaveIt_data();
    void readsJsonAsPagesHaveIt();
    void readsQuotationMarksThatNobodyEscaped_data();
    void readsQuotationMarksThatNobodyEscaped();
    void bearsHostilePages_data();
    void bearsHostilePages();
};

void tst_Html::knowsAPageByItsContent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isPage");

    const auto row = [](const char *what, const QString &name, const QByteArray &bytes,
                        bool isPage) { QTest::newRow(what) << name << bytes << isPage; };
    row("doctype", u"a"_s, "\n <!DOCTYPE HTML><p>x", true);
    row("comment first", u"a.txt"_s, "<!-- saved --> <!-- again --><html>", true);
    row("XML prolog", u"a"_s, "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html/>", true);
    row("mark", u"a"_s, "\xEF\xBB\xBF<html><body>", true);
    row("UTF-16", u"a"_s, QByteArray("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14), true);
    row("head left out", u"a"_s, "<meta charset=utf-8><title>x</title>", true);
    row("by its name", u"a.HTM"_s, "<div>words</div>", true);
    row("a tag mentioned", u"a.txt"_s, "Use <html> and <body> in your page.", false);
    row("a tag first, not a page's", u"a.txt"_s, "<p>words</p>", false);
    row("text in an HTML name", u"a.html"_s, "Nothing but words, 3 < 4.", false);
    row("another XML", u"a.xml"_s, "<?xml version=\"1.0\"?><rss><title>x</title></rss>", false);
    row("binary", u"a.html"_s, "\x89PNG\r\n\x1A\n<html>", false);
    row("a base first", u"a"_s, "<base href='x/'><p>words", true);
    row("a body alone", u"a"_s, "<body>words<p>words</body>", true);
    row("tickers first", u"a.txt"_s, "<BASE> TO SELL FERRIES TO <LINK>\n\nWords.", false);
    row("a ticker as a body's", u"a.txt"_s, "<HEAD> TO SELL <BODY>, 3 </ 4\n\nWords.", false);
    row("a longer word", u"a"_s, "<headline>x</headline>", false);
}

void tst_Html::knowsAPageByItsContent()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isPage);

    QCOMPARE(formats::html.recognises({name, bytes}), isPage);
}

void tst_Html::findsPicturesBesideThePageAndNowhereElse_data()
{
    QTest::addColumn<QString>("src");
    QTest::addColumn<bool>("isHere");

    QTest::newRow("saved folder") << u"page_files/a b.png"_s << true;
    QTest::newRow("escaped") << u"./page_files/a%20b.png?size=2#x"_s << true;
    QTest::newRow("out and in again") << u"../inside/page_files/a b.png"_s << true;
    QTest::newRow("above") << u"../secret.png"_s << false;
    QTest::newRow("above, escaped") << u"page_files/%2e%2e/%2e%2e/secret.png"_s << false;
    QTest::newRow("through a link") << u"page_files/link.png"_s << false;
    QTest::newRow("through a linked folder") << u"page_files/up/secret.png"_s << false;
    QTest::newRow("absolute") << u"/etc/hostname"_s << false;
    QTest::newRow("with a scheme") << u"file:///etc/hostname"_s << false;
    QTest::newRow("a directory") << u"page_files"_s << false;
    QTest::newRow("not there") << u"page_files/none.png"_s << false;
}

void tst_Html::findsPicturesBesideThePageAndNowhereElse()
{
    QFETCH(QString, src);
    QFETCH(bool, isHere);
    QTemporaryDir folder;
    QDir root(folder.path());
    QVERIFY(root.mkpath(u"inside/page_files"_s));
    write(root.filePath(u"secret.png"_s));
    write(root.filePath(u"inside/page_files/a b.png"_s));
    QVERIFY(QFile::link(root.filePath(u"secret.png"_s),
                        root.filePath(u"inside/page_files/link.png"_s)));
    QVERIFY(QFile::link(root.path(), root.filePath(u"inside/page_files/up"_s)));

    SavedPage page;
    page.path = root.filePath(u"inside/page.html"_s);
    const HtmlDocument document;
    PagePictures pictures(page, {}, document);
    const int number = numberOf(pictures, src);

    QCOMPARE(number >= 0 && pictures.images()[number].isHere(), isHere);
    if (isHere)
        QVERIFY(pictures.images()[number].filePath.endsWith("/inside/page_files/a b.png"_L1));
}

void tst_Html::takesOnlyPicturesMadeOfDotsFromThePageItself()
{
    const QByteArray png = "\x89PNG\r\n\x1A\n" + QByteArray(300, 'x');
    const QByteArray drawing = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>"
        + QByteArray(300, ' ');
    SavedPage page;
    page.path = u"/nowhere/page.html"_s;
    const HtmlDocument document;
    PagePictures pictures(page, {}, document);

    const int dots = numberOf(pictures,
                              u"data:image/png;base64,"_s + QString::fromLatin1(png.toBase64()));
    const int lines = numberOf(
        pictures, u"data:image/svg+xml;base64,"_s + QString::fromLatin1(drawing.toBase64()));
    const int disguised = numberOf(
        pictures, u"data:image/png;base64,"_s + QString::fromLatin1(drawing.toBase64()));

    QCOMPARE(dots, 0);
    QCOMPARE(pictures.images()[0].bytes, png);
    QCOMPARE(lines, -1);
    QCOMPARE(disguised, -1);
}

void tst_Html::saysWhenAndHowItWasWritten()
{
    const auto read = [](const QByteArray &before) {
        return readArticles(SourceFile{u"/nowhere/a.html"_s,
                                       before + "<title>Ferry</title><p>The ferry is home.</p>"})
            .value()
            .first();
    };
    const Article saved = read(
        "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://a.example/f \n"
        " saved date: Tue Mar 09 2021 11:22:33 GMT+0100 (Central European Standard Time)\n-->"
        "<meta charset=utf-8>");
    QCOMPARE(saved.dateSaved.toIso(), u"2021-03-09T11:22:33+01:00"_s);
    QCOMPARE(saved.provenance[u"charset"_s], u"declaration"_s);

    const Article other = read("<!DOCTYPE html><!-- saved date: 2021-03-09 -->");
    QVERIFY(!other.dateSaved.isValid());
    QCOMPARE(other.provenance[u"charset"_s], u"detection"_s);
}

void tst_Html::takesTheSiteOffATitle_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("publisher");
    QTest::addColumn<QString>("headline");

    const QString story = u"Bridge closed after the flood"_s;
    QTest::newRow("bar") << story + u" | The Meridian"_s << u"The Meridian"_s << story;
    QTest::newRow("dash") << story + u" - Meridian"_s << u"The Meridian"_s << story;
    QTest::newRow("section too") << story + u" - News - Meridian"_s << u"Meridian"_s
                                 << story + u" - News"_s;
    QTest::newRow("in front") << u"Meridian: "_s + story << u"Meridian"_s << story;
    QTest::newRow("unknown site") << story + u" | Nordblatt"_s << QString() << story;
    QTest::newRow("a dash of its own")
        << u"Flood – what we know"_s << u"Meridian"_s << u"Flood – what we know"_s;
    QTest::newRow("nothing else") << story << u"Meridian"_s << story;
}

void tst_Html::takesTheSiteOffATitle()
{
    QFETCH(QString, title);
    QFETCH(QString, publisher);
    QFETCH(QString, headline);

    QCOMPARE(withoutSiteName(title, publisher), headline);
}

void tst_Html::findsTheNamesInAByline_data()
{
    QTest::addColumn<QString>("byline");
    QTest::addColumn<QStringList>("names");

    QTest::newRow("by") << u"By Nell Ashby"_s << QStringList{u"Nell Ashby"_s};
    QTest::newRow("von, und") << u"Von Karla Möhring und Yusuf Demir"_s
                              << QStringList{u"Karla Möhring"_s, u"Yusuf Demir"_s};
    QTest::newRow("a role") << u"Rory Quinlan, science writer"_s << QStringList{u"Rory Quinlan"_s};
    QTest::newRow("initials") << u"Elsa Roth (ero)"_s << QStringList{u"Elsa Roth"_s};
    QTest::newRow("an agency") << u"Reuters"_s << QStringList{u"Reuters"_s};
    const auto row = [](const char *what, const QString &byline, const QStringList &found) {
        QTest::newRow(what) << byline << found;
    };
    const QStringList nell{u"Nell Ashby"_s};
    row("an agency beside", u"By Nell Ashby, Reuters"_s, {u"Nell Ashby"_s, u"Reuters"_s});
    row("an agency's initials", u"Quelle: dpa/nah"_s, {u"dpa"_s});
    row("a source that is none", u"Quelle: Amt"_s, {});
    row("with an agency", u"Par Nell Ashby avec AFP"_s, {u"Nell Ashby"_s, u"AFP"_s});
    row("a place behind a name", u"By Rory Quinlan and Nell Ashby in Leeds"_s,
        {u"Rory Quinlan"_s, u"Nell Ashby"_s});
    row("a place behind a dash", u"Nell Ashby — Leeds"_s, nell);
    row("a place behind a role", u"Nell Ashby, news desk — São Paulo"_s, nell);
    row("two names, a dash", u"Nell Ashby - Rory Quinlan"_s, {u"Nell Ashby"_s, u"Rory Quinlan"_s});
    row("mail", u"Nell Ashby (nell@e.example)"_s, nell);
    row("an account", u"Nell Ashby @nellashby"_s, nell);
    row("pictures", u"Text: Nell Ashby Foto: Rory Quinlan"_s, nell);
    row("words and pictures", u"Teksti ja kuvat: Nell Ashby"_s, nell);
    row("Russian", u"Автор: Нина Орлова"_s, {u"Нина Орлова"_s});
    row("Turkish", u"Haber: Elif Demir ve Can Aksoy"_s, {u"Elif Demir"_s, u"Can Aksoy"_s});
    row("Arabic", u"كتب - سامي حداد"_s, {u"سامي حداد"_s});
    row("Hebrew", u"מאת: נועה לוי"_s, {u"נועה לוי"_s});
    row("Greek", u"Της Ελένης Δήμου"_s, {u"Ελένης Δήμου"_s});
    row("Japanese", u"鈴木花子 記者"_s, {u"鈴木花子"_s});
    row("Japanese, before it", u"文・鈴木花子"_s, {u"鈴木花子"_s});
    row("Chinese", u"记者 李小红 上海报道"_s, {u"李小红"_s});
    row("Korean", u"김하나 기자 hana@e.example"_s, {u"김하나"_s});
    QTest::newRow("an address") << u"https://e.example/people/nell"_s << QStringList{};
}

void tst_Html::findsTheNamesInAByline()
{
    QFETCH(QString, byline);
    QFETCH(QStringList, names);

    QCOMPARE(authorNames(byline), names);
}

void tst_Html::readsJsonAsPagesHaveIt_data()
{
    QTest::addColumn<QString>("json");

    QTest::newRow("plain") << uR"({"a":"b c"})"_s;
    QTest::newRow("a raw line break") << u"{\"a\":\"b\tc\"}"_s;
    QTest::newRow("commas too many") << u"{\"a\":\"b c\",,}"_s;
    QTest::newRow("comments") << u"<!-- /* x */ {\"a\": // y\n \"b c\"} -->"_s;
    QTest::newRow("CDATA") << u"//<![CDATA[\n{\"a\":\"b c\"}\n//]]>"_s;
    QTest::newRow("wrong escapes") << uR"({"a":"b\ c"})"_s;
    QTest::newRow("a bracket too few") << uR"({"a":"b c", "d":[{"e":1})"_s;
    QTest::newRow("the wrong bracket first") << uR"({"a":"b c", "d":[{"e":1]})"_s;
    QTest::newRow("more after it") << uR"({"a":"b c"}; {"x":)"_s;
}

void tst_Html::readsJsonAsPagesHaveIt()
{
    QFETCH(QString, json);

    const QList<QJsonValue> values = tolerantJson(json);

    QCOMPARE(values.size(), 1);
    QCOMPARE(values.first()["a"_L1].toString(), u"b c"_s);
}

void tst_Html::readsQuotationMarksThatNobodyEscaped_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("said");

    QTest::newRow("in the middle")
        << uR"({"a":"The "old" quay", "b":1})"_s << u"The \"old\" quay"_s;
    QTest::newRow("before a comma")
        << uR"({"a":"The "old", they say, quay"})"_s << u"The \"old\", they say, quay"_s;
    QTest::newRow("at the end") << uR"({"a":"He said "no"", "b":true})"_s << u"He said \"no\""_s;
    QTest::newRow("escaped") << uR"({"a":"The \"old\" quay", "b":null})"_s << u"The \"old\" quay"_s;
    QTest::newRow("in a list") << uR"({"a":"x", "b":["c", "d"], "e":false})"_s << u"x"_s;
}

void tst_Html::readsQuotationMarksThatNobodyEscaped()
{
    QFETCH(QString, json);
    QFETCH(QString, said);

    const QList<QJsonValue> values = tolerantJson(json);

    QCOMPARE(values.size(), 1);
    QCOMPARE(values.first()["a"_L1].toString(), said);
}

void tst_Html::bearsHostilePages_data()
{
    QTest::addColumn<QByteArray>("page");

    const QByteArray start = "<html><title>Words</title><body><p>Before it all.</p>";
    QTest::newRow("deep") << start + QByteArray("<div>").repeated(30'000) + "x";
    QTest::newRow("deep JSON") << start + "<script type=application/ld+json>"
            + QByteArray("[").repeated(30'000) + "</script>";
    QTest::newRow("JSON that closes what it did not open") << start
            + "<script type=application/ld+json>" + QByteArray("[").repeated(300'000)
            + QByteArray("}").repeated(300'000) + "</script>";
    QTest::newRow("times that never end")
        << start + QByteArray("<time>3 May 2019 <b>x</b>").repeated(10'000);
    QTest::newRow("one attribute") << start + "<img alt=\"" + QByteArray(3'000'000, 'x') + "\">";
    QTest::newRow("many attributes") << start + "<p " + QByteArray("a=1 b").repeated(50'000) + ">x";
    QTest::newRow("cut in a tag") << start + "<a href=\"https://e.org";
    QTest::newRow("wrong bytes") << start + QByteArray("\xFF\xC3\x28").repeated(1000);
}

void tst_Html::bearsHostilePages()
{
    QFETCH(QByteArray, page);

    const auto articles = formats::html.read({u"/nowhere/page.html"_s, page});

    QVERIFY(articles.has_value());
    QCOMPARE(articles.value().first().headline, u"Words"_s);
}

QTEST_GUILESS_MAIN(tst_Html)
#include "tst_html.moc"
