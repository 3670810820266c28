#include "app/html/document.h"
#include "app/html/sanitizer.h"
#include "app/html/strictmarkup.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace {

QStringList payloads()
{
    QFile file(QStringLiteral(TEST_DATA "/hostile/markup.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tests/data/hostile/markup.txt is missing");
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

// Of bodies as the writer writes them, and of others.
const QString bodyPieces[] = {u"<p>"_s,
                              u"</p>\n"_s,
                              u"<h2>"_s,
                              u"</h2>\n"_s,
                              u"<br>"_s,
                              u"<ul><li>"_s,
                              u"</li><li>"_s,
                              u"</li></ul>\n"_s,
                              u"<blockquote><p>"_s,
                              u"</p><p>"_s,
                              u"</p></blockquote>\n"_s,
                              u"word"_s,
                              u" "_s,
                              u"<em>"_s,
                              u"</em>"_s,
                              u"<strong>"_s,
                              u"</strong>"_s,
                              u"<a href=\"https://example.org/../a;b,c:d?e=~+f/?#g:h\">"_s,
                              u"<a href=\"http://example.org/%20%C3%A9%2F%25?a=%26&amp;b#%3F\">"_s,
                              u"</a>"_s,
                              u"<p dir=\"rtl\">"_s,
                              u"<figure><figcaption>"_s,
                              u"&amp;"_s,
                              u"\u00A0"_s,
                              u"\n"_s,
                              u"<figure><img src=\"picture:1\"></figure>\n"_s,
                              u"<figure><img src=\"picture:1\" alt=\"a\">"_s,
                              u"<figcaption>"_s,
                              u"</figcaption></figure>\n"_s,
                              u"<figure>"_s,
                              u"</figure>\n"_s,
                              u"<img src=\"picture:1\">"_s,
                              u"<pre>"_s,
                              u"</pre>\n"_s,
                              u"\t"_s,
                              u"<ul dir=\"rtl\"><li>"_s,
                              u"<ul><li dir=\"ltr\">"_s,
                              u"</li></ul>"_s,
                              u"<blockquote>"_s,
                              u"</blockquote>"_s,
                              u"</p>"_s};

// What is wrong with a body that the sanitiser let through, or nothing. A reader of its own, that
// shares no line with the sanitiser: every tag must match the grammar and be closed in order.
QString fault(const QString &body, qsizetype images)
{
    static const QRegularExpression start(
        uR"re(^(?:(?:p|blockquote|ul|ol|li|h2|td|th|figcaption)(?: dir="(?:ltr|rtl)")?)re"
        uR"re((?: colspan="\d+")?(?: rowspan="\d+")?(?: start="-?\d+")?|figure|table|caption|)re"
        uR"re(thead|tbody|tfoot|tr|pre|em|strong|sub|sup|br|a href="(?:https?|mailto):[^"<>\s]*"|)re"
        uR"re(img src="picture:(\d+)"(?: alt="[^"<>]*")?)$)re"_s);
    QStringList open;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const QStringView rest = QStringView(body).mid(i);
        if (rest.startsWith(u'&') && !rest.startsWith("&amp;"_L1) && !rest.startsWith("&lt;"_L1)
            && !rest.startsWith("&gt;"_L1) && !rest.startsWith("&quot;"_L1))
            return u"a bare ampersand: "_s + body.mid(i, 20);
        if (body[i] == u'>' || (body[i].unicode() < 0x20 && body[i] != u'\n' && body[i] != u'\t'))
            return u"a character that must not stand there: "_s + body.mid(i, 20);
        if (body[i] != u'<')
            continue;
        const qsizetype end = body.indexOf(u'>', i);
        const QString tag = body.mid(i + 1, end - i - 1);
        const QString name = tag.section(u' ', 0, 0);
        i = end;
        if (tag.startsWith(u'/')) {
            if (open.isEmpty() || open.takeLast() != tag.mid(1))
                return u"closed out of order: "_s + tag;
            continue;
        }
        const auto match = start.match(tag);
        if (!match.hasMatch())
            return u"not allowed: "_s + tag;
        if (name == "img"_L1 && match.captured(1).toLongLong() >= images)
            return u"no such picture: "_s + tag;
        if (name != "img"_L1 && name != "br"_L1)
            open.append(name);
    }
    return open.isEmpty() ? QString() : u"never closed: "_s + open.join(u' ');
}

// A picture of the same markup for the real parser: nothing may change under it.
QString faultOnTheWay(const QString &html)
{
    const QString once = sanitized(html, 2);
    const QString twice = sanitized(once, 2);
    if (const QString found = fault(once, 2); !found.isEmpty())
        return found;
    return once == twice ? QString() : u"not the same twice:\n"_s + once + u"\n---\n"_s + twice;
}

const QString scraps[] = {u"<"_s,
                          u">"_s,
                          u"\""_s,
                          u"'"_s,
                          u"</"_s,
                          u"<!--"_s,
                          u"-->"_s,
                          u"<p>"_s,
                          u"</p>"_s,
                          u"<table>"_s,
                          u"</table>"_s,
                          u"<td>"_s,
                          u"<a href=https://a.example>"_s,
                          u"</a>"_s,
                          u"<em>"_s,
                          u"</em>"_s,
                          u"<pre>"_s,
                          u"</pre>"_s,
                          u"<ul><li>"_s,
                          u"</ul>"_s,
                          u"<script>"_s,
                          u"</script>"_s,
                          u"<svg>"_s,
                          u"</svg>"_s,
                          u"<br>"_s,
                          u" "_s,
                          u"\n"_s,
                          u"&"_s,
                          u"<figure>"_s,
                          u"</figure>"_s,
                          u"<img src=picture:0>"_s,
                          u"<blockquote>"_s,
                          u"<h2>"_s};

QString mutated(const QString &html, const QStringList &others, std::mt19937 &random)
{
    const auto below = [&random](qsizetype n) { return qsizetype(random() % quint64(n)); };
    QString result = html;
    for (int i = 0; i < 4; ++i) {
        const qsizetype at = below(result.size() + 1);
        switch (below(4)) {
        case 0:
            result.insert(at, scraps[below(std::size(scraps))]);
            break;
        case 1:
            result.remove(at, 1 + below(6));
            break;
        case 2:
            result.insert(at, result.mid(below(result.size() + 1), below(30)));
            break;
        default: {
            const QString &other = others[below(others.size())];
            result.insert(at, other.mid(below(other.size()), below(60)));
        }
        }
    }
    return result;
}

} // namespace

class tst_Sanitizer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void makesBlocksOfAnything_data();
    void makesBlocksOfAnything();
    void letsNothingElseThrough();
    void holdsUnderRandomChanges();
    void bearsDeepNesting_data();
    void bearsDeepNesting();
    void provesStrictMarkupStrict_data();
    void provesStrictMarkupStrict();
    void neverTakesTheShortWayWhereTheLongOneDiffers();
};

void tst_Sanitizer::makesBlocksOfAnything_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("body");

    const auto row = [](const char *name, const QString &html, const QString &body) {
        QTest::newRow(name) << html << body;
    };
    row("nothing", {}, {});
    row("loose text", u"a  b\nc"_s, u"<p>a b c</p>\n"_s);
    row("a paragraph in a paragraph", u"<p>a<p>b</p>c</p>"_s, u"<p>a</p>\n<p>b</p>\n<p>c</p>\n"_s);
    row("blocks in inline", u"<em>a<div>b</div></em>"_s,
        u"<p><em>a</em></p>\n<p><em>b</em></p>\n"_s);
    row("old names", u"<h3>a</h3><b>b</b><i>c</i>"_s,
        u"<h2>a</h2>\n<p><strong>b</strong><em>c</em></p>\n"_s);
    row("two line breaks", u"a<br>b<br><br>c"_s, u"<p>a<br>b</p>\n<p>c</p>\n"_s);
    row("scripts go with all they hold", u"a<script>b</script><style>c</style>d"_s,
        u"<p>ad</p>\n"_s);
    row("controls", u"a<select><option>b</select><button>c</button><textarea>d</textarea>"_s,
        u"<p>a</p>\n"_s);
    row("a drawing", u"a<svg><text>b</text></svg>c"_s, u"<p>ac</p>\n"_s);
    row("links",
        u"<a href=' HTTPS://u:p@E.org/ä?q=\"'>a</a><a href=ftp://e.org>b</a><a href=/c>c</a>"_s,
        u"<p><a href=\"https://e.org/%C3%A4?q=%22\">a</a>bc</p>\n"_s);
    row("mail", u"<a href=mailto:a@e.org>a</a>"_s, u"<p><a href=\"mailto:a@e.org\">a</a></p>\n"_s);
    row("pictures",
        u"<img src=picture:1 alt='a \"b\"' onload=x><img src=picture:2><img src=a.png>"_s,
        u"<figure><img src=\"picture:1\" alt=\"a &quot;b&quot;\"></figure>\n"_s);
    row("a paragraph of pictures", u"<p><img src=picture:1></p>"_s,
        u"<figure><img src=\"picture:1\"></figure>\n"_s);
    row("a table", u"<table><tr><th colspan=2>a<tr><td colspan=999>b<td>c</table>"_s,
        u"<table><tbody><tr><th colspan=\"2\">a</th></tr><tr><td>b</td><td>c</td></tr></tbody></table>\n"_s);
    row("a list", u"<ul>a<li>b<p>c</p></ul>"_s, u"<ul><li>a</li><li>b<p>c</p></li></ul>\n"_s);
    row("a numbered list", u"<ol start=3 dir=rtl><li>a</ol>"_s,
        u"<ol dir=\"rtl\" start=\"3\"><li>a</li></ol>\n"_s);
    row("preformatted", u"<pre>\n\n  a\n\n b \n</pre>"_s, u"<pre>  a\n\n b</pre>\n"_s);
    row("a direction from outside", u"<div dir=rtl><p>a<p dir=ltr>b</div>"_s,
        u"<p dir=\"rtl\">a</p>\n<p dir=\"ltr\">b</p>\n"_s);
    row("what is empty",
        u"<p> <em></em></p><h2>&nbsp;</h2><ul><li></ul><blockquote><p></blockquote>"_s, {});
    row("soft hyphens", u"Wäh\u00ADrend"_s, u"<p>Während</p>\n"_s);
    row("escapes", u"&lt;b&gt; & \" '"_s, u"<p>&lt;b&gt; &amp; &quot; '</p>\n"_s);
    row("spaces between elements", u"a <em> b </em> c"_s, u"<p>a <em>b</em> c</p>\n"_s);
}

void tst_Sanitizer::makesBlocksOfAnything()
{
    QFETCH(QString, html);
    QFETCH(QString, body);

    QCOMPARE(sanitized(html, 2), body);
    QCOMPARE(sanitized(body, 2), body);
}

void tst_Sanitizer::letsNothingElseThrough()
{
    const QStringList all = payloads();
    QVERIFY(all.size() > 60);
    for (const QString &payload : all) {
        const QString found = faultOnTheWay(payload);
        QVERIFY2(found.isEmpty(), qPrintable(payload + u'\n' + found));
    }
    const QString together = all.join(u'\n');
    QCOMPARE(faultOnTheWay(together), QString());
}

void tst_Sanitizer::holdsUnderRandomChanges()
{
    const QStringList all = payloads();
    std::mt19937 random(20260323); // the same changes each time
    for (int round = 0; round < 6000; ++round) {
        const QString html = mutated(all[round % all.size()], all, random);
        const QString found = faultOnTheWay(html);
        QVERIFY2(found.isEmpty(), qPrintable(html + u'\n' + found));
    }
}

void tst_Sanitizer::bearsDeepNesting_data()
{
    QTest::addColumn<QString>("piece");

    for (const char *piece : {"<div>",
                              "<b>",
                              "<b><p>",
                              "<blockquote>",
                              "<table><tr><td>",
                              "<ul><li>",
                              "<a href=https://e.org>",
                              "<unknown></other>",
                              "<span><p></span>",
                              "<form><div></form>",
                              "<legend><div></legend>",
                              "<table><td><template></table>",
                              "<button><div></button>",
                              "<object><p>",
                              "<svg>",
                              "</p>",
                              "<select><option>",
                              "<!--",
                              "<table>x",
                              "<dialog><div></dialog>"})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

void tst_Sanitizer::bearsDeepNesting()
{
    QFETCH(QString, piece);

    const QString body = sanitized(u"<p>before</p>"_s + piece.repeated(20'000) + u"after"_s, 0);

    QVERIFY(body.startsWith("<p>before</p>"_L1));
    QCOMPARE(fault(body, 0), QString());
    QCOMPARE(sanitized(body, 0), body);
}

void tst_Sanitizer::provesStrictMarkupStrict_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("isStrict");

    const auto row = [](const QString &body, bool isStrict) {
        QTest::newRow(qPrintable(body)) << body << isStrict;
    };
    row(u"<p>a &amp; b<br>c</p>\n<h2>d</h2>\n<ul><li>e</li></ul>\n"_s, true);
    row(u"<figure><img src=\"picture:0\" alt=\"a\"><figcaption>b</figcaption></figure>\n"_s, true);
    row(u"<blockquote><p>a</p><p>b</p></blockquote>\n<ol><li>c</li></ol>\n"_s, true);
    row(u"<p>a</p>"_s, false);
    row(u"<p>a <em>b <strong>c</strong></em>, <sub>d</sub></p>\n"_s, true);
    row(u"<p><a href=\"https://example.org/a/b.html?c=1#d\">a</a></p>\n"_s, true);
    row(u"<p>a "_s + QChar(0xD83D) + QChar(0xDEA2) + u"</p>\n"_s, true);
    row(u"<p>a <em>b</em><br><em>c</em></p>\n"_s, true);
    row(u"<p><a href=\"https://example.org/%20%C2%AB/?a=1&amp;b=%2F\">a</a></p>\n"_s, true);
    row(u"<p dir=\"rtl\">a</p>\n<figure><figcaption>b</figcaption></figure>\n"_s, true);
    row(u"<figure></figure>\n"_s, false);
    row(u"<ul><li>a<ul><li><p>b</p></li></ul></li><li><blockquote><p>c</p></blockquote></li></ul>\n"_s,
        true);
    row(u"<figure><a href=\"https://example.org/\"><img src=\"picture:1\"></a><p>a</p></figure>\n"_s,
        true);
    row(u"<p>a <img src=\"picture:0\"><br><img src=\"picture:1\"></p>\n"_s, true);
    row(u"<pre>  a\n\n\tb  &lt;c</pre>\n"_s, true);
    row(u"<pre>\na</pre>\n"_s, false);
    row(u"<pre>a </pre>\n"_s, false);
    row(u"<p><img src=\"picture:0\"></p>\n"_s, false);
    row(u"<blockquote dir=\"rtl\"><p dir=\"rtl\">a</p></blockquote>\n"_s, false);
    row(u"<ul><li><ul><li>a</li></ul>b</li></ul>\n"_s, false);
    row(u"<figure><figcaption>a</figcaption><figcaption>b</figcaption></figure>\n"_s, false);
    row(u"<p>a<em> b</em></p>\n"_s, false);
    row(u"<p>a <em>b </em>c</p>\n"_s, false);
    row(u"<p>a <em></em></p>\n"_s, false);
    row(u"<p><em>a <em>b</em></em></p>\n"_s, false);
    row(u"<p><em>a</p>\n"_s, false);
    row(u"<p><em>a</strong></p>\n"_s, false);
    for (const QString &address :
         {u"javascript:a"_s, u"//example.org/"_s, u"https://example.org/%7E"_s,
          u"https://example.org/%c2"_s, u"https://example.org/%41"_s, u"https://example.org/?a&b"_s,
          u"https://a@b.org/"_s, u"https://example.org:80/"_s, u"https://EXAMPLE.org/"_s,
          u"https://1.2/"_s, u"https://example.org/\" onclick=\"a"_s, u"https://xn--a.org/"_s,
          u"https:///a"_s, u"https://example.org/a b"_s, u"https://example.org/#a#b"_s})
        row(u"<p><a href=\"%1\">a</a></p>\n"_s.arg(address), false);
    row(u"<p> a</p>\n"_s, false);
    row(u"<p>\u00A0</p>\n"_s, false);
    row(u"<p>a & b</p>\n"_s, false);
    row(u"<p>a\u0001</p>\n"_s, false);
    row(u"<p>a"_s + QChar(0xD800) + u"</p>\n"_s, false);
    row(u"<figure><img src=\"picture:7\"></figure>\n"_s, false);
    row(u"<figure><img src=\"picture:00\"></figure>\n"_s, false);
    row(u"<p onclick=x>a</p>\n"_s, false);
}

void tst_Sanitizer::provesStrictMarkupStrict()
{
    QFETCH(QString, body);
    QFETCH(bool, isStrict);

    QCOMPARE(isStrictMarkup(body, 2), isStrict);
}

// The element that is not allowed makes the sanitiser do its whole work, and then goes.
void tst_Sanitizer::neverTakesTheShortWayWhereTheLongOneDiffers()
{
    std::mt19937 random(7);
    int proved = 0;
    for (int round = 0; round < 900'000; ++round) {
        QString body;
        for (quint64 length = 1 + random() % 8; length > 0; --length)
            body += bodyPieces[random() % std::size(bodyPieces)];
        if (!isStrictMarkup(body, 2))
            continue;
        ++proved;
        QCOMPARE(sanitized(body + u"<wbr>"_s, 2), body);
    }
    QVERIFY(proved > 100);
}

QTEST_GUILESS_MAIN(tst_Sanitizer)
#include "tst_sanitizer.moc"
