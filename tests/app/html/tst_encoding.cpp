#include "app/html/encoding.h"

#include <QRegularExpression>
#include <QTest>

#include <unicode/ucnv.h>

using namespace Qt::StringLiterals;

namespace {

const QString german = u"Die Bürgermeisterin eröffnete am Dienstag die neue Brücke über die Weser. "
                       "Größere Schäden, sagte sie, seien für die nächsten zwanzig Jahre nicht zu "
                       "befürchten; die Anwohner hörten es gern."_s;
const QString
    polish = u"Wczoraj wieczorem otwarto nową linię tramwajową łączącą dworzec główny z "
             "osiedlem nad rzeką. Mieszkańcy czekali na nią dziesięć lat, a koszty wzrosły "
             "w tym czasie prawie dwukrotnie, jak podał urząd miasta. Źródła zbliżone do "
             "rady mówią też o następnych żądaniach."_s;
const QString russian = u"Вчера вечером в городе открылась новая трамвайная линия, которую жители "
                        "ждали почти десять лет. За это время стоимость строительства выросла "
                        "вдвое, сообщили в городской администрации."_s;
const QString
    greek = u"Η νέα γραμμή του τραμ άνοιξε χθες το βράδυ και ενώνει τον κεντρικό σταθμό με "
            "τη συνοικία δίπλα στο ποτάμι. Οι κάτοικοι περίμεναν δέκα χρόνια."_s;
const QString
    hebrew = u"קו הרכבת הקלה החדש נפתח אמש ומחבר את התחנה המרכזית עם השכונה שעל גדת הנהר. "
             "התושבים חיכו לו עשר שנים, והעלות הוכפלה בינתיים, נמסר מן העירייה."_s;
const QString
    japanese = u"新しい路面電車の路線が昨夜開業し、中央駅と川沿いの団地を結びました。住民は十年"
               "近く待っていました。市によると、その間に建設費はほぼ二倍になりました。"_s;
const QString
    korean = u"새로운 노면전차 노선이 어젯밤 개통되어 중앙역과 강변 마을을 연결했다. 주민들은 거의 "
             "십 년을 기다렸다. 시에 따르면 그 사이 건설비는 거의 두 배가 되었다."_s;
const QString
    chinese = u"新的有轨电车线路昨晚开通，连接中央车站和河边的居民区。居民们等了将近十年。市政府"
              "表示，在此期间建设费用几乎翻了一番。"_s;
const QString
    taiwanese = u"新的電車路線昨晚通車，連接中央車站和河邊的住宅區。居民等了將近十年。市政府表示，"
                "這段期間建設費用幾乎增加了一倍。"_s;

QByteArray encoded(const QString &text, const char *charset)
{
    UErrorCode error = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &error);
    QByteArray bytes(text.size() * 8, '\0');
    const int32_t length = ucnv_fromUChars(converter, bytes.data(), int32_t(bytes.size()),
                                           reinterpret_cast<const UChar *>(text.utf16()),
                                           int32_t(text.size()), &error);
    ucnv_close(converter);
    if (U_FAILURE(error))
        qFatal("no such converter: %s", charset);
    bytes.truncate(length);
    return bytes;
}

} // namespace

class tst_Encoding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void findsTheEncodingOfAText_data();
    void findsTheEncodingOfAText();
    void believesAByteOrderMark_data();
    void believesAByteOrderMark();
    void takesALabelForWhatBrowsersTakeIt_data();
    void takesALabelForWhatBrowsersTakeIt();
    void disbelievesADeclarationThatTheBytesProveWrong();
    void losesOnlyTheWrongBytes_data();
    void losesOnlyTheWrongBytes();
    void replacesWhatALegacyEncodingDoesNotHave();
    void findsWhatADocumentDeclares_data();
    void findsWhatADocumentDeclares();
    void givesTheSameInUtf8();
    void keepsUtf8AsItCame();
    void tellsTextFromOtherThings_data();
    void tellsTextFromOtherThings();
};

void tst_Encoding::findsTheEncodingOfAText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("converter");
    QTest::addColumn<QString>("charset");

    const auto row = [](const char *converter, const QString &text, const QString &charset) {
        QTest::addRow("%s %s", converter, qPrintable(text.left(6)))
            << text << QByteArray(converter) << charset;
    };
    row("UTF-8", german, u"UTF-8"_s);
    row("UTF-8", japanese, u"UTF-8"_s);
    row("UTF-16LE", german, u"UTF-16LE"_s);
    row("UTF-16BE", german, u"UTF-16BE"_s);
    row("UTF-16LE", russian, u"UTF-16LE"_s);
    row("UTF-16BE", russian, u"UTF-16BE"_s);
    row("UTF-32LE", german, u"UTF-32LE"_s);
    row("UTF-32BE", russian, u"UTF-32BE"_s);
    row("windows-1252", german, u"windows-1252"_s);
    row("windows-1251", russian, u"windows-1251"_s);
    row("koi8-r", russian, u"KOI8-R"_s);
    row("iso-8859-5", russian, u"ISO-8859-5"_s);
    row("ibm-866", russian, u"IBM866"_s);
    row("iso-8859-7", greek, u"ISO-8859-7"_s);
    row("windows-1255", hebrew, u"windows-1255"_s);
    row("ibm-943_P15A-2003", japanese, u"Shift_JIS"_s);
    row("euc-jp-2007", japanese, u"EUC-JP"_s);
    row("iso-2022-jp", japanese, u"ISO-2022-JP"_s);
    row("windows-949-2000", korean, u"EUC-KR"_s);
    row("gb18030", chinese, u"GB18030"_s);
    row("Big5-HKSCS", taiwanese, u"Big5"_s);
}

void tst_Encoding::findsTheEncodingOfAText()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, converter);
    QFETCH(QString, charset);

    const DecodedText found = decoded(encoded(text, converter));

    QCOMPARE(found.text, text);
    QCOMPARE(found.charset, charset);
    QCOMPARE(found.foundBy, u"detection"_s);
    QCOMPARE(found.wrongBytes, 0);
}

void tst_Encoding::believesAByteOrderMark_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("charset");

    const QString marked = QChar(0xFEFF) + german;
    for (const char *charset : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"})
        QTest::newRow(charset) << encoded(marked, charset) << QString::fromLatin1(charset);
}

void tst_Encoding::believesAByteOrderMark()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, charset);

    const DecodedText found = decoded(bytes, "koi8-r");

    QCOMPARE(found.text, german);
    QCOMPARE(found.charset, charset);
    QCOMPARE(found.foundBy, u"byte order mark"_s);
}

void tst_Encoding::takesALabelForWhatBrowsersTakeIt_data()
{
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");

    QTest::newRow("latin1") << QByteArray("ISO-8859-1") << QByteArray("\x93zu\x94") << u"“zu”"_s;
    QTest::newRow("ascii") << QByteArray("us-ascii") << QByteArray("\x80 5") << u"€ 5"_s;
    QTest::newRow("latin5") << QByteArray("iso-8859-9") << QByteArray("\xF0\x85") << u"ğ…"_s;
    QTest::newRow("gb2312") << QByteArray("gb2312") << encoded(u"镕基"_s, "gbk") << u"镕基"_s;
    QTest::newRow("tis-620") << QByteArray("TIS-620") << QByteArray("\x80\xA1") << u"€ก"_s;
    QTest::newRow("polish") << QByteArray(" windows-1250 ") << encoded(polish, "windows-1250")
                            << polish;
    QTest::newRow("latin2") << QByteArray("ISO-8859-2") << encoded(polish, "iso-8859-2") << polish;
    QTest::newRow("x-sjis") << QByteArray("x-sjis") << encoded(u"電車"_s, "ibm-943_P15A-2003")
                            << u"電車"_s;
    for (const auto label : {"ibm850", "cp850", "CP-850", "IBM_850"})
        QTest::newRow(label) << QByteArray(label) << QByteArray("\x84lter") << u"älter"_s;
}

void tst_Encoding::takesALabelForWhatBrowsersTakeIt()
{
    QFETCH(QByteArray, label);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);

    const DecodedText found = decoded(bytes, label);

    QCOMPARE(found.text, text);
    QCOMPARE(found.foundBy, u"declaration"_s);
    QCOMPARE(found.wrongBytes, 0);
}

void tst_Encoding::disbelievesADeclarationThatTheBytesProveWrong()
{
    QCOMPARE(decoded(german.toUtf8(), "iso-8859-1").text, german);
    QCOMPARE(decoded(russian.toUtf8(), "windows-1251").text, russian);
    QCOMPARE(decoded(encoded(russian, "windows-1251"), "utf-8").text, russian);
    QCOMPARE(decoded(german.toUtf8(), "utf-16").text, german);
    QCOMPARE(decoded(encoded(german, "windows-1252"), "no such label").text, german);
}

void tst_Encoding::losesOnlyTheWrongBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("wrongBytes");

    const auto row = [](const char *name, const QByteArray &wrong, const QString &seen, int count) {
        QTest::newRow(name) << german.toUtf8() + " (" + wrong + ") " + german.toUtf8()
                            << german + u" ("_s + seen + u") "_s + german << qsizetype(count);
    };
    row("windows quotes", "\x93so\x94 it", u"“so” it"_s, 2);
    row("a windows letter", "caf\xE9", u"café"_s, 1);
    row("cut in two bytes", "a\xC3", u"a\uFFFD"_s, 1);
    row("cut in four bytes", "a\xF0\x9F\x98", u"a\uFFFD"_s, 1);
    row("overlong", "\xC0\xAF", u"\uFFFD\uFFFD"_s, 2);
    row("a surrogate", "\xED\xA0\x80", u"\uFFFD\uFFFD\uFFFD"_s, 3);
    row("beyond Unicode", "\xF4\x90\x80\x80", u"\uFFFD\uFFFD\uFFFD\uFFFD"_s, 4);
}

void tst_Encoding::losesOnlyTheWrongBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(qsizetype, wrongBytes);

    const DecodedText found = decoded(bytes);

    QCOMPARE(found.text, text);
    QCOMPARE(found.charset, u"UTF-8"_s);
    QCOMPARE(found.wrongBytes, wrongBytes);
}

void tst_Encoding::replacesWhatALegacyEncodingDoesNotHave()
{
    const DecodedText found = decoded(encoded(japanese, "ibm-943_P15A-2003") + "\xFF" + "end",
                                      "shift_jis");

    QCOMPARE(found.text.mid(japanese.size()), u"\uFFFDend"_s);
    QCOMPARE(found.wrongBytes, 1);
}

void tst_Encoding::findsWhatADocumentDeclares_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("label");

    const auto row = [](const char *name, const QByteArray &document, const QByteArray &label) {
        QTest::newRow(name) << document << label;
    };
    row("short", "<html><meta charset=utf-8>", "utf-8");
    row("quoted", "<html><META  CharSet = 'KOI8-R' >", "koi8-r");
    row("pragma", R"(<meta http-equiv="Content-Type" content="text/html; charset=GB2312">)",
        "gb2312");
    row("pragma, the other way round",
        R"(<meta content="text/html;charset='big5'" http-equiv=content-type />)", "big5");
    row("content that is not a pragma", R"(<meta name=x content="charset=big5">)", "");
    row("in a comment", "<!-- <meta charset=big5> --><meta charset=utf-8>", "utf-8");
    row("xml", R"(<?xml version="1.0" encoding="ISO-8859-15"?><html>)", "iso-8859-15");
    row("a word that begins so", "<metadata charset=big5>", "");
    row("cut short", "<meta charset=", "");
    row("cut in a value", "<meta charset=\"utf", "utf");
    row("none", "<p>meta charset=utf-8</p>", "");
}

void tst_Encoding::findsWhatADocumentDeclares()
{
    QFETCH(QByteArray, document);
    QFETCH(QByteArray, label);

    QCOMPARE(declaredCharset(document), label);
}

void tst_Encoding::givesTheSameInUtf8()
{
    const QByteArray latin = encoded(german, "windows-1252");
    for (const auto &[bytes, declared] :
         QList<std::pair<QByteArray, QByteArray>>{{german.toUtf8(), {}},
                                                  {german.toUtf8(), "utf-8"},
                                                  {german.toUtf8(), "koi8-r"},
                                                  {"plain ASCII", "windows-1252"},
                                                  {"\xEF\xBB\xBF" + russian.toUtf8(), "koi8-r"},
                                                  {"\xFF\xFE" + encoded(russian, "UTF-16LE"), {}},
                                                  {"\xEF\xBB\xBF" + latin, {}},
                                                  {latin, "windows-1252"},
                                                  {latin, "utf-8"},
                                                  {latin, {}},
                                                  {encoded(japanese, "iso-2022-jp"), {}},
                                                  {german.toUtf8() + "\xC3 and more", "utf-8"},
                                                  {"", {}}}) {
        const DecodedText text = decoded(bytes, declared);
        const DecodedUtf8 utf8 = decodedToUtf8(bytes, declared);
        QCOMPARE(utf8.utf8, text.text.toUtf8());
        QCOMPARE(utf8.charset, text.charset);
        QCOMPARE(utf8.foundBy, text.foundBy);
        QCOMPARE(utf8.wrongBytes, text.wrongBytes);
    }
}

void tst_Encoding::keepsUtf8AsItCame()
{
    const QByteArray bytes = german.toUtf8();
    QCOMPARE(static_cast<const void *>(decodedToUtf8(bytes).utf8.constData()),
             static_cast<const void *>(bytes.constData()));
}

void tst_Encoding::tellsTextFromOtherThings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isBinary");

    QTest::newRow("english") << QByteArray("Words.\n") << false;
    QTest::newRow("UTF-16") << encoded(german, "UTF-16LE") << false;
    QTest::newRow("UTF-16, russian, odd end") << encoded(russian, "UTF-16BE") + '\0' << false;
    QTest::newRow("UTF-32") << encoded(german, "UTF-32BE") << false;
    QTest::newRow("ISO-2022-JP") << encoded(japanese, "iso-2022-jp") << false;
    QTest::newRow("one stray NUL") << german.toUtf8().repeated(3) + '\0' + german.toUtf8() << false;
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1A\n") << true;
    QTest::newRow("ELF") << QByteArray("\x7F"
                                       "ELF\x02\x01\x01")
                         << true;
    QTest::newRow("ZIP") << QByteArray("PK\x03\x04\x14") << true;
    QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08") << true;
    QTest::newRow("PDF") << QByteArray("%PDF-1.4\n") << true;
    QTest::newRow("NULs") << QByteArray(64, '\0') << true;
    QByteArray noise;
    for (quint32 i = 1, state = 1; i < 3000; ++i) {
        state = state * 1664525 + 1013904223;
        noise += char(state >> 24);
    }
    QTest::newRow("noise") << noise << true;
}

void tst_Encoding::tellsTextFromOtherThings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isBinary);

    QCOMPARE(looksBinary(bytes), isBinary);
}

QTEST_GUILESS_MAIN(tst_Encoding)
#include "tst_encoding.moc"
