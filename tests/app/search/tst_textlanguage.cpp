#include "app/search/textlanguage.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_TextLanguage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void tellsTheLanguageOfAnArticle_data();
    void tellsTheLanguageOfAnArticle();
};

void tst_TextLanguage::tellsTheLanguageOfAnArticle_data()
{
    QTest::addColumn<QString>("stated");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");

    const QString
        english = u"The crews of the ferries walked out over their pay on Monday, and the "
                  "harbour stayed quiet for the rest of the day, said the mayor."_s;
    const QString german = u"Die Besatzungen der Fähren haben am Montag die Arbeit niedergelegt, "
                           "und im Hafen blieb es für den Rest des Tages still, sagte er."_s;
    const QString norwegian = u"Mannskapet på fergene gikk ut i streik på mandag, og havnen var "
                              "stille resten av dagen, sa ordføreren i byen etter møtet."_s;

    QTest::newRow("English, unsaid") << QString() << english << u"en"_s;
    QTest::newRow("German, unsaid") << QString() << german << u"de"_s;
    QTest::newRow("Chinese, unsaid")
        << QString() << u"港口的渡轮工人星期一因工资问题罢工，港口整天都很安静。"_s << u"zh"_s;
    QTest::newRow("Arabic, unsaid")
        << QString() << u"أضرب عمال العبارات يوم الاثنين بسبب الأجور وظل الميناء هادئا"_s
        << u"ar"_s;
    QTest::newRow("a region falls away") << u"en-GB"_s << english << u"en"_s;
    QTest::newRow("an underscore") << u"pt_BR"_s << u"O barco"_s << u"pt"_s;
    QTest::newRow("said, and too short to deny") << u"fr"_s << u"Bruges"_s << u"fr"_s;
    QTest::newRow("said, and plainly wrong") << u"en"_s << german << u"de"_s;
    QTest::newRow("nonsense") << u"../../x"_s << english << u"en"_s;
    QTest::newRow("a language that is none") << u"zzz"_s << english << u"en"_s;
    QTest::newRow("said to be undetermined") << u"und"_s << german << u"de"_s;
    QTest::newRow("like another") << u"da"_s << norwegian << u"da"_s;
    QTest::newRow("a written norm") << u"nb"_s << QString() << u"no"_s;
    QTest::newRow("nothing to tell by") << QString() << u"12 34"_s << u"und"_s;
    QTest::newRow("empty") << QString() << QString() << u"und"_s;
    QTest::newRow("half a pair") << QString() << QString(50, QChar(0xD800)) << u"und"_s;
}

void tst_TextLanguage::tellsTheLanguageOfAnArticle()
{
    QFETCH(QString, stated);
    QFETCH(QString, text);
    QFETCH(QString, language);

    QCOMPARE(languageOf(stated, text), language);
}

QTEST_GUILESS_MAIN(tst_TextLanguage)
#include "tst_textlanguage.moc"
