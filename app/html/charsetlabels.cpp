#include "app/html/charsetlabels.h"

#include <QByteArrayView>

#include <algorithm>

namespace {

struct Labels
{
    Charset charset;
    const char *labels; // parted by blanks
};

// The standard's table: a document that says iso-8859-1 means windows-1252, as all browsers read
// it.
constexpr Labels table[] = {
    {{"UTF-8", "UTF-8"},
     "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"},
    {{"IBM866", "ibm-866_P100-1995"}, "866 cp866 csibm866 ibm866"},
    {{"ISO-8859-2", "iso-8859-2"},
     "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
    {{"ISO-8859-3", "iso-8859-3"},
     "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
    {{"ISO-8859-4", "iso-8859-4"},
     "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
    {{"ISO-8859-5", "iso-8859-5"},
     "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
     "iso_8859-5:1988"},
    {{"ISO-8859-6", "iso-8859-6"},
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e "
     "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    {{"ISO-8859-7", "iso-8859-7"},
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 "
     "iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
    {{"ISO-8859-8", "iso-8859-8"},
     "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 "
     "iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical"},
    {{"ISO-8859-10", "iso-8859-10"},
     "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    {{"ISO-8859-13", "iso-8859-13"}, "iso-8859-13 iso8859-13 iso885913"},
    {{"ISO-8859-14", "iso-8859-14"}, "iso-8859-14 iso8859-14 iso885914"},
    {{"ISO-8859-15", "iso-8859-15"}, "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
    {{"ISO-8859-16", "ISO-8859-16"}, "iso-8859-16"},
    {{"KOI8-R", "koi8-r"}, "cskoi8r koi koi8 koi8-r koi8_r"},
    {{"KOI8-U", "koi8-u"}, "koi8-ru koi8-u"},
    {{"macintosh", "macintosh"}, "csmacintosh mac macintosh x-mac-roman"},
    {{"windows-874", "windows-874"},
     "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"},
    {{"windows-1250", "windows-1250"}, "cp1250 windows-1250 x-cp1250"},
    {{"windows-1251", "windows-1251"}, "cp1251 windows-1251 x-cp1251"},
    {{"windows-1252", "windows-1252"},
     "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 "
     "iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252"},
    {{"windows-1253", "windows-1253"}, "cp1253 windows-1253 x-cp1253"},
    {{"windows-1254", "windows-1254"},
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 "
     "latin5 windows-1254 x-cp1254"},
    {{"windows-1255", "windows-1255"}, "cp1255 windows-1255 x-cp1255"},
    {{"windows-1256", "windows-1256"}, "cp1256 windows-1256 x-cp1256"},
    {{"windows-1257", "windows-1257"}, "cp1257 windows-1257 x-cp1257"},
    {{"windows-1258", "windows-1258"}, "cp1258 windows-1258 x-cp1258"},
    {{"x-mac-cyrillic", "x-mac-cyrillic"}, "x-mac-cyrillic x-mac-ukrainian mac-cyrillic"},
    {{"GB18030", "gb18030"},
     "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030"},
    {{"Big5", "Big5-HKSCS"}, "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    {{"EUC-JP", "euc-jp-2007"}, "cseucpkdfmtjapanese euc-jp x-euc-jp"},
    {{"ISO-2022-JP", "iso-2022-jp"}, "csiso2022jp iso-2022-jp"},
    {{"Shift_JIS", "ibm-943_P15A-2003"},
     "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis cp932"},
    {{"EUC-KR", "windows-949-2000"},
     "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 "
     "ksc_5601 windows-949 uhc cp949"},
    {{"UTF-16BE", "UTF-16BE"}, "unicodefffe utf-16be"},
    {{"UTF-16LE", "UTF-16LE"},
     "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"},
    // Below: none of the standard's, but the detector's, whose texts stand on people's disks.
    {{"UTF-32BE", "UTF-32BE"}, "utf-32be"},
    {{"UTF-32LE", "UTF-32LE"}, "utf-32le"},
    {{"ISO-2022-KR", "iso-2022-kr"}, "iso-2022-kr"},
    {{"HZ-GB-2312", "HZ-GB-2312"}, "hz-gb-2312"},
    {{"IBM855", "ibm-855_P100-1995"}, "ibm855 cp855"},
    {{"IBM852", "ibm-852_P100-1995"}, "ibm852 cp852"},
    {{"IBM865", "ibm-865_P100-1995"}, "ibm865 cp865"},
    {{"EUC-TW", "euc-tw"}, "euc-tw"},
    {{"macCentralEurope", "x-mac-centraleurroman"}, "mac-centraleurope"},
    {{"VISCII", "ibm-1129_P100-1997"}, "viscii"},
    // What word processors and converters of the days of DOS wrote.
    {{"IBM437", "ibm-437_P100-1995"}, "ibm437 cp437"},
    {{"IBM737", "ibm-737_P100-1997"}, "ibm737 cp737"},
    {{"IBM775", "ibm-775_P100-1996"}, "ibm775 cp775"},
    {{"IBM850", "ibm-850_P100-1995"}, "ibm850 cp850"},
    {{"IBM857", "ibm-857_P100-1995"}, "ibm857 cp857"},
    {{"IBM00858", "ibm-858_P100-1997"}, "ibm858 ibm00858 cp858 cp00858"},
    {{"IBM860", "ibm-860_P100-1995"}, "ibm860 cp860"},
    {{"IBM861", "ibm-861_P100-1995"}, "ibm861 cp861"},
    {{"IBM862", "ibm-862_P100-1995"}, "ibm862 cp862"},
    {{"IBM863", "ibm-863_P100-1995"}, "ibm863 cp863"},
    {{"IBM864", "ibm-864_X110-1999"}, "ibm864 cp864"},
    {{"IBM869", "ibm-869_P100-1995"}, "ibm869 cp869"},
};

bool lists(QByteArrayView labels, QByteArrayView wanted)
{
    for (qsizetype at = labels.indexOf(wanted); at >= 0; at = labels.indexOf(wanted, at + 1)) {
        const qsizetype end = at + wanted.size();
        if ((at == 0 || labels[at - 1] == ' ') && (end == labels.size() || labels[end] == ' '))
            return true;
    }
    return false;
}

// "cp-850" is a spelling of "cp850", and "ibm_850" of "ibm850".
QByteArray spelled(const QByteArray &label)
{
    QByteArray wanted = label.trimmed().toLower();
    if (wanted.startsWith("cp-") || wanted.startsWith("cp_"))
        wanted.remove(2, 1);
    if (wanted.startsWith("ibm-") || wanted.startsWith("ibm_"))
        wanted.remove(3, 1);
    return wanted;
}

} // namespace

const Charset *charsetOf(const QByteArray &label)
{
    const QByteArray wanted = spelled(label);
    if (wanted.isEmpty() || wanted.contains(' '))
        return nullptr;
    const auto *row = std::ranges::find_if(
        table, [&wanted](const Labels &labels) { return lists(labels.labels, wanted); });
    return row == std::end(table) ? nullptr : &row->charset;
}
