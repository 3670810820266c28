#include "app/article/datewords.h"

#include "app/article/datewordsabroad.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <string_view>

namespace {

using View = std::u16string_view;

constexpr qsizetype longestWord = 16; // characters

struct Entry
{
    View word;
    DateWord meaning;
    int value = 0;
};

constexpr auto byWord = [](const Entry &one, const Entry &other) { return one.word < other.word; };

template <size_t size>
constexpr std::array<Entry, size> sorted(std::array<Entry, size> entries)
{
    std::ranges::sort(entries, byWord);
    return entries;
}

// Month and weekday names: Unicode CLDR 42, wide and abbreviated forms of en, de, fr, es, it, pt;
// besides them the shorter and unaccented forms that newspapers print ("Sept", "Maerz", "aout").
constexpr auto months = sorted(std::to_array<Entry>({
    {u"january", DateWord::Month, 1},    {u"jan", DateWord::Month, 1},
    {u"januar", DateWord::Month, 1},     {u"jänner", DateWord::Month, 1},
    {u"jän", DateWord::Month, 1},        {u"janvier", DateWord::Month, 1},
    {u"janv", DateWord::Month, 1},       {u"enero", DateWord::Month, 1},
    {u"ene", DateWord::Month, 1},        {u"gennaio", DateWord::Month, 1},
    {u"gen", DateWord::Month, 1},        {u"janeiro", DateWord::Month, 1},
    {u"february", DateWord::Month, 2},   {u"feb", DateWord::Month, 2},
    {u"februar", DateWord::Month, 2},    {u"feber", DateWord::Month, 2},
    {u"février", DateWord::Month, 2},    {u"fevrier", DateWord::Month, 2},
    {u"févr", DateWord::Month, 2},       {u"fév", DateWord::Month, 2},
    {u"febrero", DateWord::Month, 2},    {u"febbraio", DateWord::Month, 2},
    {u"fevereiro", DateWord::Month, 2},  {u"fev", DateWord::Month, 2},
    {u"march", DateWord::Month, 3},      {u"mar", DateWord::Month, 3},
    {u"märz", DateWord::Month, 3},       {u"maerz", DateWord::Month, 3},
    {u"mär", DateWord::Month, 3},        {u"mrz", DateWord::Month, 3},
    {u"mars", DateWord::Month, 3},       {u"marzo", DateWord::Month, 3},
    {u"março", DateWord::Month, 3},      {u"marco", DateWord::Month, 3},
    {u"april", DateWord::Month, 4},      {u"apr", DateWord::Month, 4},
    {u"avril", DateWord::Month, 4},      {u"avr", DateWord::Month, 4},
    {u"abril", DateWord::Month, 4},      {u"abr", DateWord::Month, 4},
    {u"aprile", DateWord::Month, 4},     {u"may", DateWord::Month, 5},
    {u"mai", DateWord::Month, 5},        {u"mayo", DateWord::Month, 5},
    {u"maggio", DateWord::Month, 5},     {u"mag", DateWord::Month, 5},
    {u"maio", DateWord::Month, 5},       {u"june", DateWord::Month, 6},
    {u"jun", DateWord::Month, 6},        {u"juni", DateWord::Month, 6},
    {u"juin", DateWord::Month, 6},       {u"junio", DateWord::Month, 6},
    {u"giugno", DateWord::Month, 6},     {u"giu", DateWord::Month, 6},
    {u"junho", DateWord::Month, 6},      {u"july", DateWord::Month, 7},
    {u"jul", DateWord::Month, 7},        {u"juli", DateWord::Month, 7},
    {u"juillet", DateWord::Month, 7},    {u"juil", DateWord::Month, 7},
    {u"julio", DateWord::Month, 7},      {u"luglio", DateWord::Month, 7},
    {u"lug", DateWord::Month, 7},        {u"julho", DateWord::Month, 7},
    {u"august", DateWord::Month, 8},     {u"aug", DateWord::Month, 8},
    {u"août", DateWord::Month, 8},       {u"aout", DateWord::Month, 8},
    {u"agosto", DateWord::Month, 8},     {u"ago", DateWord::Month, 8},
    {u"september", DateWord::Month, 9},  {u"sept", DateWord::Month, 9},
    {u"sep", DateWord::Month, 9},        {u"septembre", DateWord::Month, 9},
    {u"septiembre", DateWord::Month, 9}, {u"setiembre", DateWord::Month, 9},
    {u"settembre", DateWord::Month, 9},  {u"set", DateWord::Month, 9},
    {u"setembro", DateWord::Month, 9},   {u"october", DateWord::Month, 10},
    {u"oct", DateWord::Month, 10},       {u"oktober", DateWord::Month, 10},
    {u"okt", DateWord::Month, 10},       {u"octobre", DateWord::Month, 10},
    {u"octubre", DateWord::Month, 10},   {u"ottobre", DateWord::Month, 10},
    {u"ott", DateWord::Month, 10},       {u"outubro", DateWord::Month, 10},
    {u"out", DateWord::Month, 10},       {u"november", DateWord::Month, 11},
    {u"nov", DateWord::Month, 11},       {u"novembre", DateWord::Month, 11},
    {u"noviembre", DateWord::Month, 11}, {u"novembro", DateWord::Month, 11},
    {u"december", DateWord::Month, 12},  {u"dec", DateWord::Month, 12},
    {u"dezember", DateWord::Month, 12},  {u"dez", DateWord::Month, 12},
    {u"décembre", DateWord::Month, 12},  {u"decembre", DateWord::Month, 12},
    {u"déc", DateWord::Month, 12},       {u"diciembre", DateWord::Month, 12},
    {u"dicembre", DateWord::Month, 12},  {u"dic", DateWord::Month, 12},
    {u"dezembro", DateWord::Month, 12},
}));

constexpr auto weekdays = sorted(std::to_array<Entry>({
    {u"monday", DateWord::Weekday},     {u"mon", DateWord::Weekday},
    {u"tuesday", DateWord::Weekday},    {u"tue", DateWord::Weekday},
    {u"tues", DateWord::Weekday},       {u"wednesday", DateWord::Weekday},
    {u"wed", DateWord::Weekday},        {u"thursday", DateWord::Weekday},
    {u"thu", DateWord::Weekday},        {u"thur", DateWord::Weekday},
    {u"thurs", DateWord::Weekday},      {u"friday", DateWord::Weekday},
    {u"fri", DateWord::Weekday},        {u"saturday", DateWord::Weekday},
    {u"sat", DateWord::Weekday},        {u"sunday", DateWord::Weekday},
    {u"sun", DateWord::Weekday},        {u"montag", DateWord::Weekday},
    {u"dienstag", DateWord::Weekday},   {u"mittwoch", DateWord::Weekday},
    {u"donnerstag", DateWord::Weekday}, {u"freitag", DateWord::Weekday},
    {u"samstag", DateWord::Weekday},    {u"sonnabend", DateWord::Weekday},
    {u"sonntag", DateWord::Weekday},    {u"mo", DateWord::Weekday},
    {u"mi", DateWord::Weekday},         {u"do", DateWord::Weekday},
    {u"fr", DateWord::Weekday},         {u"sa", DateWord::Weekday},
    {u"so", DateWord::Weekday},         {u"lundi", DateWord::Weekday},
    {u"mardi", DateWord::Weekday},      {u"mercredi", DateWord::Weekday},
    {u"jeudi", DateWord::Weekday},      {u"vendredi", DateWord::Weekday},
    {u"samedi", DateWord::Weekday},     {u"dimanche", DateWord::Weekday},
    {u"lunes", DateWord::Weekday},      {u"martes", DateWord::Weekday},
    {u"miércoles", DateWord::Weekday},  {u"miercoles", DateWord::Weekday},
    {u"jueves", DateWord::Weekday},     {u"viernes", DateWord::Weekday},
    {u"sábado", DateWord::Weekday},     {u"sabado", DateWord::Weekday},
    {u"domingo", DateWord::Weekday},    {u"lunedì", DateWord::Weekday},
    {u"martedì", DateWord::Weekday},    {u"mercoledì", DateWord::Weekday},
    {u"giovedì", DateWord::Weekday},    {u"venerdì", DateWord::Weekday},
    {u"sabato", DateWord::Weekday},     {u"domenica", DateWord::Weekday},
    {u"segunda", DateWord::Weekday},    {u"terça", DateWord::Weekday},
    {u"quarta", DateWord::Weekday},     {u"quinta", DateWord::Weekday},
    {u"sexta", DateWord::Weekday},      {u"feira", DateWord::Weekday},
    {u"月曜", DateWord::Weekday},       {u"月曜日", DateWord::Weekday},
    {u"火", DateWord::Weekday},         {u"火曜", DateWord::Weekday},
    {u"火曜日", DateWord::Weekday},     {u"水", DateWord::Weekday},
    {u"水曜", DateWord::Weekday},       {u"水曜日", DateWord::Weekday},
    {u"木", DateWord::Weekday},         {u"木曜", DateWord::Weekday},
    {u"木曜日", DateWord::Weekday},     {u"金", DateWord::Weekday},
    {u"金曜", DateWord::Weekday},       {u"金曜日", DateWord::Weekday},
    {u"土", DateWord::Weekday},         {u"土曜", DateWord::Weekday},
    {u"土曜日", DateWord::Weekday},     {u"日曜", DateWord::Weekday},
    {u"日曜日", DateWord::Weekday},     {u"星期一", DateWord::Weekday},
    {u"星期二", DateWord::Weekday},     {u"星期三", DateWord::Weekday},
    {u"星期四", DateWord::Weekday},     {u"星期五", DateWord::Weekday},
    {u"星期六", DateWord::Weekday},     {u"星期日", DateWord::Weekday},
    {u"星期天", DateWord::Weekday},     {u"周一", DateWord::Weekday},
    {u"周二", DateWord::Weekday},       {u"周三", DateWord::Weekday},
    {u"周四", DateWord::Weekday},       {u"周五", DateWord::Weekday},
    {u"周六", DateWord::Weekday},       {u"周日", DateWord::Weekday},
    {u"週一", DateWord::Weekday},       {u"週二", DateWord::Weekday},
    {u"週三", DateWord::Weekday},       {u"週四", DateWord::Weekday},
    {u"週五", DateWord::Weekday},       {u"週六", DateWord::Weekday},
    {u"週日", DateWord::Weekday},       {u"화", DateWord::Weekday},
    {u"수", DateWord::Weekday},         {u"목", DateWord::Weekday},
    {u"금", DateWord::Weekday},         {u"토", DateWord::Weekday},
    {u"월요일", DateWord::Weekday},     {u"화요일", DateWord::Weekday},
    {u"수요일", DateWord::Weekday},     {u"목요일", DateWord::Weekday},
    {u"금요일", DateWord::Weekday},     {u"토요일", DateWord::Weekday},
    {u"일요일", DateWord::Weekday},
}));

// The labels and small words seen around dates on the pages of BBC News (1998-2011), newspapers of
// the six languages and press agencies.
constexpr auto others = sorted(std::to_array<Entry>({
    {u"published", DateWord::Published},
    {u"posted", DateWord::Published},
    {u"filed", DateWord::Published},
    {u"issued", DateWord::Published},
    {u"released", DateWord::Published},
    {u"created", DateWord::Published},
    {u"veröffentlicht", DateWord::Published},
    {u"erschienen", DateWord::Published},
    {u"erstellt", DateWord::Published},
    {u"publié", DateWord::Published},
    {u"publie", DateWord::Published},
    {u"paru", DateWord::Published},
    {u"publicado", DateWord::Published},
    {u"publicada", DateWord::Published},
    {u"pubblicato", DateWord::Published},
    {u"pubblicata", DateWord::Published},
    {u"publication", DateWord::Published},
    {u"veröffentlichung", DateWord::Published},
    {u"updated", DateWord::Modified},
    {u"update", DateWord::Modified},
    {u"modified", DateWord::Modified},
    {u"revised", DateWord::Modified},
    {u"aktualisiert", DateWord::Modified},
    {u"aktualisierung", DateWord::Modified},
    {u"geändert", DateWord::Modified},
    {u"änderung", DateWord::Modified},
    {u"stand", DateWord::Modified},
    {u"jour", DateWord::Modified},
    {u"modifié", DateWord::Modified},
    {u"actualisé", DateWord::Modified},
    {u"actualizado", DateWord::Modified},
    {u"actualizada", DateWord::Modified},
    {u"actualización", DateWord::Modified},
    {u"modificado", DateWord::Modified},
    {u"modificación", DateWord::Modified},
    {u"aggiornato", DateWord::Modified},
    {u"aggiornata", DateWord::Modified},
    {u"aggiornamento", DateWord::Modified},
    {u"modificato", DateWord::Modified},
    {u"atualizado", DateWord::Modified},
    {u"atualizada", DateWord::Modified},
    {u"atualização", DateWord::Modified},
    {u"page", DateWord::Filler},
    {u"last", DateWord::Filler},
    {u"first", DateWord::Filler},
    {u"date", DateWord::Filler},
    {u"datum", DateWord::Filler},
    {u"fecha", DateWord::Filler},
    {u"data", DateWord::Filler},
    {u"zuletzt", DateWord::Filler},
    {u"letzte", DateWord::Filler},
    {u"dernière", DateWord::Filler},
    {u"mise", DateWord::Filler},
    {u"mis", DateWord::Filler},
    {u"última", DateWord::Filler},
    {u"ultima", DateWord::Filler},
    {u"ultimo", DateWord::Filler},
    {u"at", DateWord::Filler},
    {u"on", DateWord::Filler},
    {u"of", DateWord::Filler},
    {u"the", DateWord::Filler},
    {u"as", DateWord::Filler},
    {u"time", DateWord::Filler},
    {u"standard", DateWord::Filler},
    {u"daylight", DateWord::Filler},
    {u"um", DateWord::Filler},
    {u"den", DateWord::Filler},
    {u"der", DateWord::Filler},
    {u"vom", DateWord::Filler},
    {u"à", DateWord::Filler},
    {u"a", DateWord::Filler},
    {u"le", DateWord::Filler},
    {u"la", DateWord::Filler},
    {u"las", DateWord::Filler},
    {u"du", DateWord::Filler},
    {u"el", DateWord::Filler},
    {u"los", DateWord::Filler},
    {u"de", DateWord::Filler},
    {u"del", DateWord::Filler},
    {u"il", DateWord::Filler},
    {u"di", DateWord::Filler},
    {u"alle", DateWord::Filler},
    {u"ore", DateWord::Filler},
    {u"às", DateWord::Filler},
    {u"em", DateWord::Filler},
    {u"dia", DateWord::Filler},
    {u"día", DateWord::Filler},
    {u"e", DateWord::Filler},
    {u"t", DateWord::Filler},
    {u"uhr", DateWord::Hours},
    {u"h", DateWord::Hours},
    {u"hrs", DateWord::Hours},
    {u"hs", DateWord::Hours},
    {u"horas", DateWord::Hours},
    {u"heures", DateWord::Hours},
    {u"hours", DateWord::Hours},
    {u"am", DateWord::Morning},
    {u"pm", DateWord::Afternoon},
    {u"uk", DateWord::Local},
    {u"local", DateWord::Local},
    {u"st", DateWord::Ordinal},
    {u"nd", DateWord::Ordinal},
    {u"rd", DateWord::Ordinal},
    {u"th", DateWord::Ordinal},
    {u"er", DateWord::Ordinal},
    {u"º", DateWord::Ordinal},
    {u"o", DateWord::Ordinal},
    // Chinese in both scripts, Japanese, Korean: Unicode CLDR 42, and what newspapers print
    {u"年", DateWord::YearMark},
    {u"년", DateWord::YearMark},
    {u"月", DateWord::MonthMark},
    {u"월", DateWord::MonthMark},
    {u"日", DateWord::DayMark},
    {u"号", DateWord::DayMark},
    {u"號", DateWord::DayMark},
    {u"일", DateWord::DayMark},
    {u"時", DateWord::Hours},
    {u"时", DateWord::Hours},
    {u"시", DateWord::Hours},
    {u"分", DateWord::MinuteMark},
    {u"분", DateWord::MinuteMark},
    {u"午前", DateWord::BeforeNoon},
    {u"上午", DateWord::BeforeNoon},
    {u"오전", DateWord::BeforeNoon},
    {u"午後", DateWord::AfterNoon},
    {u"下午", DateWord::AfterNoon},
    {u"오후", DateWord::AfterNoon},
    {u"公開", DateWord::Published},
    {u"掲載", DateWord::Published},
    {u"配信", DateWord::Published},
    {u"发布", DateWord::Published},
    {u"发布时间", DateWord::Published},
    {u"發布", DateWord::Published},
    {u"發布時間", DateWord::Published},
    {u"입력", DateWord::Published},
    {u"更新", DateWord::Modified},
    {u"更新时间", DateWord::Modified},
    {u"更新時間", DateWord::Modified},
    {u"수정", DateWord::Modified},
}));

// Zones by the names that pages print. A name with a place follows that place's summer time (IANA
// tz database, "backzone" names aside); the others stand at the offset that they name (RFC 2822
// §4.3 for the American ones; the tz database's %z abbreviations for the rest). IST means India,
// Ireland or Israel; CST, AST and BST are taken as the American, the Atlantic and the British.
struct Zone
{
    View name;
    int minutes = 0;
    const char *place = nullptr;
    bool american = false;
    bool known = true;
};

constexpr auto zones = std::to_array<Zone>({
    {u"gmt"},
    {u"utc"},
    {u"z"},
    {u"wet"},
    {u"bst", 60},
    {u"west", 60},
    {u"cet", 60},
    {u"mez", 60},
    {u"wat", 60},
    {u"cest", 120},
    {u"mesz", 120},
    {u"eet", 120},
    {u"cat", 120},
    {u"sast", 120},
    {u"eest", 180},
    {u"eat", 180},
    {u"msk", 0, "Europe/Moscow"},
    {u"gst", 240},
    {u"pkt", 300},
    {u"npt", 345},
    {u"ict", 420},
    {u"wib", 420},
    {u"sgt", 480},
    {u"hkt", 480},
    {u"awst", 480},
    {u"jst", 540},
    {u"kst", 540},
    {u"aest", 600},
    {u"aedt", 660},
    {u"nzst", 720},
    {u"nzdt", 780},
    {u"brt", -180},
    {u"art", -180},
    {u"ast", -240},
    {u"adt", -180},
    {u"est", -300, nullptr, true},
    {u"edt", -240, nullptr, true},
    {u"cst", -360, nullptr, true},
    {u"cdt", -300, nullptr, true},
    {u"mst", -420, nullptr, true},
    {u"mdt", -360, nullptr, true},
    {u"pst", -480, nullptr, true},
    {u"pdt", -420, nullptr, true},
    {u"akst", -540, nullptr, true},
    {u"hst", -600, nullptr, true},
    {u"et", 0, "America/New_York", true},
    {u"ct", 0, "America/Chicago", true},
    {u"mt", 0, "America/Denver", true},
    {u"pt", 0, "America/Los_Angeles", true},
    {u"eastern", 0, "America/New_York", true},
    {u"pacific", 0, "America/Los_Angeles", true},
    {u"uk", 0, "Europe/London"},
    {u"ist", 0, nullptr, false, false},
});

const Zone *zoneNamed(View lowerCase)
{
    const auto found = std::ranges::find(zones, lowerCase, &Zone::name);
    return found == zones.end() ? nullptr : &*found;
}

// Lower case without an allocation: most words of a text are looked up, few are found.
struct Folded
{
    explicit Folded(QStringView word) : size(word.size() > longestWord ? 0 : word.size())
    {
        for (qsizetype i = 0; i < size; ++i)
            characters[i] = char16_t(word[i].toLower().unicode());
    }
    View view() const { return {characters, size_t(size)}; }

    qsizetype size;
    char16_t characters[longestWord] = {};
};

// The long English months, as they are mistyped: "Febuary", "Novemer", "Decmeber".
constexpr Entry mistyped[] = {
    {u"january", DateWord::Month, 1},   {u"february", DateWord::Month, 2},
    {u"september", DateWord::Month, 9}, {u"october", DateWord::Month, 10},
    {u"november", DateWord::Month, 11}, {u"december", DateWord::Month, 12},
};

// Whether `typed` is `word` but for one letter left out, or two next to each other exchanged.
bool isMistyped(View typed, View word)
{
    const auto [here, there] = std::ranges::mismatch(typed, word);
    const View restTyped(here, typed.end());
    const View rest(there, word.end());
    if (typed.size() + 1 == word.size())
        return restTyped == rest.substr(1);
    return typed.size() == word.size() && rest.size() > 1 && restTyped[0] == rest[1]
        && restTyped[1] == rest[0] && restTyped.substr(2) == rest.substr(2);
}

const Entry *mistypedMonth(View typed)
{
    const auto found = std::ranges::find_if(
        mistyped, [&](const Entry &month) { return isMistyped(typed, month.word); });
    return found == std::end(mistyped) ? nullptr : &*found;
}

template <size_t size>
const Entry *find(const std::array<Entry, size> &entries, View word)
{
    const auto found = std::ranges::lower_bound(entries, word, {}, &Entry::word);
    return found != entries.end() && found->word == word ? &*found : nullptr;
}

} // namespace

DateWordMeaning dateWordMeaning(QStringView word)
{
    const Folded folded(word);
    if (folded.size == 0)
        return {};
    const Entry *entry = find(months, folded.view());
    if (!entry)
        entry = find(weekdays, folded.view());
    if (!entry)
        entry = find(others, folded.view());
    if (!entry)
        entry = mistypedMonth(folded.view());
    if (entry)
        return {entry->meaning, entry->value};
    if (const DateWordMeaning abroad = dateWordAbroad(folded.view());
        abroad.word != DateWord::Unknown)
        return abroad;
    return {zoneNamed(folded.view()) ? DateWord::Zone : DateWord::Unknown, 0};
}

std::optional<int> zoneOffset(QStringView name, const QDateTime &local)
{
    const Zone *zone = zoneNamed(Folded(name).view());
    if (!zone || !zone->known)
        return std::nullopt;
    if (!zone->place)
        return zone->minutes * 60;
    const QTimeZone place(zone->place);
    if (!place.isValid()) // a machine without the tz database
        return std::nullopt;
    return QDateTime(local.date(), local.time(), place).offsetFromUtc();
}

bool isAmericanZone(QStringView name)
{
    const Zone *zone = zoneNamed(Folded(name).view());
    return zone && zone->american;
}
