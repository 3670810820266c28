#include "app/html/plaintext.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

// Named by its room: app/formats has a plain text of its own.
class tst_HtmlPlainText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void saysABodyInWords_data();
    void saysABodyInWords();
};

void tst_HtmlPlainText::saysABodyInWords_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *name, const QString &body, const QString &words) {
        QTest::newRow(name) << body << words;
    };
    row("nothing", {}, {});
    row("paragraphs", u"<p>One.</p>\n<h2>Two</h2>\n<p>Three.</p>\n"_s, u"One.\n\nTwo\n\nThree."_s);
    row("inline elements", u"<p>A <em>b</em>c <a href=\"https://e.org/?a=1&amp;b=2\">d</a>.</p>"_s,
        u"A bc d."_s);
    row("entities", u"<p>&lt;b&gt; &amp;amp; &quot;q&quot;</p>"_s, u"<b> &amp; \"q\""_s);
    row("line breaks", u"<p>one<br>two</p>"_s, u"one\ntwo"_s);
    row("lists", u"<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"_s, u"a\n\nb\n\nc"_s);
    row("quotations", u"<blockquote><p>a</p><p>b</p></blockquote>"_s, u"a\n\nb"_s);
    row("tables",
        u"<table><tbody><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></tbody></table>"_s,
        u"a\tb\n\nc"_s);
    row("preformatted", u"<p>x</p><pre>a\n  b</pre><p>y</p>"_s, u"x\n\na\n  b\n\ny"_s);
    row("figures are left out",
        u"<p>a</p><figure><img src=\"picture:0\" alt=\"x\"><figcaption>y</figcaption></figure><p>b</p>"_s,
        u"a\n\nb"_s);
    row("no-break spaces stay in numbers", u"<p>10\u00A0000\u00A0€</p>"_s, u"10\u00A0000\u00A0€"_s);
    row("and beside marks", u"<p>«\u00A0Non\u00A0»\u00A0!</p>"_s, u"«\u00A0Non\u00A0»\u00A0!"_s);
    row("but not between words", u"<p>a\u00A0b\u00A0 c</p>"_s, u"a b c"_s);
}

void tst_HtmlPlainText::saysABodyInWords()
{
    QFETCH(QString, body);
    QFETCH(QString, words);

    QCOMPARE(plainText(body), words);
}

QTEST_GUILESS_MAIN(tst_HtmlPlainText)
#include "tst_htmlplaintext.moc"
