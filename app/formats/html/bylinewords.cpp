#include "app/formats/html/bylinewords.h"

#include "app/formats/html/authornames.h"
#include "app/formats/html/expression.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 80;   // characters
constexpr qsizetype longestNames = 400; // of many authors, in structured data

// Labels that a colon follows.
const QString labels = u"автор(?:ы|и|ка)?(?: статьи)?|текст|корреспондент|haber|yazan|yazar|yazı|"
                       "muhabir|بقلم|كتب|كتبت|إعداد|تحرير|الكاتب|نویسنده|خبرنگار|מאת|כתב|כתבה|"
                       "teksti|tekst|kirjoittaja|toimittaja|szerző|írta|opracowa(?:ł|ła|nie)|"
                       "oprac\\.?|napisa(?:l|la|ł|ła)|skribent|forfatter|συντάκτης|συντάκτρια|"
                       "γράφει|κείμενο|लेखक|ditulis oleh|bài|tác giả|作者|記者|记者|撰文|執筆|"
                       "取材[・·]文|文|글|기자|words|text|texte|texto|testo|by"_s;

// Labels that a blank follows, and a name. Greek ones are articles, and stand before anything.
const QString bareLabels = u"της|του|των|γράφει (?:η|ο)|بقلم|كتبت?|מאת|به قلم|door|av|af|di|autor|"
                           "írta|oleh|автор|記者|记者"_s;

QString colonLabel()
{
    return u"^\\s*(?:(?:"_s + labels
        + u")(?:\\s*(?:&|\\+|/|och|og|und|and|ja|et|y|e|i|и)\\s*"
          "(?:foto|fotos|bild|bilder|photos?|kuvat?|video|фото))?\\s*[:：]|"
          "(?:取材[・·])?文\\s*[・·/／=＝]|글\\s*[·=/])\\s*"_s;
}

const Expression &label()
{
    static const Expression expression(colonLabel() + u"|^\\s*(?:"_s + bareLabels
                                           + u")\\s+(?:[-–—]\\s*)?(?=[\\p{Lu}\\p{Lo}])"_s,
                                       Expression::Case::Insensitive, Expression::Letters::Unicode);
    return expression;
}

// Lines that are bylines wherever they stand.
const Expression &byline()
{
    static const Expression expression(
        u"(?i:"_s + colonLabel()
            + u")|^(?:[Aa][vf]|di|door|[Oo]leh|Írta|بقلم|מאת|به قلم)\\s+(?=[\\p{Lu}\\p{Lo}])|"
              "^\\p{Hangul}{3}\\s?(?:선임|수습)?기자(?:\\s|=|$)|"
              "^\\p{Han}{2,6}\\s(?:記者|记者|特派員|編集委員)(?:\\s|$)|"
              "^(?:本报|本報)?(?:记者|記者)\\s+\\p{Han}{2,4}(?:\\s|$)"_s,
        Expression::Case::Sensitive, Expression::Letters::Unicode);
    return expression;
}

// "山田太郎 記者", "홍길동 기자", "王小明 北京报道": what stands behind a name there, and before
// it.
const Expression &easternRole()
{
    static const Expression expression(
        u"(?:^(?:本报|本報|特约|實習|实习)*(?:记者|記者)\\s*(?=\\p{Lo}{2})|"
        "(?<=\\p{Lo})(?:\\s+\\p{Lo}{1,6}(?:报道|報道|報導)|"
        "\\s*(?:선임|수습|인턴)?기자|\\s*(?:특파원|논설위원)|\\s*(?:編集委員|特派員|记者|記者))$)"_s);
    return expression;
}

bool isPerson(const QString &name)
{
    static const Expression caseless(u"^\\p{Lo}[\\p{Lo}\\p{M}]{1,11}"
                                     "(?:\\s\\p{Lo}[\\p{Lo}\\p{M}]{1,11}){0,3}$"_s);
    return !isAgency(name) && (looksLikeName(name) || caseless.isIn(name));
}

bool isFarEastern(QChar c)
{
    return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hangul;
}

// "Ann Lee (ann@paper.example)", "Ann Lee @annlee"
QString withoutAddress(const QString &line)
{
    static const Expression address(
        u"\\s*[(<\\[]?\\s*(?:[\\w.+-]+@[\\w-]+\\.[\\w.-]+|(?<=\\s)@\\w+)\\s*[)>\\]]?"_s,
        Expression::Case::Sensitive, Expression::Letters::Unicode);
    return line.contains(u'@') ? address.removedFrom(line).trimmed() : line;
}

} // namespace

QString withoutBylineWords(const QString &line)
{
    if (line.size() > longestNames)
        return line;
    QString rest = label().removedFrom(withoutAddress(line));
    // Of a picture's or a table's source nobody is the author.
    static const Expression source(
        u"^(?:источник|джерело|quelle|source|fuente|fonte|źródło|zdroj|bron|kilde|källa|lähde|"
        "kaynak)\\s*[:：]\\s*(?=([^\\s,/]+))"_s,
        Expression::Case::Insensitive);
    if (const auto match = source.firstIn(rest); isAgency(match.text(1)))
        rest = rest.mid(match.length());
    if (rest.contains(u':')) {
        static const Expression pictures(
            u"[\\s,/|]+(?:(?:und|and|och|og|ja|et|y)\\s+)?(?:fotos?|photos?|bilder|bild|kuvat?|"
            "video|grafik|illustration|fotografie|фото)\\s*:.*$"_s,
            Expression::Case::Insensitive);
        rest = pictures.removedFrom(rest);
    }
    if (std::ranges::any_of(rest, isFarEastern)) {
        const Expression &role = easternRole();
        rest = role.removedFrom(role.removedFrom(rest.trimmed()));
    }
    // "Ann Lee, g1 — Leeds", "Ann Lee - Leeds": a place.
    static const Expression place(u"^([^,–—]+)(?:,[^–—]*\\s[–—-]\\s.*|"
                                  "\\s[–—-]\\s(\\p{Lu}\\p{Ll}+))$"_s);
    if (const auto match = place.firstIn(rest);
        match.isFound() && looksLikeName(match.text(1).trimmed()) && !isAgency(match.text(2)))
        rest = match.text(1);
    static const Expression with(
        u"\\s+(?:avec|con|com|met|ve|και|и|та|及|및)\\s+(?=[\\p{Lu}\\p{Lo}])"_s);
    return with.replacedIn(rest, u" & "_s).trimmed();
}

QString withoutPlace(const QString &name)
{
    if (name.size() > longestLine || name.count(u' ') < 2)
        return name;
    static const Expression place(
        u"^(\\p{Lu}\\S*(?:\\s\\S+)*?\\s\\p{Lu}\\S*)\\s(?:in|aus|from|à|en|em)\\s"
        "\\p{Lu}[\\p{L}.'’-]+(?:\\s\\p{Lu}[\\p{L}.'’-]+)?$"_s);
    const auto match = place.firstIn(name);
    return match.isFound() ? match.text(1) : name;
}

bool isAgency(const QString &name)
{
    // https://en.wikipedia.org/wiki/List_of_news_agencies
    static const QSet<QString> agencies{
        u"Reuters"_s,   u"AP"_s,        u"AFP"_s,          u"dpa"_s,
        u"DPA"_s,       u"EFE"_s,       u"ANSA"_s,         u"Ansa"_s,
        u"PAP"_s,       u"ČTK"_s,       u"TASR"_s,         u"SITA"_s,
        u"APA"_s,       u"SDA"_s,       u"ATS"_s,          u"ANP"_s,
        u"NTB"_s,       u"STT"_s,       u"Ritzau"_s,       u"Lusa"_s,
        u"MTI"_s,       u"Agerpres"_s,  u"BTA"_s,          u"TASS"_s,
        u"ТАСС"_s,      u"Интерфакс"_s, u"Interfax"_s,     u"РИА Новости"_s,
        u"Укринформ"_s, u"Xinhua"_s,    u"新华社"_s,       u"共同通信"_s,
        u"時事通信"_s,  u"Kyodo"_s,     u"Yonhap"_s,       u"연합뉴스"_s,
        u"PTI"_s,       u"AAP"_s,       u"UPI"_s,          u"PA Media"_s,
        u"Belga"_s,     u"Bloomberg"_s, u"Europa Press"_s, u"Associated Press"_s,
        u"epd"_s,       u"KNA"_s,       u"Hina"_s,         u"Agence France-Presse"_s,
        u"Bernama"_s,   u"Antara"_s,    u"Anadolu"_s,      u"The Associated Press"_s,
    };
    return agencies.contains(name);
}

QStringList bylineAbroad(const QStringList &lines)
{
    for (const QString &line : lines) {
        if (line.size() > longestLine || line.size() < 4)
            continue;
        if (!byline().isIn(line))
            continue;
        const QStringList names = authorNames(line);
        if (std::ranges::any_of(names, isPerson)
            && std::ranges::all_of(
                names, [](const QString &name) { return isPerson(name) || isAgency(name); }))
            return names;
    }
    return {};
}
