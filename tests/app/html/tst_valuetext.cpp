// What the value of an attribute says: as the tree builder reads it, or left to that.
#include "app/html/document.h"
#include "app/html/valuetext.h"

#include <QRegularExpression>
#include <QTest>

#include <gumbo.h>

using namespace Qt::StringLiterals;

namespace {

// What the tree builder says.
QByteArray built(const QByteArray &value)
{
    const QByteArray markup = "<!DOCTYPE html><body title=\"" + value + "\">";
    GumboOutput *output = gumbo_parse_with_options(&kGumboDefaultOptions, markup.constData(),
                                                   std::size_t(markup.size()));
    const auto *body = static_cast<const GumboNode *>(output->root->v.element.children.data[1]);
    const auto *title = static_cast<const GumboAttribute *>(body->v.element.attributes.data[0]);
    const QByteArray said = title->value;
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return said;
}

} // namespace

class tst_ValueText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void valuesAreReadAsTheTreeBuilderReadsThem_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("isRead");
        for (const char *value : {"",
                                  "plain",
                                  "Bread &amp; butter",
                                  "&lt;b&gt; &quot;said&quot; &apos;Ann&apos;",
                                  "/?a=1&b=2&width=300",
                                  "/?a=1&copy=2&lt=3&amp=4",
                                  "a & b",
                                  "a &",
                                  "&",
                                  "&&",
                                  "&;",
                                  "&_x",
                                  "&=",
                                  "&é",
                                  "&#38;",
                                  "&#038;",
                                  "&#x26;",
                                  "&#X2019;",
                                  "&#8217;s",
                                  "&#233;t&#xe9;",
                                  "&#128674;x&amp;"})
            QTest::newRow(*value ? value : "nothing")
                << QByteArray(value) << !QByteArray(value).contains("128674");
        for (const char *value :
             {"&nbsp;",   "caf&eacute", "&copy2",     "&amp",           "&AMP;",
              "&#",       "&#;",        "&#x;",       "&#38",           "&#x26 ",
              "&#0;",     "&#13;",      "&#128;",     "&#x93;",         "&#xD83D;",
              "&#xFFFE;", "&#xFDD0;",   "&#x110000;", "&#99999999999;", "&#12a;",
              "&#xg;",    "&# 8;",      "&#-8;",      "&#x-8;",         "&notit;"})
            QTest::newRow(value) << QByteArray(value) << false;
    }

    void valuesAreReadAsTheTreeBuilderReadsThem()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const bool, isRead);
        QByteArray room;
        const std::optional<QByteArrayView> plain = plainValue(value, room);
        QCOMPARE(plain.has_value(), isRead);
        if (plain)
            QCOMPARE(plain->toByteArray(), built(value));
        const HtmlDocument page = parsedHtml(QByteArray("<p title=\"" + value + "\">words"));
        const HtmlNode &p = page.nodes[std::size_t(page.first(HtmlTag::P))];
        QCOMPARE(p.utf8("title"_L1).toByteArray(), built(value));
    }
};

QTEST_GUILESS_MAIN(tst_ValueText)
#include "tst_valuetext.moc"
