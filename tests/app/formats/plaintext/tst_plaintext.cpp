// What must hold for every text, whatever its shape: nothing is lost, nothing is slow, nothing
// crashes. What each rule makes of a text is in tests/data/formats/plaintext.
#include "app/formats/formats.h"
#include "app/html/plaintext.h"

#include <QRandomGenerator>
#include <QSet>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Article articleOf(const QByteArray &bytes)
{
    const auto articles = readArticles(SourceFile{u"a.txt"_s, bytes});
    return articles.has_value() ? articles.value().first() : Article{};
}

// Everything that a reader can see of an article, in one text.
QString allTextOf(const Article &article)
{
    QStringList texts{article.headline,
                      article.description,
                      article.articleSection,
                      article.publisher,
                      article.place,
                      article.url.toString(),
                      QString(article.bodyHtml)
                          .replace(u"</"_s, u" </"_s)
                          .replace(u"&quot;"_s, u"\""_s)
                          .replace(u"&amp;"_s, u"&"_s)};
    texts += article.authors;
    texts += article.keywords;
    texts += article.trimmings;
    for (const RelatedLink &link : article.relatedLinks)
        texts += {link.headline, link.articleSection};
    return texts.join(u' ');
}

// Words of a made-up language, each its own, so that a lost one is seen.
class Words
{
public:
    explicit Words(quint32 seed) : m_random(seed) { }

    int below(int limit) { return int(m_random.bounded(limit)); }
    bool oneIn(int count) { return below(count) == 0; }

    QString word()
    {
        static constexpr const char *syllables[] = {"ba", "ke",  "lu",  "mo",
                                                    "ni", "pra", "ste", "vol"};
        QString word;
        for (int n = m_count++ + 64; n > 0; n /= 8)
            word += QLatin1StringView(syllables[n % 8]);
        return word;
    }

    QString line(int count, const QString &end = {})
    {
        QStringList words;
        for (int i = 0; i < count; ++i)
            words.append(word());
        words.first()[0] = words.first()[0].toUpper();
        return words.join(u' ') + end;
    }

    QString pick(const QStringList &choices) { return choices.at(below(int(choices.size()))); }

private:
    QRandomGenerator m_random;
    int m_count = 0;
};

QString wrapped(const QString &text, int columns)
{
    QString result;
    int column = 0;
    for (const QString &word : text.split(u' ')) {
        const bool fits = column + 1 + word.size() <= columns;
        result += column == 0 ? QString() : fits ? u" "_s : u"\n"_s;
        column = (fits || column == 0 ? column + 1 : 1) + int(word.size());
        result += word;
    }
    return result;
}

QStringList headOf(Words &words)
{
    static const QStringList dates{
        u"Page last updated at 15:33 GMT, Monday, 30 March 2009 16:33 UK"_s,
        u"Tuesday, 13 August, 2002, 12:07 GMT 13:07 UK"_s,
        u"29 July 2011 Last updated at 14:38 GMT"_s,
        u"Published: 30 March 2009 | Updated: 31 March 2009"_s,
        u"Montag, 30. März 2009, 15.33 Uhr"_s};
    static const QStringList tools{u"Share"_s,        u"E-mail this to a friend"_s,
                                   u"12 Comments"_s,  u"Home | News | Sport | Weather | Travel"_s,
                                   u"BBC NEWS"_s,     u"Americas"_s,
                                   u"World: Europe"_s};
    QStringList head;
    while (words.oneIn(2))
        head.append(words.pick(tools));
    const bool isDateFirst = words.oneIn(2);
    if (isDateFirst)
        head.append(words.pick(dates));
    head.append(words.line(5));
    if (words.oneIn(3))
        head.append(words.line(8, u"."_s));
    if (words.oneIn(2))
        head.append(u"By Ann "_s + words.line(1)
                    + words.pick({{}, u", BBC News"_s, u" in Leeds"_s}));
    if (words.oneIn(4))
        head.append(u"Science correspondent, Tarn"_s);
    if (!isDateFirst && words.oneIn(2))
        head.append(words.pick(dates));
    if (words.oneIn(3))
        head.append(words.line(3) + u'\n' + words.line(6));
    return head;
}

QStringList tailOf(Words &words)
{
    QStringList tail;
    if (words.oneIn(2))
        tail.append(u"Print Sponsor"_s);
    if (words.oneIn(2)) {
        if (words.oneIn(2))
            tail.append(u"SEE ALSO:"_s);
        for (int i = words.below(4); i >= 0; --i)
            tail.append(words.line(5) + u"\n29 Mar 09\u00a0|\u00a0 Americas"_s);
    }
    if (words.oneIn(3))
        tail.append(u"RELATED INTERNET LINKS\n"_s + words.line(3) + u'\n' + words.line(2));
    if (words.oneIn(2))
        tail.append(u"The BBC is not responsible for the content of external internet sites"_s);
    while (words.oneIn(2))
        tail.append(words.line(6));
    return tail;
}

QString storyOf(Words &words)
{
    QStringList parts = headOf(words);
    const int columns = words.oneIn(3) ? 72 : 0;
    for (int i = words.below(8); i >= 0; --i) {
        QString paragraph = words.line(12 + words.below(40), u"."_s);
        if (words.oneIn(6))
            paragraph = u"- "_s + words.line(4) + u"\n- "_s + words.line(5);
        else if (words.oneIn(6))
            paragraph = u"> "_s + words.line(6);
        else if (words.oneIn(6))
            paragraph = u'\'' + words.line(3) + u'\'';
        else if (words.oneIn(8))
            paragraph = u'"' + words.line(9) + u"\"\n"_s + words.line(2);
        else if (words.oneIn(8))
            paragraph = words.pick({u"Advertisement"_s, u"Share this story"_s, u"Facebook"_s});
        parts.append(columns > 0 ? wrapped(paragraph, columns) : paragraph);
    }
    parts += tailOf(words);
    const QString text = parts.join(words.oneIn(4) ? u"\n"_s : u"\n\n"_s);
    return words.oneIn(4) ? QString(text).replace(u'\n', u"\r\n"_s) : text;
}

} // namespace

class tst_PlainText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void losesNoWordOfAnyText();
    void readsTheSameInEveryEncoding_data();
    void readsTheSameInEveryEncoding();
    void readsTheSameWhateverEndsItsLines();
    void survivesHostileText_data();
    void survivesHostileText();
    void saysWhatItCouldNotDecode();
    void keepsItsHeadlineShort();
};

void tst_PlainText::losesNoWordOfAnyText()
{
    // Words that dates, bylines and lists are printed with: what they say is in a field.
    static const QSet<QString> said{u"by"_s,   u"in"_s,   u"monday"_s,  u"tuesday"_s,   u"montag"_s,
                                    u"page"_s, u"last"_s, u"updated"_s, u"published"_s, u"at"_s,
                                    u"gmt"_s,  u"uk"_s,   u"uhr"_s,     u"march"_s,     u"august"_s,
                                    u"july"_s, u"märz"_s, u"mar"_s};
    static const QRegularExpression wordPattern(uR"(\p{L}+)"_s);
    for (quint32 seed = 0; seed < 1000; ++seed) {
        Words words(seed);
        const QString text = storyOf(words);

        const QString all = allTextOf(articleOf(text.toUtf8())).toLower();

        QSet<QString> kept;
        for (auto match = wordPattern.globalMatch(all); match.hasNext();)
            kept.insert(match.next().captured());
        for (auto match = wordPattern.globalMatch(text.toLower()); match.hasNext();) {
            const QString word = match.next().captured();
            if (!kept.contains(word) && !said.contains(word))
                QFAIL(qPrintable(u"seed %1 loses \"%2\" of:\n%3"_s.arg(seed).arg(word, text)));
        }
    }
}

void tst_PlainText::readsTheSameInEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<int>("encoding");

    using Encoding = QStringConverter::Encoding;
    QTest::newRow("UTF-8") << QByteArray() << int(Encoding::Utf8);
    QTest::newRow("UTF-8 with mark") << QByteArray("\xef\xbb\xbf") << int(Encoding::Utf8);
    QTest::newRow("UTF-16LE") << QByteArray("\xff\xfe") << int(Encoding::Utf16LE);
    QTest::newRow("UTF-16BE") << QByteArray("\xfe\xff") << int(Encoding::Utf16BE);
    QTest::newRow("Latin-1") << QByteArray() << int(Encoding::Latin1);
}

void tst_PlainText::readsTheSameInEveryEncoding()
{
    QFETCH(QByteArray, mark);
    QFETCH(int, encoding);
    const QString
        text = u"Ärger über höhere Fährpreise\n\nVon Anna Müller\n\n30. März 2009\n\n"
               "Die Preise für Überfahrten steigen im Frühjahr noch einmal kräftig, und die "
               "Bürger der Insel sind darüber böse.\n\nViele wollen künftig länger bleiben.\n"_s;
    const Article expected = articleOf(text.toUtf8());
    QCOMPARE(expected.headline, u"Ärger über höhere Fährpreise"_s);

    QStringEncoder encoder(static_cast<QStringConverter::Encoding>(encoding),
                           QStringConverter::Flag::Stateless);
    Article article = articleOf(mark + QByteArray(encoder(text)));

    QVERIFY(!article.charset.isEmpty());
    article.charset = expected.charset;
    article.provenance[u"charset"_s] = expected.provenance[u"charset"_s];
    QCOMPARE(article.bodyHtml, expected.bodyHtml);
    QVERIFY(article == expected);
}

void tst_PlainText::readsTheSameWhateverEndsItsLines()
{
    const QByteArray text = "Fair opens\n\nBy Ann Hill\n\nThe fair opened today, and it was larger "
                            "than ever.\n\nPrint Sponsor\n";
    const Article expected = articleOf(text);

    for (const QByteArray &end : {QByteArray("\r\n"), QByteArray("\r"), QByteArray("  \n"),
                                  QByteArray("\xc2\x85"), QByteArray("\xe2\x80\xa8")}) {
        const Article article = articleOf(QByteArray(text).replace("\n", end));
        QCOMPARE(article.bodyHtml, expected.bodyHtml);
        QCOMPARE(article.authors, expected.authors);
        QCOMPARE(article.trimmings, QStringList{u"Print Sponsor"_s});
    }
}

void tst_PlainText::survivesHostileText_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("one line of 2 MB") << QByteArray(2'000'000, 'x');
    QTest::newRow("one line of 2 MB of words") << QByteArray("word, ").repeated(350'000);
    QTest::newRow("lines of one letter") << QByteArray("x\n").repeated(100'000);
    QTest::newRow("lines of one digit") << QByteArray("1\n").repeated(100'000);
    QTest::newRow("list items") << QByteArray("1. x\n").repeated(100'000);
    QTest::newRow("dates") << QByteArray("30 March 2009\n").repeated(50'000);
    QTest::newRow("date pieces") << QByteArray("1 2 3 4 5 6 7 8 9\n").repeated(50'000);
    QTest::newRow("links") << QByteArray("Title\n29 Mar 09 | Americas\n").repeated(50'000);
    QTest::newRow("headings") << QByteArray("SEE ALSO:\n").repeated(100'000);
    QTest::newRow("quotations") << QByteArray("> x\n").repeated(100'000);
    QTest::newRow("empty quotations") << QByteArray(">\n").repeated(50'000);
    QTest::newRow("figures") << QByteArray("A b\nC d\n\n").repeated(30'000);
    QTest::newRow("bars") << QByteArray("| | | |\n").repeated(50'000);
    QTest::newRow("bylines") << QByteArray("By Ann Hill\n").repeated(50'000);
    QTest::newRow("brackets") << QByteArray("((((\n))))\n").repeated(50'000);
    QTest::newRow("long digits") << QByteArray("9").repeated(150) + "\n"
            + QByteArray("9").repeated(90);
    QTest::newRow("controls") << QByteArray("Fair\x01 opens\x1b[31m\n\n"
                                            + QByteArray("It opened. ").repeated(20));
    QTest::newRow("a surrogate") << QByteArray("Fair \xed\xa0\x80 opens\n\nToday.\n");
    QTest::newRow("markup") << QByteArray("<p>\n\n</p><script>\n\n&lt;&amp;&#0;\n");
    QTest::newRow("a quote") << QByteArray("\"");
    QTest::newRow("a bracket") << QByteArray("(");
    QTest::newRow("a hyphen") << QByteArray("-\n-\n-");
}

void tst_PlainText::survivesHostileText()
{
    QFETCH(QByteArray, bytes);

    const auto articles = readArticles(SourceFile{u"a.txt"_s, bytes});

    QVERIFY(articles.has_value());
    QCOMPARE(articles.value().size(), 1);
    QVERIFY(!articles.value().first().headline.isEmpty());
}

void tst_PlainText::saysWhatItCouldNotDecode()
{
    const Article article = articleOf("\xef\xbb\xbf"
                                      "Fair opens\n\nThe f\xff"
                                      "air opened.\n");

    QCOMPARE(article.problems.size(), 1);
    QVERIFY(plainText(article.bodyHtml).endsWith(u"air opened."));
}

void tst_PlainText::keepsItsHeadlineShort()
{
    const QString story = u"The fair opened today, and it was larger than ever before. "_s.repeated(
        20);

    const Article article = articleOf(story.toUtf8());

    QVERIFY(article.headline.size() <= 120);
    QVERIFY(article.headline.startsWith(u"The fair opened today"));
    QCOMPARE(plainText(article.bodyHtml), story.trimmed());
}

QTEST_GUILESS_MAIN(tst_PlainText)
#include "tst_plaintext.moc"
