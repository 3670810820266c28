#include "app/article/datewordsabroad.h"

#include <QString>

#include <algorithm>
#include <iterator>
#include <vector>

namespace {

using View = std::u16string_view;

struct Entry
{
    View word;
    DateWordMeaning meaning;
};

// Month names: Unicode CLDR 42, wide (the genitives that dates are written with, too) and
// abbreviated; Turkish and Greek capitals once more as they are without their marks.
constexpr View months[] = {
    u"januari tammikuu tammikuuta tammi stycznia styczeń sty января январь янв січня січень "
    u"січ ledna leden január januára siječnja siječanj januara ianuarie ian gener ιανουαρίου "
    u"ιανουάριος ιανουαριου ιαν γενάρη ocak oca يناير جانفي ינואר בינואר ינו ژانویه "
    u"ژانویهٔ जनवरी जन януари",
    u"februari helmikuu helmikuuta helmi lutego luty lut февраля февраль фев февр лютого лютий лют "
    u"února únor február februára veljače veljača februara februarie febrer φεβρουαρίου "
    u"φεβρουάριος φεβρουαριου φεβ φεβρουάρη şubat subat şub فبراير شباط فيفري פברואר בפברואר פבר "
    u"فوریه فوریهٔ फ़रवरी फरवरी फ़र० февруари",
    u"maart mrt marts maaliskuu maaliskuuta maalis marca marzec марта март мар березня березень "
    u"бер března březen március márc ožujka ožujak marta martie març μαρτίου μάρτιος μαρτιου μαρ "
    u"μάρτη mart مارس آذار מרץ במרץ מרס मार्च maret",
    u"huhtikuu huhtikuuta huhti kwietnia kwiecień kwi апреля апрель апр квітня квітень кві dubna "
    u"duben április ápr apríla apríl travnja travanj aprila aprilie απριλίου απρίλιος απριλιου απρ "
    u"απρίλη nisan nis أبريل ابريل نيسان أفريل אפריל באפריל אפר آوریل अप्रैल април",
    u"mei maj toukokuu toukokuuta touko maja мая май травня травень тра května květen május máj "
    u"mája svibnja svibanj maiului maig μαΐου μάιος μαΐος μαιου μαϊ μαΐ μάη mayıs mayis مايو أيار "
    u"ماي מאי במאי مه مهٔ मई",
    u"kesäkuu kesäkuuta kesä czerwca czerwiec cze июня июнь июн червня червень чер června červen "
    u"június jún júna lipnja lipanj juna iunie iun juny ιουνίου ιούνιος ιουνιου ιουν ιούνη haziran "
    u"haz يونيو حزيران جوان יוני ביוני ژوئن जून юни",
    u"heinäkuu heinäkuuta heinä lipca lipiec lip июля июль июл липня липень лип července červenec "
    u"július júl júla srpnja srpanj jula iulie iul juliol ιουλίου ιούλιος ιουλιου ιουλ ιούλη "
    u"temmuz tem يوليو تموز جويلية יולי ביולי ژوئیه ژوئیهٔ जुलाई юли",
    u"augustus augusti elokuu elokuuta elo sierpnia sierpień sie августа август авг серпня серпень "
    u"сер srpna srpen augusztus aug augusta kolovoza kolovoz avgusta agost αυγούστου αύγουστος "
    u"αυγουστου αυγ αύγουστο ağustos agustos ağu أغسطس اغسطس آب أوت אוגוסט באוגוסט אוג اوت अगस्त "
    u"ogos agt",
    u"syyskuu syyskuuta syys września wrzesień wrz сентября сентябрь сен сент вересня вересень вер "
    u"září szeptember szept septembra rujna rujan septembrie septiembre setembre σεπτεμβρίου "
    u"σεπτέμβριος σεπτεμβριου σεπ σεπτ σεπτέμβρη eylül eylul eyl سبتمبر أيلول ספטמבר בספטמבר ספט "
    u"سپتامبر सितंबर सितम्बर सित० септември",
    u"lokakuu lokakuuta loka października październik paź октября октябрь окт жовтня жовтень жов "
    u"října říjen október októbra oktobra octombrie οκτωβρίου οκτώβριος οκτωβριου οκτ "
    u"οκτώβρη ekim eki أكتوبر اكتوبر אוקטובר באוקטובר אוק اکتبر अक्टूबर октомври",
    u"marraskuu marraskuuta marras listopada listopad lis ноября ноябрь ноя нояб листопада "
    u"листопад лис listopadu novembra studenoga studeni noiembrie noi νοεμβρίου νοέμβριος "
    u"νοεμβριου νοε νοέμβρη kasım kasim kas نوفمبر נובמבר בנובמבר נוב نوامبر नवंबर "
    u"नवम्बर ноември",
    u"joulukuu joulukuuta joulu grudnia grudzień gru декабря декабрь дек грудня грудень гру "
    u"prosince prosinec decembra prosinca prosinac decembrie desembre desember des δεκεμβρίου "
    u"δεκέμβριος δεκεμβριου δεκ δεκέμβρη aralık aralik ara ديسمبر דצמבר בדצמבר דצמ "
    u"دسامبر दिसंबर दिसम्बर декември disember",
};

// https://en.wikipedia.org/wiki/Solar_Hijri_calendar
constexpr View solarMonths = u"فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند";

constexpr View weekdays =
    u"maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag "
    u"fredag lördag söndag mandag tirsdag lørdag søndag maanantai tiistai keskiviikko torstai "
    u"perjantai lauantai sunnuntai maanantaina tiistaina keskiviikkona torstaina perjantaina "
    u"lauantaina sunnuntaina poniedziałek wtorek środa czwartek piątek sobota niedziela "
    u"понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс понеділок "
    u"вівторок середа четвер субота неділя pondělí úterý středa čtvrtek pátek neděle hétfő kedd "
    u"szerda csütörtök péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică "
    u"δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή pazartesi salı çarşamba perşembe cuma "
    u"cumartesi pazar الأحد الإثنين الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت ראשון שני שלישי "
    u"רביעי חמישי שישי שבת یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه شنبه सोमवार मंगलवार बुधवार "
    u"गुरुवार शुक्रवार शनिवार रविवार senin selasa rabu kamis jumat sabtu minggu";

// What newspapers of these languages print before a date.
constexpr View published = u"gepubliceerd geplaatst publicerad publicerat publiceret udgivet "
                           u"publisert julkaistu opublikowano opublikowany publikacja dodano "
                           u"опубликовано опубликована опубліковано публикация публикувана vydáno "
                           u"publikováno zveřejněno megjelent közzétéve publikálva publicat "
                           u"publicată δημοσίευση δημοσιεύτηκε δημοσιεύθηκε yayınlanma yayınlandı "
                           u"yayın yayinlanma نشر النشر نُشر פורסם انتشار منتشر प्रकाशित diterbitkan "
                           u"dipublikasikan objavljeno đăng";
constexpr View modified = u"bijgewerkt gewijzigd update uppdaterad uppdaterat opdateret oppdatert "
                          u"endret päivitetty muokattu aktualizacja zaktualizowano "
                          u"aktualizováno aktualizace upraveno обновлено обновлена изменено "
                          u"оновлено frissítve frissült frissítés módosítva actualizat ενημέρωση "
                          u"ενημερώθηκε güncelleme güncellenme güncellendi guncelleme تحديث "
                          u"التحديث עודכן بهروزرسانی अपडेट diperbarui ažurirano cập";
constexpr View fillers =
    u"kl klo klokken klockan om laatste laatst op den senast sist senest viimeksi "
    u"ostatnia ostatnio godz godzina o r roku dnia rok г года р року в о последнее v ve dne "
    u"poslední hodin ora la în την στις της στη τελευταία son saat tarihi tarih الساعة آخر تاريخ "
    u"يوم في בשעה ב יום ساعت تاریخ تم को बजे pukul pada tanggal sat ngày năm lúc vào chủ nhật";
constexpr View hours = u"uur óra hod ч год giờ";

// In the order of their first years. https://en.wikipedia.org/wiki/Japanese_era_name
struct Era
{
    View name;
    View firstYear;
    int begins;
};
constexpr Era eras[] = {{u"明治", u"明治元年", 1868},
                        {u"大正", u"大正元年", 1912},
                        {u"昭和", u"昭和元年", 1926},
                        {u"平成", u"平成元年", 1989},
                        {u"令和", u"令和元年", 2019}};

// "tháng Giêng" is the first month too. https://en.wikipedia.org/wiki/Vietnamese_numerals
constexpr View numerals[] = {u"một", u"hai", u"ba",  u"tư",   u"năm",
                             u"sáu", u"bảy", u"tám", u"chín", u"mười"};

std::vector<Entry> entries()
{
    std::vector<Entry> all;
    const auto add = [&all](View words, DateWord word, int value, int step = 0) {
        while (!words.empty()) {
            const size_t end = std::min(words.find(u' '), words.size());
            all.push_back({words.substr(0, end), {word, value}});
            words.remove_prefix(std::min(end + 1, words.size()));
            value += step;
        }
    };
    for (int month = 0; month < 12; ++month)
        add(months[month], DateWord::Month, month + 1);
    add(solarMonths, DateWord::Month, solarHijriMonths + 1, 1);
    add(weekdays, DateWord::Weekday, 0);
    add(published, DateWord::Published, 0);
    add(modified, DateWord::Modified, 0);
    add(fillers, DateWord::Filler, 0);
    add(hours, DateWord::Hours, 0);
    add(u"ص", DateWord::Morning, 0);
    add(u"م", DateWord::Afternoon, 0);
    for (const Era &era : eras) {
        add(era.name, DateWord::Era, era.begins - 1);
        add(era.firstYear, DateWord::EraYear, era.begins);
    }
    add(u"tháng", DateWord::MonthFollows, 0);
    add(u"thứ", DateWord::WeekdayFollows, 0);
    add(u"phút", DateWord::MinuteMark, 0);
    std::ranges::stable_sort(all, {}, &Entry::word);
    return all;
}

} // namespace

DateWordMeaning dateWordAbroad(View lowerCase)
{
    static const std::vector<Entry> all = entries();
    const auto found = std::ranges::lower_bound(all, lowerCase, {}, &Entry::word);
    return found != all.end() && found->word == lowerCase ? found->meaning : DateWordMeaning();
}

int vietnameseNumeral(QStringView word)
{
    const QString lower = word.toString().toLower();
    if (lower == u"giêng")
        return 1;
    const auto *found = std::ranges::find_if(
        numerals, [&lower](View name) { return lower == QStringView(name); });
    return found == std::end(numerals) ? 0 : int(found - std::begin(numerals)) + 1;
}
