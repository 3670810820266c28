#include "app/search/askedarticle.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_AskedArticle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void knowsWhichOfItsWordsAreNames();
    void knowsHowItPrintsAWord();
    void knowsItsTime();
    void partsChineseIntoPairs();
    void takesAnEmptyArticle();
};

namespace {

AskedArticle asked(const QString &headline, const QString &text, const QString &language = u"en"_s,
                   const QString &day = {})
{
    Article article;
    article.headline = headline;
    article.inLanguage = language;
    article.datePublished = dateFromIso(day).value_or(PrintedDate{});
    article.bodyHtml = u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
    WordIndexer indexer;
    return askedArticle(article, indexer);
}

} // namespace

void tst_AskedArticle::knowsWhichOfItsWordsAreNames()
{
    const AskedArticle article = asked(u"Strike"_s,
                                       u"Then Mara Lindqvist spoke in Port Ellery of her crews."_s);

    QCOMPARE(article.names.size(), 2);
    QCOMPARE(article.names.at(0).printed, u"Mara Lindqvist"_s);
    QCOMPARE(article.names.at(0).terms, (QSet<QString>{u"mara"_s, u"lindqvist"_s}));
    QCOMPARE(article.names.at(1).printed, u"Port Ellery"_s);
}

void tst_AskedArticle::knowsHowItPrintsAWord()
{
    const AskedArticle article = asked(u"Hackers at Work"_s, u"The hackers were seen."_s);

    QCOMPARE(article.forms.value(u"hacker"_s), u"hackers"_s); // not as the headline prints it
    QCOMPARE(article.forms.value(u"work"_s), u"Work"_s);
    QVERIFY(!article.forms.contains(u"zeppelin"_s));
}

void tst_AskedArticle::knowsItsTime()
{
    QVERIFY(!asked(u"A"_s, u"b"_s).time);
    QCOMPARE(asked(u"A"_s, u"b"_s, u"en"_s, u"1970-01-02"_s).time, 86'400);
}

void tst_AskedArticle::partsChineseIntoPairs()
{
    const AskedArticle article = asked(u"港口"_s, u"渡轮停开"_s, u"zh"_s);

    QCOMPARE(article.forms.value(u"港口"_s), u"港口"_s);
    QCOMPARE(article.forms.value(u"渡轮"_s), u"渡轮"_s);
    QVERIFY(article.names.isEmpty());
}

void tst_AskedArticle::takesAnEmptyArticle()
{
    const AskedArticle article = asked({}, {});

    QVERIFY(article.names.isEmpty());
    QVERIFY(article.forms.isEmpty());
}

QTEST_APPLESS_MAIN(tst_AskedArticle)
#include "tst_askedarticle.moc"
