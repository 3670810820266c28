#include "app/formats/plaintext/dayfirst.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_DayFirst final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void knowsALanguageByItsSmallWords_data();
    void knowsALanguageByItsSmallWords();
};

void tst_DayFirst::knowsALanguageByItsSmallWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");

    const QString german = u"Die Fischhalle am Hafen ist am Donnerstag an eine Genossenschaft von "
                           "Fischern verkauft worden, und der Preis wurde nicht genannt. Er liegt "
                           "mit dem der Boote gleich."_s;
    const QString
        english = u"The fish market in the harbour has been sold to a group of fishermen, "
                  "and the price was not given. It is said to be less than that of the "
                  "boats, which were sold with the nets."_s;
    QTest::newRow("German") << german << u"de"_s;
    QTest::newRow("French") << u"La criée du port a été vendue jeudi à une coopérative qui veut la "
                               "rouvrir dans les murs et avec les gens du quai. Le prix est un "
                               "secret pour tous."_s
                            << u"fr"_s;
    QTest::newRow("Spanish")
        << u"La lonja del puerto fue vendida el jueves por los dueños a una "
           "cooperativa que quiere abrir las puertas en el verano con el mismo "
           "hielo y sus viejos clientes."_s
        << u"es"_s;
    QTest::newRow("Italian") << u"Il mercato del pesce è stato venduto a una cooperativa di "
                                "pescatori che vuole riaprire nel mese di giugno. Gli uffici della "
                                "vecchia sede sono chiusi per ora."_s
                             << u"it"_s;
    QTest::newRow("Portuguese") << u"A lota do porto foi vendida a uma cooperativa que não quer "
                                   "esperar e abre em junho, com o gelo dos vizinhos e a ajuda da "
                                   "câmara. Um dos sócios dá os barcos ao grupo."_s
                                << u"pt"_s;
    QTest::newRow("English") << english << QString();
    QTest::newRow("an English text with a German quotation")
        << english + u' ' + english + u" „Das ist nicht von uns und nicht mit uns“, he said."_s
        << QString();
    QTest::newRow("half English, half German") << english + u' ' + german << QString();
    QTest::newRow("a few words") << u"Der Hafen und das Eis"_s << QString();
    QTest::newRow("one word often") << u"und so weiter und "_s.repeated(20) << QString();
    QTest::newRow("Russian") << u"Рыбный рынок в порту продан в четверг. Цена не названа."_s
                             << QString();
    QTest::newRow("Japanese") << u"港の魚市場が木曜日に売却された。価格は公表されていない。"_s
                              << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void tst_DayFirst::knowsALanguageByItsSmallWords()
{
    QFETCH(QString, text);
    QFETCH(QString, language);

    QCOMPARE(dayFirstLanguage({TextLine{text}}), language);
}

QTEST_GUILESS_MAIN(tst_DayFirst)
#include "tst_dayfirst.moc"
