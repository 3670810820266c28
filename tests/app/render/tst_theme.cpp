#include "app/render/theme.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

// The opening comment of a template, which themeFile() leaves out.
QString openingComment(const QString &file)
{
    QFile resource(u":/themes/"_s + file);
    if (!resource.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(resource.readAll());
    return text.left(text.indexOf(u"-->"_s));
}

// The names at the start of the comment's indented lines: "  file, part   where the article is".
QStringList listedNames(const QString &comment)
{
    QStringList names;
    static const QRegularExpression line(u"^  ([a-z][A-Za-z]*(?:, [A-Za-z]+)*)(?:   *.*)?$"_s,
                                         QRegularExpression::MultilineOption);
    for (auto match = line.globalMatch(comment); match.hasNext();)
        names += match.next().captured(1).split(u", "_s);
    names.sort();
    return names;
}

// Relative luminance and contrast as https://www.w3.org/TR/WCAG21/#dfn-relative-luminance.
double luminance(const QString &colour)
{
    const auto channel = [&](int at) {
        const double value = colour.mid(at, 2).toInt(nullptr, 16) / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(const QString &one, const QString &other)
{
    const double lighter = std::max(luminance(one), luminance(other));
    const double darker = std::min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

class tst_Theme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void escapesAValueUnlessItIsHtmlOfOurs()
    {
        const TemplateValues values{{u"a"_s, u"<b>&\"'"_s}};

        QCOMPARE(filled(u"[{{a}}]"_s, values), u"[&lt;b&gt;&amp;&quot;']"_s);
        QCOMPARE(filled(u"[{{&a}}]"_s, values), u"[<b>&\"']"_s);
    }

    void leavesOutASectionWithoutAValue()
    {
        const QString text = u"1{{?a}}2{{a}}{{?b}}3{{/b}}{{/a}}4"_s;

        QCOMPARE(filled(text, {}), u"14"_s);
        QCOMPARE(filled(text, {{u"a"_s, u"x"_s}}), u"12x4"_s);
        QCOMPARE(filled(text, {{u"a"_s, u"x"_s}, {u"b"_s, u"y"_s}}), u"12x34"_s);
    }

    void neverFillsInWhatAValueSays()
    {
        QCOMPARE(filled(u"{{a}}{{&a}}"_s, {{u"a"_s, u"{{&b}}"_s}, {u"b"_s, u"no"_s}}),
                 u"{{&amp;b}}{{&b}}"_s);
    }

    void listsEveryVariableInTheOpeningComment_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("frame") << u"screen.html"_s;
        QTest::newRow("story") << u"screen-story.html"_s;
    }
    void listsEveryVariableInTheOpeningComment()
    {
        QFETCH(QString, file);

        QCOMPARE(listedNames(openingComment(file)), templateNames(themeFile(file)));
    }

    void contrastsEveryInkWithEveryGround_data()
    {
        QTest::addColumn<QString>("ink");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            for (const char *ink : {"ink", "quiet", "accent", "link"})
                QTest::addRow("%s, %s", ink, dark ? "dark" : "light")
                    << QString::fromLatin1(ink) << dark;
        }
    }
    void contrastsEveryInkWithEveryGround()
    {
        QFETCH(QString, ink);
        QFETCH(bool, dark);
        const QString style = themeFile(u"screen.css"_s);

        const QString colour = themeColour(style, ink, dark);
        QVERIFY(!colour.isEmpty());
        for (const QString &ground : {u"paper"_s, u"wash"_s}) {
            const double ratio = contrast(colour, themeColour(style, ground, dark));
            QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2"_s.arg(ratio).arg(ground)));
        }
    }

    void readsOnTheGroundsOfAComparison()
    {
        const QString style = themeFile(u"screen.css"_s);
        for (const bool dark : {false, true}) {
            for (const char *ink : {"ink", "link"}) {
                for (const char *ground : {"came", "went"}) {
                    const double ratio = contrast(
                        themeColour(style, QString::fromLatin1(ink), dark),
                        themeColour(style, QString::fromLatin1(ground), dark));
                    QVERIFY2(ratio >= 4.5, qPrintable(u"%1"_s.arg(ratio)));
                }
            }
        }
    }

    void namesColoursOnlyInTheTwoSets()
    {
        QString style = themeFile(u"screen.css"_s);
        static const QRegularExpression sets(u":root[^{]*\\{[^}]*color-scheme[^}]*\\}"_s);
        style.remove(sets);

        static const QRegularExpression colour(u"#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsla?\\("_s);
        QVERIFY2(!style.contains(colour), qPrintable(colour.match(style).captured()));
    }
};

QTEST_GUILESS_MAIN(tst_Theme)
#include "tst_theme.moc"
