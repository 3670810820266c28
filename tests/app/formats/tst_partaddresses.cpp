#include "app/formats/partaddresses.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_PartAddresses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void leadsToTheParts_data();
    void leadsToTheParts();
};

void tst_PartAddresses::leadsToTheParts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("absolute", u"<img src=\"https://a.example/p.png\">"_s, u"<img src=\"part/1\">"_s);
    row("without quotes", u"<img src=../p.png><a href=/p.png >"_s,
        u"<img src=part/1><a href=part/1 >"_s);
    row("from the root", u"<img src='/p.png'>"_s, u"<img src='part/1'>"_s);
    row("from above", u"<IMG alt=x SRC = \"../p.png\">"_s, u"<IMG alt=x SRC = \"part/1\">"_s);
    row("with a query", u"<img src=\"/q.png?a=1&amp;b=2\">"_s, u"<img src=\"part/2\">"_s);
    row("to a place in it", u"<use href=\"/p.png#a\">"_s, u"<use href=\"part/1\">"_s);
    row("a set", u"<img srcset=\"/p.png 1x, ../r.png 2x\">"_s,
        u"<img srcset=\"part/1 1x, ../r.png 2x\">"_s);
    row("a style", u"<p style=\"background: url(/p.png)\">"_s,
        u"<p style=\"background: url(part/1)\">"_s);
    row("a style in quotes", u"a { b: url( '../p.png' ) }"_s, u"a { b: url( 'part/1' ) }"_s);
    row("a set with a picture in it", u"<img srcset=\"data:image/gif;base64,R0 1x, /p.png 2x\">"_s,
        u"<img srcset=\"data:image/gif;base64,R0 1x, /p.png 2x\">"_s);
    row("a place in the page", u"<a href=\"#end\">"_s, u"<a href=\"#end\">"_s);
    row("of nobody", u"<img src=\"/r.png\"><a href=\"\">p.png</a>"_s,
        u"<img src=\"/r.png\"><a href=\"\">p.png</a>"_s);
    row("an identifier", u"<img src=\"cid:one@a\">"_s, u"<img src=\"part/3\">"_s);
}

void tst_PartAddresses::leadsToTheParts()
{
    QFETCH(QString, text);
    const PartNumbers numbers{{u"https://a.example/p.png"_s, 1},
                              {u"https://a.example/q.png?a=1&b=2"_s, 2},
                              {u"cid:one@a"_s, 3}};

    QTEST(readdressed(text, QUrl(u"https://a.example/news/story.html"_s), numbers, u"part/"_s),
          "expected");
}

QTEST_APPLESS_MAIN(tst_PartAddresses)
#include "tst_partaddresses.moc"
