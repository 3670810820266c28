#include "app/search/foldedtext.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

class tst_FoldedText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void foldsWhatTwoPrintingsDifferIn_data();
    void foldsWhatTwoPrintingsDifferIn();
    void keepsDifferentHeadlinesApart();
    void foldsAddressesOfTheSamePage_data();
    void foldsAddressesOfTheSamePage();
    void keepsAddressesOfDifferentPagesApart();
};

void tst_FoldedText::foldsWhatTwoPrintingsDifferIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");

    QTest::newRow("case") << u"FERRY Strike Ends"_s << u"ferry strike ends"_s;
    QTest::newRow("quotes") << u"‘Ferry’ “strike” 'ends'"_s << u"ferry strike ends"_s;
    QTest::newRow("dashes") << u"Ferry – strike—ends - now"_s << u"ferry strike ends now"_s;
    QTest::newRow("accents") << u"Café réouvert à Besançon"_s << u"cafe reouvert a besancon"_s;
    QTest::newRow("decomposed") << u"Cafe\u0301"_s << u"cafe"_s;
    QTest::newRow("apostrophes") << u"Port’s ferry isn't late"_s << u"ports ferry isnt late"_s;
    QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
    QTest::newRow("blanks") << u"  Ferry\u00A0 strike\n"_s << u"ferry strike"_s;
    QTest::newRow("numbers") << u"£2.5m for 1,200 jobs"_s << u"2 5m for 1 200 jobs"_s;
    QTest::newRow("soft hyphen") << u"har\u00ADbour"_s << u"harbour"_s;
    QTest::newRow("Cyrillic") << u"ПАРОМ «Заря»"_s << u"паром заря"_s;
    QTest::newRow("beyond the first plane") << u"𠮷野家"_s << u"𠮷野家"_s;
    QTest::newRow("nothing but marks") << u"… — !"_s << QString();
}

void tst_FoldedText::foldsWhatTwoPrintingsDifferIn()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);

    QCOMPARE(foldedText(text), folded);
}

void tst_FoldedText::keepsDifferentHeadlinesApart()
{
    QVERIFY(foldedText(u"Ferry strike"_s) != foldedText(u"Ferry strikes"_s));
    QVERIFY(foldedText(u"Re-sent"_s) != foldedText(u"Resent"_s));
}

void tst_FoldedText::foldsAddressesOfTheSamePage_data()
{
    QTest::addColumn<QString>("url");

    QTest::newRow("plain") << u"http://news.example/world/ferry"_s;
    QTest::newRow("secure") << u"https://news.example/world/ferry"_s;
    QTest::newRow("www and case") << u"https://WWW.News.example/world/ferry"_s;
    QTest::newRow("slash") << u"https://news.example/world/ferry/"_s;
    QTest::newRow("fragment") << u"https://news.example/world/ferry#comments"_s;
    QTest::newRow("campaign") << u"https://news.example/world/ferry?utm_source=a&fbclid=b"_s;
}

void tst_FoldedText::foldsAddressesOfTheSamePage()
{
    QFETCH(QString, url);

    QCOMPARE(foldedUrl(QUrl(url)), u"news.example/world/ferry"_s);
}

void tst_FoldedText::keepsAddressesOfDifferentPagesApart()
{
    QCOMPARE(foldedUrl(QUrl(u"https://news.example/show?id=7&at_x=1"_s)),
             u"news.example/show?id=7"_s);
    QCOMPARE(foldedUrl(QUrl(u"ferry.html"_s)), QString());
}

QTEST_GUILESS_MAIN(tst_FoldedText)
#include "tst_foldedtext.moc"
